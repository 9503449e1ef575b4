Feature: The six facts of a chart
  The oncologist opens a patient and reads them; nothing is pressed, clicked or scrolled for them.

  Background:
    Given the unlocked records of the demonstration

  Scenario: Open the patient, read the six facts
    When I press the keys of "open_chart"
    Then it took at most 5 keys
    And I read "FIGO 2018 IIIC2p, 30 Nov 2018"
    And I read "now NED, no date"
    And I read "toripalimab, 65–66 months"
    And I read "doses: 0 recorded, given not known"
    And I read "next: no dose date recorded"
    And I read "CR, stated, no date"
    And I read "5.2 H ng/mL"
    And I read "range <1.5 or <2.7: 1.93–3.47 × limit"
    And I read "lowest 2.2 H (2019-02); first 61.10 H"
    And I read "none recorded as ongoing"
    And I read "alive, OS 71–72 months"
    And I read "from admission: 2,167–2,192 d"
    And I read "66–67 months since relapse 3 Apr 2019"
    And all six facts are in sight
