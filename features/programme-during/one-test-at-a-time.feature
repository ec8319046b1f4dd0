Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a programme that works online

  @rule:criteria-in-part @rule:measures-for-criteria @rule:no-conditions-of-entry
  Scenario: Written conditions that a client has to meet before online work is offered: it may be partly or no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "eligibility-criteria-written" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "criteria-in-part" applies
    And it is unknown whether the rule "measures-for-criteria" applies
    And it is unknown whether the rule "no-conditions-of-entry" applies

  @rule:criteria-in-part @rule:nothing-rules-online-out
  Scenario: Written circumstances in which online work is ruled out: it may be partly or no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "exclusion-criteria-written" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "criteria-in-part" applies
    And it is unknown whether the rule "nothing-rules-online-out" applies

  @rule:effect-on-safety-not-judged @rule:effects-on-victims-in-part @rule:measures-for-effects-on-victims
  Scenario: How it is judged what online work does to the safety of the victim/survivor: it may be none, so it stays open whether the rule applies
    Given nothing of concern is known
    And "safety-effect-method" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "effect-on-safety-not-judged" applies
    And it is unknown whether the rule "effects-on-victims-in-part" applies
    And it is unknown whether the rule "measures-for-effects-on-victims" applies

  @rule:effects-on-victims-in-part @rule:effects-on-victims-left-out
  Scenario: Whether the effects of online work on victims/survivors have been thought through: it may be partly or no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "victim-impact-considered" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "effects-on-victims-in-part" applies
    And it is unknown whether the rule "effects-on-victims-left-out" applies

  @rule:information-not-shared @rule:information-shared-in-part @rule:measures-for-sharing
  Scenario: Agreed procedures for sharing information, raising alarms and acting together: it may be no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "information-sharing-protocol" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "information-not-shared" applies
    And it is unknown whether the rule "information-shared-in-part" applies
    And it is unknown whether the rule "measures-for-sharing" applies

  @rule:local-links-missing @rule:measures-for-local-links
  Scenario: Working arrangements with agencies near where clients live: it may be planned or none, so it stays open whether the rule applies
    Given nothing of concern is known
    And "local-collaborations" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And it is unknown whether the rule "local-links-missing" applies
    And it is unknown whether the rule "measures-for-local-links" applies

  @rule:local-links-missing
  Scenario: Somewhere local to send clients instead of, or beside, online work: no, so the rule applies
    Given nothing of concern is known
    And the answers
      | question       | answer | source    |
      | local-redirect | no     | programme |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the rule "local-links-missing" applies

  @rule:local-links-missing
  Scenario: Somewhere local to send clients instead of, or beside, online work: it may be no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "local-redirect" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And it is unknown whether the rule "local-links-missing" applies

  @rule:local-links-missing
  Scenario: What local agencies supply - a room, news about risk, help in a crisis: informal or none, so the rule applies
    Given nothing of concern is known
    And the answers
      | question            | answer   | source          |
      | local-service-roles | informal | partner-support |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the rule "local-links-missing" applies

  @rule:local-links-missing
  Scenario: What local agencies supply - a room, news about risk, help in a crisis: it may be informal or none, so it stays open whether the rule applies
    Given nothing of concern is known
    And "local-service-roles" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And it is unknown whether the rule "local-links-missing" applies

  @rule:measures-for-devices @rule:no-rule-about-devices @rule:own-device-not-required
  Scenario: Exceptions are made for devices (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "device-policy" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "measures-for-devices" applies
    And it is unknown whether the rule "no-rule-about-devices" applies
    And it is unknown whether the rule "own-device-not-required" applies

  @rule:measures-for-preparation @rule:preparation-not-offered
  Scenario: Clients are not prepared for the technology (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "digital-literacy-support" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And it is unknown whether the rule "measures-for-preparation" applies
    And it is unknown whether the rule "preparation-not-offered" applies

  @rule:measures-for-rules @rule:no-rules-for-taking-part @rule:rules-without-follow-through
  Scenario: Rules for taking part are not enforced (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "participation-rules" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "measures-for-rules" applies
    And it is unknown whether the rule "no-rules-for-taking-part" applies
    And it is unknown whether the rule "rules-without-follow-through" applies

  @rule:measures-for-the-fit @rule:online-does-not-fit @rule:online-fits-in-part
  Scenario: Online work fits some of the clients only (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "fits-risk-profiles" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "measures-for-the-fit" applies
    And it is unknown whether the rule "online-does-not-fit" applies
    And it is unknown whether the rule "online-fits-in-part" applies

  @rule:measures-for-the-platform @rule:platform-checked-in-part @rule:platform-not-checked
  Scenario: The platform is checked in part (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "platform-secure" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "measures-for-the-platform" applies
    And it is unknown whether the rule "platform-checked-in-part" applies
    And it is unknown whether the rule "platform-not-checked" applies

  @rule:rules-without-follow-through
  Scenario: What follows when a participant breaks the rules: no, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                 | answer | source       |
      | rule-breach-consequences | no     | practitioner |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the rule "rules-without-follow-through" applies

  @rule:rules-without-follow-through
  Scenario: What follows when a participant breaks the rules: it may be no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "rule-breach-consequences" is not answered
    When the case is screened
    Then the recommendation is to go online with conditions
    And it is unknown whether the rule "rules-without-follow-through" applies

  @rule:signs-left-to-chance
  Scenario: How withdrawal and sudden changes in taking part are picked up: informal or none, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                | answer   | source       |
      | disengagement-procedure | informal | practitioner |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the rule "signs-left-to-chance" applies

  @rule:staff-without-support @rule:supervision-to-be-set-up
  Scenario: How often high-risk sessions are talked through afterwards: none, so the rule applies
    Given nothing of concern is known
    And the answers
      | question           | answer | source    |
      | high-risk-debriefs | none   | programme |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the rule "staff-without-support" applies
    And the rule "supervision-to-be-set-up" applies
