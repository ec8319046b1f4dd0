Feature: How she is after sessions, and what partner support and agencies learn
  She is asked by partner support, in the way she chose. She is not pressed, and he does not learn of it.

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:danger-after-a-session
  Rule: That she was in danger or afraid after a session pauses online work

    Scenario Outline: She was in danger or afraid, however it reaches the programme (<source>)
      Given "partner-safe-after-session" is answered "not-safe" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "partner-in-danger-after-session" is raised by "danger-after-a-session"
      And the flag "partner-in-danger-after-session" names who must be told at once
      And no safeguard would resolve the flag "partner-in-danger-after-session"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "partner-safe-after-session"
      Examples:
        | source          |
        | partner         |
        | partner-support |

    Scenario Outline: Somebody else reports it (<source>)
      Given "partner-safe-after-session" is answered "not-safe" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "danger-after-a-session" applies
      Examples:
        | source           |
        | police           |
        | child-protection |
        | client           |

    Scenario Outline: She was not in danger, or there is no word from her (<answer>)
      Given "partner-safe-after-session" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "partner-in-danger-after-session" is not raised
      Examples:
        | answer      |
        | safe        |
        | not-reached |

    Scenario: Nobody has asked after the last session
      Given "partner-safe-after-session" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "partner-in-danger-after-session" could still be raised
      And "partner-safe-after-session" is to be found out from partner-support
      And the report warns that only the partner's side can settle what is open

    Scenario: She did not want to say, and is not asked by any way round
      Given partner declined to answer "partner-safe-after-session"
      When the case is screened
      Then no recommendation can be made yet
      And nobody is left to ask about "partner-safe-after-session"

    Scenario Outline: Somebody speaks for her (<source>)
      Given "partner-safe-after-session" is answered "safe" by <source>
      When the case is screened
      Then no recommendation can be made yet
      And "partner-safe-after-session" is to be found out from partner-support
      Examples:
        | source       |
        | client       |
        | practitioner |
        | police       |

    Scenario: The check is five weeks old
      Given "partner-safe-after-session" was answered "safe" by partner-support 5 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "danger-after-a-session" applies

    Scenario: She told one worker that it was all right, and another that she had left the flat in fear
      Given the answers
        | question                   | answer   | source          |
        | partner-safe-after-session | safe     | partner-support |
        | partner-safe-after-session | not-safe | partner         |
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "danger-after-a-session" applies
      And the report shows that the sources disagree about "partner-safe-after-session"

  @rule:no-word-after-a-session
  Rule: No word from her is neither good news nor bad, and calls for care

    Scenario Outline: There is no word from her, or worse (<answer>)
      Given "partner-safe-after-session" is answered "<answer>" by partner-support
      When the case is screened
      Then the flag "no-word-from-partner" is raised by "no-word-after-a-session"
      Examples:
        | answer      |
        | not-reached |
        | not-safe    |

    Scenario: She said that she was not in danger
      Given "partner-safe-after-session" is answered "safe" by partner
      When the case is screened
      Then the rule "no-word-after-a-session" does not apply
      And the flag "no-word-from-partner" is not raised

    Scenario: It is not known whether anybody asked
      Given partner-support does not know "partner-safe-after-session"
      When the case is screened
      Then the flag "no-word-from-partner" could still be raised

    Scenario: He says that she is well, partner support has not reached her
      Given the answers
        | question                   | answer      | source          |
        | partner-safe-after-session | safe        | client          |
        | partner-safe-after-session | not-reached | partner-support |
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "no-word-from-partner" is raised by "no-word-after-a-session"
      And the report shows that the sources disagree about "partner-safe-after-session"

  @rule:safeguards-when-there-is-no-word
  Rule: Where there is no word from her, partner support decides on another attempt

    Scenario: She was not reached
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-when-there-is-no-word" applies
      And the safeguard "next-attempt-agreed" is called for
      And the safeguard "agency-update" is called for
      And the client's copy does not mention "partner-safe-after-session"

    Scenario: She was reached
      When the case is screened
      Then the rule "safeguards-when-there-is-no-word" does not apply
      And the safeguard "next-attempt-agreed" is not called for

    Scenario: It is not known whether she was reached
      Given "partner-safe-after-session" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-when-there-is-no-word" applies
      And the safeguard "next-attempt-agreed" is called for until more is known

    Scenario: One worker reached her, another did not
      Given the answers
        | question                   | answer      | source          |
        | partner-safe-after-session | safe        | partner         |
        | partner-safe-after-session | not-reached | partner-support |
      When the case is screened
      Then the safeguard "next-attempt-agreed" is called for
      And the report shows that the sources disagree about "partner-safe-after-session"

  @rule:serious-news
  Rule: Serious new information pauses online work

    Scenario Outline: It comes from whoever holds it (<source>)
      Given "new-risk-information" is answered "serious" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "serious-new-information" is raised by "serious-news"
      And the flag "serious-new-information" names who must be told at once
      And no safeguard would resolve the flag "serious-new-information"
      And the client's copy does not mention "new-risk-information"
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | probation        |
        | child-protection |
        | court            |

    Scenario Outline: There is nothing new, or something of less weight (<answer>)
      Given "new-risk-information" is answered "<answer>" by probation
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "serious-news" does not apply
      And the flag "serious-new-information" is not raised
      Examples:
        | answer |
        | none   |
        | minor  |

    Scenario Outline: No agency has answered (ask <source>)
      Given "new-risk-information" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "serious-new-information" could still be raised
      And "new-risk-information" is to be found out from <source>
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | probation        |
        | child-protection |

    Scenario: The practitioner has heard of nothing, which is no answer of an agency
      Given "new-risk-information" is answered "none" by practitioner
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "serious-news" applies

    Scenario: The police hold nothing new, child protection was called on Sunday
      Given the answers
        | question             | answer  | source           |
        | new-risk-information | none    | police           |
        | new-risk-information | serious | child-protection |
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "serious-news" applies
      And the report shows that the sources disagree about "new-risk-information"

  @rule:news-received
  Rule: New information of whatever weight calls for care

    Scenario Outline: Something is new (<answer>)
      Given "new-risk-information" is answered "<answer>" by police
      When the case is screened
      Then the flag "new-information" is raised by "news-received"
      Examples:
        | answer  |
        | minor   |
        | serious |

    Scenario: The agencies looked, and nothing is new
      Given "new-risk-information" is answered "none" by child-protection
      When the case is screened
      Then the rule "news-received" does not apply
      And the flag "new-information" is not raised

    Scenario: Probation does not know him any more
      Given the answers
        | question             | answer        | source    |
        | new-risk-information | asked-unknown | probation |
      When the case is screened
      Then the flag "new-information" could still be raised
      And "new-risk-information" is to be found out from police

    Scenario: Probation has nothing new, partner support has something
      Given the answers
        | question             | answer | source          |
        | new-risk-information | none   | probation       |
        | new-risk-information | minor  | partner-support |
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "new-information" is raised by "news-received"
      And the report shows that the sources disagree about "new-risk-information"

  @rule:safeguards-for-new-information
  Rule: New information is gone through with those who gave it

    Scenario: Something of less weight has come in
      Given "new-risk-information" is answered "minor" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-new-information" applies
      And the safeguard "new-information-weighed" is called for
      And the safeguard "agency-update" is called for

    Scenario: Nothing has come in
      When the case is screened
      Then the rule "safeguards-for-new-information" does not apply
      And the safeguard "new-information-weighed" is not called for

    Scenario: The agencies were last asked five weeks ago
      Given "new-risk-information" was answered "none" by police 5 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-new-information" applies
      And the safeguard "new-information-weighed" is called for until more is known

    Scenario: One agency has something, another has nothing
      Given the answers
        | question             | answer | source           |
        | new-risk-information | none   | police           |
        | new-risk-information | minor  | child-protection |
      When the case is screened
      Then the safeguard "new-information-weighed" is called for
      And the report shows that the sources disagree about "new-risk-information"

  @rule:no-word-and-other-signs
  Rule: No word from her, beside a sign of danger in what he does, pauses online work

    Scenario Outline: She was not reached, and he gives a reason to ask (<question> - <answer>)
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      And "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "no-word-with-signs-of-danger" is raised by "no-word-and-other-signs"
      And the flag "no-word-with-signs-of-danger" names who must be told at once
      And the flag "no-word-with-signs-of-danger" would be resolved by "next-attempt-agreed"
      And the flag "no-word-with-signs-of-danger" would be resolved by "seen-in-person"
      And the flag "no-word-with-signs-of-danger" would be resolved by "agency-update"
      And the client's copy does not mention "partner-safe-after-session"
      Examples:
        | question                    | answer      | source       |
        | left-abruptly               | unexplained | practitioner |
        | contact-with-partner-after  | heated      | police       |
        | engagement-change           | marked      | practitioner |
        | controlling-digital-conduct | suspected   | practitioner |

    Scenario Outline: She was reached, or he gives no such reason (<word> - <change>)
      Given "partner-safe-after-session" is answered "<word>" by partner-support
      And "engagement-change" is answered "<change>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "no-word-and-other-signs" does not apply
      And the flag "no-word-with-signs-of-danger" is not raised
      Examples:
        | word        | change |
        | safe        | marked |
        | not-reached | some   |
        | not-reached | no     |

    Scenario Outline: She was not reached, and it is not known whether he gives a reason (<question> from <source>)
      Given "partner-safe-after-session" is answered "not-reached" by partner-support
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-word-with-signs-of-danger" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question                   | source          |
        | left-abruptly              | practitioner    |
        | contact-with-partner-after | partner-support |
        | engagement-change          | practitioner    |

    Scenario: He gives a reason to ask, and nobody has asked her
      Given "partner-safe-after-session" is not answered
      And "engagement-change" is answered "marked" by practitioner
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "no-word-and-other-signs" applies

    Scenario: He says that she is well and that the router failed; she was not reached, and no fault was shown
      Given the answers
        | question                   | answer      | source          |
        | partner-safe-after-session | safe        | client          |
        | partner-safe-after-session | not-reached | partner-support |
        | left-abruptly              | explained   | client          |
        | left-abruptly              | unexplained | practitioner    |
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "no-word-with-signs-of-danger" is raised by "no-word-and-other-signs"
      And the report shows that the sources disagree about "partner-safe-after-session"
