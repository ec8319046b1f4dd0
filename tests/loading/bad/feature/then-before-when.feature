Feature: A home shared
  Scenario: He lives alone
    Given a client at the start of the programme
    Then the recommendation is online with conditions
    When the case is screened
