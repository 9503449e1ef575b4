Feature: The first day with the program
  Nothing leaves the computer, nothing on it can be read without the passphrase, and nothing is
  made before the last step.

  Background:
    Given a computer without any records
    And the program is started
    And I read "Welcome"

  @xcb
  Scenario: From the acceptance to the recovery code typed back, by the keyboard alone
    When I begin a new clinic
    And I accept the limits as "Dr Example, head of department"
    Then I read "The clinic" 
    When I fill in
      | Clinic  | 示例医院 Oncology |
      | Country | DE-BY           |
    And I choose "Monday to Friday" for the clinic's days
    And I press "Enter"
    Then I read "You are the first administrator"
    When I fill in
      | Your name        | Nurse Example                    |
      | Passphrase       | copper lantern drifts over maize |
      | Passphrase again | copper lantern drifts over maize |
    And I press "Enter"
    Then I read "Where it is kept"
    When I go to "Folder for backups"
    And I press "Enter"
    Then I read "Recovery code"
    When I type the last four characters of the recovery code
    And I press "Enter"
    Then I read "Nobody is due, held or unanswered on this day"
    And I read "示例医院 Oncology"
    And I read "Administrator" "Nurse Example"
    And the clinic is closed on 2025-01-06, which is a holiday in Bavaria
    And the trail says that "Dr Example, head of department" accepted the limits
    When I press "Ctrl+2"
    Then I read "No patient is on file yet"

  Scenario: The recovery code is shown until it was typed back
    Given I have come to the last step
    When I press "Enter"
    Then I read "Recovery code"
    When I type "0000"
    And I press "Enter"
    Then I read "These are not its last four characters."
    When I press "Esc"
    Then I read "Recovery code"

  Scenario: Whoever stops before the last step has made nothing
    Given I have come to the last step
    When I press "Esc"
    Then no file has been made

  Scenario: Nobody goes on without accepting what the program is not
    When I begin a new clinic
    And I press "Enter"
    Then I read "Nobody has accepted this yet."
    And I read "Not assessed or registered as a medical device in any country."

  Scenario: Holidays alone do not say when a clinic is open, and no country is invented
    When I begin a new clinic
    And I accept the limits as "Dr Example"
    And I fill in
      | Clinic  | Example |
      | Country | CN      |
    And I press "Enter"
    Then I read "Choose the weekdays too"
    When I choose "Every day" for the clinic's days
    And I fill in
      | Country | Nowhere |
    And I press "Enter"
    Then I read "The holidays of “Nowhere” are not known"

  Scenario: Two passphrases that differ are told at their own step
    Given I have come to the step of the passphrase
    When I fill in
      | Your name        | Nurse Example                    |
      | Passphrase       | copper lantern drifts over maize |
      | Passphrase again | copper lantern drifts over maise |
    And I press "Enter"
    Then I read "The two passphrases are not the same."
    And no file has been made

  Scenario: A passphrase that is easily guessed is told at its own step
    Given I have come to the step of the passphrase
    When I fill in
      | Your name        | Nurse Example        |
      | Passphrase       | aaaaaaaaaaaaaaaaaaaa |
      | Passphrase again | aaaaaaaaaaaaaaaaaaaa |
    And I press "Enter"
    Then I read "easy to guess"

  Scenario: What was typed is still there after going back
    When I begin a new clinic
    And I accept the limits as "Dr Example"
    And I fill in
      | Clinic | Example |
    And I press "Alt+Left"
    Then "Accepted for the clinic by" still holds "Dr Example"
    When I press "Enter"
    Then "Clinic" still holds "Example"

  Scenario: A synchronised folder takes no records
    Given I have come to the last step
    When I choose a synchronised folder
    And I press "Enter"
    Then I read "synchronising program"
    And no file has been made

  Scenario: Records that were in use before are opened from another folder
    Given a clinic in another folder
    When I click "Open records"
    And I write the other folder as "Folder of the records"
    And I press "Enter"
    Then I read "Unlock"
    When I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "Working date"
    And the next start opens the other folder

  Scenario: A folder without records is not opened
    When I click "Open records"
    And I write the other folder as "Folder of the records"
    And I press "Enter"
    Then I read "This folder holds no records."

  Scenario: A backup is restored on an empty computer
    Given a backup of a clinic
    When I click "Restore a backup"
    And I write the backup as "Backup file"
    And I fill in
      | Passphrase | copper lantern drifts over maize |
    And I press "Enter"
    Then I read "In it: patients 0, " "passphrase of that day of Synthetic Admin (Administrator)"
    And I read "The folder holds no records: nothing is replaced."
    And no file has been made in the folder of the records
    When I press "Enter"
    Then I read "This protocol is kept in"
    And I read "pages, references, audit trail and every row are sound"
    When I press "Esc"
    Then I read "Working date"
    And I read "Synthetic Clinic"

  Scenario: The steps speak Chinese at once
    When I choose Chinese
    Then I read "欢迎"
    And the choice of language is kept

  Scenario: The protocol of a restore is kept in the language of the window
    Given a backup of a clinic
    When I choose Chinese
    And I click "恢复备份"
    And I write the backup as "备份文件"
    And I fill in
      | 口令 | copper lantern drifts over maize |
    And I press "Enter"
    Then I read "文件夹中没有病历"
    When I press "Enter"
    Then I read "已恢复"
    And the protocol beside the records says "恢复到"
