Feature: Corrections
  Nothing is overwritten: the old value stays readable, with who changed it, when and why.

  Background:
    Given the unlocked records of the demonstration
    And I open the row of "SYN-0482"
    And I press "F2"

  Scenario: A change needs a reason, and the history shows old and new
    When I press "Alt+2"
    And I open the row of "2024-10-31"
    And I fill in
      | Dose | 120 mg |
    And I press "Ctrl+Enter"
    Then I read "A change of a stored record needs a reason."
    When I fill in
      | Reason for the change | half a vial was spilt |
    And I press "Ctrl+Enter"
    Then I read "2024-10-31" "120 mg"
    When I open the row of "2024-10-31"
    And I click "History"
    Then I read "Revision 2: amended"
    And I read "Reason: half a vial was spilt"
    And I read "240 mg"
    And I read "120 mg"

  Scenario: A record entered in error no longer counts, and stays in reach
    When I press "Alt+2"
    And I open the row of "2024-10-31"
    And I click "Entered in error …"
    And I read "It stays readable, struck through."
    And I type "belongs to another patient"
    And I press "Ctrl+Enter"
    Then the row of "2024-10-31" is gone
    When I click "Entered in error"
    Then I read "2024-10-31" "entered in error"
    When I open the row of "2024-10-31"
    Then I read "This record was entered in error."
    And the button "Save" cannot be pressed
    When I click "History"
    Then I read "marked as entered in error"
    And I read "Reason: belongs to another patient"

  Scenario: What a colleague stored meanwhile is shown beside what I wrote, field by field
    When I press "Alt+2"
    And I open the row of "2024-10-31"
    And I fill in
      | Dose | 120 mg |
      | Reason for the change | half a vial was spilt |
    And meanwhile a colleague stores "200 mg" for the dose of "2024-10-31", because of "one vial was short"
    And I press "Ctrl+Enter"
    Then I read "Somebody else changed this as well"
    And I read "240 mg"
    And I read "200 mg"
    And I read "120 mg"
    And I read "one vial was short"
    When I press "Ctrl+Enter"
    Then I read "Both of you changed this field. Choose what is to stand."
    When I fill in
      | What stands: Dose | Mine |
    And "Reason for the change" still holds "half a vial was spilt"
    And I press "Ctrl+Enter"
    Then I read "2024-10-31" "120 mg"
    When I open the row of "2024-10-31"
    And I click "History"
    Then I read "Revision 3: amended"
    And I read "200 mg"
    And I read "Reason: one vial was short"

  Scenario: Going back from the two values keeps what I wrote
    When I press "Alt+2"
    And I open the row of "2024-10-31"
    And I fill in
      | Dose | 120 mg |
      | Reason for the change | half a vial was spilt |
    And meanwhile a colleague stores "200 mg" for the dose of "2024-10-31", because of "one vial was short"
    And I press "Ctrl+Enter"
    And I read "Somebody else changed this as well"
    And I press "Esc"
    Then "Dose" still holds "120 mg"
    And "Reason for the change" still holds "half a vial was spilt"
