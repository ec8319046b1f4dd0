Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme before it works online

  @rule:alone-check-made-firm
  Scenario: The check that the client is alone and not overheard or watched: "it is not checked" is enough for: The alone-check is not made every time
    Given the answers
      | question              | answer | source    |
      | alone-check-procedure | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the safeguard "alone-check-routine" is called for
    And the rule "alone-check-made-firm" applies

  @rule:conduct-review-made-firm
  Scenario: Whether a client's conduct online is looked at for signs of control: "it is not looked at" is enough for: Conduct online is not looked at after every session
    Given the answers
      | question               | answer | source    |
      | conduct-pattern-review | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the safeguard "online-conduct-reviewed" is called for
    And the rule "conduct-review-made-firm" applies

  @rule:criteria-in-part
  Scenario: Written conditions that a client has to meet before online work is offered: "there are no such conditions" is enough for: Criteria in part, or not in writing
    Given nothing of concern is known
    And the answers
      | question                     | answer | source    |
      | eligibility-criteria-written | no     | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "criteria-not-complete" is raised
    And the safeguard "written-criteria" is called for
    And the rule "criteria-in-part" applies

  @rule:criteria-in-part
  Scenario: Written circumstances in which online work is ruled out: "there are no exclusion criteria" is enough for: Criteria in part, or not in writing
    Given the answers
      | question                   | answer | source |
      | exclusion-criteria-written | partly | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "criteria-not-complete" is raised
    And the safeguard "written-criteria" is called for
    And the rule "criteria-in-part" applies

  @rule:effects-on-victims-in-part
  Scenario: Whether the effects of online work on victims/survivors have been thought through: "the effects on victims/survivors have not been considered" is enough for: Effects on victims/survivors considered or judged in part
    Given the answers
      | question                 | answer | source    |
      | victim-impact-considered | no     | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "effects-on-victims-half-seen" is raised
    And the safeguard "effects-worked-out-with-victim-support" is called for
    And the safeguard "method-for-survivor-safety" is called for

  @rule:effects-on-victims-in-part
  Scenario: How it is judged what online work does to the safety of the victim/survivor: "no method" is enough for: Effects on victims/survivors considered or judged in part
    Given the answers
      | question             | answer   | source |
      | safety-effect-method | informal | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "effects-on-victims-half-seen" is raised
    And the safeguard "effects-worked-out-with-victim-support" is called for
    And the safeguard "method-for-survivor-safety" is called for

  @rule:failure-protocol-made-firm
  Scenario: What is done when the connection drops or a client is suddenly gone: "there is no protocol" is enough for: What to do about faults is not defined
    Given the answers
      | question         | answer | source    |
      | failure-protocol | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the safeguard "failure-protocol-written" is called for
    And the rule "failure-protocol-made-firm" applies

  @rule:information-shared-in-part
  Scenario: Agreed procedures for sharing information, raising alarms and acting together: "no procedures are agreed" is enough for: Procedures for sharing information in part
    Given the answers
      | question                     | answer | source    |
      | information-sharing-protocol | no     | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "information-sharing-incomplete" is raised
    And the safeguard "information-sharing-agreement" is called for
    And the rule "information-shared-in-part" applies

  @rule:online-fits-in-part
  Scenario: Whether an online format fits the clients served and the risks they present: "it does not fit the clients served" is enough for: An online format fits some of the clients served
    Given the answers
      | question           | answer | source    |
      | fits-risk-profiles | no     | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "fits-some-clients-only" is raised
    And the safeguard "client-groups-named" is called for
    And the rule "measures-for-the-fit" applies

  @rule:own-device-not-required
  Scenario: The rule on which devices clients may use: "there is no rule about devices" is enough for: A device of one's own is not required
    Given the answers
      | question      | answer | source    |
      | device-policy | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "exceptions-for-devices" is raised
    And the safeguard "device-rule" is called for
    And the rule "measures-for-devices" applies

  @rule:platform-checked-in-part
  Scenario: Whether the video platform is encrypted, lawful and tested: "not checked, or not secure" is enough for: The platform is checked in part
    Given the answers
      | question        | answer | source    |
      | platform-secure | no     | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "platform-half-checked" is raised
    And the safeguard "platform-assessment" is called for
    And the rule "measures-for-the-platform" applies

  @rule:risk-information-by-chance
  Scenario: How fresh risk information from other agencies is taken into account: "it does not happen" is enough for: Fresh risk information arrives by chance
    Given the answers
      | question                       | answer | source    |
      | new-risk-information-procedure | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "risk-information-not-routed" is raised
    And the safeguard "risk-information-routed" is called for
    And the rule "measures-for-risk-information" applies

  @rule:rules-without-follow-through
  Scenario: Rules for taking part online, and who applies them: "no rules" is enough for: Rules that are not applied evenly, or whose breach has no consequence
    Given nothing of concern is known
    And the answers
      | question            | answer | source    |
      | participation-rules | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "rules-not-enforced" is raised
    And the safeguard "breach-steps-settled" is called for
    And the safeguard "rules-applied-evenly" is called for

  @rule:session-checks-in-part
  Scenario: What is done when the connection drops or a client is suddenly gone: "there is no protocol" is enough for: Checks around sessions that are made now and then
    Given nothing of concern is known
    And the answers
      | question         | answer | source    |
      | failure-protocol | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "session-checks-patchy" is raised
    And the rule "session-checks-in-part" applies

  @rule:session-checks-in-part
  Scenario: Whether a client's conduct online is looked at for signs of control: "it is not looked at" is enough for: Checks around sessions that are made now and then
    Given nothing of concern is known
    And the answers
      | question               | answer | source    |
      | conduct-pattern-review | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "session-checks-patchy" is raised
    And the rule "session-checks-in-part" applies

  @rule:worry-reaches-late
  Scenario: How a worry reaches those who must act: "there is no way for it" is enough for: A worry arrives late
    Given the answers
      | question           | answer | source    |
      | concern-escalation | none   | programme |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "worry-acted-on-late" is raised
    And the safeguard "way-for-a-worry" is called for
    And the rule "measures-for-worries" applies
