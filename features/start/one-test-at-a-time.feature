Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client at the start of the programme

  @rule:his-own-way-round
  Scenario: He is the one who asks for online delivery (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "online-expectations" is not answered
    And "requested-online-by" is not answered
    When the case is screened
    Then the recommendation is online with conditions
    And it is unknown whether the rule "his-own-way-round" applies

  @rule:shared-accounts-after-control
  Scenario: A pattern of coercive control: it may be past or ongoing, so it stays open whether the rule applies
    Given nothing of concern is known
    And "coercive-control" is not answered
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Stalking or following: it may be past or current, so it stays open whether the rule applies
    Given nothing of concern is known
    And "shares-with-partner" is not answered
    And "stalking-history" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies
