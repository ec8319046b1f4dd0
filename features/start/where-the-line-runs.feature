Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a client at the start of the programme

  @rule:lives-with-her
  Scenario: Whether he lives with the (ex-)partner he was violent towards: "he lives part of the time with the (ex-)partner he was violent towards" is not enough for: Living with the (ex-)partner he was violent towards
    Given the answers
      | question           | answer    | source  |
      | lives-with-partner | part-time | partner |
    When the case is screened
    Then the recommendation is against online delivery
    And the rule "lives-with-her" does not apply

  @rule:safeguards-for-open-accounts
  Scenario: His access to her phone, accounts or location: "access now, or trying to get it" is enough for: Safeguards where accounts are not separate, or he once had access to hers
    Given the answers
      | question                   | answer | source |
      | access-to-partner-accounts | past   | client |
    When the case is screened
    Then no recommendation can be made yet
    And the safeguard "her-accounts-secured" is called for
    And the safeguard "separate-accounts" is called for
    And the rule "safeguards-for-open-accounts" applies

  @rule:shared-accounts-after-control
  Scenario: A pattern of coercive control: "coercive control goes on" is enough for: Accounts or passwords shared after control, stalking, surveillance or abuse by digital means
    Given the answers
      | question            | answer                | source |
      | shares-with-partner | accounts-or-passwords | client |
      | coercive-control    | past                  | client |
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "digital-surveillance" is raised
    And the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: What he does with that access: "used for practical things at her request" is not enough for: Accounts or passwords shared after control, stalking, surveillance or abuse by digital means
    Given the answers
      | question            | answer                | source |
      | shares-with-partner | accounts-or-passwords | client |
      | use-of-access       | practical             | client |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "digital-surveillance" could still be raised
    And it is unknown whether the rule "shared-accounts-after-control" applies
