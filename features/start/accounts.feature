Feature: What sources say differently, and what nobody has settled
  Differing and open accounts are written down and weighed. They are never evened out, and no source is named to him.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:home-accounts-differ-or-open
  Rule: Accounts of the home that differ, or that nobody has confirmed, are weighed

    Scenario Outline: Two who could know say different things about the home (<question>)
      Given the answers
        | question   | answer  | source          |
        | <question> | <one>   | practitioner    |
        | <question> | <other> | partner-support |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "accounts-differ-or-open" is raised by "home-accounts-differ-or-open"
      And the report shows that the sources disagree about "<question>"
      And the client's copy does not mention "<question>"
      Examples:
        | question                 | one    | other           |
        | lives-with-partner       | no     | another-partner |
        | access-to-victim-at-home | no     | at-times        |
        | people-nearby            | nobody | other-adults    |

    Scenario Outline: Nobody who could know has spoken about the home (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "accounts-differ-or-open" is raised by "home-accounts-differ-or-open"
      And the rule "abuse-accounts-differ-or-open" does not apply
      Examples:
        | question                 | answer |
        | lives-with-partner       | no     |
        | access-to-victim-at-home | no     |
        | people-nearby            | nobody |

    Scenario: He names more than others do, and that is a difference too
      Given the answers
        | question           | answer          | source       |
        | lives-with-partner | another-partner | client       |
        | lives-with-partner | no              | practitioner |
      When the case is screened
      Then the rule "home-accounts-differ-or-open" applies
      And the report shows that the sources disagree about "lives-with-partner"

    Scenario: All who speak of the home agree
      Given the answers
        | question           | answer          | source          |
        | lives-with-partner | another-partner | client          |
        | lives-with-partner | another-partner | partner-support |
      When the case is screened
      Then the rule "home-accounts-differ-or-open" does not apply
      And the flag "accounts-differ-or-open" is not raised

  @rule:abuse-accounts-differ-or-open
  Rule: Accounts of abuse or devices that differ, or that nobody has confirmed, are weighed

    Scenario Outline: He and another source say different things (<question>)
      Given the answers
        | question   | answer  | source   |
        | <question> | <one>   | client   |
        | <question> | <other> | <source> |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "accounts-differ-or-open" is raised by "abuse-accounts-differ-or-open"
      And the rule "home-accounts-differ-or-open" does not apply
      And the report shows that the sources disagree about "<question>"
      And the client's copy does not mention "<question>"
      Examples:
        | question                   | one        | other                 | source           |
        | coercive-control           | none-known | past                  | practitioner     |
        | stalking-history           | none-known | past                  | partner-support  |
        | shares-with-partner        | nothing    | accounts-or-passwords | partner          |
        | device-used                | own        | shared-with-family    | practitioner     |
        | access-to-partner-accounts | none       | past                  | partner-support  |
        | checked-without-permission | never      | past                  | child-protection |
        | digital-abuse              | never      | past                  | probation        |
        | harmful-posting            | never      | past                  | police           |

    Scenario Outline: They agree on what happened, and differ on what he did with it (<question>)
      Given "<earlier>" is answered "past" by partner-support
      And the answers
        | question   | answer  | source  |
        | <question> | <one>   | client  |
        | <question> | <other> | partner |
      When the case is screened
      Then the flag "accounts-differ-or-open" is raised by "abuse-accounts-differ-or-open"
      And the report shows that the sources disagree about "<question>"
      Examples:
        | earlier                    | question              | one      | other      |
        | access-to-partner-accounts | use-of-access         | not-used | practical  |
        | checked-without-permission | use-of-what-was-found | nothing  | confronted |

    Scenario Outline: Nobody who could know has spoken (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "accounts-differ-or-open" is raised by "abuse-accounts-differ-or-open"
      And the rule "home-accounts-differ-or-open" does not apply
      Examples:
        | question                   |
        | coercive-control           |
        | stalking-history           |
        | shares-with-partner        |
        | device-used                |
        | access-to-partner-accounts |
        | checked-without-permission |
        | digital-abuse              |
        | harmful-posting            |

    Scenario Outline: It happened, and what he did with it is not known (<question>)
      Given "<earlier>" is answered "past" by partner-support
      And client declined to answer "<question>"
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "accounts-differ-or-open" is raised by "abuse-accounts-differ-or-open"
      Examples:
        | earlier                    | question              |
        | access-to-partner-accounts | use-of-access         |
        | checked-without-permission | use-of-what-was-found |

    Scenario: He and partner support agree about what was in the past
      Given the answers
        | question         | answer | source          |
        | stalking-history | past   | client          |
        | stalking-history | past   | partner-support |
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "abuse-accounts-differ-or-open" does not apply
      And the flag "accounts-differ-or-open" is not raised

  @rule:safeguards-for-differing-accounts
  Rule: Where accounts differ or are open, they are weighed and written up

    Scenario: He says that it never happened, partner support says that it did
      Given the answers
        | question      | answer | source          |
        | digital-abuse | never  | client          |
        | digital-abuse | past   | partner-support |
      When the case is screened
      Then the rule "safeguards-for-differing-accounts" applies
      And the safeguard "accounts-weighed" is called for
      And the report shows that the sources disagree about "digital-abuse"

    Scenario: Who is near when he joins is not known
      Given "people-nearby" is not answered
      When the case is screened
      Then the safeguard "accounts-weighed" is called for

    Scenario: Everything is answered and nobody disagrees
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-differing-accounts" does not apply
      And the safeguard "accounts-weighed" is not called for

    Scenario: They differ about his reasons, which is nothing to weigh against her account
      Given the answers
        | question          | answer     | source       |
        | reason-for-online | access     | referrer     |
        | reason-for-online | continuity | practitioner |
      When the case is screened
      Then the report shows that the sources disagree about "reason-for-online"
      And the safeguard "accounts-weighed" is not called for
