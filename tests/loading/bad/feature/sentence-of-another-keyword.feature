Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: He lives alone
    Given "lives-with-partner" is answered "no" by referrer
    When the recommendation is online with conditions
    Then the case is screened
