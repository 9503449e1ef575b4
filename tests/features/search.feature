Feature: Finding a patient
  From anywhere, by what the person at the counter says.

  Background:
    Given the unlocked records of the demonstration

  Scenario Outline: By <how>
    When I look for "<typed>"
    Then the patients offered are "<found>"

    Examples:
      | how                | typed     | found    |
      | name               | 王示例       | SYN-0482 |
      | pinyin             | wangshili | SYN-0482 |
      | part of the pinyin | yangb     | SYN-0219 |
      | initials           | wsl       | SYN-0482 |
      | Latin name         | muster    | SYN-0107 |
      | part of the number | 0391      | SYN-0391 |

  Scenario: Enter opens the only one who fits
    When I look for "0391"
    And the patients offered are "SYN-0391"
    And I press "Enter"
    Then I read "孙范例" "SYN-0391"

  Scenario: Of several, one must be chosen
    When I look for "SYN-0"
    Then several patients are offered and none is marked

  Scenario: Nobody fits
    When I look for "nobody of that name"
    Then I read "No patient fits"

  Scenario: The list of patients narrows while one types
    When I press "Ctrl+2"
    And I type "zhou"
    Then I read "1 of 25 shown"
    When I press "Enter"
    Then I read "周假名" "SYN-0174"
