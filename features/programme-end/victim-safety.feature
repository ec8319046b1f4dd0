Feature: Survivors when a client finishes
  Support for survivors goes on, what they report still reaches somebody, and other agencies are heard at the closing.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario: Nothing of concern is known, and the base set still applies
    When the case is screened
    Then the recommendation is to go online with conditions
    And the safeguard "endings-planned-with-partner-support" is called for
    And the safeguard "readiness-looked-at-again" is called for

  @rule:support-ends-with-the-programme @rule:support-afterwards-planned-only
  @rule:measures-for-survivors-afterwards
  Rule: Support for survivors does not end with the programme

    Scenario Outline: It ends, whoever says so (<source>)
      Given "survivor-support-after" is answered "none" by <source>
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "nothing-for-survivors-afterwards" is raised by "support-ends-with-the-programme"
      And the flag "nothing-for-survivors-afterwards" would be resolved by "support-for-survivors-afterwards"
      Examples:
        | source          |
        | partner-support |
        | programme       |

    Scenario: It is planned
      Given "survivor-support-after" is answered "planned" by partner-support
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "nothing-for-survivors-afterwards" is not raised
      And the flag "survivor-support-not-secured" is raised by "support-afterwards-planned-only"
      And the rule "measures-for-survivors-afterwards" applies
      And the safeguard "support-for-survivors-afterwards" is called for

    Scenario: It goes on
      Given "survivor-support-after" is answered "in-place" by partner-support
      When the case is screened
      Then the rule "support-ends-with-the-programme" does not apply
      And the flag "survivor-support-not-secured" is not raised
      And the safeguard "support-for-survivors-afterwards" is not called for

    Scenario: Nobody has asked partner support
      Given "survivor-support-after" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "nothing-for-survivors-afterwards" could still be raised
      And it is unknown whether the rule "support-afterwards-planned-only" applies
      And the safeguard "support-for-survivors-afterwards" is called for until more is known
      And "survivor-support-after" is to be found out from partner-support
      And "survivor-support-after" is not to be asked of programme

    Scenario: The programme counts on support that partner support does not have
      Given the answers
        | question               | answer   | source          |
        | survivor-support-after | in-place | programme       |
        | survivor-support-after | none     | partner-support |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "support-ends-with-the-programme" applies
      And the report shows that the sources disagree about "survivor-support-after"

    Scenario: Only the programme says that support goes on
      Given the answers
        | question               | answer   | source    |
        | survivor-support-after | in-place | programme |
      When the case is screened
      Then no recommendation can be made yet
      And "survivor-support-after" is to be found out from partner-support

  @rule:what-survivors-report-fades @rule:measures-for-survivor-input
  @rule:agencies-not-asked-at-closing @rule:measures-for-agencies-at-closing
  Rule: What survivors and agencies know keeps its way into the assessment

    Scenario Outline: It comes by chance, or not at all (<question> - <answer>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is raised by "<rule>"
      And the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question                  | answer   | flag                        | rule                          | measures                         | safeguard                     |
        | partner-input-after-exit  | informal | survivor-input-fades        | what-survivors-report-fades   | measures-for-survivor-input      | survivor-input-kept-open      |
        | partner-input-after-exit  | none     | survivor-input-fades        | what-survivors-report-fades   | measures-for-survivor-input      | survivor-input-kept-open      |
        | multiagency-closing-input | informal | agencies-unheard-at-closing | agencies-not-asked-at-closing | measures-for-agencies-at-closing | agencies-asked-before-closing |
        | multiagency-closing-input | none     | agencies-unheard-at-closing | agencies-not-asked-at-closing | measures-for-agencies-at-closing | agencies-asked-before-closing |

    Scenario Outline: There is a defined way (<safeguard>)
      When the case is screened
      Then the flag "<flag>" is not raised
      And the rule "<measures>" does not apply
      And the safeguard "<safeguard>" is not called for
      Examples:
        | flag                        | measures                         | safeguard                     |
        | survivor-input-fades        | measures-for-survivor-input      | survivor-input-kept-open      |
        | agencies-unheard-at-closing | measures-for-agencies-at-closing | agencies-asked-before-closing |

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for until more is known
      Examples:
        | question                  | flag                        | measures                         | safeguard                     |
        | partner-input-after-exit  | survivor-input-fades        | measures-for-survivor-input      | survivor-input-kept-open      |
        | multiagency-closing-input | agencies-unheard-at-closing | measures-for-agencies-at-closing | agencies-asked-before-closing |

    Scenario Outline: The programme names a way that the other side does not know of (<question>)
      Given the answers
        | question   | answer  | source    |
        | <question> | defined | programme |
        | <question> | none    | <source>  |
      When the case is screened
      Then the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                  | source           | flag                        |
        | partner-input-after-exit  | partner-support  | survivor-input-fades        |
        | multiagency-closing-input | child-protection | agencies-unheard-at-closing |
