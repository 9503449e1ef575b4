Feature: Typing an old paper chart
  One line for each event: date, event, values. What a line means is read before it is stored.

  Background:
    Given an unlocked clinic without patients
    When I press "Ctrl+2"
    And I record New patient
      | Hospital number | T-0815     |
      | Born            | 1970-05    |
    Then I read "vital status not recorded"

  Scenario: 24 events in 400 keys: 12 a minute for somebody who types 200 keys a minute
    When I press "Ctrl+B"
    And I press the keys of "old_chart"
    Then it took at most 400 keys
    And the chart of "T-0815" holds
      | course             | toripalimab           | immunotherapy | 5/2019   |
      | procedure          | radical hysterectomy  | surgery       | 11/2018  |
      | radiotherapy_phase | neck                  | 50.4          | 28       |
      | dose_event         | given                 | 240 mg        | 2019-05-07 |
      | visit              | 0                     | 58.20         | 2019-05-07 |
      | marker_result      | SCC                   | 5.2           | ng/mL    |
      | marker_result      | LDH                   | 180           | U/L      |
      | dose_event         | given                 | 240 mg        | 2019-05-28 |
      | visit              | 1                     | 57.9          | 2019-05-28 |
      | marker_result      | SCC                   | 3.1           | 2019-05-28 |
      | adverse_event      | Rash maculo-papular   | 2             | May 2019 |
      | dose_event         | held                  | toxicity      | 2019-06-18 |
      | visit              | 1                     | 57.5          | 2019-06-18 |
      | marker_result      | SCC                   | 2.4           | 2019-06-18 |
      | imaging_study      | CT                    | chest         | stable   |
      | dose_event         | given                 | 240 mg        | 2019-07-09 |
      | visit              | 0                     | 58            | 2019-07-09 |
      | marker_result      | SCC                   | <1.5          | 2019-07-09 |
      | imaging_study      | MRI                   | response      | ~2019    |
      | disease_status     | NED                   | 2019年8月    |          |
      | dose_event         | given                 | 240 mg        | 9/2019   |
      | visit              | 0                     | 58.6          | 9/2019   |
      | marker_result      | SCC                   | 1.1           | 9/2019   |
      | statement          | irae                  | none          | letter   |
    And every record of "T-0815" comes from "paper chart, p. 3"

  Scenario: A line that cannot be read is said beside it, and nothing of the page is stored
    When I press "Ctrl+B"
    And I press the keys of "old_chart_wrong"
    Then I read "2,2" "is not a plain number"
    And I read "Type one more letter."
    And I read "Nothing is stored yet. Lines that need a look: 2."
    And the chart of "T-0815" holds nothing

  Scenario: A page that was not saved is there again
    When I press "Alt+3"
    And I press "Alt+1"
    And I press "Ctrl+B"
    And I press the keys of "old_chart_half"
    And I press "Esc"
    And I press "Ctrl+B"
    Then I read "restored; nothing of it is saved yet."
    And "Values of line 2" still holds "2.2 ng/mL"
    And the chart of "T-0815" holds nothing
