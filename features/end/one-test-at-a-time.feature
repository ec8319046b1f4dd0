Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  Rule: Surveillance and abuse by digital means go on mattering at the end

    @rule:digital-abuse-known
    Scenario: Child protection knows of no looking; she says that he confronted her with what he had found out
      Given "checked-without-permission" is answered "never" by child-protection
      And "use-of-what-was-found" is answered "confronted" by partner
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "digital-abuse-known" applies

    @rule:digital-abuse-known @rule:followed-or-threatened-with-what-was-found
    Scenario: Nobody has asked whether he looked without her agreement, nor what he did with what he found
      Given "checked-without-permission" is not answered
      And "use-of-what-was-found" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "digital-abuse-known" applies
      And it is unknown whether the rule "followed-or-threatened-with-what-was-found" applies

    @rule:digital-abuse-known @rule:uses-access-to-watch-her
    Scenario: Nobody has asked about his access to her accounts, nor what he does with it
      Given "access-to-partner-accounts" is not answered
      And "use-of-access" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "digital-abuse-known" applies
      And it is unknown whether the rule "uses-access-to-watch-her" applies

  @rule:end-accounts-differ-or-open
  Rule: What is told differently calls for care

    Scenario: Probation knows of no abuse by digital means, partner support knows of some in the past
      Given "digital-abuse" is answered "never" by probation
      And "digital-abuse" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "end-accounts-differ-or-open" applies

  @rule:pursued-her-and-still-can
  Rule: Having threatened or followed her with what he found, and still having the means, speaks against closing

    Scenario: He says that he did nothing with what he found; she says that he followed her, and has access now
      Given "access-to-partner-accounts" is answered "current-or-sought" by partner
      And "use-of-what-was-found" is answered "nothing" by client
      And "checked-without-permission" is answered "past" by partner
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "pursued-her-and-still-can" applies

    Scenario: They share accounts, and nobody has asked whether he looked, nor what he did with what he found
      Given "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      And "checked-without-permission" is not answered
      And "use-of-what-was-found" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "pursued-her-and-still-can" applies

    Scenario Outline: She says that he threatened or followed her, and nobody has asked about the means (<question>)
      Given "checked-without-permission" is answered "past" by partner
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner
      And "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "pursued-her-and-still-can" applies

      Examples:
        | question                   |
        | access-to-partner-accounts |
        | shares-with-partner        |

  @rule:withdraws-in-several-ways
  Rule: Two ways of turning away from accountability speak against closing

    Scenario: Nobody has asked who will hold him to account, nor whom he can reach when he fears being abusive
      Given "accountability-sources" is not answered
      And "crisis-contact" is not answered
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And it is unknown whether the rule "withdraws-in-several-ways" applies
