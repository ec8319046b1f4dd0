Feature: Who asks for online delivery, and why
  There may be good grounds. They need to be understood before the request is followed.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:client-asks
  Rule: A request that comes from him calls for care

    Scenario: He asked for it himself
      Given "requested-online-by" is answered "client" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "client-asks-for-online" is raised by "client-asks"

    Scenario Outline: Others asked for it (<answer>)
      Given "requested-online-by" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "client-asks" does not apply
      And the flag "client-asks-for-online" is not raised
      Examples:
        | answer            |
        | service           |
        | court-or-referrer |

    Scenario: He says that the court wants it, and nobody has confirmed that
      Given "requested-online-by" is answered "court-or-referrer" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "client-asks-for-online" could still be raised
      And "requested-online-by" is to be found out from practitioner
      And "requested-online-by" is to be found out from referrer

    Scenario: The referrer names the service, the practitioner recalls his own request
      Given the answers
        | question            | answer  | source       |
        | requested-online-by | service | referrer     |
        | requested-online-by | client  | practitioner |
      When the case is screened
      Then the flag "client-asks-for-online" is raised by "client-asks"
      And the report shows that the sources disagree about "requested-online-by"

  @rule:reason-is-ease
  Rule: Convenience or less confrontation as the reason calls for care

    Scenario Outline: The reason given is his ease (<answer>)
      Given "reason-for-online" is answered "<answer>" by referrer
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "ease-or-less-challenge-sought" is raised by "reason-is-ease"
      Examples:
        | answer                 |
        | convenience            |
        | avoiding-confrontation |

    Scenario Outline: The reason given is that he could not take part otherwise (<answer>)
      Given "reason-for-online" is answered "<answer>" by referrer
      When the case is screened
      Then the rule "reason-is-ease" does not apply
      And the flag "ease-or-less-challenge-sought" is not raised
      Examples:
        | answer     |
        | access     |
        | continuity |

    Scenario: No reason is on record
      Given "reason-for-online" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "ease-or-less-challenge-sought" could still be raised
      And "reason-for-online" is to be found out from practitioner
      And "reason-for-online" is to be found out from referrer

    Scenario: The referral speaks of distance, probation of wanting less challenge
      Given the answers
        | question          | answer                 | source    |
        | reason-for-online | access                 | referrer  |
        | reason-for-online | avoiding-confrontation | probation |
      When the case is screened
      Then the flag "ease-or-less-challenge-sought" is raised by "reason-is-ease"
      And the report shows that the sources disagree about "reason-for-online"

  @rule:safeguards-for-the-rationale
  Rule: The reasons are talked through with him

    Scenario Outline: There are reasons to understand better (<question> - <answer>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-the-rationale" applies
      And the safeguard "reasons-talked-through" is called for
      Examples:
        | question            | answer      | source       |
        | requested-online-by | client      | practitioner |
        | reason-for-online   | convenience | practitioner |
        | online-expectations | anonymity   | client       |

    Scenario: The service proposed it, because he could not attend otherwise
      When the case is screened
      Then the rule "safeguards-for-the-rationale" does not apply
      And the safeguard "reasons-talked-through" is not called for

    Scenario Outline: Where the idea came from is not known (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-the-rationale" applies
      And the safeguard "reasons-talked-through" is called for until more is known
      Examples:
        | question            |
        | requested-online-by |
        | reason-for-online   |

    Scenario: He says that the service proposed it, the service says that he did
      Given the answers
        | question            | answer  | source    |
        | requested-online-by | service | client    |
        | requested-online-by | client  | programme |
      When the case is screened
      Then the safeguard "reasons-talked-through" is called for
      And the report shows that the sources disagree about "requested-online-by"

  @rule:his-own-way-round
  Rule: His own request, made for his own ease, is looked at by a second person

    Scenario Outline: He asks, and it is for his ease (<question>)
      Given "requested-online-by" is answered "client" by practitioner
      And "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "his-own-way-round" applies
      And the safeguard "request-examined" is called for
      And the safeguard "in-person-sessions-kept" is called for
      Examples:
        | question            | answer             |
        | reason-for-online   | convenience        |
        | online-expectations | less-confrontation |

    Scenario Outline: He asks for a good reason, or others ask for ease (<asks> - <reason>)
      Given "requested-online-by" is answered "<asks>" by practitioner
      And "reason-for-online" is answered "<reason>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "his-own-way-round" does not apply
      And the safeguard "request-examined" is not called for
      And the safeguard "in-person-sessions-kept" is not called for
      Examples:
        | asks              | reason      |
        | client            | access      |
        | court-or-referrer | convenience |

    Scenario: He asks, and why is not known
      Given "requested-online-by" is answered "client" by practitioner
      And "reason-for-online" is not answered
      When the case is screened
      Then it is unknown whether the rule "his-own-way-round" applies
      And the safeguard "request-examined" is called for until more is known
      And the safeguard "in-person-sessions-kept" is called for until more is known

    Scenario: He asks, and the reasons that were given differ
      Given "requested-online-by" is answered "client" by practitioner
      And the answers
        | question          | answer      | source       |
        | reason-for-online | access      | client       |
        | reason-for-online | convenience | practitioner |
      When the case is screened
      Then the rule "his-own-way-round" applies
      And the safeguard "request-examined" is called for
      And the report shows that the sources disagree about "reason-for-online"
