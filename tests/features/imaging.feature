Feature: The oncologist assesses a scan
  Sizes are typed into a column of the lesion grid; the criteria answer with every key, and a
  person decides. The keyboard is enough.

  Background:
    Given the unlocked records of the demonstration
    And the lesion grid of "SYN-0145" is open

  Scenario: A new assessment of four lesions, accepted as computed
    When I press the keys of "assessment"
    Then it took at most 40 keys
    And the grid says "RECIST 1.1 PR"
    And the grid says "Sum 31"
    And the grid says "Decided iPR Demo"

  Scenario: A decision against the computed category says why
    When I press the keys of "override"
    Then it took at most 40 keys
    And the grid says "iRECIST iPR"
    And the grid says "Decided iSD Demo"
    And I read "computed then: iPR"

  Scenario: A size in centimetres is refused and what was typed stays
    When I press the keys of "centimetres"
    Then I read "sizes are typed in millimetres"
    And "T1" still holds "1.1 cm"

  Scenario: A size that was typed wrongly is changed with its reason
    When I press the keys of "wrong_size"
    Then the grid says "Sum 35"
    And the grid says "12 Nov 2024"
