Feature: Something

  Background:
    Given a client at the start of the programme

  Scenario: At two stages
    Given a client during the programme
    When the case is screened
    Then no recommendation can be made yet
