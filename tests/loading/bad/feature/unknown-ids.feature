Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: He lives with her
    Given "lives-with-patner" is answered "yes" by client
    And "private-space" is answered "somtimes" by clent
    When the case is screened
    Then the flag "living-togther" is raised by "togethr"
    And the safeguard "headsett" is called for
