Feature: Something

  Scenario: At no stage
    Given nothing of concern is known
    When the case is screened
    Then no recommendation can be made yet
