Feature: The nurse's dose day
  A dose day is entered with the keyboard alone, in the order of the paper form.

  Background:
    Given the unlocked records of the demonstration
    And I read "5 d over" "SYN-0482"

  Scenario: An uneventful dose without laboratory values
    When I press the keys of "uneventful"
    Then it took at most 60 keys
    And another program reads of "SYN-0482" on "2024-11-26"
      | visit            | weight 58.2, ecog 0, temperature 36.6, systolic 118, diastolic 76, pulse 72, spo2 98 |
      | interview_answer | 13                                                                                   |
      | dose_event       | given 240 mg                                                                         |
      | gate_answer      | ask                                                                                  |
      | due              | 2024-12-17                                                                           |

  Scenario: A dose with nine typed laboratory values
    When I press the keys of "nine_labs"
    Then it took at most 105 keys
    And another program reads of "SYN-0482" on "2024-11-26"
      | marker_result | ANC 3.2, HGB 118, PLT 201, ALT 46 H, AST 31, TBIL 11, CREA 62, GLU 5.4, TSH 2.1 N |
      | dose_event    | given 240 mg                                                                      |

  Scenario: A hold with its reason
    Given the dose day of the first patient is open
    When I press the keys of "hold"
    Then it took at most 25 keys
    And another program reads of "SYN-0482" on "2024-11-26"
      | dose_event | held labs ALT G3 until 2024-12-03 |
      | due        | held                              |

  Scenario: A dose of yesterday is entered by typing its date first
    Given the dose day of the first patient is open
    When I press the keys of "back_dated"
    Then another program reads of "SYN-0482" on "2024-11-25"
      | visit      | weight 58.2  |
      | dose_event | given 240 mg |
      | due        | 2024-12-16   |

  Scenario: What was typed is there again after the program was locked
    Given the dose day of the first patient is open
    When I press the keys of "half_a_sheet"
    And the program is locked and unlocked
    And I press "Enter"
    Then I read "Draft of" "restored"
    And the box "Weight" holds "58.2"
    And nothing more is stored of "SYN-0482" on "2024-11-26"

  Scenario: A saved sheet is taken back
    When I press the keys of "uneventful"
    And I press "Ctrl+Z"
    Then I read "Taken back"
    And the box "Weight" holds "58.2"
    And nothing more is stored of "SYN-0482" on "2024-11-26"

  Scenario: A dose far off the plan stops once, and No keeps it unsaved
    Given the dose day of the first patient is open
    When I press the keys of "off_plan"
    Then I read "off the plan" "120 mg"
    When I press "Esc"
    Then nothing more is stored of "SYN-0482" on "2024-11-26"
