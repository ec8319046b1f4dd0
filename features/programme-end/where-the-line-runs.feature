Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. This case stands right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Rule: Support for survivors does not end when the programme does

    @rule:support-afterwards-planned-only @rule:measures-for-survivors-afterwards
    Scenario: It ends with the programme, which calls for all that support in planning calls for
      Given "survivor-support-after" is answered "none" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "survivor-support-not-secured" is raised
      And the safeguard "support-for-survivors-afterwards" is called for
      And the rule "support-afterwards-planned-only" applies
      And the rule "measures-for-survivors-afterwards" applies
