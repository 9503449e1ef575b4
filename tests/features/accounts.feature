Feature: Who may come in, and who may do what
  Everybody works under his own name; the role decides, and what is refused says why.

  Background:
    Given an unlocked clinic without patients

  Scenario: An administrator adds a nurse, who must choose a passphrase of her own
    When I press "Ctrl+5"
    And I read "Administration"
    And I click "Add a user …"
    And I fill in
      | Name | Nurse Example |
      | Role | Nurse         |
    And I press "Ctrl+Enter"
    Then I read "Passphrase for one use" 
    And I note the passphrase for one use
    When I press "Esc"
    Then I read the rows
      | Nurse Example | Nurse | for one use, not changed yet |
    When "Nurse Example" comes in with the passphrase for one use
    Then I read "Choose a passphrase"
    When I fill in
      | New passphrase       | violet tractors hum beneath seven bridges |
      | New passphrase again | violet tractors hum beneath seven bridges |
    And I press "Enter"
    Then I read "Working date"
    And I read "Nurse  Nurse Example"
    When I press "Ctrl+5"
    Then I read "My passphrase"
    And I do not read "Audit trail"

  Scenario: An administrator gives a new passphrase, and the old one is gone
    Given there is a viewer called "Viewer Example"
    When I press "Ctrl+5"
    And I go to the row of "Viewer Example"
    And I click "New passphrase …"
    And I press "Ctrl+Enter"
    Then I read "Passphrase for one use"
    And I note the passphrase for one use
    When I press "Esc"
    And "Viewer Example" comes in with the passphrase for one use
    Then I read "Choose a passphrase"

  Scenario: A viewer cannot record, and is told why
    Given there is a viewer called "Viewer Example"
    When "Viewer Example" comes in
    And I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+Enter"
    Then I read "The role “Viewer” may not record, amend and void."

  Scenario: In an emergency a viewer records, with a reason that stands in the audit trail
    Given there is a viewer called "Viewer Example"
    When "Viewer Example" comes in
    And I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+Enter"
    Then I read "The role “Viewer” may not record, amend and void." "In an emergency your role may"
    When I press "Ctrl+Enter"
    Then I read "Say why"
    When I type "the patient is in the ambulance"
    And I press "Ctrl+Enter"
    Then I read "Emergency access is open: export; record, amend and void."
    And I read "T-0815"
    When I click "End it"
    And I press "Ctrl+2"
    Then I do not read "Emergency access is open"
    When I click "New patient"
    And I type "T-0816"
    And I press "Ctrl+Enter"
    Then I read "The role “Viewer” may not record, amend and void."
    And the audit trail holds "break-glass" because of "the patient is in the ambulance"

  Scenario: Who lets the emergency be keeps what was typed
    Given there is a viewer called "Viewer Example"
    When "Viewer Example" comes in
    And I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+Enter"
    And I read "Open in an emergency"
    And I press "Esc"
    Then I read "The role “Viewer” may not record, amend and void."
    And I read "T-0815"

  Scenario: A nurse exports in an emergency only, and never restores
    Given there is a nurse called "Nurse Example"
    When "Nurse Example" comes in
    And I press "Ctrl+3"
    And I ask to export into a file
    Then I read "The role “Nurse” may not export."
    When I click "Emergency access …"
    And I type "the patient moves to another clinic today"
    And I press "Ctrl+Enter"
    Then I read "Emergency access is open: export."
    When I ask to export into a file
    Then I read "charts"
    And the audit trail holds "break-glass" because of "the patient moves to another clinic today"
    And the audit trail holds "export"

  Scenario: A data manager cannot manage users
    Given there is a data manager called "Manager Example"
    When "Manager Example" comes in
    And I press "Ctrl+5"
    Then I read "made the profile"
    And I do not read "Add a user …"

  Scenario: A disabled account no longer opens anything
    Given there is a viewer called "Viewer Example"
    When I press "Ctrl+5"
    And I go to the row of "Viewer Example"
    And I click "Disable …"
    And I type "left for another clinic"
    And I press "Ctrl+Enter"
    Then I read the rows
      | Viewer Example | disabled | none: no access |
    When "Viewer Example" tries to come in
    Then I read "The name or the passphrase is wrong"

  Scenario: The audit trail says who came in, and who was let in
    Given there is a viewer called "Viewer Example"
    And I read "Last backup" "verified"
    When I press "Ctrl+5"
    And I click the tab "Audit trail"
    Then I read the rows
      | unlocked the records   | Synthetic Admin |
      | User account: recorded |                 |
