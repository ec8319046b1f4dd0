Feature: Something

  Scenario: The programme answers for the client
    Given a client at the start of the programme
    And the programme answers "private-space" with "never"
    When the case is screened
    Then no recommendation can be made yet
