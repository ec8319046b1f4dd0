Feature: Why the programme wants to work online
  The grounds are looked at before anything else. None of them excludes; some have to be written down and watched.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:purpose-is-ease @rule:measures-for-the-purpose
  Rule: The purpose serves safety and accountability

    Scenario Outline: Cost, ease, or reasons that serve nobody's safety (<question> - <answer>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "purpose-not-shown" is raised by "purpose-is-ease"
      And the safeguard "purpose-on-paper" is called for
      Examples:
        | question                    | answer                             |
        | rationale-for-online        | cost-or-convenience                |
        | rationale-for-online        | accessibility, cost-or-convenience |
        | reasons-aligned-with-safety | partly                             |
        | reasons-aligned-with-safety | no                                 |

    Scenario Outline: Other grounds, and reasons that serve safety (<answer>)
      Given "rationale-for-online" is answered "<answer>" by programme
      When the case is screened
      Then the rule "purpose-is-ease" does not apply
      And the rule "measures-for-the-purpose" does not apply
      And the safeguard "purpose-on-paper" is not called for
      Examples:
        | answer                 |
        | accessibility          |
        | continuity, engagement |
        | crisis                 |

    Scenario Outline: Nobody has said why (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "purpose-is-ease" applies
      And it is unknown whether the rule "measures-for-the-purpose" applies
      And the safeguard "purpose-on-paper" is called for until more is known
      Examples:
        | question                    |
        | rationale-for-online        |
        | reasons-aligned-with-safety |

    Scenario: The programme speaks of reach, practitioners speak of savings
      Given the answers
        | question             | answer              | source       |
        | rationale-for-online | accessibility       | programme    |
        | rationale-for-online | cost-or-convenience | practitioner |
      When the case is screened
      Then the flag "purpose-not-shown" is raised
      And the rule "measures-for-the-purpose" applies
      And the report shows that the sources disagree about "rationale-for-online"

  @rule:clients-do-the-asking @rule:measures-for-requests
  Rule: It is known who asks

    Scenario: As a rule it is clients
      Given "who-requests-online" is answered "client" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "requests-come-from-clients" is raised by "clients-do-the-asking"
      And the safeguard "requests-recorded" is called for

    Scenario Outline: As a rule it is others (<answer>)
      Given "who-requests-online" is answered "<answer>" by programme
      When the case is screened
      Then the rule "clients-do-the-asking" does not apply
      And the rule "measures-for-requests" does not apply
      And the safeguard "requests-recorded" is not called for
      Examples:
        | answer            |
        | service           |
        | court-or-referrer |

    Scenario: Nobody has counted
      Given programme does not know "who-requests-online"
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "requests-come-from-clients" could still be raised
      And it is unknown whether the rule "measures-for-requests" applies
      And the safeguard "requests-recorded" is called for until more is known

    Scenario: The programme names the courts, practitioners hear it from clients
      Given the answers
        | question            | answer            | source       |
        | who-requests-online | court-or-referrer | programme    |
        | who-requests-online | client            | practitioner |
      When the case is screened
      Then the rule "clients-do-the-asking" applies
      And the rule "measures-for-requests" applies
      And the report shows that the sources disagree about "who-requests-online"
