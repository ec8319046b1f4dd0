Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client at the end of the programme

  @rule:digital-abuse-known
  Scenario: What he did with what he found out: confronted or threatened-or-followed, so the rule applies (digital-abuse-known, end)
    Given nothing of concern is known
    And the answers
      | question              | answer     | source  |
      | use-of-what-was-found | confronted | partner |
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And the rule "digital-abuse-known" applies

  @rule:digital-abuse-known @rule:followed-or-threatened-with-what-was-found
  Scenario: What he did with what he found out: it may be confronted or threatened-or-followed, so it stays open whether the rule applies
    Given nothing of concern is known
    And "checked-without-permission" is not answered
    And "use-of-what-was-found" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "digital-abuse-known" applies
    And it is unknown whether the rule "followed-or-threatened-with-what-was-found" applies

  @rule:digital-abuse-known @rule:uses-access-to-watch-her
  Scenario: What he does with that access: it may be checking or controlling, so it stays open whether the rule applies (digital-abuse-known, end)
    Given nothing of concern is known
    And "access-to-partner-accounts" is not answered
    And "use-of-access" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "digital-abuse-known" applies
    And it is unknown whether the rule "uses-access-to-watch-her" applies

  @rule:end-accounts-differ-or-open
  Scenario: Watching, frightening, humiliating or threatening her by digital means: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer | source          |
      | digital-abuse | never  | partner         |
      | digital-abuse | past   | partner-support |
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And the rule "end-accounts-differ-or-open" applies

  @rule:pursued-her-and-still-can
  Scenario: What he did with what he found out: it may be threatened-or-followed, so it stays open whether the rule applies
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pursued-her-and-still-can" applies

  @rule:pursued-her-and-still-can
  Scenario: His access to her phone, accounts or location: current-or-sought, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer                 | source  |
      | access-to-partner-accounts | current-or-sought      | partner |
      | use-of-what-was-found      | threatened-or-followed | partner |
    When the case is screened
    Then the recommendation is against closing yet
    And the rule "pursued-her-and-still-can" applies

  @rule:pursued-her-and-still-can
  Scenario: His access to her phone, accounts or location: it may be current-or-sought, so it stays open whether the rule applies (pursued-her-and-still-can, end)
    Given nothing of concern is known
    And the answers
      | question              | answer                 | source  |
      | use-of-what-was-found | threatened-or-followed | partner |
    And "access-to-partner-accounts" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pursued-her-and-still-can" applies

  @rule:pursued-her-and-still-can
  Scenario: Devices, logins or accounts the two of them share: it may be accounts-or-passwords or device, so it stays open whether the rule applies (pursued-her-and-still-can, end)
    Given nothing of concern is known
    And the answers
      | question              | answer                 | source  |
      | use-of-what-was-found | threatened-or-followed | partner |
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pursued-her-and-still-can" applies

  @rule:withdraws-in-several-ways
  Scenario: Nobody who will hold the client to account (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "accountability-sources" is not answered
    And "crisis-contact" is not answered
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And it is unknown whether the rule "withdraws-in-several-ways" applies
