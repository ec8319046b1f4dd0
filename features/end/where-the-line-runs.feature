Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a client at the end of the programme

  @rule:withdraws-in-several-ways
  Scenario: Promises on respect, privacy and contact online: "gives the promises in part, or with conditions" is not enough for: Two or more ways of turning away from accountability
    Given the answers
      | question               | answer  | source |
      | accountability-sources | none    | client |
      | digital-commitments    | partial | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "turns-from-accountability" could still be raised
    And the safeguard "closer-follow-up" is called for until more is known
    And the safeguard "second-view-before-closing" is called for until more is known

  @rule:withdraws-in-several-ways
  Scenario: Somebody to reach when the client fears being abusive: "is not sure of anybody to reach in such a moment" is not enough for: Two or more ways of turning away from accountability
    Given the answers
      | question               | answer | source |
      | crisis-contact         | unsure | client |
      | accountability-sources | none   | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "turns-from-accountability" could still be raised
    And the safeguard "closer-follow-up" is called for until more is known
    And the safeguard "second-view-before-closing" is called for until more is known

  @rule:no-follow-up
  Scenario: Follow-up after the online phase: the programme's own word settles it
    Given the answers
      | question         | answer | source    |
      | follow-up-agreed | yes    | programme |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "follow-up-not-agreed" is not raised
    And the rule "no-follow-up" does not apply
