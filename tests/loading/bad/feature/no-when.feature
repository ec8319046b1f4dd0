Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: He lives alone
    Then the recommendation is online with conditions
