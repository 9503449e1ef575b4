Feature: Beside the sheet, and what it refuses
  What a nurse does around a dose day, with keys sent to the window; another program reads the rows.

  Background:
    Given the unlocked records of the demonstration

  Scenario: A phone call with the day to call back
    Given the sheet of "SYN-0482" is open
    When I press the keys of "phone_call"
    Then another program reads of "SYN-0482"
      | visit         | 2024-11-26 | phone            | itchy arms since Sunday |
      | user_reminder | 2024-11-29 | call the patient |                         |
    When I press "Esc"
    And I press "PgDown"
    And I press "PgDown"
    And I press "PgDown"
    Then I read "SYN-0482" "call the patient"

  Scenario: A day to call back that lies in the past is refused, and nothing is lost
    Given the sheet of "SYN-0482" is open
    When I press the keys of "phone_call_wrong"
    Then I read "is not a day to come"
    And "What was said" still holds "itchy arms"
    And another program reads nothing new of "SYN-0482"

  Scenario: The page that a patient takes home
    Given the sheet of "SYN-0482" is open
    When I press "Ctrl+P"
    And I choose the file "home.pdf"
    Then I read "The page for the patient was written; it is not encrypted"
    And the file "home.pdf" is a PDF

  Scenario: Laboratory values pasted from a table
    Given the sheet of "SYN-0482" is open
    And another program copied
      | ALT         | 46  | U/L   |
      | haemoglobin | 118 | g/L   |
      | Gluc        | 97  | mg/dL |
    When I press the keys of "paste_labs"
    Then I read "values filled in: 2"
    And I read "mg/dL"
    When I press "Esc"
    And I press "Ctrl+Enter"
    Then I read "Saved"
    And another program reads of "SYN-0482"
      | marker_result | 2024-11-26 | ALT | 46 |
      | marker_result | 2024-11-26 | HGB | 118 |

  Scenario: Laboratory values from a file
    Given the sheet of "SYN-0482" is open
    And the laboratory sent the file "results.csv"
      """
      hospital number,analyte,sample date,result,unit
      SYN-0482,ALT,2024-11-25,46,U/L
      SYN-0482,TSH,2024-11-25,2.1,mIU/L
      SYN-0511,ALT,2024-11-25,999,U/L
      """
    When I press "Ctrl+O"
    And I choose the file "results.csv"
    Then I read "values filled in: 2"
    And the box "ALT" holds "46"
    When I press "Ctrl+Enter"
    Then I read "Saved"
    And another program reads of "SYN-0482"
      | marker_result | 2024-11-25 | ALT | 46 |
      | marker_result | 2024-11-25 | TSH | 2.1 |

  Scenario: A save that is taken back stays in the trail, with who and why
    Given I read "5 d over" "SYN-0482"
    When I press the keys of "uneventful"
    And I press "Ctrl+Z"
    Then I read "Taken back"
    And another program reads as entered in error of "SYN-0482"
      | dose_event | 240 mg | undone by Demo right after saving |
      | visit      | 58.2   | undone by Demo right after saving |

  Scenario: The ECG before the first dose is answered from the sheet
    Given the sheet of "SYN-0482" is open
    When I press "F6"
    And I fill in
      | Check                 | ECG                |
      | Date                  | 2024-03-25         |
      | Result                | normal or negative |
      | Reason for the change | ECG is there       |
    And I press "Ctrl+Enter"
    Then I read "Dose day, cycle 12"
    And another program reads of "SYN-0482"
      | baseline_check | ECG | 2024-03-25 | normal |

  Scenario: The times of an infusion are stored with its dose
    Given the sheet of "SYN-0482" is open
    When I press the keys of "infusion"
    Then I read "Saved"
    And another program reads of "SYN-0482"
      | dose_event | 240 mg | 10:05 | 10:40 |

  Scenario: A clock that is set back is announced
    When the clock of the computer is set back to "2024-11-20"
    Then I read "set back" "26 Nov 2024" "20 Nov 2024"

  Scenario: A second dose of the day is refused
    Given the sheet of "SYN-0482" is open
    When I press the keys of "dose_again"
    Then I read "A dose is recorded for today already"
    When I give the dose
    Then I read "A dose given on 2024-11-26 is already recorded in this course."
    And another program reads one dose of "SYN-0482" on "2024-11-26"

  Scenario Outline: A dose <when> is refused
    Given the sheet of "<mrn>" is open
    When I type "<day>"
    And I give the dose
    Then I read "<says>"
    And another program reads nothing new of "<mrn>"

    Examples:
      | when          | mrn      | day        | says                  |
      | before birth  | SYN-0482 | 1960-01-01 | birth                 |
      | after death   | SYN-0299 | 2024-11-20 | death                 |
      | in the future | SYN-0482 | 2024-12-24 | future                |

  Scenario: A dose without its unit is refused
    Given the sheet of "SYN-0482" is open
    When I press the keys of "without_unit"
    Then I read "“240” needs an amount, a blank and a unit"
    And another program reads nothing new of "SYN-0482"
