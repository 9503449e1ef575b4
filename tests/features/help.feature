Feature: Help, language and what the program is
  All of it is on this computer, and none of it names a patient.

  Background:
    Given an unlocked clinic without patients

  Scenario: F1 opens the manual beside the window
    When I press "F1"
    Then I read "A first day for the nurse"
    When I press "Ctrl+F"
    And I type "restore"
    Then I read "For IT"
    When I press "Esc"
    Then I read "Working date"

  Scenario: About says what the program is not, and where its file is
    When I open "About …" from the menu
    Then I read "Not assessed or registered as a medical device in any country."
    And I read "Schema: "
    When I press "Esc"
    Then I read "Working date"

  Scenario: The language is chosen in the menu and holds from the next start on
    When I open "Language (语言) …" from the menu
    And I choose Chinese in the dialog
    And I press "Esc"
    Then the choice of language is kept
