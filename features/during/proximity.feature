Feature: Who is near when a session ends, and what reaches her of it

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:partner-near-when-sessions-end
  Rule: Her being near when sessions end pauses online work

    Scenario Outline: She is near, whoever says so (<question> by <source>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "partner-near-after-session" is raised by "partner-near-when-sessions-end"
      And the flag "partner-near-after-session" names who must be told at once
      And the flag "partner-near-after-session" would be resolved by "room-at-partner-agency"
      And the flag "partner-near-after-session" would be resolved by "session-times-agreed"
      Examples:
        | question             | answer            | source          |
        | partner-nearby-after | yes               | client          |
        | partner-nearby-after | yes               | partner-support |
        | people-after-session | partner           | client          |
        | people-after-session | children, partner | police          |

    Scenario Outline: She is not near, or at times only (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "partner-near-when-sessions-end" does not apply
      And the flag "partner-near-after-session" is not raised
      Examples:
        | question             | answer                 |
        | partner-nearby-after | no                     |
        | partner-nearby-after | sometimes              |
        | people-after-session | nobody                 |
        | people-after-session | other-adults, children |

    Scenario Outline: Only he says that she is not (<question> from <source>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "partner-near-after-session" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question             | answer | source          |
        | partner-nearby-after | no     | partner-support |
        | partner-nearby-after | no     | practitioner    |
        | people-after-session | nobody | partner-support |
        | people-after-session | nobody | practitioner    |

    Scenario: He closes the screen alone, she stands in the hall
      Given the answers
        | question             | answer | source  |
        | partner-nearby-after | no     | client  |
        | partner-nearby-after | yes    | partner |
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "partner-near-when-sessions-end" applies
      And the report shows that the sources disagree about "partner-nearby-after"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "partner-nearby-after"

  @rule:partner-near-at-times
  Rule: Her being near at times calls for care

    Scenario Outline: There are such days (<answer>)
      Given "partner-nearby-after" is answered "<answer>" by partner-support
      When the case is screened
      Then the flag "partner-near-at-times-after-session" is raised by "partner-near-at-times"
      Examples:
        | answer    |
        | sometimes |
        | yes       |

    Scenario: There are none
      When the case is screened
      Then the rule "partner-near-at-times" does not apply
      And the flag "partner-near-at-times-after-session" is not raised

    Scenario: Nobody has asked
      Given "partner-nearby-after" is not answered
      When the case is screened
      Then the flag "partner-near-at-times-after-session" could still be raised

    Scenario: The practitioner knows of no such days, child protection knows of the handovers
      Given the answers
        | question             | answer    | source           |
        | partner-nearby-after | no        | practitioner     |
        | partner-nearby-after | sometimes | child-protection |
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "partner-near-at-times-after-session" is raised by "partner-near-at-times"
      And the report shows that the sources disagree about "partner-nearby-after"

  @rule:safeguards-when-partner-is-near-at-times
  Rule: Sessions are moved away from the times at which she is near

    Scenario: She comes on Fridays
      Given "partner-nearby-after" is answered "sometimes" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-when-partner-is-near-at-times" applies
      And the safeguard "session-times-agreed" is called for
      And the safeguard "plan-with-partner-support" is called for
      And the safeguard "after-session-plan" is called for
      And the safeguard "distance-from-the-home" is called for

    Scenario: She does not come
      When the case is screened
      Then the rule "safeguards-when-partner-is-near-at-times" does not apply
      And the safeguard "session-times-agreed" is not called for

    Scenario: It was last asked five weeks ago
      Given "partner-nearby-after" was answered "no" by practitioner 5 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-when-partner-is-near-at-times" applies
      And the safeguard "session-times-agreed" is called for until more is known

    Scenario: He speaks of none, probation saw her car
      Given the answers
        | question             | answer    | source    |
        | partner-nearby-after | no        | client    |
        | partner-nearby-after | sometimes | probation |
      When the case is screened
      Then the safeguard "session-times-agreed" is called for
      And the report shows that the sources disagree about "partner-nearby-after"

  @rule:stirred-up-within-reach
  Rule: Heat or harm after sessions, with her within reach, pauses online work

    Scenario Outline: What sessions stir up reaches her (<sign> - <reach>)
      Given "<sign>" is answered "<what>" by client
      And "<reach>" is answered "<how>" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "session-reaches-partner" is raised by "stirred-up-within-reach"
      And the flag "session-reaches-partner" names who must be told at once
      And the flag "session-reaches-partner" would be resolved by "no-contact-after-sessions"
      Examples:
        | sign                       | what    | reach                    | how       |
        | contact-with-partner-after | heated  | partner-nearby-after     | sometimes |
        | contact-with-partner-after | heated  | access-to-victim-at-home | at-times  |
        | contact-with-partner-after | heated  | lives-with-partner       | part-time |
        | actions-after-session      | harmful | partner-nearby-after     | sometimes |
        | actions-after-session      | harmful | access-to-victim-at-home | at-times  |

    Scenario Outline: One without the other (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "stirred-up-within-reach" does not apply
      And the flag "session-reaches-partner" is not raised
      Examples:
        | question                   | answer    |
        | contact-with-partner-after | heated    |
        | contact-with-partner-after | calm      |
        | actions-after-session      | avoidant  |
        | partner-nearby-after       | sometimes |
        | access-to-victim-at-home   | at-times  |

    Scenario Outline: She is near at times, and only he says how he is then (<question> from <source>)
      Given "partner-nearby-after" is answered "sometimes" by partner-support
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "stirred-up-within-reach" applies
      And "<question>" is to be found out from <source>
      Examples:
        | question                   | answer       | source          |
        | contact-with-partner-after | calm         | partner-support |
        | contact-with-partner-after | calm         | police          |
        | actions-after-session      | constructive | practitioner    |

    Scenario: Contact is heated, and nobody knows whether she is near
      Given "contact-with-partner-after" is answered "heated" by client
      And "partner-nearby-after" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "stirred-up-within-reach" applies

    Scenario: He speaks of calm handovers, child protection has seen two that were not
      Given "access-to-victim-at-home" is answered "at-times" by practitioner
      And the answers
        | question                   | answer | source           |
        | contact-with-partner-after | calm   | client           |
        | contact-with-partner-after | heated | child-protection |
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "session-reaches-partner" is raised by "stirred-up-within-reach"
      And the report shows that the sources disagree about "contact-with-partner-after"

  @rule:harm-after-a-session
  Rule: Harm after a session pauses online work, wherever she is

    Scenario Outline: He frightens or hurts somebody, and nothing puts her near (<source>)
      Given "actions-after-session" is answered "harmful" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "harm-after-session" is raised by "harm-after-a-session"
      And the flag "harm-after-session" names who must be told at once
      And the flag "harm-after-session" would be resolved by "case-consultation"
      And the flag "harm-after-session" would be resolved by "seen-in-person"
      And the flag "session-reaches-partner" is not raised
      And the client's copy does not mention "actions-after-session"
      Examples:
        | source           |
        | client           |
        | partner          |
        | partner-support  |
        | police           |
        | child-protection |

    Scenario Outline: He does something that helps, or puts it away (<answer>)
      Given "actions-after-session" is answered "<answer>" by probation
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "harm-after-a-session" does not apply
      And the flag "harm-after-session" is not raised
      Examples:
        | answer       |
        | constructive |
        | avoidant     |

    Scenario Outline: Only he says what he does (ask <source>)
      Given "actions-after-session" is answered "constructive" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "harm-after-session" could still be raised
      And "actions-after-session" is to be found out from <source>
      Examples:
        | source          |
        | partner-support |
        | police          |
        | practitioner    |

    Scenario: He goes for a walk, probation hears of a broken door
      Given the answers
        | question              | answer       | source    |
        | actions-after-session | constructive | client    |
        | actions-after-session | harmful      | probation |
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "harm-after-a-session" applies
      And the report shows that the sources disagree about "actions-after-session"

  @rule:heated-after-sessions
  Rule: Heated contact after sessions calls for care, from whatever distance

    Scenario Outline: It is heated (<source>)
      Given "contact-with-partner-after" is answered "heated" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "heated-contact-after-sessions" is raised by "heated-after-sessions"
      Examples:
        | source          |
        | client          |
        | partner         |
        | partner-support |
        | police          |

    Scenario Outline: There is none, or it is calm (<answer>)
      Given "contact-with-partner-after" is answered "<answer>" by partner-support
      When the case is screened
      Then the rule "heated-after-sessions" does not apply
      And the flag "heated-contact-after-sessions" is not raised
      Examples:
        | answer |
        | none   |
        | calm   |

    Scenario: He calls it calm
      Given "contact-with-partner-after" is answered "calm" by client
      When the case is screened
      Then the flag "heated-contact-after-sessions" could still be raised
      And "contact-with-partner-after" is to be found out from partner-support

    Scenario: He calls it calm, she does not
      Given the answers
        | question                   | answer | source  |
        | contact-with-partner-after | calm   | client  |
        | contact-with-partner-after | heated | partner |
      When the case is screened
      Then the flag "heated-contact-after-sessions" is raised by "heated-after-sessions"
      And the report shows that the sources disagree about "contact-with-partner-after"
      And the client's copy does not mention "contact-with-partner-after"

  @rule:safeguards-for-heated-contact
  Rule: Hours without contact, and somebody who asks how she is

    Scenario: Messages come all evening
      Given "contact-with-partner-after" is answered "heated" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-heated-contact" applies
      And the safeguard "no-contact-after-sessions" is called for
      And the safeguard "same-day-partner-check" is called for
      And the safeguard "plan-with-partner-support" is called for

    Scenario: There is no contact, and what is asked of everybody is asked of him
      When the case is screened
      Then the rule "safeguards-for-heated-contact" does not apply
      And the safeguard "no-contact-after-sessions" is called for
      And the safeguard "same-day-partner-check" is not called for

    Scenario: She does not want to speak about it
      Given partner declined to answer "contact-with-partner-after"
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-heated-contact" applies
      And the safeguard "same-day-partner-check" is called for until more is known
      And "contact-with-partner-after" is not to be asked of partner-support

    Scenario: He says that there is no contact, the police were called
      Given the answers
        | question                   | answer | source |
        | contact-with-partner-after | none   | client |
        | contact-with-partner-after | heated | police |
      When the case is screened
      Then the safeguard "same-day-partner-check" is called for
      And the report shows that the sources disagree about "contact-with-partner-after"

  @rule:tension-from-sessions
  Rule: Tension at home that sessions may lead to calls for care

    Scenario Outline: Sessions may lead to tension (<answer>)
      Given "tension-at-home" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "tension-after-sessions" is raised by "tension-from-sessions"
      Examples:
        | answer   |
        | possibly |
        | yes      |

    Scenario: Those who live there see none
      Given "tension-at-home" is answered "no" by child-protection
      When the case is screened
      Then the rule "tension-from-sessions" does not apply
      And the flag "tension-after-sessions" is not raised

    Scenario: He sees none
      Given "tension-at-home" is answered "no" by client
      When the case is screened
      Then the flag "tension-after-sessions" could still be raised
      And "tension-at-home" is to be found out from practitioner

    Scenario: He sees none, child protection sees a great deal
      Given the answers
        | question        | answer | source           |
        | tension-at-home | no     | client           |
        | tension-at-home | yes    | child-protection |
      When the case is screened
      Then the flag "tension-after-sessions" is raised by "tension-from-sessions"
      And the report shows that the sources disagree about "tension-at-home"

  @rule:safeguards-for-tension-at-home
  Rule: Tension is his to keep in bounds, and those at home know whom to turn to

    Scenario: He expects a bad evening
      Given "tension-at-home" is answered "possibly" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-tension-at-home" applies
      And the safeguard "after-session-plan" is called for
      And the safeguard "distance-from-the-home" is called for
      And the safeguard "plan-with-partner-support" is called for

    Scenario: There is no tension
      When the case is screened
      Then the rule "safeguards-for-tension-at-home" does not apply
      And the safeguard "distance-from-the-home" is not called for

    Scenario: Nobody has asked about the home
      Given "tension-at-home" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-tension-at-home" applies
      And the safeguard "distance-from-the-home" is called for until more is known

    Scenario: He sees none, a new partner told partner support otherwise
      Given the answers
        | question        | answer   | source          |
        | tension-at-home | no       | client          |
        | tension-at-home | possibly | partner-support |
      When the case is screened
      Then the safeguard "distance-from-the-home" is called for
      And the report shows that the sources disagree about "tension-at-home"

  @rule:others-near-after-sessions
  Rule: With others near, the hours after are planned

    Scenario Outline: Somebody is there (<answer>)
      Given "people-after-session" is answered "<answer>" by client
      When the case is screened
      Then the rule "others-near-after-sessions" applies
      And the safeguard "after-session-plan" is called for
      Examples:
        | answer       |
        | other-adults |
        | children     |
        | partner      |

    Scenario: Nobody is there
      When the case is screened
      Then the rule "others-near-after-sessions" does not apply
      And the safeguard "after-session-plan" is not called for

    Scenario: It is not known who is there
      Given "people-after-session" is not answered
      When the case is screened
      Then it is unknown whether the rule "others-near-after-sessions" applies
      And the safeguard "after-session-plan" is called for until more is known

    Scenario: He names nobody, probation met his brother
      Given the answers
        | question             | answer       | source    |
        | people-after-session | nobody       | client    |
        | people-after-session | other-adults | probation |
      When the case is screened
      Then the safeguard "after-session-plan" is called for
      And the report shows that the sources disagree about "people-after-session"

  @rule:children-near-after-sessions
  Rule: Children are looked after elsewhere until he has settled

    Scenario: The children are there
      Given "people-after-session" is answered "other-adults, children" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "children-near-after-sessions" applies
      And the safeguard "children-cared-for" is called for

    Scenario Outline: No children are there (<answer>)
      Given "people-after-session" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "children-near-after-sessions" does not apply
      And the safeguard "children-cared-for" is not called for
      Examples:
        | answer       |
        | nobody       |
        | other-adults |

    Scenario: Only he says that nobody is there
      Given "people-after-session" is answered "nobody" by client
      When the case is screened
      Then it is unknown whether the rule "children-near-after-sessions" applies
      And the safeguard "children-cared-for" is called for until more is known

    Scenario: He names his mother, child protection knows that his son is with him
      Given the answers
        | question             | answer       | source           |
        | people-after-session | other-adults | client           |
        | people-after-session | children     | child-protection |
      When the case is screened
      Then the safeguard "children-cared-for" is called for
      And the report shows that the sources disagree about "people-after-session"
