Feature: The first day with the program
  Nothing leaves the computer, and nothing on it can be read without the passphrase.

  Background:
    Given a computer without any records
    And the program is started
    And I read "Welcome" 
    And I fill in
      | Clinic           | 示例医院 Oncology                 |
      | Your name        | Nurse Example                  |
      | Passphrase       | copper lantern drifts over maize |
      | Passphrase again | copper lantern drifts over maize |

  @xcb
  Scenario: Clinic, name, passphrase twice, and the recovery code typed back
    When I press "Enter"
    Then I read "Recovery code"
    When I type the last four characters of the recovery code
    And I press "Enter"
    Then I read "Nobody is due, held or unanswered on this day"
    And I read "示例医院 Oncology"
    And I read "Administrator" "Nurse Example"
    When I press "Ctrl+2"
    Then I read "No patient is on file yet"

  Scenario: The recovery code is shown until it was typed back
    When I press "Enter"
    Then I read "Recovery code"
    When I type "0000"
    And I press "Enter"
    Then I read "These are not its last four characters."
    When I press "Esc"
    Then I read "Recovery code"

  Scenario: Two passphrases that differ make no file
    When I fill in
      | Passphrase again | copper lantern drifts over maise |
    And I press "Enter"
    Then I read "The two passphrases are not the same."
    And no file has been made

  Scenario: A passphrase that is easily guessed makes no file
    When I fill in
      | Passphrase       | aaaaaaaaaaaaaaaaaaaa |
      | Passphrase again | aaaaaaaaaaaaaaaaaaaa |
    And I press "Enter"
    Then I read "passphrase"
    And no file has been made
