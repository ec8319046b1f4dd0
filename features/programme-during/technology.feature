Feature: Faults while working online
  A platform that fails hides the client who leaves.

  Background:
    Given a programme that works online
    And nothing of concern is known

  @rule:platform-undependable @rule:measures-for-faults @rule:platform-fails
  Rule: The platform is dependable, and faults are written down

    Scenario Outline: It is not, or they are not (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "faults-come-back" is raised by "platform-undependable"
      And the rule "measures-for-faults" applies
      And the safeguard "faults-looked-into" is called for
      Examples:
        | question            | answer |
        | platform-reliable   | mostly |
        | platform-reliable   | no     |
        | technical-issue-log | no     |

    Scenario: It fails so often that sessions are moved
      Given "platform-reliable" is answered "no" by programme
      When the case is screened
      Then the rule "platform-fails" applies
      And the safeguard "sessions-moved-while-repaired" is called for

    Scenario: It mostly works
      Given "platform-reliable" is answered "mostly" by programme
      When the case is screened
      Then the rule "platform-fails" does not apply
      And the safeguard "sessions-moved-while-repaired" is not called for

    Scenario: It works dependably, and faults are looked into
      When the case is screened
      Then the rule "platform-undependable" does not apply
      And the rule "measures-for-faults" does not apply
      And the safeguard "faults-looked-into" is not called for

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "platform-undependable" applies
      And the safeguard "faults-looked-into" is called for until more is known
      Examples:
        | question            |
        | platform-reliable   |
        | technical-issue-log |

    Scenario: Nobody has said whether it fails
      Given "platform-reliable" is not answered
      When the case is screened
      Then it is unknown whether the rule "platform-fails" applies
      And the safeguard "sessions-moved-while-repaired" is called for until more is known

    Scenario: The programme finds it dependable, facilitators do not
      Given the answers
        | question          | answer | source       |
        | platform-reliable | yes    | programme    |
        | platform-reliable | no     | practitioner |
      When the case is screened
      Then the flag "faults-come-back" is raised
      And the rule "platform-fails" applies
      And the report shows that the sources disagree about "platform-reliable"
