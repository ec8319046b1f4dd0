Feature: Something

  Scenario: A question of a later stage
    Given a client at the start of the programme
    And "new-concern" is answered "yes" by partner-support
    And the answers
      | question    | answer | source          |
      | new-concern | yes    | partner-support |
    When the case is screened
    Then no recommendation can be made yet
