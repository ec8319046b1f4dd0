Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: He lives alone
    Given he lives alone
    When the case is screened
    Then the recommendation is online with some conditions
