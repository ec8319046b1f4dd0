Feature: Phones, accounts and posts after the programme

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:digital-plan-open
  Rule: Digital limits and provocations online are planned for

    Scenario Outline: There is no concrete plan (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "digital-plan-open" applies
      And the safeguard "digital-plan-written" is called for
      Examples:
        | question                | answer |
        | digital-boundaries-plan | vague  |
        | digital-boundaries-plan | none   |
        | online-trigger-plan     | vague  |
        | online-trigger-plan     | none   |

    Scenario: Both plans are concrete
      Given the answers
        | question                | answer   | source |
        | digital-boundaries-plan | concrete | client |
        | online-trigger-plan     | concrete | client |
      When the case is screened
      Then the rule "digital-plan-open" does not apply
      And the safeguard "digital-plan-written" is not called for

    Scenario Outline: He was not asked (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "digital-plan-open" applies
      And the safeguard "digital-plan-written" is called for until more is known
      Examples:
        | question                |
        | digital-boundaries-plan |
        | online-trigger-plan     |

    Scenario: He calls it concrete, the practitioner calls it vague
      Given the answers
        | question                | answer   | source       |
        | digital-boundaries-plan | concrete | client       |
        | digital-boundaries-plan | vague    | practitioner |
      When the case is screened
      Then the safeguard "digital-plan-written" is called for
      And the report shows that the sources disagree about "digital-boundaries-plan"

  @rule:promises-incomplete
  Rule: Promises that are incomplete call for care

    Scenario Outline: Something is held back (<answer>)
      Given "digital-commitments" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "digital-commitments-open" is raised by "promises-incomplete"
      Examples:
        | answer  |
        | partial |
        | refused |

    Scenario: He gives them
      Given "digital-commitments" is answered "given" by client
      When the case is screened
      Then the rule "promises-incomplete" does not apply
      And the flag "digital-commitments-open" is not raised

    Scenario: A promise clears no other ground
      Given "digital-commitments" is answered "given" by client
      And "access-to-partner-accounts" is answered "current-or-sought" by partner-support
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "promises-incomplete" does not apply

    Scenario: He was not asked for them
      Given "digital-commitments" is not answered
      When the case is screened
      Then the flag "digital-commitments-open" could still be raised
      And "digital-commitments" is to be found out from client

    Scenario: He gives them, with a condition that only the practitioner heard
      Given the answers
        | question            | answer  | source       |
        | digital-commitments | given   | client       |
        | digital-commitments | partial | practitioner |
      When the case is screened
      Then the flag "digital-commitments-open" is raised by "promises-incomplete"
      And the report shows that the sources disagree about "digital-commitments"

  @rule:safeguards-for-incomplete-promises
  Rule: What is not promised is written down, and she is offered help with what she can close

    Scenario: He will not promise to leave her accounts alone
      Given "digital-commitments" is answered "refused" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-for-incomplete-promises" applies
      And the safeguard "digital-plan-written" is called for
      And the safeguard "help-with-accounts-offered-again" is called for

    Scenario: He promises it
      When the case is screened
      Then the rule "safeguards-for-incomplete-promises" does not apply
      And the safeguard "help-with-accounts-offered-again" is not called for

    Scenario: It was last asked nine weeks ago
      Given "digital-commitments" was answered "given" by client 9 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-incomplete-promises" applies
      And the safeguard "digital-plan-written" is called for until more is known

    Scenario: He has signed, and told his mentor that he will not keep to it
      Given the answers
        | question            | answer  | source   |
        | digital-commitments | given   | client   |
        | digital-commitments | refused | referrer |
      When the case is screened
      Then the safeguard "digital-plan-written" is called for
      And the report shows that the sources disagree about "digital-commitments"
