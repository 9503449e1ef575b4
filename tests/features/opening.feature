Feature: Opening the records
  Every reason why they do not open has words of its own, and none of them loses anything.

  Background:
    Given a locked clinic
    And the program is started
    And I read "Unlock"

  Scenario: A wrong passphrase says so, and the right one still opens
    When I type "not the passphrase of anybody"
    And I press "Enter"
    Then I read "The name or the passphrase is wrong"
    When I fill in
      | Passphrase | copper lantern drifts over maize |
    And I press "Enter"
    Then I read "Working date"

  Scenario: A damaged file says so, in other words than a wrong passphrase
    Given a page of the file was damaged
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "damaged"
    And I do not read "passphrase"

  Scenario: A second start says who holds the file
    Given a colleague has the records open
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "in use on the computer" "process"
    When the colleague closes the records
    And I press "Enter"
    Then I read "Working date"
