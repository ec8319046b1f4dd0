Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart. Where a word does not settle its question, it may be worse than was said; a rule that holds for what
  was said and for all that is worse applies at once.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:lives-with-her
  Rule: A household shared all the time has a rule of its own

    Scenario: She says that he lives with her part of the time
      Given "lives-with-partner" is answered "part-time" by partner
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "lives-with-her" does not apply

  @rule:safeguards-for-open-accounts
  Rule: Accounts are separated where he once had access to hers

    Scenario: He says that he had access once; it may be that he still has it
      Given "access-to-partner-accounts" is answered "past" by client
      When the case is screened
      Then no recommendation can be made yet
      And the safeguard "her-accounts-secured" is called for
      And the safeguard "separate-accounts" is called for
      And the rule "safeguards-for-open-accounts" applies

  @rule:shared-accounts-after-control
  Rule: Accounts shared after control exclude

    Scenario: They share accounts, and he says that he used to control her; it may go on
      Given "shares-with-partner" is answered "accounts-or-passwords" by client
      And "coercive-control" is answered "past" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised
      And the rule "shared-accounts-after-control" applies

    Scenario: They share accounts, and he used hers for practical things at her request
      Given "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      And "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is answered "practical" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "digital-surveillance" is not raised
      And the rule "shared-accounts-after-control" does not apply

    Scenario: They share accounts, and only he says that he used hers for practical things at her request
      Given "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      And "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is answered "practical" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "digital-surveillance" could still be raised
      And it is unknown whether the rule "shared-accounts-after-control" applies
