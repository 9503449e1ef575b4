Feature: A file with damaged pages
  It says what is wrong, shows what can be read, and takes it along; nothing is repaired.

  Background:
    Given the locked records of the demonstration
    And the page of the node stations was damaged

  Scenario: Whole charts are shown, a chart with a loss is named and not shown
    When I unlock the records of the demonstration
    Then I read "The file is damaged" "Nothing can be saved any more"
    When I click "What can still be read …"
    Then I read "Charts that can be read whole: 24 of 25"
    And I read "SEED-001" "in part; not readable: Node station"
    And I read "SYN-0107" "whole"
    When I go to the row of "SEED-001"
    And I press "Enter"
    Then I read "Charts that can be read whole: 24 of 25"
    When I go to the row of "SYN-0107"
    And I press "Enter"
    Then the chart of "SYN-0107" is open

  Scenario: What can be read is taken along with each loss named
    When I unlock the records of the demonstration
    And I click "What can still be read …"
    And I write what can be read to a file
    Then I read "was written, with each loss named in it" "not in the audit trail"
    And I read "SEED-001" "Node station"
    And the file names the loss

  Scenario: From the damaged file to the backup
    When I unlock the records of the demonstration
    And I click "What can still be read …"
    And I click "Lock, and restore a backup"
    Then the program starts again at its entrance
