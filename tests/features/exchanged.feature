Feature: A file that another program exchanged
  A copy put over the open file, or a file that is gone, is noticed before the next save: nothing is
  written into the wrong place, and what was typed stays on the screen.

  Background:
    Given the unlocked records of the demonstration
    And I open the row of "SYN-0482"
    And I press "F2"
    And I press "Alt+2"
    And I open the row of "2024-10-31"
    And I fill in
      | Dose                  | 120 mg               |
      | Reason for the change | half a vial was spilt |

  Scenario: A copy was put over the open file
    When another program puts an older copy over the file
    And I press "Ctrl+Enter"
    Then I read "was replaced or removed by another program" "was not saved"
    And "Dose" still holds "120 mg"
    And "Reason for the change" still holds "half a vial was spilt"
    And no byte of the copy was changed

  Scenario: The file was taken away
    When another program takes the file away
    And I press "Ctrl+Enter"
    Then I read "was replaced or removed by another program" "was not saved"
    And "Dose" still holds "120 mg"
    And no new file stands in its place
