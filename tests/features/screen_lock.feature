Feature: The screen lock
  Whoever walks by sees nothing; who was at work goes on where he was.

  Background:
    Given an unlocked clinic without patients
    And I read "Backup at closing"

  Scenario: Ctrl+L covers the window, and the passphrase takes the cover away
    When I press "Ctrl+2"
    And I click "New patient"
    And I type "T-0815"
    And I press "Ctrl+L" in the window
    Then I read "Locked" 
    And every window is covered
    When I press "Esc"
    Then I read "Locked"
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then nothing is covered
    And I read "T-0815"

  Scenario: A wrong passphrase leaves the cover where it is
    When I press "Ctrl+L"
    And I type "not the passphrase of anybody"
    And I press "Enter"
    Then I read "is wrong"
    And every window is covered

  Scenario: A PIN only where the clinic allows it
    When I press "F10"
    And I choose "PIN for the screen …"
    Then I read "The clinic does not allow a PIN"
