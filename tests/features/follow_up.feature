Feature: Nobody is forgotten
  The lost, the dead and the transferred leave the list with their reason; cancelled and promised
  dates stay; after days off one list says what fell due.

  Background:
    Given the unlocked records of the demonstration

  Scenario: A patient who promised to come stays on the list
    When I answer "SYN-0482" with "patient promised to come" until "+2"
    Then I read "SYN-0482" "promised Thu 28 Nov"

  Scenario: A patient who died is not shown as missed and can be listed with the reason
    When I record in the chart of "SYN-0482" that the patient died on "2024-11-25"
    Then "SYN-0482" is not on the list
    When I look at "Left"
    Then I read "SYN-0482" "died, 25 Nov 2024"

  Scenario: A patient who was transferred leaves with the place
    When I record in the chart of "SYN-0219" "transferred" from "2024-11-26" because "moved to Nanjing"
    Then "SYN-0219" is not on the list
    When I look at "Left"
    Then I read "SYN-0219" "moved to Nanjing"

  Scenario: A patient who is lost is still among those not seen
    When I record in the chart of "SYN-0219" "lost to follow-up" from "2024-11-26" because "three letters came back"
    Then "SYN-0219" is not on the list
    When I look at "Not seen > 90 d"
    Then I read "SYN-0219" "lost to follow-up"

  Scenario: A reminder that is put off comes back on its day and stays overdue
    When I answer "SYN-0128" with "put off" until "+1" because "office closed"
    Then "SYN-0128" is not on the list
    When I press "PgDown"
    Then I read "SYN-0128" "3 d over" "office closed"

  Scenario: After five days off one list says what fell due
    Given the program was last used on "2024-11-20"
    When I look at "Fell due since Wed 20 Nov"
    Then I read "SYN-0482" "5 d over"
    And "SYN-0191" is not on the list

  Scenario: A date on a holiday is offered another day and never moved
    Then the clinic offers "2024-09-30" or "2024-10-08" for "2024-10-01" because of "National Day"

  Scenario: A new patient of whom nothing is recorded is not forgotten
    Given a patient "NEW-1" of whom nothing else is recorded
    When I look at "Not seen > 90 d"
    Then I read "NEW-1" "never met"

  Scenario: What matters before the dose stands beside it
    When the chart of "SYN-0533" says "Pneumonitis" of grade "2" since "2024-11-20"
    Then I read "SYN-0533" "G2 Pneumonitis since Wed 20 Nov"

  Scenario: A plan is offered for a course without one, and chosen by the keyboard
    When I choose the first plan that is offered for the course of "SYN-0391"
    Then the course has a plan and no other is offered
