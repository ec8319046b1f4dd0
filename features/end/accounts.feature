Feature: What sources say at the end is weighed, not evened out

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:end-accounts-differ-or-open @rule:safeguards-for-differing-accounts-at-end
  Rule: Accounts that differ or are open at the end are written up before closing

    Scenario Outline: Sources differ (<question>)
      Given the answers
        | question   | answer  | source   |
        | <question> | <one>   | <first>  |
        | <question> | <other> | <second> |
      When the case is screened
      Then the flag "accounts-differ-or-open" is raised by "end-accounts-differ-or-open"
      And the rule "safeguards-for-differing-accounts-at-end" applies
      And the safeguard "accounts-weighed-at-end" is called for
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                    | one        | first        | other             | second           |
        | change-corroborated         | yes        | probation    | partly            | partner-support  |
        | partner-input-at-end        | safer      | partner      | no-difference     | partner-support  |
        | agency-input-at-end         | no-concern | police       | some-concern      | child-protection |
        | controlling-digital-conduct | no         | practitioner | suspected         | partner-support  |
        | new-risk-information        | none       | police       | minor             | partner-support  |
        | partner-safe-after-session  | safe       | partner      | not-reached       | partner-support  |
        | coercive-control            | none-known | practitioner | past              | partner-support  |
        | stalking-history            | none-known | practitioner | past              | police           |
        | access-to-partner-accounts  | past       | client       | current-or-sought | partner          |
        | checked-without-permission  | never      | client       | past              | partner          |
        | digital-abuse               | never      | client       | past              | court            |
        | harmful-posting             | past       | client       | recent            | partner          |

    Scenario Outline: Nobody who could know has spoken (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the rule "end-accounts-differ-or-open" applies
      And the rule "safeguards-for-differing-accounts-at-end" applies
      And the safeguard "accounts-weighed-at-end" is called for
      Examples:
        | question                    |
        | change-corroborated         |
        | partner-input-at-end        |
        | agency-input-at-end         |
        | controlling-digital-conduct |
        | new-risk-information        |
        | partner-safe-after-session  |
        | coercive-control            |
        | stalking-history            |
        | access-to-partner-accounts  |
        | checked-without-permission  |
        | digital-abuse               |
        | harmful-posting             |

    Scenario: Sources agree, and all of it is settled
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "end-accounts-differ-or-open" does not apply
      And the rule "safeguards-for-differing-accounts-at-end" does not apply
      And the flag "accounts-differ-or-open" is not raised
      And the safeguard "accounts-weighed-at-end" is not called for
