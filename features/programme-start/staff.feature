Feature: Whoever works online is not left alone with it
  Missing support for facilitators does not exclude; it calls for supervision, debriefs and training.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:staff-without-support @rule:supervision-to-be-set-up @rule:training-to-be-set-up
  Rule: Supervision, debriefs and training are in place

    Scenario Outline: Something of it is missing (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "facilitators-not-supported" is raised by "staff-without-support"
      And the rule "<rule>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question             | answer    | rule                     | safeguard                |
        | staff-supervision    | irregular | supervision-to-be-set-up | supervision-and-debriefs |
        | staff-supervision    | none      | supervision-to-be-set-up | supervision-and-debriefs |
        | high-risk-debriefs   | none      | supervision-to-be-set-up | supervision-and-debriefs |
        | facilitator-training | planned   | training-to-be-set-up    | training-for-online-work |
        | facilitator-training | none      | training-to-be-set-up    | training-for-online-work |

    Scenario: High-risk sessions are talked through at fixed dates, which may be late
      Given "high-risk-debriefs" is answered "regular" by programme
      When the case is screened
      Then the flag "facilitators-not-supported" is not raised
      And the rule "supervision-to-be-set-up" applies
      And the safeguard "supervision-and-debriefs" is called for

    Scenario: All of it is in place
      When the case is screened
      Then the rule "staff-without-support" does not apply
      And the rule "supervision-to-be-set-up" does not apply
      And the rule "training-to-be-set-up" does not apply
      And the safeguard "supervision-and-debriefs" is not called for
      And the safeguard "training-for-online-work" is not called for

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "staff-without-support" applies
      And it is unknown whether the rule "<rule>" applies
      And the safeguard "<safeguard>" is called for until more is known
      Examples:
        | question             | rule                     | safeguard                |
        | staff-supervision    | supervision-to-be-set-up | supervision-and-debriefs |
        | high-risk-debriefs   | supervision-to-be-set-up | supervision-and-debriefs |
        | facilitator-training | training-to-be-set-up    | training-for-online-work |

    Scenario Outline: The programme says it is there, facilitators say otherwise (<question>)
      Given the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | none    | practitioner |
      When the case is screened
      Then the flag "facilitators-not-supported" is raised
      And the rule "<rule>" applies
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question             | least               | rule                     |
        | staff-supervision    | regular             | supervision-to-be-set-up |
        | high-risk-debriefs   | after-every-session | supervision-to-be-set-up |
        | facilitator-training | in-place            | training-to-be-set-up    |
