Feature: What is known of control, stalking and digital abuse goes on mattering

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:safeguards-while-control-is-known
  Rule: Control or stalking that is known of is looked at more often, and by more people

    Scenario Outline: It belongs to the past (<question>)
      Given "<question>" is answered "past" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-while-control-is-known" applies
      And the safeguard "agency-update" is called for
      And the safeguard "plan-with-partner-support" is called for
      And the safeguard "review-every-two-weeks" is called for
      And the safeguard "earlier-review" is not called for
      Examples:
        | question         | source          |
        | coercive-control | partner-support |
        | stalking-history | practitioner    |

    Scenario: He followed her once with what he had found, and the police know of no stalking
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner-support
      And "stalking-history" is answered "none-known" by practitioner
      When the case is screened
      Then the flag "past-stalking" is raised by "followed-or-threatened-with-what-was-found"
      And the safeguard "review-every-two-weeks" is called for

    Scenario: There was neither
      When the case is screened
      Then the rule "safeguards-while-control-is-known" does not apply
      And the safeguard "review-every-two-weeks" is not called for

    Scenario: The pattern was last looked at five weeks ago
      Given "coercive-control" was answered "none-known" by practitioner 5 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-while-control-is-known" applies
      And the safeguard "review-every-two-weeks" is called for until more is known

    Scenario: The practitioner knows of no stalking, the court does
      Given the answers
        | question         | answer     | source       |
        | stalking-history | none-known | practitioner |
        | stalking-history | past       | court        |
      When the case is screened
      Then the safeguard "review-every-two-weeks" is called for
      And the report shows that the sources disagree about "stalking-history"

  @rule:safeguards-while-digital-abuse-is-known
  Rule: After digital abuse the agreement is gone through again, and she is offered help again

    Scenario Outline: It was digital abuse, and it belongs to the past (<question>)
      Given "<question>" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "safeguards-while-digital-abuse-is-known" applies
      And the safeguard "digital-conduct-agreement" is called for
      And the safeguard "her-accounts-secured" is called for
      And the safeguard "review-every-two-weeks" is called for
      Examples:
        | question                   |
        | digital-abuse              |
        | harmful-posting            |
        | checked-without-permission |

    Scenario: There was none
      When the case is screened
      Then the rule "safeguards-while-digital-abuse-is-known" does not apply
      And the safeguard "her-accounts-secured" is not called for

    Scenario: Only he says that there was none
      Given "digital-abuse" is answered "never" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-while-digital-abuse-is-known" applies
      And the safeguard "her-accounts-secured" is called for until more is known

    Scenario: He says that there was none, the police have a file
      Given the answers
        | question      | answer | source |
        | digital-abuse | never  | client |
        | digital-abuse | past   | police |
      When the case is screened
      Then the safeguard "her-accounts-secured" is called for
      And the report shows that the sources disagree about "digital-abuse"
