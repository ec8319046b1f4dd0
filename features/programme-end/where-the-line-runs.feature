Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme that closes its online work

  @rule:support-afterwards-planned-only
  Scenario: Support for survivors once the client has finished: "support for survivors ends with the programme" is enough for: Support for survivors afterwards is planned only, or missing
    Given the answers
      | question               | answer | source    |
      | survivor-support-after | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "survivor-support-not-secured" is raised
    And the safeguard "support-for-survivors-afterwards" is called for
    And the rule "measures-for-survivors-afterwards" applies
