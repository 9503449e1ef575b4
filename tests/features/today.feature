Feature: The nurse's morning
  Today lists who is due, overdue or held, and who cannot be projected, and never guesses.

  Background:
    Given the unlocked records of the demonstration

  Scenario: The day list says how each patient stands, the longest overdue first
    Then I read "5 d over" "王示例" "SYN-0482" "toripalimab 240 mg q3w"
    And I read "1 d over" "李样本"
    And I read "today" "Erika Muster"
    And I read "held" "孙范例" "ALT G3"
    And I read "ask" "SEED-001" "no dose date recorded"
    And the rows of the day stand in the order of urgency
