@rule:device-shared
Feature: A shared device speaks against online delivery

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: She knows of the tablet he does not mention
    Given the answers
      | question            | answer  | source          |
      | shares-with-partner | nothing | client          |
      | shares-with-partner | device  | partner-support |
    When the case is screened
    Then the recommendation is against online delivery

  @rule:not-alone @rule:call-back-when-overheard
  Scenario: Children in the room
    Given "people-nearby" is answered "children" by client
    When the case is screened
    Then the rule "not-alone" applies
    And the safeguard "call-back" is called for
