Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme that works online

  @rule:alone-check-made-firm
  Scenario: The alone-check is not made every time: at this stage too
    Given the answers
      | question              | answer    | source    |
      | alone-check-procedure | sometimes | programme |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "alone-check-routine" is called for
    And the rule "alone-check-made-firm" applies

  @rule:conduct-review-made-firm
  Scenario: Conduct online is not looked at after every session: at this stage too
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "online-conduct-reviewed" is called for until more is known
    And it is unknown whether the rule "conduct-review-made-firm" applies

  @rule:measures-for-checks-on-partners
  Scenario: How the safety of the (ex-)partner is checked after sessions: "nobody checks" is enough for: (Ex-)partners checked on after charged sessions only, or not at all
    Given the answers
      | question                | answer                 | source    |
      | partner-check-procedure | after-charged-sessions | programme |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "agreement-with-victim-support" is called for
    And the rule "measures-for-checks-on-partners" applies

  @rule:session-checks-in-part
  Scenario: The check that the client is alone and not overheard or watched: "it is not checked" is enough for: Checks around sessions that are made now and then
    Given the answers
      | question              | answer | source    |
      | alone-check-procedure | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "session-checks-patchy" is raised
    And the rule "session-checks-in-part" applies

  @rule:online-work-has-done-harm
  Scenario: What online work was seen to do to the safety of victims/survivors: a word other than partner support's settles nothing
    Given nothing of concern is known
    And the answers
      | question                      | answer | source    |
      | observed-victim-safety-effect | safer  | programme |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "harm-by-online-work" could still be raised
    And it is unknown whether the rule "online-work-has-done-harm" applies

  @rule:online-work-has-done-harm
  Scenario: What online work was seen to do to the safety of victims/survivors: after more than a year it has to be looked at again
    Given nothing of concern is known
    And the answers
      | question                      | answer        | source          | on         |
      | observed-victim-safety-effect | no-difference | partner-support | 2025-11-22 |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "harm-by-online-work" could still be raised
    And it is unknown whether the rule "online-work-has-done-harm" applies
