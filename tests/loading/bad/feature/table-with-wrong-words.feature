Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: He lives with her
    Given the answers
      | question           | answer | source | on         |
      | lives-with-partner | yess   | client | 2026-13-01 |
    When the case is screened
    Then the recommendation is against online delivery
