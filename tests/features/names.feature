Feature: Names that others can see
  In a lecture room or with a visitor behind the chair, initials stand in the place of names.

  Background:
    Given the unlocked records of the demonstration

  Scenario: Masked names on every page, and a mark that says so
    Given I read "王示例"
    When I press "Ctrl+Shift+H"
    Then I read "Names are masked"
    And I read "王＊＊"
    And nobody's name can be read
    When I press "Ctrl+2"
    And I read "SYN-0482"
    Then nobody's name can be read
    When I look for "Shili"
    And I am offered "王＊＊"
    And I press "Esc"
    And I open the row of "SYN-0482"
    And I read "SYN-0482" "王＊＊"
    Then nobody's name can be read
    When I press "Alt+2"
    And I open the row of "2024-10-31"
    And I read "SYN-0482"
    Then nobody's name can be read
    When I press "Esc"
    And I press "Ctrl+Shift+H"
    Then I read "王示例"

  Scenario: Masking is forgotten when the program is closed, and what is stored stays as it is
    When I press "Ctrl+Shift+H"
    And I read "Names are masked"
    And I close the program and come back to the demonstration
    Then I read "王示例"
    And I do not read "Names are masked"
