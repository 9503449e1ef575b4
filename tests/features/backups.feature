Feature: What the window says of the backups
  Notices that stay until their cause is gone; nothing stands in front of the work.

  Scenario: A backup that failed is told until one succeeds, at the next start too
    Given a locked clinic
    And the last backup failed
    When the program is started
    And I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "The backup of 26 Nov 2024 failed" "cannot be reached"
    When I click "Back up now"
    Then I read "Last backup 26 Nov 2024, verified"
    And it is no longer said that a backup failed

  Scenario: After a week without a backup on a second medium one is asked for
    Given a locked clinic
    And the clinic was made 9 days ago
    When the program is started
    And I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "No backup on a second medium yet, for 9 days."
    And nothing stands in front of the window
    When I back up to a disk of which nothing is known
    Then I read "Does it lie on another disk than the records"
    When I click "Yes, another disk"
    Then I read "second medium 26 Nov 2024"
    And no second medium is asked for any more

  Scenario: A restore first says what would be lost, and then what it did
    Given a locked clinic
    And a backup, after which two charts were made
    When the program is started
    And I click "Restore a backup …"
    And I write the backup as "Backup file"
    And I fill in
      | Passphrase | copper lantern drifts over maize |
    And I press "Enter"
    Then I read "NOT IN THE BACKUP" "patients: 2"
    And the two charts are still there
    When I press "Enter"
    Then I read "Users and passphrases are those of the day of the backup"
    When I click "Next"
    Then I read "NOT IN THE BACKUP" "patients: 2"
    When I click "Restore"
    Then I read "Restored"
    And I read "A backup of the state before is"
    When I press "Esc"
    Then I read "Working date"
    And the protocol is beside the records, with the digest of the backup
    And the trail says from which file the records were rewound

  Scenario: A warning about the audit trail goes when an administrator has settled it
    Given a locked clinic
    And the sealed end of its audit trail was lost
    When the program is started
    And I type "copper lantern drifts over maize"
    And I press "Enter"
    Then I read "does not fit its seal: Data, Check the file."
    When I press "Ctrl+3"
    And I click "Check the file"
    And I click "Settle the warning …"
    And I fill in
      | Reason | copied without it, compared with the backup |
    And I click "Settle"
    Then I read "The file is sound"
    When I press "Esc"
    Then it is no longer said that the audit trail does not fit its seal
