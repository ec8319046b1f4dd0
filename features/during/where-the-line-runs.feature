Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart. Where a word does not settle its question, it may be worse than was said; a rule that holds for what
  was said and for all that is worse applies at once.

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:children-near-after-sessions
  Rule: Children are looked after elsewhere where children are near

    Scenario: The (ex-)partner is there when sessions end, and no children are
      Given "people-after-session" is answered "partner" by practitioner
      When the case is screened
      Then the recommendation is to pause online work
      And the safeguard "children-cared-for" is not called for
      And the rule "children-near-after-sessions" does not apply

    Scenario: He names the (ex-)partner and other adults, and only he says that no children are there
      Given "people-after-session" is answered "other-adults, partner" by client
      When the case is screened
      Then the recommendation is to pause online work
      And the safeguard "children-cared-for" is called for until more is known
      And it is unknown whether the rule "children-near-after-sessions" applies

  Rule: The wish to get away is talked through, and is not yet getting away

    @rule:engagement-to-talk-through
    Scenario: He felt the wish to drop off five weeks ago, and nobody has asked since
      Given "urge-to-disconnect" was answered "felt" by client 5 weeks ago
      When the case is screened
      Then the flag "avoids-hard-subjects" could still be raised
      And the safeguard "engagement-talked-through" is called for
      And the rule "engagement-to-talk-through" applies

    @rule:gets-away-from-subjects
    Scenario: The home gets in the way of being present, and he avoids no subject
      Given "hinders-presence" is answered "home-environment" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "avoids-hard-subjects" is not raised
      And the safeguard "engagement-talked-through" is not called for
      And the rule "gets-away-from-subjects" does not apply

  @rule:left-with-other-signs
  Rule: Leaving without explanation pauses online work where there are other signs of danger

    Scenario Outline: He left without explanation, and what else was seen is no such sign (<question>)
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "left-with-signs-of-danger" is not raised
      And the rule "left-with-other-signs" does not apply

      Examples:
        | question                   | answer    | source           |
        | observed-cues              | some      | practitioner     |
        | feelings-after-session     | unsettled | probation        |
        | actions-after-session      | avoidant  | practitioner     |
        | contact-with-partner-after | calm      | child-protection |

    Scenario Outline: He left without explanation, and only he says how he was afterwards (<question>)
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "left-with-signs-of-danger" could still be raised
      And it is unknown whether the rule "left-with-other-signs" applies

      Examples:
        | question                   | answer   |
        | actions-after-session      | avoidant |
        | contact-with-partner-after | calm     |

  @rule:little-to-fall-back-on
  Rule: With little to fall back on, the hours after a session are planned

    Scenario: Only he says that he is unsettled after sessions; it may be worse
      Given "feelings-after-session" is answered "unsettled" by client
      When the case is screened
      Then the flag "stirred-up-after-sessions" could still be raised
      And the safeguard "after-session-plan" is called for
      And the rule "little-to-fall-back-on" applies

    Scenario: Only he says that he puts a session away afterwards; it may be worse
      Given "actions-after-session" is answered "avoidant" by client
      When the case is screened
      Then no recommendation can be made yet
      And the safeguard "after-session-plan" is called for
      And the rule "little-to-fall-back-on" applies

  @rule:no-partner-support-available
  Rule: Where there is no support for her, agencies are kept informed and sessions in person are kept

    Scenario: Partner support says that there is none for her
      Given "partner-support-contact" is answered "not-available" by partner-support
      When the case is screened
      Then the safeguard "agency-update" is called for
      And the safeguard "in-person-sessions-kept" is called for
      And the rule "no-partner-support-available" applies

    Scenario: Nobody has said, and the programme has not said whether it shares information with agencies
      Given the programme has what every safeguard needs
      And the programme leaves "information-sharing-protocol" open
      And "partner-support-contact" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "programme-lacks-information-sharing-protocol" could still be raised
      And the safeguard "agency-update" is called for until more is known
      And the safeguard "in-person-sessions-kept" is called for until more is known

  @rule:no-word-and-other-signs
  Rule: No word that she was out of danger pauses online work where there are signs of danger in what he does

    Scenario: The police did not reach her, and the practitioner suspects control online
      Given "partner-safe-after-session" is answered "not-reached" by police
      And "controlling-digital-conduct" is answered "suspected" by practitioner
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "no-word-with-signs-of-danger" is raised
      And the rule "no-word-and-other-signs" applies

    Scenario: Partner support did not reach her, and child protection suspects control online
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      And "controlling-digital-conduct" is answered "suspected" by child-protection
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "no-word-with-signs-of-danger" is raised
      And the rule "no-word-and-other-signs" applies

    Scenario Outline: She was not reached, and what he did is no such sign (<question>)
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      And "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the flag "no-word-with-signs-of-danger" is not raised
      And the rule "no-word-and-other-signs" does not apply

      Examples:
        | question                   | answer    | source           |
        | left-abruptly              | explained | practitioner     |
        | contact-with-partner-after | calm      | child-protection |

    Scenario: She was not reached, and only he says that contact was calm
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      And "contact-with-partner-after" is answered "calm" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-word-with-signs-of-danger" could still be raised
      And it is unknown whether the rule "no-word-and-other-signs" applies

  @rule:not-verified-and-partner-may-be-near
  Rule: A check that was not made pauses online work where she may have been near

    Scenario: Probation hears that the check was left out, and she is within his reach at times
      Given "alone-this-session" is answered "not-verified" by probation
      And "access-to-victim-at-home" is answered "at-times" by practitioner
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "not-alone-in-session" is raised
      And the rule "not-verified-and-partner-may-be-near" applies

    Scenario Outline: No check was made, and by his own account she may have been near (<question>)
      Given "alone-this-session" is answered "not-verified" by practitioner
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "not-alone-in-session" is raised
      And the rule "not-verified-and-partner-may-be-near" applies

      Examples:
        | question                 | answer    |
        | lives-with-partner       | yes       |
        | access-to-victim-at-home | at-times  |
        | partner-nearby-after     | sometimes |

    Scenario Outline: No check was made, and others than she were near (<question>)
      Given "alone-this-session" is answered "not-verified" by practitioner
      And "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "not-alone-in-session" is not raised
      And the rule "not-verified-and-partner-may-be-near" does not apply

      Examples:
        | question             | answer                 | source           |
        | lives-with-partner   | another-partner        | probation        |
        | people-nearby        | other-adults, children | practitioner     |
        | people-after-session | other-adults, children | child-protection |

    Scenario Outline: No check was made, and only he says that others than she were near (<question>)
      Given "alone-this-session" is answered "not-verified" by practitioner
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "not-alone-in-session" could still be raised
      And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

      Examples:
        | question             | answer                 |
        | lives-with-partner   | another-partner        |
        | people-nearby        | other-adults, children |
        | people-after-session | other-adults, children |

  @rule:safeguards-for-equipment
  Rule: Equipment is tried out where it is the equipment that gets in the way

    Scenario: Distractions get in the way, and the equipment does not
      Given "hinders-presence" is answered "distractions" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the safeguard "equipment-checked" is not called for
      And the rule "safeguards-for-equipment" does not apply

  @rule:stirred-up-within-reach
  Rule: Heat or harm after sessions, with her within reach, pauses online work

    Scenario: She is within his reach at times, and he puts a session away afterwards
      Given "access-to-victim-at-home" is answered "at-times" by practitioner
      And "actions-after-session" is answered "avoidant" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "session-reaches-partner" is not raised
      And the rule "stirred-up-within-reach" does not apply

    Scenario Outline: By his own account contact is heated and she is within reach (<question>)
      Given "contact-with-partner-after" is answered "heated" by client
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "session-reaches-partner" is raised
      And the rule "stirred-up-within-reach" applies

      Examples:
        | question                 | answer    |
        | partner-nearby-after     | sometimes |
        | access-to-victim-at-home | at-times  |
        | lives-with-partner       | yes       |

    Scenario: Contact is heated, and he lives with a partner he was not violent towards
      Given "contact-with-partner-after" is answered "heated" by client
      And "lives-with-partner" is answered "another-partner" by probation
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "session-reaches-partner" is not raised
      And the rule "stirred-up-within-reach" does not apply
