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

  Scenario: A clock that went back while the records were closed is noticed
    Given a colleague used the records three days later
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "The records were last used on 29 Nov 2024" "26 Nov 2024" "Check the date"

  Scenario: A damaged file says so, in other words than a wrong passphrase
    Given the first page of the file was damaged
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "damaged"
    And I do not read "is wrong"

  Scenario: Damage in a page that is not needed at first is found too, and nothing more is saved
    Given the last page of the file was damaged
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "The file is damaged" "or exchanged: 1." "restore the latest backup"
    When I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+Enter"
    Then I read "is open for reading only. Nothing was saved."
    And the file is as it was

  Scenario: A second start says who holds the file
    Given a colleague has the records open
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "in use on the computer" "process"
    When the colleague closes the records
    And I press "Enter"
    Then I read "Working date"

  Scenario Outline: A file that is <done> while it is open takes no save, and what was typed stays
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "Working date"
    When another program has <done> the file
    And I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+Enter"
    Then I read "was replaced or removed by another program while it was open"
    And what I typed can still be read: "T-0815"

    Examples:
      | done     |
      | replaced |
      | removed  |
