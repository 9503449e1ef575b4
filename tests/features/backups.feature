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
