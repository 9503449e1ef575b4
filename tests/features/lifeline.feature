Feature: The lifeline without a mouse
  The oncologist walks through a course, looks closer, opens what stands there and takes it along.

  Background:
    Given the unlocked records of the demonstration
    And I open the row of "SEED-001"
    And I press "F2"
    And I press "Alt+1"
    And the lifeline has the keys

  Scenario: Walking from event to event, and opening one
    When I press "Home"
    Then the mark says "2018"
    When I press "Right"
    And I press "Left"
    And I press "End"
    And I press "Home"
    And I walk to the mark "biopsy"
    Then I read "Enter opens the record, Esc goes back"
    When I press "Enter"
    Then I read "ultrasound-guided biopsy"
    When I press "Esc"
    And I press "Esc"
    Then no mark is selected

  Scenario: The window moves and fits, and comes back
    Given I note the picture of the lifeline
    When I press "]"
    Then the picture is another one
    When I press "["
    Then the picture is the noted one
    When I press "F"
    Then the picture is another one
    And "fit" is switched on
    When I press "F"
    Then the picture is the noted one

  Scenario Outline: The key <key> is the switch <switch>
    Given I note the picture of the lifeline
    When I press "<key>"
    Then the picture is another one
    And "<switch>" is switched <state>
    When I press "<key>"
    Then the picture is the noted one

    Examples:
      | key | switch  | state |
      | B   | bands   | off   |
      | L   | log     | off   |
      | =   | ÷ limit | on    |

  Scenario: Multiples of the own limit say that they are not comparable
    When I press "="
    Then the lifeline says "Multiples of the own limit; not comparable across assays."

  Scenario: A click stands for the keys
    When I click the mark "PET-CT"
    Then the mark says "PET-CT"
    When I press "Enter"
    Then I read "multiple hypermetabolic nodes"

  Scenario Outline: The lifeline is taken along as <ending>
    When I press "P"
    And I save it as "course.<ending>"
    Then the file "course.<ending>" begins with "<first>"

    Examples:
      | ending | first |
      | pdf    | %PDF- |
      | png    | PNG   |
      | svg    | <?xml |
