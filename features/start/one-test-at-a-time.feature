Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:his-own-way-round
  Rule: His own request is looked into where ease or less challenge is sought

    Scenario: Nobody has asked who wanted online delivery, nor what he hopes for from it
      Given "online-expectations" is not answered
      And "requested-online-by" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And it is unknown whether the rule "his-own-way-round" applies

  @rule:shared-accounts-after-control
  Rule: Accounts shared after control or stalking exclude

    Scenario Outline: Nobody has asked what they share, nor about this (<question>)
      Given "shares-with-partner" is not answered
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "shared-accounts-after-control" applies

      Examples:
        | question         |
        | coercive-control |
        | stalking-history |
