Feature: Leaving a session, and technical faults - two things that never explain each other

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:left-and-not-explained
  Rule: Leaving without an explanation that is borne out calls for care the same day

    Scenario Outline: He was gone, and nothing bears out why (<source>)
      Given "left-abruptly" is answered "unexplained" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "left-without-explanation" is raised by "left-and-not-explained"
      Examples:
        | source       |
        | practitioner |
        | programme    |

    Scenario: Faults are common in his sessions, and this departure is not one of them
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "technical-problems" is answered "recurring" by practitioner
      When the case is screened
      Then the flag "left-without-explanation" is raised by "left-and-not-explained"
      And the flag "technical-faults-recur" is raised by "faults-recur"

    Scenario Outline: He stayed, or the reason is borne out (<answer>)
      Given "left-abruptly" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "left-and-not-explained" does not apply
      And the flag "left-without-explanation" is not raised
      Examples:
        | answer    |
        | no        |
        | explained |

    Scenario: He explains it himself
      Given "left-abruptly" is answered "explained" by client
      When the case is screened
      Then the flag "left-without-explanation" could still be raised
      And "left-abruptly" is to be found out from practitioner

    Scenario: He says that the connection failed, the facilitator saw him close the screen
      Given the answers
        | question      | answer      | source       |
        | left-abruptly | explained   | client       |
        | left-abruptly | unexplained | practitioner |
      When the case is screened
      Then the flag "left-without-explanation" is raised by "left-and-not-explained"
      And the report shows that the sources disagree about "left-abruptly"

  @rule:safeguards-after-leaving
  Rule: After an unexplained departure the first question is how she is

    Scenario: He was gone in the middle of a hard session
      Given "left-abruptly" is answered "unexplained" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-after-leaving" applies
      And the safeguard "same-day-partner-check" is called for
      And the safeguard "engagement-talked-through" is called for
      And the safeguard "plan-with-partner-support" is called for

    Scenario: A fault was shown
      Given "left-abruptly" is answered "explained" by practitioner
      And "technical-problems" is answered "occasional" by practitioner
      When the case is screened
      Then the rule "safeguards-after-leaving" does not apply
      And the safeguard "same-day-partner-check" is not called for

    Scenario: Nobody has said whether he stayed to the end
      Given "left-abruptly" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-after-leaving" applies
      And the safeguard "same-day-partner-check" is called for until more is known

    Scenario: The practitioner took it for explained, the second facilitator did not
      Given the answers
        | question      | answer      | source       |
        | left-abruptly | explained   | practitioner |
        | left-abruptly | unexplained | programme    |
      When the case is screened
      Then the safeguard "same-day-partner-check" is called for
      And the report shows that the sources disagree about "left-abruptly"

  @rule:left-with-other-signs
  Rule: Leaving without explanation, with another sign of danger, pauses online work

    Scenario Outline: Something else is there (<question> - <answer>)
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "left-with-signs-of-danger" is raised by "left-with-other-signs"
      And the flag "left-with-signs-of-danger" names who must be told at once
      And the flag "left-with-signs-of-danger" would be resolved by "same-day-partner-check"
      And the flag "left-with-signs-of-danger" would be resolved by "seen-in-person"
      Examples:
        | question                   | answer             | source       |
        | engagement-change          | marked             | practitioner |
        | observed-cues              | repeated           | practitioner |
        | feelings-after-session     | defensive-or-angry | client       |
        | actions-after-session      | harmful            | partner      |
        | contact-with-partner-after | heated             | police       |

    Scenario: Recurring faults do not take anything from it
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "engagement-change" is answered "marked" by practitioner
      And "technical-problems" is answered "recurring" by programme
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "left-with-other-signs" applies

    Scenario Outline: One of the two is missing (<left> - <change>)
      Given "left-abruptly" is answered "<left>" by practitioner
      And "engagement-change" is answered "<change>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "left-with-other-signs" does not apply
      And the flag "left-with-signs-of-danger" is not raised
      Examples:
        | left        | change |
        | unexplained | some   |
        | explained   | marked |
        | no          | marked |

    Scenario Outline: He was gone, and it is not known whether there are other signs (<question> from <source>)
      Given "left-abruptly" is answered "unexplained" by practitioner
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "left-with-signs-of-danger" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question                   | source          |
        | engagement-change          | practitioner    |
        | observed-cues              | practitioner    |
        | feelings-after-session     | practitioner    |
        | actions-after-session      | partner-support |
        | contact-with-partner-after | partner-support |

    Scenario: He says that he was calm afterwards, she had message upon message
      Given "left-abruptly" is answered "unexplained" by practitioner
      And the answers
        | question                   | answer | source  |
        | contact-with-partner-after | calm   | client  |
        | contact-with-partner-after | heated | partner |
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "left-with-signs-of-danger" is raised by "left-with-other-signs"
      And the report shows that the sources disagree about "contact-with-partner-after"
      And the client's copy does not mention "contact-with-partner-after"

  @rule:faults-recur
  Rule: Faults that recur call for care, and explain no departure

    Scenario: The same fault comes back
      Given "technical-problems" is answered "recurring" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "technical-faults-recur" is raised by "faults-recur"

    Scenario Outline: There are few faults, or none (<answer>)
      Given "technical-problems" is answered "<answer>" by programme
      When the case is screened
      Then the rule "faults-recur" does not apply
      And the flag "technical-faults-recur" is not raised
      Examples:
        | answer     |
        | no         |
        | occasional |

    Scenario: A departure alone is no fault
      Given "left-abruptly" is answered "unexplained" by practitioner
      When the case is screened
      Then the rule "faults-recur" does not apply

    Scenario: Only he says that all is well with the equipment
      Given "technical-problems" is answered "no" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "technical-faults-recur" could still be raised
      And "technical-problems" is to be found out from programme

    Scenario: The practitioner remembers one fault, the programme has recorded six
      Given the answers
        | question           | answer     | source       |
        | technical-problems | occasional | practitioner |
        | technical-problems | recurring  | programme    |
      When the case is screened
      Then the flag "technical-faults-recur" is raised by "faults-recur"
      And the report shows that the sources disagree about "technical-problems"

  @rule:faults-recorded
  Rule: Every fault is recorded

    Scenario Outline: There are faults (<answer>)
      Given "technical-problems" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "faults-recorded" applies
      And the safeguard "fault-record" is called for
      Examples:
        | answer     |
        | occasional |
        | recurring  |

    Scenario: There are none
      When the case is screened
      Then the rule "faults-recorded" does not apply
      And the safeguard "fault-record" is not called for

    Scenario: Nobody has said
      Given "technical-problems" is not answered
      When the case is screened
      Then it is unknown whether the rule "faults-recorded" applies
      And the safeguard "fault-record" is called for until more is known

    Scenario: He complains of faults, the practitioner has seen none
      Given the answers
        | question           | answer     | source       |
        | technical-problems | occasional | client       |
        | technical-problems | no         | practitioner |
      When the case is screened
      Then the safeguard "fault-record" is called for
      And the report shows that the sources disagree about "technical-problems"

  @rule:safeguards-for-equipment
  Rule: Equipment that fails or gets in the way is tried out again

    Scenario Outline: The equipment is at fault, or in the way (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-equipment" applies
      And the safeguard "equipment-checked" is called for
      Examples:
        | question           | answer     |
        | technical-problems | recurring  |
        | hinders-presence   | technology |

    Scenario: It works
      When the case is screened
      Then the rule "safeguards-for-equipment" does not apply
      And the safeguard "equipment-checked" is not called for

    Scenario Outline: It is not known whether it works (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-equipment" applies
      And the safeguard "equipment-checked" is called for until more is known
      Examples:
        | question           |
        | technical-problems |
        | hinders-presence   |

    Scenario: He says that nothing gets in his way, the practitioner hears half of what he says
      Given the answers
        | question         | answer     | source       |
        | hinders-presence | nothing    | client       |
        | hinders-presence | technology | practitioner |
      When the case is screened
      Then the safeguard "equipment-checked" is called for
      And the report shows that the sources disagree about "hinders-presence"
