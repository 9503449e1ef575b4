Feature: The three stories of the published case
  Values, ranges and clocks as the paper gives them: no day invented, no flag rewritten.

  Scenario: A. The relapse that the new range would hide
    Given an unlocked clinic without patients
    When I press "Ctrl+3"
    And I record Reference range
      | Analyte      | SCC     |
      | Range        | <1.5    |
      | Unit         | ng/mL   |
      | In use until | 2019-08 |
    And I record Reference range
      | Analyte     | SCC     |
      | Range       | <2.7    |
      | Unit        | ng/mL   |
      | In use from | 2019-08 |
    And I press "Ctrl+2"
    And I record New patient
      | Hospital number | T-0001 |
    And I press "Alt+6"
    And I record these results of SCC in ng/mL
      | 2018-11    | 61.10 |
      | 2019-02    | 2.2   |
      | 2019-02/.. | 5.2   |
      | 2019-07-31 | 2.0   |
      | 2019-08-15 | 2.0   |
      | 2019-08-15 | 1.4   |
      | 2019-08-15 | 2.7   |
      | 2019-09-01 | 2.0   |
      | 2019-10-01 | <0.5  |
    Then the flags are
      | 2018-11    | 61.10 | high            |
      | 2019-02    | 2.2   | high            |
      | 2019-02/.. | 5.2   | high            |
      | 2019-07-31 | 2.0   | high            |
      | 2019-08-15 | 2.0   | range uncertain |
      | 2019-08-15 | 1.4   | normal          |
      | 2019-08-15 | 2.7   | high            |
      | 2019-09-01 | 2.0   | normal          |
      | 2019-10-01 | <0.5  | normal          |
    When I press "Alt+1"
    Then walking along the lifeline I read
      | 61.10 | high | <1.5 |
      | 2.2   | high | <1.5 |
      | 5.2   | high | <2.7 |
      | 2.0   | range uncertain | 2.7 |
    When I press "Ctrl+3"
    And I click "Record: Reference range"
    And I fill in
      | Analyte     | SCC     |
      | Range       | <9.9    |
      | Unit        | ng/mL   |
      | In use from | 2018-01 |
    And I press "Ctrl+Enter"
    Then I read "It overlaps what" "<1.5 (… – 2019-08)"
    When I press "Esc"
    And I click "Discard"
    And I open the row of "<1.5"
    And I fill in
      | Range                 | <9.9                      |
      | Reason for the change | the insert says otherwise |
    And I press "Ctrl+Enter"
    And I read "SCC |" "<9.9"
    And I press "Ctrl+2"
    And I open the row of "T-0001"
    And I press "Alt+6"
    Then the flags are
      | 2018-11    | 61.10 | high            |
      | 2019-02    | 2.2   | high            |
      | 2019-08-15 | 2.0   | range uncertain |
      | 2019-09-01 | 2.0   | normal          |

  Scenario: B. 65 months of toripalimab, and no dose that nobody recorded
    Given the unlocked records of the demonstration
    When I open the row of "SEED-001"
    Then I read "toripalimab 240 mg q3w" "since 2019-05, 65–66 months"
    And I read "toripalimab, 65–66 months"
    And I read "0 recorded, given not known"
    And I do not read "on schedule"
    When I press "Alt+2"
    Then I read "dates on schedule (not doses): 95–97" "given not known"
    And I do not read "given: 0"
    When the last contact is amended to "2024-11-26"
    Then I read "toripalimab 240 mg q3w" "65–66 months"
    When I press "Alt+2"
    Then I read "dates on schedule (not doses): 96–97"

  Scenario: C. Each clock names the day it counts from
    Given the unlocked records of the demonstration
    When I open the row of "SEED-001"
    Then I read "OS 71–72 months"
    And I read "from admission" "2,167–2,192 d"
    And I read "from surgery" "2,163–2,188 d"
    When the last contact is amended to "2024-11-26"
    And I press "Alt+1"
    Then I read "OS 72 months"
    And I read "from admission" "2,192 d"
    And I read "from surgery" "2,188 d"
