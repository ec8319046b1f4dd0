Feature: A home shared
  Scenario: He lives alone
    Given a client at the start of the programme
    When the case is screened
    Given "lives-with-partner" is answered "no" by referrer
    Then no recommendation can be made yet
