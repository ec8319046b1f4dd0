Feature: A home shared
  Scenari: He lives alone
    Given a client at the start of the programme
    When the case is screened
    Then the recommendation is online with conditions
