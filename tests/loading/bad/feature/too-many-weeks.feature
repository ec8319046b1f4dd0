Feature: A home shared
  Scenario: He lives alone
    Given "lives-with-partner" was answered "no" by referrer 99999999999 weeks ago
    When the case is screened
    Then no recommendation can be made yet
