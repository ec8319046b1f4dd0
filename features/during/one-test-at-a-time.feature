Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:abuse-accounts-differ-or-open
  Rule: What is told differently about abuse or devices calls for care, and so does what nobody has said

    Scenario Outline: Two sources tell different things about abuse or devices (<question>)
      Given "<question>" is answered "<answer>" by <source>
      And "<question>" is answered "<other answer>" by <other source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "abuse-accounts-differ-or-open" applies

      Examples:
        | question                   | answer     | source           | other answer          | other source    |
        | coercive-control           | none-known | practitioner     | past                  | partner-support |
        | shares-with-partner        | nothing    | practitioner     | accounts-or-passwords | partner-support |
        | device-used                | own        | partner-support  | lent-by-programme     | programme       |
        | access-to-partner-accounts | none       | child-protection | past                  | partner-support |
        | checked-without-permission | never      | child-protection | past                  | partner-support |
        | harmful-posting            | never      | probation        | past                  | partner-support |

    Scenario: He had access once, and two sources tell differently what he did with it
      Given "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is answered "not-used" by probation
      And "use-of-access" is answered "practical" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "abuse-accounts-differ-or-open" applies

    Scenario: He looked once, and two sources tell differently what he did with what he found
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "nothing" by probation
      And "use-of-what-was-found" is answered "confronted" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "abuse-accounts-differ-or-open" applies

    Scenario: She says that he has access now, and nobody has said what he does with it
      Given "access-to-partner-accounts" is answered "current-or-sought" by partner
      And "use-of-access" is not answered
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "abuse-accounts-differ-or-open" applies

    @rule:pattern-for-consultation
    Scenario: She says that he looked lately, and nobody has said what he did with what he found
      Given "checked-without-permission" is answered "recent" by partner
      And "use-of-what-was-found" is not answered
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "abuse-accounts-differ-or-open" applies
      And it is unknown whether the rule "pattern-for-consultation" applies

  @rule:home-accounts-differ-or-open
  Rule: What is told differently about the home calls for care

    Scenario Outline: Two sources tell different things about the home (<question>)
      Given "<question>" is answered "<answer>" by <source>
      And "<question>" is answered "<other answer>" by <other source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "home-accounts-differ-or-open" applies

      Examples:
        | question                 | answer | source       | other answer | other source    |
        | access-to-victim-at-home | no     | practitioner | at-times     | partner-support |
        | people-nearby            | nobody | practitioner | other-adults | probation       |

  Rule: The place he joins from is private, and no children are in hearing

    @rule:children-close-by
    Scenario: Partner support knows that children are close by
      Given "people-nearby" is answered "children" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "children-close-by" applies

    @rule:no-room-at-all @rule:place-not-private
    Scenario: Probation knows that he joins from his car
      Given "joins-from" is answered "vehicle-or-public" by probation
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "no-room-at-all" applies
      And the rule "place-not-private" applies

  @rule:reachable-and-not-private
  Rule: Where he can reach her at times and is not private, online work pauses

    Scenario: Probation says that he is overheard, and nobody has said whether he can reach her
      Given "overheard-or-influenced" is answered "yes" by probation
      And "access-to-victim-at-home" is not answered
      When the case is screened
      Then the recommendation is to pause online work
      And it is unknown whether the rule "reachable-and-not-private" applies

    Scenario Outline: Nobody has said whether he can reach her, nor whether he is private (<question>)
      Given "access-to-victim-at-home" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "reachable-and-not-private" applies

      Examples:
        | question                |
        | private-space           |
        | overheard-or-influenced |

  @rule:defends-control
  Rule: Control that he defends calls for care

    Scenario: He says that wanting more privacy was punished
      Given "when-one-wants-privacy" is answered "punished" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "defends-control" applies

    Scenario: He rejects the idea of respectful contact
      Given "respectful-communication" is answered "rejected" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "defends-control" applies

  Rule: Abuse by digital means goes on mattering, and a pattern is talked through with others

    @rule:digital-abuse-known
    Scenario: Child protection knows of no looking; she says that he confronted her with what he had found out
      Given "checked-without-permission" is answered "never" by child-protection
      And "use-of-what-was-found" is answered "confronted" by partner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "digital-abuse-known" applies

    @rule:pattern-for-consultation
    Scenario: Nobody has asked about control, nor whether he looked without her agreement
      Given "checked-without-permission" is not answered
      And "coercive-control" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "pattern-for-consultation" applies

  @rule:pursued-her-and-still-can
  Rule: Where he threatened or followed her with what he found, and still has the means, online work pauses

    Scenario: He says that he did nothing with what he found; she says that he followed her, and they share a device
      Given "checked-without-permission" is answered "past" by partner
      And "use-of-what-was-found" is answered "nothing" by client
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner
      And "shares-with-partner" is answered "device" by partner
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "pursued-her-and-still-can" applies

    Scenario Outline: She says that he threatened or followed her, and nobody has asked about the means (<question>)
      Given "checked-without-permission" is answered "past" by partner
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "pursued-her-and-still-can" applies

      Examples:
        | question                   |
        | access-to-partner-accounts |
        | shares-with-partner        |

  @rule:shared-accounts-after-control
  Rule: Accounts shared after control, stalking, surveillance or abuse by digital means pause online work

    Scenario Outline: It is known of, and nobody has asked what they share (<question>)
      Given "<question>" is answered "<answer>" by <source>
      And "shares-with-partner" is not answered
      When the case is screened
      Then the recommendation is to pause online work
      And it is unknown whether the rule "shared-accounts-after-control" applies

      Examples:
        | question                   | answer  | source          |
        | stalking-history           | current | partner-support |
        | checked-without-permission | recent  | partner         |
        | digital-abuse              | recent  | partner         |

    Scenario: He used to control her; the practitioner knows of nothing they share, partner support of accounts
      Given "coercive-control" is answered "past" by partner-support
      And "shares-with-partner" is answered "nothing" by practitioner
      And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the rule "shared-accounts-after-control" applies
      And the report shows that the sources disagree about "shares-with-partner"

    Scenario: She says that he used her accounts to control her, and nobody has asked what they share
      Given "access-to-partner-accounts" is answered "past" by partner
      And "use-of-access" is answered "controlling" by partner
      And "shares-with-partner" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "shared-accounts-after-control" applies

    Scenario Outline: Nobody has asked what they share, nor about this (<question>)
      Given "shares-with-partner" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "shared-accounts-after-control" applies

      Examples:
        | question                   |
        | coercive-control           |
        | stalking-history           |
        | checked-without-permission |
        | digital-abuse              |

    Scenario: Nobody has asked what they share, nor about his access to her accounts and its use
      Given "shares-with-partner" is not answered
      And "access-to-partner-accounts" is not answered
      And "use-of-access" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:not-verified-and-partner-may-be-near
  Rule: A check that was not made pauses online work where she may have been near

    Scenario Outline: It is not known whether the check was made, nor who was near (<question>)
      Given "alone-this-session" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

      Examples:
        | question                 |
        | access-to-victim-at-home |
        | people-nearby            |
        | people-after-session     |

  Rule: Signs around a session are read together

    @rule:left-with-other-signs @rule:signs-taken-together
    Scenario: It is not known whether he left without explanation, nor what he did afterwards
      Given "actions-after-session" is not answered
      And "left-abruptly" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "left-with-other-signs" applies
      And it is unknown whether the rule "signs-taken-together" applies

    @rule:no-word-and-other-signs
    Scenario: It is not known how she is after the session, nor whether he controls online
      Given "controlling-digital-conduct" is not answered
      And "partner-safe-after-session" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "no-word-and-other-signs" applies

    @rule:signs-taken-together
    Scenario Outline: It is not known what he did afterwards, and another sign is open too (<question>)
      Given "actions-after-session" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "signs-taken-together" applies

      Examples:
        | question                    |
        | controlling-digital-conduct |
        | side-channel-use            |
        | new-risk-information        |

    @rule:stirred-up-within-reach
    Scenario Outline: It is not known what he did afterwards, nor whether she was within reach (<question>)
      Given "actions-after-session" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "stirred-up-within-reach" applies

      Examples:
        | question                 |
        | access-to-victim-at-home |
        | lives-with-partner       |
