Feature: Recording a course of treatment
  What is typed into the forms is stored as it was typed, and is there the next day.

  Scenario: A patient and the first dose, and all of it after unlocking again
    Given an unlocked clinic without patients
    When I press "Ctrl+2"
    And I record New patient
      | Hospital number       | T-0815     |
      | Name                  | 王示例        |
      | Name in Latin letters | Wang Shili |
      | Sex                   | female     |
      | Born                  | 1970-05    |
      | Allergies asked       | none known |
      | Vital status          | alive      |
      | Last contact          | 2024-11-26 |
    Then I read "王示例" "T-0815" "54 y"
    When I press "Alt+7"
    And I record Systemic course
      | Regimen      | toripalimab   |
      | Class        | immunotherapy |
      | Start        | 2024-11-26    |
      | Drug         | toripalimab   |
      | Planned dose | 240 mg        |
      | From cycle   | 1             |
      | Interval     | 21            |
    Then I read "toripalimab 240 mg q3w"
    When I press "Alt+2"
    And I record Dose event
      | What happened | given      |
      | Date          | 2024-11-26 |
      | Dose          | 240 mg     |
      | Lot           | A-17       |
    Then I read "17 Dec 2024"
    When I press "Alt+3"
    And I record Visit
      | Date            | 2024-11-26     |
      | Kind of contact | visit          |
      | ECOG            | 0              |
      | Weight          | 58.20          |
      | Complaint       | 皮疹, since May |
    And I press "Alt+4"
    And I record Adverse event
      | Event  | Rash maculo-papular |
      | Grade  | 1                   |
      | Onset  | ~2024-11            |
    And I press "Alt+5"
    And I record Imaging study
      | Date                     | 5/2024                 |
      | Modality                 | CT                     |
      | Findings                 | two nodes <1 cm & scar |
      | Conclusion of the report | stable                 |
    And I press "Alt+6"
    And I record Marker result
      | Analyte     | SCC        |
      | Sample date | 2024-11-26 |
      | Result      | <0.50      |
      | Unit        | ng/mL      |
    Then I read "SCC" "<0.50" "ng/mL"
    When I close the program and unlock it again
    Then nothing of "王示例" or "T-0815" can be read in the files
    And I read "given" "王示例" "T-0815" "toripalimab 240 mg q3w" "next Tue 17 Dec"
    When I open the row of "T-0815"
    Then I read "toripalimab 240 mg q3w" "0 months"
    And each tab shows
      | Alt+2 | given               | 240 mg | A-17     |
      | Alt+3 | visit               | 58.20  | 2024-11-26 |
      | Alt+4 | Rash maculo-papular | 1      | ~2024-11 |
      | Alt+5 | CT | 5/2024 | stable |
      | Alt+6 | SCC | <0.50 | 2024-11-26 |
      | Alt+7 | toripalimab | immunotherapy | 2024-11-26 |
    When I press "Alt+3"
    And I open the row of "58.20"
    Then I read "皮疹, since May"
    When I press "Esc"
    And I press "Alt+5"
    And I open the row of "CT"
    Then I read "two nodes <1 cm & scar"

  Scenario: An untouched form saves nothing
    Given an unlocked clinic without patients
    When I press "Ctrl+2"
    And I click "New patient"
    And I press "Ctrl+Enter"
    Then I read "Nothing was entered, so there is nothing to save."
    When I press "Esc"
    Then I read "No patient is on file yet"

  Scenario: What was typed is not lost by one key
    Given an unlocked clinic without patients
    When I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Esc"
    Then I read "Discard what was typed?"
    When I press "Esc"
    Then "Hospital number" still holds "T-0815"

  Scenario: Every problem of a form is said at once, and nothing is stored
    Given an unlocked clinic without patients
    When I press "Ctrl+2"
    And I click "New patient"
    And I fill in
      | Name | 王示例 |
    And I press "Ctrl+Enter"
    Then I read "Hospital number is needed."
    When I press "Esc"
    And I click "Discard"
    Then I read "No patient is on file yet"

  Scenario: A hospital number belongs to one patient
    Given the unlocked records of the demonstration
    When I press "Ctrl+2"
    And I click "New patient"
    And I fill in
      | Hospital number | SYN-0482 |
    And I press "Ctrl+Enter"
    Then I read "The hospital number SYN-0482 belongs to another chart."
