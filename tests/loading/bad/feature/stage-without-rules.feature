Feature: A home shared
  Scenario: At the end
    Given a client at the end of the programme
    When the case is screened
    Then no recommendation can be made yet
