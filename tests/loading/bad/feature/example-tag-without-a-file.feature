@rule:together @example:against
Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @example:start/against.yaml
  Scenario: He lives with her
    Given "lives-with-partner" is answered "yes" by client
    When the case is screened
    Then the recommendation is against online delivery
