Feature: Markers and adverse events by keyboard
  An analyte and a term are found by whatever part of a name one remembers.

  Scenario: A result is typed by the initials of its Chinese name, and asked "what if"
    Given the unlocked records of the demonstration
    And I open the row of "SEED-001"
    When I press "F2"
    And I press "Alt+6"
    Then I read "5.2 ng/mL"
    And I read "high by the range <1.5 or <2.7"
    When I fill in
      | What if the range were | <2.7 ng/mL |
    Then I read "2019-02 | 2.2" "normal, differs"
    And I read "nothing is stored"
    When I click "Record: Marker result"
    And I search "lzxbaky" in "Analyte"
    Then I read "Squamous cell carcinoma antigen"
    When I fill in
      | Sample date | 2024-11-20 |
      | Result      | 1.1        |
      | Unit        | ng/mL      |
    And I press "Ctrl+Enter"
    Then I read "SCC | 2024-11-20 | 1.1"

  Scenario: An event has only the grades of its term
    Given the unlocked records of the demonstration
    And I open the row of "SYN-0482"
    When I press "F2"
    And I press "Alt+4"
    And I click "Record: Adverse event"
    And I search "alopec" in "Event"
    And I fill in
      | Grade          | 2          |
      | Onset          | 2024-11-20 |
      | Immune-related | yes        |
    And I press "Ctrl+Enter"
    Then I read "Alopecia | 5.0" "skin"
    And I read "Alopecia: 6 d, nobody recorded how it went on"
