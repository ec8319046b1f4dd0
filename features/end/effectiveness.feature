Feature: What others than the client say of the change
  She is asked by partner support, in the way she chooses. Support for her goes on whatever she says.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:change-nobody-bears-out
  Rule: A change that nobody else bears out speaks against closing yet

    Scenario Outline: Those who would notice it do not see it (<source>)
      Given "change-corroborated" is answered "no" by <source>
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "change-not-borne-out" is raised by "change-nobody-bears-out"
      And the flag "change-not-borne-out" names who must be told at once
      And the flag "change-not-borne-out" would be resolved by "further-sessions"
      And the flag "change-not-borne-out" would be resolved by "agencies-asked-again"
      Examples:
        | source          |
        | practitioner    |
        | partner-support |
        | probation       |

    Scenario Outline: Others bear it out, at least in part (<answer>)
      Given "change-corroborated" is answered "<answer>" by probation
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "change-nobody-bears-out" does not apply
      And the flag "change-not-borne-out" is not raised
      Examples:
        | answer |
        | yes    |
        | partly |

    Scenario Outline: Nobody has been asked (ask <source>)
      Given "change-corroborated" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "change-not-borne-out" could still be raised
      And "change-corroborated" is to be found out from <source>
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | probation        |
        | child-protection |

    Scenario Outline: Only <who> says that others see it
      Given "change-corroborated" is answered "yes" by <who>
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "change-nobody-bears-out" applies
      Examples:
        | who          |
        | client       |
        | practitioner |

    Scenario: Probation bears it out, partner support does not
      Given the answers
        | question            | answer | source          |
        | change-corroborated | yes    | probation       |
        | change-corroborated | no     | partner-support |
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "change-nobody-bears-out" applies
      And the report shows that the sources disagree about "change-corroborated"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "change-corroborated"

  @rule:change-in-part
  Rule: A change that is borne out in part calls for follow-up

    Scenario Outline: It is borne out in part at most (<answer>)
      Given "change-corroborated" is answered "<answer>" by child-protection
      When the case is screened
      Then the flag "change-borne-out-in-part" is raised by "change-in-part"
      Examples:
        | answer |
        | partly |
        | no     |

    Scenario: Others bear it out
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "change-in-part" does not apply
      And the flag "change-borne-out-in-part" is not raised

    Scenario: It was last asked five weeks ago
      Given "change-corroborated" was answered "yes" by probation 5 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And the flag "change-borne-out-in-part" could still be raised

    Scenario: Probation sees a change, child protection sees one in part
      Given the answers
        | question            | answer | source           |
        | change-corroborated | yes    | probation        |
        | change-corroborated | partly | child-protection |
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "change-borne-out-in-part" is raised by "change-in-part"
      And the report shows that the sources disagree about "change-corroborated"

  @rule:more-danger-than-before
  Rule: That she sees more danger than before speaks against closing yet

    Scenario Outline: She sees more danger, however it reaches the programme (<source>)
      Given "partner-input-at-end" is answered "less-safe" by <source>
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "more-danger-at-end" is raised by "more-danger-than-before"
      And the flag "more-danger-at-end" names who must be told at once
      And the flag "more-danger-at-end" would be resolved by "her-conditions-in-place"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "partner-input-at-end"
      Examples:
        | source          |
        | partner         |
        | partner-support |

    Scenario Outline: She does not, and nothing else speaks against it (<answer>)
      Given "partner-input-at-end" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "more-danger-at-end" is not raised
      Examples:
        | answer        |
        | safer         |
        | no-difference |

    Scenario: That she sees less danger does not outweigh another ground
      Given "partner-input-at-end" is answered "safer" by partner
      And "agency-input-at-end" is answered "serious-concern" by police
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "more-danger-at-end" is not raised

    Scenario: She has not been asked
      Given "partner-input-at-end" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "more-danger-at-end" could still be raised
      And "partner-input-at-end" is to be found out from partner-support

    Scenario: She does not want to say, and is not pressed
      Given partner declined to answer "partner-input-at-end"
      When the case is screened
      Then no recommendation can be made yet
      And nobody is left to ask about "partner-input-at-end"

    Scenario Outline: Somebody speaks for her (<source>)
      Given "partner-input-at-end" is answered "safer" by <source>
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "more-danger-than-before" applies
      Examples:
        | source       |
        | client       |
        | practitioner |
        | probation    |

    Scenario: Partner support heard that little has changed, she herself spoke of fear
      Given the answers
        | question             | answer        | source          |
        | partner-input-at-end | no-difference | partner-support |
        | partner-input-at-end | less-safe     | partner         |
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "more-danger-than-before" applies
      And the report shows that the sources disagree about "partner-input-at-end"

  @rule:no-difference-or-worse
  Rule: That nothing is different for her calls for follow-up

    Scenario Outline: Nothing is different, or it is worse (<answer>)
      Given "partner-input-at-end" is answered "<answer>" by partner-support
      When the case is screened
      Then the flag "no-difference-for-partner" is raised by "no-difference-or-worse"
      Examples:
        | answer        |
        | no-difference |
        | less-safe     |

    Scenario: She sees less danger
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "no-difference-or-worse" does not apply
      And the flag "no-difference-for-partner" is not raised

    Scenario: She could not be reached
      Given partner-support does not know "partner-input-at-end"
      When the case is screened
      Then the flag "no-difference-for-partner" could still be raised

    Scenario: One worker heard one thing, another the other
      Given the answers
        | question             | answer        | source          |
        | partner-input-at-end | safer         | partner         |
        | partner-input-at-end | no-difference | partner-support |
      When the case is screened
      Then the flag "no-difference-for-partner" is raised by "no-difference-or-worse"
      And the report shows that the sources disagree about "partner-input-at-end"

  @rule:agency-holds-serious-concern
  Rule: A serious concern of an agency speaks against closing yet

    Scenario Outline: It comes from whoever holds it (<source>)
      Given "agency-input-at-end" is answered "serious-concern" by <source>
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "serious-agency-concern" is raised by "agency-holds-serious-concern"
      And the flag "serious-agency-concern" names who must be told at once
      And the flag "serious-agency-concern" would be resolved by "agencies-meeting"
      And the client's copy does not mention "agency-input-at-end"
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | probation        |
        | child-protection |
        | court            |

    Scenario Outline: There is no serious concern (<answer>)
      Given "agency-input-at-end" is answered "<answer>" by probation
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "agency-holds-serious-concern" does not apply
      And the flag "serious-agency-concern" is not raised
      Examples:
        | answer       |
        | no-concern   |
        | some-concern |

    Scenario Outline: No agency has answered (ask <source>)
      Given "agency-input-at-end" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "serious-agency-concern" could still be raised
      And "agency-input-at-end" is to be found out from <source>
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | probation        |
        | child-protection |

    Scenario: No agency is involved, and partner support says so
      Given partner-support says that "agency-input-at-end" does not apply
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "serious-agency-concern" is not raised

    Scenario: Probation has no concern, the police were called last week
      Given the answers
        | question            | answer          | source    |
        | agency-input-at-end | no-concern      | probation |
        | agency-input-at-end | serious-concern | police    |
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "agency-holds-serious-concern" applies
      And the report shows that the sources disagree about "agency-input-at-end"

  @rule:agency-holds-some-concern
  Rule: A concern of whatever weight calls for follow-up

    Scenario Outline: An agency is not at ease (<answer>)
      Given "agency-input-at-end" is answered "<answer>" by child-protection
      When the case is screened
      Then the flag "some-agency-concern" is raised by "agency-holds-some-concern"
      Examples:
        | answer          |
        | some-concern    |
        | serious-concern |

    Scenario: The agencies looked and have no concern
      Given "agency-input-at-end" is answered "no-concern" by police
      When the case is screened
      Then the rule "agency-holds-some-concern" does not apply
      And the flag "some-agency-concern" is not raised

    Scenario: The practitioner has heard of nothing, which is no answer of an agency
      Given "agency-input-at-end" is answered "no-concern" by practitioner
      When the case is screened
      Then no recommendation can be made yet
      And the flag "some-agency-concern" could still be raised

    Scenario: One agency is at ease, another is not
      Given the answers
        | question            | answer       | source           |
        | agency-input-at-end | no-concern   | police           |
        | agency-input-at-end | some-concern | child-protection |
      When the case is screened
      Then the flag "some-agency-concern" is raised by "agency-holds-some-concern"
      And the report shows that the sources disagree about "agency-input-at-end"

  @rule:safeguards-for-open-doubts
  Rule: Where the change is in doubt, follow-up is closer and further work is offered

    Scenario Outline: There is a doubt (<question>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-for-open-doubts" applies
      And the safeguard "closer-follow-up" is called for
      And the safeguard "further-work-offered" is called for
      And the safeguard "agencies-asked-again" is called for
      Examples:
        | question             | answer        |
        | change-corroborated  | partly        |
        | partner-input-at-end | no-difference |
        | agency-input-at-end  | some-concern  |

    Scenario: There is none
      When the case is screened
      Then the rule "safeguards-for-open-doubts" does not apply
      And the safeguard "closer-follow-up" is not called for
      And the safeguard "further-work-offered" is not called for

    Scenario: Until it is known, the conditions stay on the list
      Given "agency-input-at-end" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-open-doubts" applies
      And the safeguard "closer-follow-up" is called for until more is known

    Scenario: The police have no doubt, probation has one
      Given the answers
        | question            | answer | source    |
        | change-corroborated | yes    | police    |
        | change-corroborated | partly | probation |
      When the case is screened
      Then the safeguard "closer-follow-up" is called for
      And the report shows that the sources disagree about "change-corroborated"

  @rule:safeguards-after-known-control
  Rule: After control, stalking or digital abuse, follow-up is closer

    Scenario Outline: It belongs to the past (<question>)
      Given "<question>" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-after-known-control" applies
      And the safeguard "closer-follow-up" is called for
      And the safeguard "agencies-asked-again" is called for
      And the safeguard "help-with-accounts-offered-again" is called for
      Examples:
        | question                   |
        | coercive-control           |
        | stalking-history           |
        | digital-abuse              |
        | checked-without-permission |

    Scenario: He followed her once with what he had found, and no stalking is on record
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner-support
      When the case is screened
      Then the flag "past-stalking" is raised by "followed-or-threatened-with-what-was-found"
      And the safeguard "closer-follow-up" is called for

    Scenario: There was none
      When the case is screened
      Then the rule "safeguards-after-known-control" does not apply
      And the safeguard "help-with-accounts-offered-again" is not called for

    Scenario: Nobody has said whether there was digital abuse
      Given "digital-abuse" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-after-known-control" applies
      And the safeguard "help-with-accounts-offered-again" is called for until more is known

    Scenario: The practitioner knows of no stalking, probation does
      Given the answers
        | question         | answer     | source       |
        | stalking-history | none-known | practitioner |
        | stalking-history | past       | probation    |
      When the case is screened
      Then the safeguard "closer-follow-up" is called for
      And the report shows that the sources disagree about "stalking-history"
