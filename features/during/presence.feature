Feature: Whether the client was alone, what was seen on screen, and control shown online

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:not-alone-while-taking-part
  Rule: Not having been alone pauses online work

    Scenario Outline: Somebody was there, or could listen or watch (<source>)
      Given "alone-this-session" is answered "no" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "not-alone-in-session" is raised by "not-alone-while-taking-part"
      And the flag "not-alone-in-session" names who must be told at once
      And the flag "not-alone-in-session" would be resolved by "room-at-partner-agency"
      And the flag "not-alone-in-session" would be resolved by "seen-alone-first"
      Examples:
        | source           |
        | practitioner     |
        | client           |
        | partner-support  |
        | child-protection |

    Scenario: He was seen to be alone
      Given "alone-this-session" is answered "yes" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "not-alone-while-taking-part" does not apply
      And the flag "not-alone-in-session" is not raised

    Scenario: Nobody has looked at the record of the last session
      Given "alone-this-session" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "not-alone-in-session" could still be raised
      And "alone-this-session" is to be found out from practitioner

    Scenario: He says that he was alone
      Given "alone-this-session" is answered "yes" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "not-alone-while-taking-part" applies

    Scenario: He was last seen to be alone five weeks ago
      Given "alone-this-session" was answered "yes" by practitioner 5 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And "alone-this-session" is to be found out from practitioner

    Scenario: The facilitator saw nobody, she was made to sit behind the screen
      Given the answers
        | question           | answer | source          |
        | alone-this-session | yes    | practitioner    |
        | alone-this-session | no     | partner-support |
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "not-alone-in-session" is raised by "not-alone-while-taking-part"
      And the report shows that the sources disagree about "alone-this-session"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "alone-this-session"

  @rule:not-verified-and-partner-may-be-near
  Rule: A check that was not made pauses online work where she may have been near

    Scenario Outline: No check was made, and she may have been within reach (<question> - <answer>)
      Given "alone-this-session" is answered "not-verified" by practitioner
      And "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "not-alone-in-session" is raised by "not-verified-and-partner-may-be-near"
      Examples:
        | question                 | answer    |
        | lives-with-partner       | part-time |
        | access-to-victim-at-home | at-times  |
        | partner-nearby-after     | sometimes |
        | people-nearby            | partner   |
        | people-after-session     | partner   |

    Scenario: No check was made, and nothing puts her near
      Given "alone-this-session" is answered "not-verified" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "not-verified-and-partner-may-be-near" does not apply
      And the flag "not-alone-in-session" is not raised

    Scenario: She is near at times, and the check was made
      Given "access-to-victim-at-home" is answered "at-times" by practitioner
      When the case is screened
      Then the rule "not-verified-and-partner-may-be-near" does not apply

    Scenario Outline: No check was made, and it is not known how near she was (<question>)
      Given "alone-this-session" is answered "not-verified" by practitioner
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies
      And "<question>" is to be found out from partner-support
      Examples:
        | question                 |
        | lives-with-partner       |
        | access-to-victim-at-home |
        | partner-nearby-after     |

    Scenario: No check was made; he says that she never comes near, she says that she does
      Given "alone-this-session" is answered "not-verified" by practitioner
      And the answers
        | question             | answer    | source  |
        | partner-nearby-after | no        | client  |
        | partner-nearby-after | sometimes | partner |
      When the case is screened
      Then the flag "not-alone-in-session" is raised by "not-verified-and-partner-may-be-near"
      And the report shows that the sources disagree about "partner-nearby-after"

  @rule:presence-left-unverified
  Rule: A check that was not made calls for care

    Scenario Outline: He was not verified to be alone (<answer>)
      Given "alone-this-session" is answered "<answer>" by practitioner
      When the case is screened
      Then the flag "presence-not-verified" is raised by "presence-left-unverified"
      Examples:
        | answer       |
        | not-verified |
        | no           |

    Scenario: The check was made, and made again
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "presence-left-unverified" does not apply
      And the flag "presence-not-verified" is not raised

    Scenario: Nobody can say whether the check was made
      Given practitioner does not know "alone-this-session"
      When the case is screened
      Then the flag "presence-not-verified" could still be raised

    Scenario: He says that the check was made, the record says that it was not
      Given the answers
        | question           | answer       | source       |
        | alone-this-session | yes          | client       |
        | alone-this-session | not-verified | practitioner |
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "presence-not-verified" is raised by "presence-left-unverified"
      And the report shows that the sources disagree about "alone-this-session"

  @rule:safeguards-for-presence
  Rule: What was not verified is made good before and in the next session

    Scenario: The check was left out
      Given "alone-this-session" is answered "not-verified" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-presence" applies
      And the safeguard "seen-alone-first" is called for
      And the safeguard "headphones-and-screen" is called for

    Scenario: The check was made
      When the case is screened
      Then the rule "safeguards-for-presence" does not apply
      And the safeguard "seen-alone-first" is not called for

    Scenario: Nobody has looked at the record
      Given "alone-this-session" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-presence" applies
      And the safeguard "seen-alone-first" is called for until more is known

    Scenario: The facilitator made the check, probation was told that a friend sat by
      Given the answers
        | question           | answer | source       |
        | alone-this-session | yes    | practitioner |
        | alone-this-session | no     | probation    |
      When the case is screened
      Then the safeguard "seen-alone-first" is called for
      And the report shows that the sources disagree about "alone-this-session"

  @rule:signs-repeated
  Rule: Repeated signs on screen call for care, and exclude nobody

    Scenario: They were seen in more than one session
      Given "observed-cues" is answered "repeated" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "signs-on-screen" is raised by "signs-repeated"

    Scenario Outline: They were seen once, or not at all (<answer>)
      Given "observed-cues" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "signs-repeated" does not apply
      And the flag "signs-on-screen" is not raised
      Examples:
        | answer |
        | none   |
        | some   |

    Scenario: Nobody has said what was seen
      Given "observed-cues" is not answered
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "signs-on-screen" could still be raised
      And "observed-cues" is to be found out from practitioner

    Scenario: One facilitator saw nothing, the practitioner's co-worker saw him look aside each time
      Given the answers
        | question      | answer   | source       |
        | observed-cues | none     | practitioner |
        | observed-cues | repeated | programme    |
      When the case is screened
      Then the flag "signs-on-screen" is raised by "signs-repeated"
      And the report shows that the sources disagree about "observed-cues"

  @rule:safeguards-for-signs-on-screen
  Rule: Where signs were seen, a second person looks

    Scenario Outline: Signs were seen (<answer>)
      Given "observed-cues" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-signs-on-screen" applies
      And the safeguard "second-pair-of-eyes" is called for
      Examples:
        | answer   |
        | some     |
        | repeated |

    Scenario: None were seen
      When the case is screened
      Then the rule "safeguards-for-signs-on-screen" does not apply
      And the safeguard "second-pair-of-eyes" is not called for

    Scenario: What was seen was last asked five weeks ago
      Given "observed-cues" was answered "none" by practitioner 5 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-signs-on-screen" applies
      And the safeguard "second-pair-of-eyes" is called for until more is known

    Scenario: The practitioner saw none, the second facilitator some
      Given the answers
        | question      | answer | source       |
        | observed-cues | none   | practitioner |
        | observed-cues | some   | programme    |
      When the case is screened
      Then the safeguard "second-pair-of-eyes" is called for
      And the report shows that the sources disagree about "observed-cues"

  @rule:control-in-sessions
  Rule: Control shown online pauses online work

    Scenario Outline: He recorded, demanded or watched, whoever reports it (<source>)
      Given "controlling-digital-conduct" is answered "yes" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "control-shown-online" is raised by "control-in-sessions"
      And the flag "control-shown-online" names who must be told at once
      And no safeguard would resolve the flag "control-shown-online"
      Examples:
        | source          |
        | practitioner    |
        | client          |
        | partner         |
        | partner-support |

    Scenario Outline: It was looked at, and is at most suspected (<answer>)
      Given "controlling-digital-conduct" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "control-in-sessions" does not apply
      And the flag "control-shown-online" is not raised
      Examples:
        | answer    |
        | no        |
        | suspected |

    Scenario: Nobody has looked
      Given "controlling-digital-conduct" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "control-in-sessions" applies
      And "controlling-digital-conduct" is to be found out from practitioner

    Scenario: The practitioner noticed nothing, she was shown a recording of the group
      Given the answers
        | question                    | answer | source       |
        | controlling-digital-conduct | no     | practitioner |
        | controlling-digital-conduct | yes    | partner      |
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "control-in-sessions" applies
      And the report shows that the sources disagree about "controlling-digital-conduct"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "controlling-digital-conduct"

  @rule:control-in-sessions-suspected
  Rule: A suspicion of control online calls for care

    Scenario Outline: There is a ground for it (<answer>)
      Given "controlling-digital-conduct" is answered "<answer>" by practitioner
      When the case is screened
      Then the flag "control-suspected-online" is raised by "control-in-sessions-suspected"
      Examples:
        | answer    |
        | suspected |
        | yes       |

    Scenario: Somebody looked, and there is none
      When the case is screened
      Then the rule "control-in-sessions-suspected" does not apply
      And the flag "control-suspected-online" is not raised

    Scenario: Only he says that there is none
      Given "controlling-digital-conduct" is answered "no" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "control-suspected-online" could still be raised

    Scenario: The practitioner knows of nothing, partner support has a suspicion
      Given the answers
        | question                    | answer    | source          |
        | controlling-digital-conduct | no        | practitioner    |
        | controlling-digital-conduct | suspected | partner-support |
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "control-suspected-online" is raised by "control-in-sessions-suspected"
      And the report shows that the sources disagree about "controlling-digital-conduct"

  @rule:safeguards-for-suspected-control
  Rule: A suspicion is looked into

    Scenario: He is suspected of passing on what the others say
      Given "controlling-digital-conduct" is answered "suspected" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-suspected-control" applies
      And the safeguard "conduct-looked-into" is called for
      And the safeguard "second-pair-of-eyes" is called for

    Scenario: There is no suspicion
      When the case is screened
      Then the rule "safeguards-for-suspected-control" does not apply
      And the safeguard "conduct-looked-into" is not called for

    Scenario: Nobody has looked, so the safeguards stay on the list
      Given practitioner does not know "controlling-digital-conduct"
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-suspected-control" applies
      And the safeguard "conduct-looked-into" is called for until more is known

    Scenario: The practitioner knows of nothing, the police do
      Given the answers
        | question                    | answer    | source       |
        | controlling-digital-conduct | no        | practitioner |
        | controlling-digital-conduct | suspected | police       |
      When the case is screened
      Then the safeguard "conduct-looked-into" is called for
      And the report shows that the sources disagree about "controlling-digital-conduct"
