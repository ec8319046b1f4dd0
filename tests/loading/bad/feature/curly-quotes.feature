Feature: A home shared
  Scenario: He lives alone
    Given “lives-with-partner” is answered “no” by referrer
    When the case is screened
    Then no recommendation can be made yet
