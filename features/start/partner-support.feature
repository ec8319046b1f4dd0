Feature: Support for the (ex-)partner alongside his programme

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:partner-support-not-in-place
  Rule: Support for her that is not running calls for care

    Scenario Outline: Support is not running (<answer>)
      Given "partner-support-contact" is answered "<answer>" by partner-support
      When the case is screened
      Then <recommendation>
      And the flag "partner-support-not-running" is raised by "partner-support-not-in-place"
      Examples:
        | answer        | recommendation                                |
        | offered       | the recommendation is online with conditions  |
        | not-available | the recommendation is against online delivery |

    Scenario: A named worker is there for her, whether or not she makes use of it
      Given "partner-support-contact" is answered "in-place" by partner-support
      When the case is screened
      Then the rule "partner-support-not-in-place" does not apply
      And the flag "partner-support-not-running" is not raised

    Scenario: He believes that she has somebody to talk to
      Given "partner-support-contact" is answered "in-place" by client
      When the case is screened
      Then the flag "partner-support-not-running" could still be raised
      And "partner-support-contact" is to be found out from partner-support

    Scenario: The programme counts support as running, partner support has only offered it
      Given the answers
        | question                | answer   | source          |
        | partner-support-contact | in-place | programme       |
        | partner-support-contact | offered  | partner-support |
      When the case is screened
      Then the flag "partner-support-not-running" is raised by "partner-support-not-in-place"
      And the report shows that the sources disagree about "partner-support-contact"
      And the client's copy does not mention "partner-support-contact"

  @rule:safeguards-for-partner-support
  Rule: Support for her runs before he starts

    Scenario: It has been offered and nobody is named yet
      Given "partner-support-contact" is answered "offered" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-partner-support" applies
      And the safeguard "partner-support-running" is called for

    Scenario: It runs already
      When the case is screened
      Then the rule "safeguards-for-partner-support" does not apply
      And the safeguard "partner-support-running" is not called for

    Scenario: It ran nine weeks ago, and nobody has asked since
      Given "partner-support-contact" was answered "in-place" by partner-support 9 weeks ago
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-partner-support" applies
      And the safeguard "partner-support-running" is called for until more is known

    Scenario: The practitioner thinks that it runs, partner support says that it does not
      Given the answers
        | question                | answer        | source          |
        | partner-support-contact | in-place      | practitioner    |
        | partner-support-contact | not-available | partner-support |
      When the case is screened
      Then the safeguard "partner-support-running" is called for
      And the report shows that the sources disagree about "partner-support-contact"

  @rule:no-partner-support-available
  Rule: Where no support for her is available, agencies and sessions in person make up what they can

    Scenario: There is no service for her
      Given "partner-support-contact" is answered "not-available" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "no-partner-support-available" applies
      And the safeguard "agency-update" is called for
      And the safeguard "in-person-sessions-kept" is called for

    Scenario: Support has been offered to her
      Given "partner-support-contact" is answered "offered" by partner-support
      When the case is screened
      Then the rule "no-partner-support-available" does not apply
      And the safeguard "agency-update" is not called for
      And the safeguard "in-person-sessions-kept" is not called for

    Scenario: Nobody has asked whether there is a service
      Given "partner-support-contact" is not answered
      When the case is screened
      Then it is unknown whether the rule "no-partner-support-available" applies
      And the safeguard "agency-update" is called for until more is known
      And the safeguard "in-person-sessions-kept" is called for until more is known

    Scenario: The programme counts on a service that has closed
      Given the answers
        | question                | answer        | source          |
        | partner-support-contact | in-place      | programme       |
        | partner-support-contact | not-available | partner-support |
      When the case is screened
      Then the rule "no-partner-support-available" applies
      And the report shows that the sources disagree about "partner-support-contact"

  @rule:partner-support-missing
  Rule: Where nobody is there for her, that speaks against online delivery

    Scenario Outline: There is no service for her, whoever says so (<source>)
      Given "partner-support-contact" is answered "not-available" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "no-partner-support" is raised by "partner-support-missing"
      And the flag "no-partner-support" would be resolved by "partner-support-running"
      And the flag "no-partner-support" names who must be told at once
      Examples:
        | source          |
        | partner-support |
        | practitioner    |
        | partner         |

    Scenario Outline: Support is there, or offered (<answer>)
      Given "partner-support-contact" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "partner-support-missing" does not apply
      And the flag "no-partner-support" is not raised
      Examples:
        | answer   |
        | in-place |
        | offered  |

    Scenario: The programme counts on it, and partner support has not said so
      Given "partner-support-contact" is answered "in-place" by programme
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "partner-support-missing" applies
      And "partner-support-contact" is to be found out from partner-support

    Scenario: The programme counts on it, partner support says that it has nobody
      Given the answers
        | question                | answer        | source          |
        | partner-support-contact | in-place      | programme       |
        | partner-support-contact | not-available | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "no-partner-support" is raised by "partner-support-missing"
      And the report shows that the sources disagree about "partner-support-contact"
