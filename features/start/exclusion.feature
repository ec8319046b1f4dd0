Feature: Coercive control, stalking, and concerns that no question asks for

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:coercive-control-goes-on
  Rule: Coercive control that goes on speaks against online delivery

    Scenario Outline: Whoever reports it, it counts (<source>)
      Given "coercive-control" is answered "ongoing" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "ongoing-coercive-control" is raised by "coercive-control-goes-on"
      And no safeguard would resolve the flag "ongoing-coercive-control"
      Examples:
        | source          |
        | practitioner    |
        | partner         |
        | partner-support |
        | police          |
        | client          |

    Scenario Outline: It is known that none goes on (<answer>)
      Given "coercive-control" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "ongoing-coercive-control" is not raised
      Examples:
        | answer     |
        | none-known |
        | past       |

    Scenario Outline: Nobody has looked for a pattern yet (ask <source>)
      Given "coercive-control" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "ongoing-coercive-control" could still be raised
      And "coercive-control" is to be found out from <source>
      Examples:
        | source          |
        | practitioner    |
        | partner-support |

    Scenario: The practitioner saw no pattern, partner support hears of rules about money and friends
      Given the answers
        | question         | answer     | source          |
        | coercive-control | none-known | practitioner    |
        | coercive-control | ongoing    | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "coercive-control-goes-on" applies
      And the report shows that the sources disagree about "coercive-control"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "coercive-control"

  @rule:stalking-goes-on
  Rule: Stalking that goes on speaks against online delivery

    Scenario Outline: Whoever reports that he seeks her out, it counts (<source>)
      Given "stalking-history" is answered "current" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "current-stalking" is raised by "stalking-goes-on"
      And no safeguard would resolve the flag "current-stalking"
      And the flag "current-stalking" names who must be told at once
      Examples:
        | source          |
        | practitioner    |
        | partner         |
        | partner-support |
        | police          |
        | court           |
        | client          |

    Scenario Outline: It is known that he does not seek her out now (<answer>)
      Given "stalking-history" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "current-stalking" is not raised
      Examples:
        | answer     |
        | none-known |
        | past       |

    Scenario Outline: Nobody has said whether he seeks her out (ask <source>)
      Given "stalking-history" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "current-stalking" could still be raised
      And "stalking-history" is to be found out from <source>
      Examples:
        | source          |
        | practitioner    |
        | partner-support |

    Scenario Outline: What an agency says of the past does not show that it is over (<source>)
      Given "stalking-history" is answered "past" by <source>
      When the case is screened
      Then no recommendation can be made yet
      And the flag "current-stalking" could still be raised
      Examples:
        | source    |
        | police    |
        | court     |
        | probation |

    Scenario: The practitioner knows of none, the police have a report from last week
      Given the answers
        | question         | answer     | source       |
        | stalking-history | none-known | practitioner |
        | stalking-history | current    | police       |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "stalking-goes-on" applies
      And the report shows that the sources disagree about "stalking-history"

  @rule:coercive-control-known
  Rule: A pattern of coercive control, ended or not, calls for other eyes

    Scenario Outline: There was a pattern (<answer>)
      Given "coercive-control" is answered "<answer>" by partner-support
      When the case is screened
      Then the flag "past-coercive-control" is raised by "coercive-control-known"
      Examples:
        | answer  |
        | past    |
        | ongoing |

    Scenario: The practitioner looked and found no pattern
      Given "coercive-control" is answered "none-known" by practitioner
      When the case is screened
      Then the rule "coercive-control-known" does not apply
      And the flag "past-coercive-control" is not raised

    Scenario: Only he says that there was never any control
      Given "coercive-control" is answered "none-known" by client
      When the case is screened
      Then the flag "past-coercive-control" could still be raised
      And "coercive-control" is to be found out from practitioner
      And "coercive-control" is to be found out from partner-support

    Scenario: The practitioner found no pattern, child protection did
      Given the answers
        | question         | answer     | source           |
        | coercive-control | none-known | practitioner     |
        | coercive-control | past       | child-protection |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "past-coercive-control" is raised by "coercive-control-known"
      And the report shows that the sources disagree about "coercive-control"

  @rule:stalking-known
  Rule: Stalking, ended or not, calls for other eyes

    Scenario Outline: He has sought somebody out (<answer>)
      Given "stalking-history" is answered "<answer>" by police
      When the case is screened
      Then the flag "past-stalking" is raised by "stalking-known"
      Examples:
        | answer  |
        | past    |
        | current |

    Scenario: The practitioner looked, heard others, and found no stalking
      Given "stalking-history" is answered "none-known" by practitioner
      When the case is screened
      Then the rule "stalking-known" does not apply
      And the flag "past-stalking" is not raised

    Scenario: The police hold no record, which is no answer
      Given police does not know "stalking-history"
      When the case is screened
      Then no recommendation can be made yet
      And the flag "past-stalking" could still be raised
      And "stalking-history" is to be found out from practitioner
      And "stalking-history" is to be found out from partner-support

    Scenario: He says that he never followed anybody, a court says that he did
      Given the answers
        | question         | answer     | source |
        | stalking-history | none-known | client |
        | stalking-history | past       | court  |
      When the case is screened
      Then no recommendation can be made yet
      And the flag "past-stalking" is raised by "stalking-known"
      And the report shows that the sources disagree about "stalking-history"

  @rule:safeguards-after-control-or-stalking
  Rule: After coercive control or stalking, agencies and partner support look with the programme

    Scenario Outline: What has ended is watched, so that a return is seen early (<question>)
      Given "<question>" is answered "past" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-after-control-or-stalking" applies
      And the safeguard "agency-update" is called for
      And the safeguard "plan-with-partner-support" is called for
      And the safeguard "earlier-review" is called for
      Examples:
        | question         |
        | coercive-control |
        | stalking-history |

    Scenario: There was neither control nor stalking
      When the case is screened
      Then the rule "safeguards-after-control-or-stalking" does not apply
      And the safeguard "agency-update" is not called for
      And the safeguard "plan-with-partner-support" is not called for
      And the safeguard "earlier-review" is not called for

    Scenario Outline: Until it is known, the safeguards stay on the list (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-after-control-or-stalking" applies
      And the safeguard "agency-update" is called for until more is known
      And the safeguard "plan-with-partner-support" is called for until more is known
      And the safeguard "earlier-review" is called for until more is known
      Examples:
        | question         |
        | coercive-control |
        | stalking-history |

    Scenario: The practitioner knows of no stalking, probation does
      Given the answers
        | question         | answer     | source       |
        | stalking-history | none-known | practitioner |
        | stalking-history | past       | probation    |
      When the case is screened
      Then the safeguard "earlier-review" is called for
      And the report shows that the sources disagree about "stalking-history"

  @rule:concern-recorded
  Rule: A serious concern that no question asks for stops the case until it is worked through

    Scenario: The practitioner is worried about the children
      Given "other-serious-concern" is answered "yes" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "other-serious-concern-recorded" is raised by "concern-recorded"
      And the flag "other-serious-concern-recorded" would be resolved by "case-consultation"

    Scenario: The practitioner has thought about it and has no further concern
      Given "other-serious-concern" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "other-serious-concern-recorded" is not raised

    Scenario: The practitioner has not been asked
      Given "other-serious-concern" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "other-serious-concern-recorded" could still be raised
      And "other-serious-concern" is to be found out from practitioner

    Scenario: The practitioner has no concern, partner support has one of its own
      Given the answers
        | question              | answer | source          |
        | other-serious-concern | no     | practitioner    |
        | other-serious-concern | yes    | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "other-serious-concern-recorded" is raised by "concern-recorded"
      And the client's copy does not mention "other-serious-concern"

    Scenario: The practitioner has no concern, probation has one
      Given the answers
        | question              | answer | source       |
        | other-serious-concern | no     | practitioner |
        | other-serious-concern | yes    | probation    |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "concern-recorded" applies
      And the report shows that the sources disagree about "other-serious-concern"
