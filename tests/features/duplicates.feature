Feature: Registering somebody who may be on file
  Before a new patient is saved, whoever may be the same person is shown.

  Background:
    Given the unlocked records of the demonstration
    When I press "Ctrl+2"
    And I press "Ctrl+N"

  Scenario: The chart that is there is opened instead
    When I fill in
      | Hospital number       | SYN-700    |
      | Name in Latin letters | Shily Wang |
      | Born                  | 1968-03-14 |
    And I press "Ctrl+Enter"
    Then I read "This may be somebody who is on file."
    And I read "one letter apart" "born on the same day"
    When I click "Open that chart"
    Then I read "王示例" "SYN-0482"

  Scenario: It is another person
    When I fill in
      | Hospital number       | SYN-700     |
      | Name in Latin letters | Lyu Yanlian |
      | Born                  | 1971        |
    And I press "Ctrl+Enter"
    Then I read "SYN-0145" "may be born on the same day"
    When I click "It is another person: save"
    Then I read "Lyu Yanlian" "SYN-700"
