Feature: How the client takes part, and signs that come together

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:engagement-suddenly-changed
  Rule: A marked, sudden change in taking part calls for care

    Scenario Outline: Anybody in the group would notice it (<source>)
      Given "engagement-change" is answered "marked" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "engagement-changed" is raised by "engagement-suddenly-changed"
      Examples:
        | source          |
        | practitioner    |
        | partner-support |

    Scenario Outline: It is less than that (<answer>)
      Given "engagement-change" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "engagement-suddenly-changed" does not apply
      And the flag "engagement-changed" is not raised
      Examples:
        | answer |
        | no     |
        | some   |

    Scenario: He says that nothing has changed
      Given "engagement-change" is answered "no" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "engagement-changed" could still be raised
      And "engagement-change" is to be found out from practitioner

    Scenario: The practitioner saw no change, the second facilitator saw him fall silent
      Given the answers
        | question          | answer | source       |
        | engagement-change | no     | practitioner |
        | engagement-change | marked | programme    |
      When the case is screened
      Then the flag "engagement-changed" is raised by "engagement-suddenly-changed"
      And the report shows that the sources disagree about "engagement-change"

  @rule:safeguards-for-changed-engagement
  Rule: If the cause may lie at home, she is heard first

    Scenario: He has fallen silent from one week to the next
      Given "engagement-change" is answered "marked" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-changed-engagement" applies
      And the safeguard "same-day-partner-check" is called for
      And the safeguard "plan-with-partner-support" is called for

    Scenario: He takes part as he always did
      When the case is screened
      Then the rule "safeguards-for-changed-engagement" does not apply
      And the safeguard "same-day-partner-check" is not called for

    Scenario: Nobody has said how he takes part
      Given "engagement-change" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-changed-engagement" applies
      And the safeguard "same-day-partner-check" is called for until more is known

    Scenario: One facilitator sees a change, the other does not
      Given the answers
        | question          | answer | source       |
        | engagement-change | marked | practitioner |
        | engagement-change | no     | programme    |
      When the case is screened
      Then the safeguard "same-day-partner-check" is called for
      And the report shows that the sources disagree about "engagement-change"

  @rule:gets-away-from-subjects
  Rule: Getting away from hard subjects calls for care

    Scenario Outline: He gets away, and says so (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "avoids-hard-subjects" is raised by "gets-away-from-subjects"
      Examples:
        | question           | answer                  |
        | urge-to-disconnect | acted-on                |
        | hinders-presence   | avoidance               |
        | hinders-presence   | distractions, avoidance |

    Scenario Outline: He has felt like it, or something else is in the way (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the rule "gets-away-from-subjects" does not apply
      And the flag "avoids-hard-subjects" is not raised
      Examples:
        | question           | answer       |
        | urge-to-disconnect | no           |
        | urge-to-disconnect | felt         |
        | hinders-presence   | distractions |

    Scenario Outline: He was not asked (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "avoids-hard-subjects" could still be raised
      And "<question>" is to be found out from client
      Examples:
        | question           |
        | urge-to-disconnect |
        | hinders-presence   |

    Scenario: He says that he never wanted to leave, the facilitator saw him switch off
      Given the answers
        | question           | answer   | source       |
        | urge-to-disconnect | no       | client       |
        | urge-to-disconnect | acted-on | practitioner |
      When the case is screened
      Then the flag "avoids-hard-subjects" is raised by "gets-away-from-subjects"
      And the report shows that the sources disagree about "urge-to-disconnect"

  @rule:engagement-to-talk-through
  Rule: What has changed is talked through with him

    Scenario Outline: There is something to talk through (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "engagement-to-talk-through" applies
      And the safeguard "engagement-talked-through" is called for
      Examples:
        | question           | answer    |
        | engagement-change  | some      |
        | engagement-change  | marked    |
        | urge-to-disconnect | felt      |
        | urge-to-disconnect | acted-on  |
        | hinders-presence   | avoidance |

    Scenario: There is nothing of the kind
      When the case is screened
      Then the rule "engagement-to-talk-through" does not apply
      And the safeguard "engagement-talked-through" is not called for

    Scenario: He did not want to say
      Given client declined to answer "urge-to-disconnect"
      When the case is screened
      Then it is unknown whether the rule "engagement-to-talk-through" applies
      And the safeguard "engagement-talked-through" is called for until more is known

    Scenario: He says that nothing is in his way, the facilitator hears one-word answers
      Given the answers
        | question         | answer    | source       |
        | hinders-presence | nothing   | client       |
        | hinders-presence | avoidance | practitioner |
      When the case is screened
      Then the safeguard "engagement-talked-through" is called for
      And the report shows that the sources disagree about "hinders-presence"

  @rule:hindered-by-the-home
  Rule: Where the home gets in the way, sessions move away from it

    Scenario Outline: The home draws him away (<answer>)
      Given "hinders-presence" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "hindered-by-the-home" applies
      And the safeguard "distance-from-the-home" is called for
      And the safeguard "headphones-and-screen" is called for
      Examples:
        | answer                       |
        | distractions                 |
        | home-environment             |
        | technology, home-environment |

    Scenario Outline: Something else does, or nothing (<answer>)
      Given "hinders-presence" is answered "<answer>" by client
      When the case is screened
      Then the rule "hindered-by-the-home" does not apply
      And the safeguard "distance-from-the-home" is not called for
      Examples:
        | answer     |
        | nothing    |
        | technology |
        | avoidance  |

    Scenario: He was not asked what gets in the way
      Given "hinders-presence" is not answered
      When the case is screened
      Then it is unknown whether the rule "hindered-by-the-home" applies
      And the safeguard "distance-from-the-home" is called for until more is known

    Scenario: He names nothing, probation saw a kitchen table with three people at it
      Given the answers
        | question         | answer           | source    |
        | hinders-presence | nothing          | client    |
        | hinders-presence | home-environment | probation |
      When the case is screened
      Then the safeguard "distance-from-the-home" is called for
      And the report shows that the sources disagree about "hinders-presence"

  @rule:signs-taken-together
  Rule: Two signs at the same time are looked at by more than one person

    Scenario Outline: Two signs, each small (<one> - <other>)
      Given "<one>" is answered "<answer>" by practitioner
      And "<other>" is answered "<second>" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "several-signs-together" is raised by "signs-taken-together"
      Examples:
        | one                         | answer             | other                      | second |
        | engagement-change           | marked             | new-risk-information       | minor  |
        | observed-cues               | repeated           | contact-with-partner-after | heated |
        | feelings-after-session      | defensive-or-angry | new-risk-information       | minor  |
        | left-abruptly               | unexplained        | new-risk-information       | minor  |
        | controlling-digital-conduct | suspected          | contact-with-partner-after | heated |
        | side-channel-use            | suspected          | engagement-change          | marked |

    Scenario Outline: One sign alone (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "signs-taken-together" does not apply
      And the flag "several-signs-together" is not raised
      Examples:
        | question          | answer      |
        | engagement-change | marked      |
        | observed-cues     | repeated    |
        | left-abruptly     | unexplained |

    Scenario: One sign, and of another it is not known
      Given "engagement-change" is answered "marked" by practitioner
      And "observed-cues" is not answered
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "several-signs-together" could still be raised
      And "observed-cues" is to be found out from practitioner

    Scenario: Sources differ about one of two signs, and it counts
      Given "engagement-change" is answered "marked" by practitioner
      And the answers
        | question      | answer   | source       |
        | observed-cues | none     | practitioner |
        | observed-cues | repeated | programme    |
      When the case is screened
      Then the flag "several-signs-together" is raised by "signs-taken-together"
      And the report shows that the sources disagree about "observed-cues"

  @rule:safeguards-for-signs-taken-together
  Rule: Where signs come together, the case is talked through and the client is met in person

    Scenario: A changed client, and a small piece of news
      Given "engagement-change" is answered "marked" by practitioner
      And "new-risk-information" is answered "minor" by police
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-signs-taken-together" applies
      And the safeguard "case-consultation" is called for
      And the safeguard "seen-in-person" is called for

    Scenario: A changed client, and nothing else
      Given "engagement-change" is answered "marked" by practitioner
      When the case is screened
      Then the rule "safeguards-for-signs-taken-together" does not apply
      And the safeguard "case-consultation" is not called for
      And the safeguard "seen-in-person" is not called for

    Scenario: A changed client, and nobody has asked about contact after sessions
      Given "engagement-change" is answered "marked" by practitioner
      And "contact-with-partner-after" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-signs-taken-together" applies
      And the safeguard "seen-in-person" is called for until more is known

    Scenario: A changed client, who says that contact is calm, while she says that it is not
      Given "engagement-change" is answered "marked" by practitioner
      And the answers
        | question                   | answer | source  |
        | contact-with-partner-after | calm   | client  |
        | contact-with-partner-after | heated | partner |
      When the case is screened
      Then the safeguard "seen-in-person" is called for
      And the report shows that the sources disagree about "contact-with-partner-after"
