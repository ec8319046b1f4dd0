Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a client during the programme

  @rule:children-near-after-sessions
  Scenario: Who is near when a session has ended: "the (ex-)partner near after a session" is not enough for: Children near when sessions end
    Given the answers
      | question             | answer                | source |
      | people-after-session | other-adults, partner | client |
    When the case is screened
    Then the recommendation is to pause online work
    And the safeguard "children-cared-for" is called for until more is known
    And it is unknown whether the rule "children-near-after-sessions" applies

  @rule:engagement-to-talk-through
  Scenario: The wish to drop off the call or to dodge a subject: "got away from a subject by leaving or switching off" is enough for: Some change, a wish to get away, or hard subjects avoided
    Given the answers
      | question           | answer | source  | on         |
      | urge-to-disconnect | no     | client  | 2026-10-24 |
      | urge-to-disconnect | felt   | partner | 2026-10-24 |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "engagement-talked-through" is called for
    And the rule "engagement-to-talk-through" applies

  @rule:gets-away-from-subjects
  Scenario: What gets in the way of being present online: "the home gets in the way" is not enough for: Gets away from hard subjects
    Given the answers
      | question         | answer                                              | source |
      | hinders-presence | nothing, technology, distractions, home-environment | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "avoids-hard-subjects" could still be raised
    And the safeguard "engagement-talked-through" is called for until more is known
    And it is unknown whether the rule "engagement-to-talk-through" applies

  @rule:left-with-other-signs
  Scenario: Signs on screen of danger, dishonesty or manipulation: "some such signs seen" is not enough for: Left without explanation, and other signs are there
    Given nothing of concern is known
    And the answers
      | question      | answer | source       |
      | observed-cues | some   | practitioner |
    And "left-abruptly" is not answered
    When the case is screened
    Then the recommendation is to continue with conditions
    And the flag "left-with-signs-of-danger" is not raised
    And the rule "left-with-other-signs" does not apply

  @rule:left-with-other-signs
  Scenario: How the client feels when a session ends: "unsettled when a session ends" is not enough for: Left without explanation, and other signs are there
    Given nothing of concern is known
    And the answers
      | question               | answer    | source    |
      | feelings-after-session | unsettled | probation |
    And "left-abruptly" is not answered
    When the case is screened
    Then the recommendation is to continue with conditions
    And the flag "left-with-signs-of-danger" is not raised
    And the rule "left-with-other-signs" does not apply

  @rule:left-with-other-signs
  Scenario: What the client does in the hours after a session: "puts it away" is not enough for: Left without explanation, and other signs are there
    Given the answers
      | question              | answer      | source       |
      | actions-after-session | avoidant    | client       |
      | left-abruptly         | unexplained | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "left-with-signs-of-danger" could still be raised
    And it is unknown whether the rule "left-with-other-signs" applies

  @rule:left-with-other-signs
  Scenario: Contact with the (ex-)partner on the day of a session: "calm contact after sessions" is not enough for: Left without explanation, and other signs are there
    Given the answers
      | question                   | answer      | source       |
      | contact-with-partner-after | calm        | client       |
      | left-abruptly              | unexplained | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "left-with-signs-of-danger" could still be raised
    And it is unknown whether the rule "left-with-other-signs" applies

  @rule:little-to-fall-back-on
  Scenario: How the client feels when a session ends: "defensive or angry when a session ends" is enough for: Unsettled after sessions, or few ways of coping
    Given the answers
      | question               | answer    | source |
      | feelings-after-session | unsettled | client |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "after-session-plan" is called for
    And the rule "little-to-fall-back-on" applies

  @rule:little-to-fall-back-on
  Scenario: What the client does in the hours after a session: "does something that frightens or hurts" is enough for: Unsettled after sessions, or few ways of coping
    Given the answers
      | question              | answer   | source |
      | actions-after-session | avoidant | client |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "after-session-plan" is called for
    And the rule "little-to-fall-back-on" applies

  @rule:no-partner-support-available
  Scenario: No support for her available: at this stage too
    Given nothing of concern is known
    And the programme has what every safeguard needs
    And the answers
      | question                     | answer | source  |
      | information-sharing-protocol | yes    | client  |
      | information-sharing-protocol | no     | partner |
    And "partner-support-contact" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And the flag "programme-lacks-information-sharing-protocol" could still be raised
    And the safeguard "agency-update" is called for until more is known
    And the safeguard "in-person-sessions-kept" is called for until more is known

  @rule:no-word-and-other-signs
  Scenario: The partner-safety check after the last session: "she was in danger or afraid" is enough for: No word that the (ex-)partner was out of danger, and signs of danger in what the client does
    Given the answers
      | question                    | answer      | source       |
      | controlling-digital-conduct | suspected   | practitioner |
      | partner-safe-after-session  | not-reached | police       |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "no-word-with-signs-of-danger" is raised
    And the rule "no-word-and-other-signs" applies

  @rule:no-word-and-other-signs
  Scenario: Leaving or dropping out of a session: "left early, and the reason is borne out" is not enough for: No word that the (ex-)partner was out of danger, and signs of danger in what the client does
    Given the answers
      | question                   | answer      | source          |
      | partner-safe-after-session | not-reached | partner-support |
      | left-abruptly              | explained   | practitioner    |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "no-word-with-signs-of-danger" could still be raised
    And it is unknown whether the rule "no-word-and-other-signs" applies

  @rule:no-word-and-other-signs
  Scenario: Contact with the (ex-)partner on the day of a session: "calm contact after sessions" is not enough for: No word that the (ex-)partner was out of danger, and signs of danger in what the client does
    Given the answers
      | question                   | answer      | source          |
      | contact-with-partner-after | calm        | client          |
      | partner-safe-after-session | not-reached | partner-support |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "no-word-with-signs-of-danger" could still be raised
    And it is unknown whether the rule "no-word-and-other-signs" applies

  @rule:no-word-and-other-signs
  Scenario: Recording, pictures of the screen, demands or other control online: "control shown online" is enough for: No word that the (ex-)partner was out of danger, and signs of danger in what the client does
    Given the answers
      | question                    | answer      | source          |
      | controlling-digital-conduct | suspected   | partner         |
      | partner-safe-after-session  | not-reached | partner-support |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "no-word-with-signs-of-danger" is raised
    And the rule "no-word-and-other-signs" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether the client was seen to be alone in the last session: "not alone, or watched or overheard" is enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question                 | answer       | source       |
      | access-to-victim-at-home | at-times     | practitioner |
      | alone-this-session       | not-verified | partner      |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "not-alone-in-session" is raised
    And the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether he lives with the (ex-)partner he was violent towards: "he lives with a partner other than the one he was violent towards" is not enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question           | answer          | source       |
      | lives-with-partner | another-partner | client       |
      | alone-this-session | not-verified    | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "not-alone-in-session" could still be raised
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether he lives with the (ex-)partner he was violent towards: "he lives with the (ex-)partner he was violent towards" is enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given nothing of concern is known
    And the answers
      | question           | answer       | source       |
      | lives-with-partner | yes          | client       |
      | alone-this-session | not-verified | practitioner |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "not-alone-in-session" is raised
    And the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether he can reach her from where he joins: "he can reach her" is enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question                 | answer       | source       |
      | access-to-victim-at-home | at-times     | client       |
      | alone-this-session       | not-verified | practitioner |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "not-alone-in-session" is raised
    And the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether the (ex-)partner is close by after a session: "the (ex-)partner is close by after sessions" is enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question             | answer       | source       |
      | partner-nearby-after | sometimes    | client       |
      | alone-this-session   | not-verified | practitioner |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "not-alone-in-session" is raised
    And the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Who is near when he joins: "children nearby" is not enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question           | answer                         | source       |
      | people-nearby      | nobody, other-adults, children | client       |
      | alone-this-session | not-verified                   | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "not-alone-in-session" could still be raised
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Who is near when a session has ended: "children near after a session" is not enough for: Not verified to be alone, and the (ex-)partner may have been near
    Given the answers
      | question             | answer                 | source       |
      | people-after-session | other-adults, children | client       |
      | alone-this-session   | not-verified           | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "not-alone-in-session" could still be raised
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:safeguards-for-equipment
  Scenario: What gets in the way of being present online: "distractions get in the way" is not enough for: Safeguards where the equipment fails or gets in the way
    Given the answers
      | question         | answer                                             | source |
      | hinders-presence | nothing, distractions, home-environment, avoidance | client |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "equipment-checked" is called for until more is known
    And it is unknown whether the rule "safeguards-for-equipment" applies

  @rule:stirred-up-within-reach
  Scenario: What the client does in the hours after a session: "puts it away" is not enough for: The client presses, accuses, shouts or does harm after sessions, and the (ex-)partner is within reach
    Given nothing of concern is known
    And the answers
      | question                 | answer         | source  |
      | access-to-victim-at-home | at-times       | client  |
      | access-to-victim-at-home | not-applicable | partner |
      | actions-after-session    | avoidant       | client  |
      | actions-after-session    | not-applicable | partner |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the flag "session-reaches-partner" is not raised
    And the rule "stirred-up-within-reach" does not apply

  @rule:stirred-up-within-reach
  Scenario: Whether the (ex-)partner is close by after a session: "the (ex-)partner is close by after sessions" is enough for: The client presses, accuses, shouts or does harm after sessions, and the (ex-)partner is within reach
    Given the answers
      | question                   | answer    | source |
      | partner-nearby-after       | sometimes | client |
      | contact-with-partner-after | heated    | client |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "session-reaches-partner" is raised
    And the rule "stirred-up-within-reach" applies

  @rule:stirred-up-within-reach
  Scenario: Whether he can reach her from where he joins: "he can reach her" is enough for: The client presses, accuses, shouts or does harm after sessions, and the (ex-)partner is within reach
    Given the answers
      | question                   | answer   | source |
      | access-to-victim-at-home   | at-times | court  |
      | contact-with-partner-after | heated   | client |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "session-reaches-partner" is raised
    And the rule "stirred-up-within-reach" applies

  @rule:stirred-up-within-reach
  Scenario: Whether he lives with the (ex-)partner he was violent towards: "he lives with a partner other than the one he was violent towards" is not enough for: The client presses, accuses, shouts or does harm after sessions, and the (ex-)partner is within reach
    Given nothing of concern is known
    And the answers
      | question                   | answer          | source  |
      | lives-with-partner         | another-partner | client  |
      | lives-with-partner         | not-applicable  | partner |
      | contact-with-partner-after | heated          | client  |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the flag "session-reaches-partner" is not raised
    And the rule "stirred-up-within-reach" does not apply

  @rule:stirred-up-within-reach
  Scenario: Whether he lives with the (ex-)partner he was violent towards: "he lives with the (ex-)partner he was violent towards" is enough for: The client presses, accuses, shouts or does harm after sessions, and the (ex-)partner is within reach
    Given nothing of concern is known
    And the answers
      | question                   | answer | source |
      | lives-with-partner         | yes    | client |
      | contact-with-partner-after | heated | client |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "session-reaches-partner" is raised
    And the rule "stirred-up-within-reach" applies
