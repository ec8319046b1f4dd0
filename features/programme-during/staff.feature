Feature: Ethical questions of online work

  Background:
    Given a programme that works online
    And nothing of concern is known

  @rule:ethics-without-time @rule:measures-for-ethics
  Rule: There is time for them

    Scenario: There is none
      Given "ethics-space" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "ethics-not-discussed" is raised by "ethics-without-time"
      And the safeguard "ethics-time" is called for

    Scenario: There is
      Given "ethics-space" is answered "yes" by programme
      When the case is screened
      Then the rule "ethics-without-time" does not apply
      And the rule "measures-for-ethics" does not apply
      And the safeguard "ethics-time" is not called for

    Scenario: Nobody has said
      Given "ethics-space" is not answered
      When the case is screened
      Then it is unknown whether the rule "ethics-without-time" applies
      And it is unknown whether the rule "measures-for-ethics" applies
      And the safeguard "ethics-time" is called for until more is known

    Scenario: It stands in the calendar, and is always put off
      Given the answers
        | question     | answer | source       |
        | ethics-space | yes    | programme    |
        | ethics-space | no     | practitioner |
      When the case is screened
      Then the flag "ethics-not-discussed" is raised
      And the report shows that the sources disagree about "ethics-space"
