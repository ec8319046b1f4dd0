Feature: Plans for risky moments

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:plan-to-be-written
  Rule: What is named without a firm plan is planned in writing

    Scenario Outline: There is no firm plan (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "plan-to-be-written" applies
      And the safeguard "plan-for-risky-moments" is called for
      Examples:
        | question             | answer    |
        | anticipated-triggers | named     |
        | anticipated-triggers | none-seen |
        | stress-strategies    | vague     |
        | stress-strategies    | none      |
        | non-abuse-supports   | vague     |
        | non-abuse-supports   | none      |

    Scenario: He names moments, steps and supports
      Given the answers
        | question             | answer          | source |
        | anticipated-triggers | named-with-plan | client |
        | stress-strategies    | named           | client |
        | non-abuse-supports   | named           | client |
      When the case is screened
      Then the rule "plan-to-be-written" does not apply
      And the safeguard "plan-for-risky-moments" is not called for

    Scenario Outline: He was not asked (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And it is unknown whether the rule "plan-to-be-written" applies
      And the safeguard "plan-for-risky-moments" is called for until more is known
      Examples:
        | question             |
        | anticipated-triggers |
        | stress-strategies    |
        | non-abuse-supports   |

    Scenario: He has a plan, the practitioner has heard moments only
      Given the answers
        | question             | answer          | source       |
        | anticipated-triggers | named-with-plan | client       |
        | anticipated-triggers | named           | practitioner |
      When the case is screened
      Then the safeguard "plan-for-risky-moments" is called for
      And the report shows that the sources disagree about "anticipated-triggers"

  @rule:no-plan-at-all
  Rule: Nothing seen, or nothing named, calls for care

    Scenario Outline: There is nothing (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "no-plan-for-risky-moments" is raised by "no-plan-at-all"
      Examples:
        | question             | answer    |
        | anticipated-triggers | none-seen |
        | stress-strategies    | none      |
        | non-abuse-supports   | none      |

    Scenario Outline: There is something, if vague (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the rule "no-plan-at-all" does not apply
      And the flag "no-plan-for-risky-moments" is not raised
      Examples:
        | question             | answer |
        | anticipated-triggers | named  |
        | stress-strategies    | vague  |
        | non-abuse-supports   | vague  |

    Scenario: He did not want to speak about it
      Given client declined to answer "anticipated-triggers"
      When the case is screened
      Then the flag "no-plan-for-risky-moments" could still be raised

    Scenario: He names one moment, probation heard him say that there are none
      Given the answers
        | question             | answer    | source    |
        | anticipated-triggers | named     | client    |
        | anticipated-triggers | none-seen | probation |
      When the case is screened
      Then the flag "no-plan-for-risky-moments" is raised by "no-plan-at-all"
      And the report shows that the sources disagree about "anticipated-triggers"

  @rule:safeguards-without-a-plan
  Rule: Where there is no plan, others look more often

    Scenario: He sees no risky moments
      Given "anticipated-triggers" is answered "none-seen" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-without-a-plan" applies
      And the safeguard "closer-follow-up" is called for
      And the safeguard "further-work-offered" is called for

    Scenario: He sees some
      Given "anticipated-triggers" is answered "named" by client
      When the case is screened
      Then the rule "safeguards-without-a-plan" does not apply
      And the safeguard "closer-follow-up" is not called for

    Scenario: It was last asked nine weeks ago
      Given "stress-strategies" was answered "named" by client 9 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-without-a-plan" applies
      And the safeguard "closer-follow-up" is called for until more is known

    Scenario: He stays vague, the practitioner hears nothing at all
      Given the answers
        | question          | answer | source       |
        | stress-strategies | vague  | client       |
        | stress-strategies | none   | practitioner |
      When the case is screened
      Then the safeguard "closer-follow-up" is called for
      And the report shows that the sources disagree about "stress-strategies"
