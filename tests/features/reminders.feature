Feature: Nobody is forgotten while the program is closed
  The day list leaves the program as paper, calendar and counts, and never names anybody unasked.

  Scenario: The nurse looks at the pages before they are printed
    Given the unlocked records of the demonstration
    When I press "Ctrl+P"
    Then I read "Day list, Tuesday 26 November 2024"
    When I click "Names masked"
    Then I read "Day list, Tuesday 26 November 2024"
    When I press "Esc"
    Then I read "5 d over" "王示例"

  Scenario: The calendar file starts without names
    Given the unlocked records of the demonstration
    When I click "Calendar file"
    Then I read "Without names"

  Scenario: Reminders are off until somebody wants them
    Given an unlocked clinic without patients
    When I click "Reminders"
    Then I read "Nobody is reminded."

  Scenario: After closing, the counts are told for fourteen days and then no more
    Given an unlocked clinic without patients
    When I close the program
    Then the reminder of 2024-11-27 says "Nothing is due or overdue."
    And the reminder of 2024-12-10 says "Nothing is due or overdue."
    And the reminder of 2024-12-11 says "Open the program"
