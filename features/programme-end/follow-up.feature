Feature: What stays when a client has finished
  Somebody would notice a return of abuse, and former clients have help and are still asked.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  @rule:return-not-noticed @rule:measures-for-follow-up
  Rule: A return of abuse would be noticed

    Scenario: It would not
      Given "relapse-detection" is answered "no" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "return-of-abuse-unseen" is raised by "return-not-noticed"
      And the flag "return-of-abuse-unseen" would be resolved by "follow-up-procedure"
      And the safeguard "follow-up-procedure" is called for

    Scenario: It would
      Given "relapse-detection" is answered "yes" by partner-support
      When the case is screened
      Then the rule "return-not-noticed" does not apply
      And the flag "return-of-abuse-unseen" is not raised
      And the rule "measures-for-follow-up" does not apply
      And the safeguard "follow-up-procedure" is not called for

    Scenario Outline: Nobody has said, or the programme alone (<said>)
      Given the answers
        | question          | answer | source    |
        | relapse-detection | <said> | programme |
      When the case is screened
      Then no recommendation can be made yet
      And the flag "return-of-abuse-unseen" could still be raised
      And it is unknown whether the rule "measures-for-follow-up" applies
      And the safeguard "follow-up-procedure" is called for until more is known
      And "relapse-detection" is to be found out from partner-support
      Examples:
        | said          |
        | asked-unknown |
        | yes           |

    Scenario: The programme has a follow-up that partner support has never seen
      Given the answers
        | question          | answer | source          |
        | relapse-detection | yes    | programme       |
        | relapse-detection | no     | partner-support |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "return-not-noticed" applies
      And the rule "measures-for-follow-up" applies
      And the report shows that the sources disagree about "relapse-detection"

  @rule:help-for-clients-ends @rule:accountability-ends @rule:measures-for-clients-afterwards
  Rule: Former clients have help, and are still asked

    Scenario Outline: It is planned only, or missing (<question> - <answer>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is raised by "<rule>"
      And the rule "measures-for-clients-afterwards" applies
      And the safeguard "support-for-clients-afterwards" is called for
      And the safeguard "accountability-arrangements" is called for
      Examples:
        | question                  | answer  | flag                          | rule                  |
        | ongoing-client-support    | planned | clients-left-alone-afterwards | help-for-clients-ends |
        | ongoing-client-support    | none    | clients-left-alone-afterwards | help-for-clients-ends |
        | accountability-continuity | planned | accountability-breaks-off     | accountability-ends   |
        | accountability-continuity | none    | accountability-breaks-off     | accountability-ends   |

    Scenario: Both are in place
      When the case is screened
      Then the flag "clients-left-alone-afterwards" is not raised
      And the flag "accountability-breaks-off" is not raised
      And the rule "measures-for-clients-afterwards" does not apply
      And the safeguard "support-for-clients-afterwards" is not called for
      And the safeguard "accountability-arrangements" is not called for

    Scenario Outline: Nobody has said what there is (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "<rule>" applies
      And it is unknown whether the rule "measures-for-clients-afterwards" applies
      And the safeguard "support-for-clients-afterwards" is called for until more is known
      Examples:
        | question                  | rule                  |
        | ongoing-client-support    | help-for-clients-ends |
        | accountability-continuity | accountability-ends   |

    Scenario Outline: The programme counts on what practitioners cannot find (<question>)
      Given the answers
        | question   | answer   | source       |
        | <question> | in-place | programme    |
        | <question> | none     | practitioner |
      When the case is screened
      Then the rule "<rule>" applies
      And the rule "measures-for-clients-afterwards" applies
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                  | rule                  |
        | ongoing-client-support    | help-for-clients-ends |
        | accountability-continuity | accountability-ends   |
