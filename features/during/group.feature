Feature: Influence on others off-screen

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:influence-off-screen
  Rule: Influence on others off-screen calls for care

    Scenario Outline: It is suspected, or known (<answer> by <source>)
      Given "side-channel-use" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "influences-others-off-screen" is raised by "influence-off-screen"
      Examples:
        | answer    | source       |
        | suspected | practitioner |
        | yes       | practitioner |
        | yes       | client       |

    Scenario: The group speaks in the room
      Given "side-channel-use" is answered "no" by programme
      When the case is screened
      Then the rule "influence-off-screen" does not apply
      And the flag "influences-others-off-screen" is not raised

    Scenario: Nobody has asked the group
      Given "side-channel-use" is not answered
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "influences-others-off-screen" could still be raised
      And "side-channel-use" is to be found out from practitioner

    Scenario: The practitioner noticed nothing, another facilitator was shown the messages
      Given the answers
        | question         | answer | source       |
        | side-channel-use | no     | practitioner |
        | side-channel-use | yes    | programme    |
      When the case is screened
      Then the flag "influences-others-off-screen" is raised by "influence-off-screen"
      And the report shows that the sources disagree about "side-channel-use"

  @rule:safeguards-for-the-group
  Rule: What can be closed is closed, and the rest is brought into the room

    Scenario: There is a suspicion
      Given "side-channel-use" is answered "suspected" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-for-the-group" applies
      And the safeguard "private-chat-off" is called for
      And the safeguard "second-pair-of-eyes" is called for

    Scenario: There is none
      When the case is screened
      Then the rule "safeguards-for-the-group" does not apply
      And the safeguard "private-chat-off" is not called for

    Scenario: Only he says that there is none
      Given "side-channel-use" is answered "no" by client
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-the-group" applies
      And the safeguard "private-chat-off" is called for until more is known

    Scenario: One facilitator suspects it, the other does not
      Given the answers
        | question         | answer    | source       |
        | side-channel-use | suspected | practitioner |
        | side-channel-use | no        | programme    |
      When the case is screened
      Then the safeguard "private-chat-off" is called for
      And the report shows that the sources disagree about "side-channel-use"

  @rule:out-of-the-group-for-now
  Rule: Whoever has influenced or disturbed others is seen alone for now

    Scenario: He wrote to two of them during sessions
      Given "side-channel-use" is answered "yes" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "out-of-the-group-for-now" applies
      And the safeguard "one-to-one-for-now" is called for

    Scenario Outline: It is not known that he did (<answer>)
      Given "side-channel-use" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "out-of-the-group-for-now" does not apply
      And the safeguard "one-to-one-for-now" is not called for
      Examples:
        | answer    |
        | no        |
        | suspected |

    Scenario: It was last asked five weeks ago
      Given "side-channel-use" was answered "no" by practitioner 5 weeks ago
      When the case is screened
      Then it is unknown whether the rule "out-of-the-group-for-now" applies
      And the safeguard "one-to-one-for-now" is called for until more is known

    Scenario: The practitioner suspects it, probation has the messages
      Given the answers
        | question         | answer    | source       |
        | side-channel-use | suspected | practitioner |
        | side-channel-use | yes       | probation    |
      When the case is screened
      Then the safeguard "one-to-one-for-now" is called for
      And the report shows that the sources disagree about "side-channel-use"
