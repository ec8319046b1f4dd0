Feature: A programme's readiness as a whole
  A profile in which nothing is of concern is still not the word for any client; an empty profile is no reassurance.

  Background:
    Given a programme before it works online

  Scenario: Nothing of concern is known, and the base set still applies
    Given nothing of concern is known
    When the case is screened
    Then the recommendation is to go online with conditions
    And the safeguard "each-client-screened" is called for
    And the safeguard "in-person-kept-open" is called for
    And the safeguard "readiness-looked-at-again" is called for

  Scenario: Nobody has answered anything
    When the case is screened
    Then no recommendation can be made yet
    And "partner-check-procedure" is to be found out from partner-support
    And "exclusion-criteria-written" is to be found out from programme
    And "platform-secure" is to be found out from programme

  Scenario: One gap is enough, whatever else is missing
    Given "partner-check-procedure" is answered "none" by programme
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "no-victim-support-alongside" is raised
    And the flag "no-exclusion-criteria" could still be raised

  Scenario Outline: What comes after the programme withholds nothing beforehand (<question>)
    Given nothing of concern is known
    And "<question>" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out
    Examples:
      | question               |
      | survivor-support-after |
      | relapse-detection      |
      | data-gaps              |
      | group-cohesion         |
