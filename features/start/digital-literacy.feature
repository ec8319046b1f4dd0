Feature: Taking part technically
  A man who struggles with the equipment takes part less, and a fault and a walk-out look alike.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:technical-preparation-needed
  Rule: Technical help is prepared for before anything depends on it

    Scenario Outline: The test call showed that he needs help (<answer>)
      Given "digital-literacy" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "technical-help-needed" is raised by "technical-preparation-needed"
      Examples:
        | answer            |
        | needs-preparation |
        | insufficient      |

    Scenario: The practitioner saw him join, mute and rejoin
      Given "digital-literacy" is answered "sufficient" by practitioner
      When the case is screened
      Then the rule "technical-preparation-needed" does not apply
      And the flag "technical-help-needed" is not raised
      And "digital-literacy" need not be found out

    Scenario: He says that he can do it, and nobody has seen it
      Given "digital-literacy" is answered "sufficient" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "technical-help-needed" could still be raised
      And "digital-literacy" is to be found out from practitioner

    Scenario: He managed with the referrer and not with the programme
      Given the answers
        | question         | answer            | source    |
        | digital-literacy | sufficient        | referrer  |
        | digital-literacy | needs-preparation | programme |
      When the case is screened
      Then the flag "technical-help-needed" is raised by "technical-preparation-needed"
      And the report shows that the sources disagree about "digital-literacy"

  @rule:safeguards-for-technical-help
  Rule: Where help is needed there is a preparatory session

    Scenario: He needs some practice
      Given "digital-literacy" is answered "needs-preparation" by practitioner
      When the case is screened
      Then the rule "safeguards-for-technical-help" applies
      And the safeguard "preparatory-session" is called for

    Scenario: He needs no practice
      When the case is screened
      Then the rule "safeguards-for-technical-help" does not apply
      And the safeguard "preparatory-session" is not called for

    Scenario: There has been no test call
      Given "digital-literacy" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And the safeguard "preparatory-session" is called for until more is known

    Scenario: He finds it easy, the practitioner saw otherwise
      Given the answers
        | question         | answer            | source       |
        | digital-literacy | sufficient        | client       |
        | digital-literacy | needs-preparation | practitioner |
      When the case is screened
      Then the safeguard "preparatory-session" is called for
      And the report shows that the sources disagree about "digital-literacy"

  @rule:cannot-take-part-technically
  Rule: Until he can take part technically, he attends in person as well

    Scenario: He could not join, even with help
      Given "digital-literacy" is answered "insufficient" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "cannot-take-part-technically" applies
      And the safeguard "in-person-sessions-kept" is called for

    Scenario: He needs preparation only
      Given "digital-literacy" is answered "needs-preparation" by programme
      When the case is screened
      Then the rule "cannot-take-part-technically" does not apply
      And the safeguard "in-person-sessions-kept" is not called for

    Scenario: The test call was ten weeks ago
      Given "digital-literacy" was answered "sufficient" by practitioner 10 weeks ago
      When the case is screened
      Then it is unknown whether the rule "cannot-take-part-technically" applies
      And the safeguard "in-person-sessions-kept" is called for until more is known

    Scenario: He says that he needs a little help, the practitioner saw that he could not join at all
      Given the answers
        | question         | answer            | source       |
        | digital-literacy | needs-preparation | client       |
        | digital-literacy | insufficient      | practitioner |
      When the case is screened
      Then the rule "cannot-take-part-technically" applies
      And the report shows that the sources disagree about "digital-literacy"
