Feature: Rules for taking part online
  There are rules, they are applied in the same way to everybody, and what follows a breach is settled.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:no-rules-for-taking-part @rule:rules-without-follow-through @rule:measures-for-rules
  Rule: Rules are written, applied evenly, and have consequences

    Scenario: There are no rules
      Given "participation-rules" is answered "none" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "no-participation-rules" is raised by "no-rules-for-taking-part"
      And the flag "no-participation-rules" would be resolved by "rules-applied-evenly"

    Scenario Outline: There are rules, and they are let go (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "no-participation-rules" is not raised
      And the flag "rules-not-enforced" is raised by "rules-without-follow-through"
      And the rule "measures-for-rules" applies
      And the safeguard "rules-applied-evenly" is called for
      And the safeguard "breach-steps-settled" is called for
      Examples:
        | question                 | answer  |
        | participation-rules      | written |
        | rule-breach-consequences | no      |

    Scenario: The rules are written and applied, and a breach has consequences
      When the case is screened
      Then the rule "no-rules-for-taking-part" does not apply
      And the flag "rules-not-enforced" is not raised
      And the safeguard "breach-steps-settled" is not called for

    Scenario Outline: Nobody has said whether there are rules (<source>)
      Given "participation-rules" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-participation-rules" could still be raised
      And it is unknown whether the rule "measures-for-rules" applies
      And the safeguard "rules-applied-evenly" is called for until more is known
      And "participation-rules" is to be found out from <source>
      Examples:
        | source       |
        | programme    |
        | practitioner |

    Scenario: Nobody has said what follows a breach
      Given "rule-breach-consequences" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "rules-not-enforced" could still be raised
      And the safeguard "breach-steps-settled" is called for until more is known

    Scenario: The programme has rules, practitioners know of none
      Given the answers
        | question            | answer               | source       |
        | participation-rules | written-and-enforced | programme    |
        | participation-rules | none                 | practitioner |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "no-rules-for-taking-part" applies
      And the report shows that the sources disagree about "participation-rules"
