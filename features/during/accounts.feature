Feature: What sources say about sessions and the hours after them is weighed, not evened out

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:session-accounts-differ-or-open
  Rule: Accounts of sessions and of what follows them that differ or are open call for care

    Scenario Outline: Sources differ (<question>)
      Given the answers
        | question   | answer  | source   |
        | <question> | <one>   | <first>  |
        | <question> | <other> | <second> |
      When the case is screened
      Then the flag "accounts-differ-or-open" is raised by "session-accounts-differ-or-open"
      And the report shows that the sources disagree about "<question>"
      And the safeguard "accounts-weighed" is called for
      And the client's copy does not mention "<question>"
      Examples:
        | question                   | one          | first           | other       | second           |
        | alone-this-session         | yes          | practitioner    | no          | partner          |
        | partner-nearby-after       | no           | client          | sometimes   | partner-support  |
        | people-after-session       | nobody       | client          | children    | child-protection |
        | contact-with-partner-after | calm         | client          | heated      | partner          |
        | actions-after-session      | constructive | client          | avoidant    | probation        |
        | tension-at-home            | no           | client          | possibly    | partner-support  |
        | partner-safe-after-session | safe         | partner-support | not-safe    | partner          |
        | new-risk-information       | none         | police          | minor       | partner-support  |
        | left-abruptly              | explained    | client          | unexplained | practitioner     |

    Scenario Outline: Nobody who could know has spoken (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the rule "session-accounts-differ-or-open" applies
      And the safeguard "accounts-weighed" is called for
      Examples:
        | question                   |
        | alone-this-session         |
        | partner-nearby-after       |
        | people-after-session       |
        | contact-with-partner-after |
        | actions-after-session      |
        | tension-at-home            |
        | partner-safe-after-session |
        | new-risk-information       |
        | left-abruptly              |

    Scenario: Sources agree, and all of it is settled
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "session-accounts-differ-or-open" does not apply
      And the flag "accounts-differ-or-open" is not raised
      And the safeguard "accounts-weighed" is not called for

  @rule:safeguards-for-differing-accounts
  Scenario: What he says of the flat and what she says of it still differ
    Given the answers
      | question           | answer | source  |
      | lives-with-partner | no     | client  |
      | lives-with-partner | yes    | partner |
    When the case is screened
    Then the recommendation is to pause online work
    And the rule "safeguards-for-differing-accounts" applies
    And the safeguard "accounts-weighed" is called for
