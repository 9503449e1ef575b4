Feature: E. Hold, delay, change of interval
  A nurse enters six dose days with the keyboard; what follows is derived and never typed.

  Scenario: Five doses, one hold, and what the ledger makes of them
    Given a course of toripalimab 240 mg every 3 weeks from 2024-01-08, every 6 weeks from cycle 5
    When the days are entered by keys
      | 2024-01-08 | story_e_first |
      | 2024-01-29 | story_e_give  |
      | 2024-02-19 | story_e_give  |
      | 2024-03-11 | story_e_hold  |
    Then the day list of "2024-03-11" shows
      | SYN-E001 | held | ALT G3 |
    When the days are entered by keys
      | 2024-03-25 | story_e_lift |
      | 2024-04-15 | story_e_give |
    Then the hold took at most 25 keys
    And the chart of "2024-04-15" says under Doses
      | doses: 5 given, 1 held                                      |
      | toripalimab 1,200 mg in 5 recorded doses                    |
      | next: C6                                                    |
      | 27 May 2024                                                 |
      | C5: 0 d after its plan, 14 d after the original plan        |
      | 85.7 % first to last dose, 88.2 % with the last cycle       |
    And its cycles are
      | C1, 8 Jan 2024, 240 mg, 21 d, no second check                                     |
      | C2, 29 Jan 2024, 240 mg, Mon 29 Jan 2024, 0 d, 0 d, 21 d, no second check         |
      | C3, 19 Feb 2024, 240 mg, Mon 19 Feb 2024, 0 d, 0 d, 21 d, no second check         |
      | C4, 25 Mar 2024, 240 mg, Mon 11 Mar 2024, +14 d, +14 d, 21 d, no second check     |
      | C5, 15 Apr 2024, 240 mg, Mon 15 Apr 2024, 0 d, +14 d, 42 d, no second check       |
    When the dose of "2024-02-19" is corrected to "2024-02-20"
    Then its cycles are
      | C1, 8 Jan 2024, 240 mg, 21 d, no second check                                     |
      | C2, 29 Jan 2024, 240 mg, Mon 29 Jan 2024, 0 d, 0 d, 21 d, no second check         |
      | C3, 20 Feb 2024, 240 mg, Mon 19 Feb 2024, +1 d, +1 d, 21 d, no second check       |
      | C4, 25 Mar 2024, 240 mg, Tue 12 Mar 2024, +13 d, +14 d, 21 d, no second check     |
      | C5, 15 Apr 2024, 240 mg, Mon 15 Apr 2024, 0 d, +14 d, 42 d, no second check       |
