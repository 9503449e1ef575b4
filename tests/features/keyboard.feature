Feature: Without a mouse
  Every control can be reached with Tab, and says its name to who cannot see it.

  Background:
    Given the unlocked records of the demonstration

  Scenario Outline: On <place>
    When I open the row of "SYN-0482"
    And I press "F2"
    And I press "<keys>"
    Then Tab reaches every control that can be used
    And every control has a name

    Examples:
      | place              | keys   |
      | Today              | Ctrl+1 |
      | Patients           | Ctrl+2 |
      | Data               | Ctrl+3 |
      | the lifeline       | Alt+1  |
      | the doses          | Alt+2  |
      | the visits         | Alt+3  |
      | the adverse events | Alt+4  |
      | the imaging        | Alt+5  |
      | the markers        | Alt+6  |
      | the treatments     | Alt+7  |
      | the background     | Alt+8  |

  Scenario: On the dose day
    When I open the row of "SYN-0482"
    Then I read "Dose day, cycle 12"
    And Tab reaches every control that can be used
    And every control has a name

  Scenario: In a form
    When I press "Ctrl+2"
    And I press "Ctrl+N"
    Then Tab reaches every control that can be used
    And every control has a name
