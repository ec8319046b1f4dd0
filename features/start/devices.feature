Feature: Whose device, whose accounts
  What he and she use together, what others can open, and what he can still reach of hers.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:device-shared-with-partner
  Rule: A device shared with the (ex-)partner speaks against online delivery

    Scenario Outline: He says it himself, and his word is enough (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "shared-device" is raised by "device-shared-with-partner"
      And the flag "shared-device" would be resolved by "own-device"
      Examples:
        | question            | answer              |
        | shares-with-partner | device              |
        | device-used         | shared-with-partner |

    Scenario Outline: What they share stops short of a device that she uses too (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "device-shared-with-partner" does not apply
      And the flag "shared-device" is not raised
      Examples:
        | question            | answer                |
        | shares-with-partner | nothing               |
        | shares-with-partner | accounts-or-passwords |
        | device-used         | own                   |
        | device-used         | lent-by-programme     |
        | device-used         | shared-with-family    |

    Scenario Outline: Nobody has asked what they share or which device he would use (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "device-shared-with-partner" applies
      And the flag "shared-device" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question            | source          |
        | shares-with-partner | partner-support |
        | shares-with-partner | practitioner    |
        | device-used         | partner-support |
        | device-used         | practitioner    |

    Scenario Outline: He names less than a shared device, and nobody has confirmed it (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "device-shared-with-partner" applies
      Examples:
        | question            | answer                |
        | shares-with-partner | nothing               |
        | shares-with-partner | accounts-or-passwords |
        | device-used         | own                   |
        | device-used         | shared-with-family    |

    Scenario: She knows of the tablet he does not mention
      Given the answers
        | question            | answer  | source          |
        | shares-with-partner | nothing | client          |
        | shares-with-partner | device  | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "shared-device" is raised by "device-shared-with-partner"
      And the report shows that the sources disagree about "shares-with-partner"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "shares-with-partner"

    Scenario: He calls the laptop his own, the practitioner has seen her use it
      Given the answers
        | question    | answer              | source       |
        | device-used | own                 | client       |
        | device-used | shared-with-partner | practitioner |
      When the case is screened
      Then the recommendation is against online delivery
      And the report shows that the sources disagree about "device-used"

  @rule:device-used-with-others
  Rule: A device that others use calls for care

    Scenario Outline: The device is also in other hands (<answer>)
      Given "device-used" is answered "<answer>" by client
      When the case is screened
      Then the rule "device-used-with-others" applies
      And the flag "device-used-by-others" is raised by "device-used-with-others"
      Examples:
        | answer              |
        | shared-with-family  |
        | shared-with-partner |

    Scenario Outline: The device is in no other hands (<answer>)
      Given "device-used" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "device-used-with-others" does not apply
      And the flag "device-used-by-others" is not raised
      Examples:
        | answer            |
        | own               |
        | lent-by-programme |

    Scenario: Nobody knows yet which device it would be
      Given "device-used" is not answered
      When the case is screened
      Then the flag "device-used-by-others" could still be raised
      And "device-used" is to be found out from programme
      And "device-used" is to be found out from practitioner

    Scenario: He says that the device is his own, the practitioner has seen a child's account on it
      Given the answers
        | question    | answer             | source       |
        | device-used | own                | client       |
        | device-used | shared-with-family | practitioner |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "device-used-by-others" is raised by "device-used-with-others"
      And the report shows that the sources disagree about "device-used"

  @rule:safeguards-for-a-used-device
  Rule: Where others use the device, he gets a device and a login of his own

    Scenario: A relative uses the tablet too
      Given "device-used" is answered "shared-with-family" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-a-used-device" applies
      And the safeguard "own-device" is called for
      And the safeguard "separate-accounts" is called for

    Scenario: The programme lends him a tablet
      Given "device-used" is answered "lent-by-programme" by programme
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-a-used-device" does not apply
      And the safeguard "own-device" is not called for
      And the safeguard "separate-accounts" is not called for

    Scenario: As long as the device is not known, a device of his own is on the list
      Given client does not know "device-used"
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-for-a-used-device" applies
      And the safeguard "own-device" is called for until more is known
      And the safeguard "separate-accounts" is called for until more is known

    Scenario: He says it is his alone, partner support hears of a second user
      Given the answers
        | question    | answer             | source          |
        | device-used | own                | client          |
        | device-used | shared-with-family | partner-support |
      When the case is screened
      Then the safeguard "own-device" is called for
      And the report shows that the sources disagree about "device-used"
      And the client's copy does not mention "device-used"

  @rule:accounts-open-between-them
  Rule: Accounts, passwords or access that are open between them call for care

    Scenario Outline: Something is still open between them (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the rule "accounts-open-between-them" applies
      And the flag "accounts-not-separate" is raised by "accounts-open-between-them"
      Examples:
        | question                   | answer                |
        | shares-with-partner        | accounts-or-passwords |
        | shares-with-partner        | device                |
        | access-to-partner-accounts | current-or-sought     |

    Scenario Outline: Nothing is open between them now (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "accounts-open-between-them" does not apply
      And the flag "accounts-not-separate" is not raised
      Examples:
        | question                   | answer  |
        | shares-with-partner        | nothing |
        | access-to-partner-accounts | none    |
        | access-to-partner-accounts | past    |

    Scenario Outline: He alone says that nothing is open (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then it is unknown whether the rule "accounts-open-between-them" applies
      And the flag "accounts-not-separate" could still be raised
      And "<question>" is to be found out from partner-support
      Examples:
        | question                   | answer  |
        | shares-with-partner        | nothing |
        | access-to-partner-accounts | none    |

    Scenario: He has forgotten the family subscription, she has not
      Given the answers
        | question            | answer                | source          |
        | shares-with-partner | nothing               | client          |
        | shares-with-partner | accounts-or-passwords | partner-support |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "accounts-not-separate" is raised by "accounts-open-between-them"
      And the report shows that the sources disagree about "shares-with-partner"

  @rule:safeguards-for-open-accounts
  Rule: Where accounts are open, or he once had access to hers, both sides are closed

    Scenario Outline: His side is closed by him, hers by her (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the rule "safeguards-for-open-accounts" applies
      And the safeguard "separate-accounts" is called for
      And the safeguard "her-accounts-secured" is called for
      Examples:
        | question                   | answer                |
        | shares-with-partner        | accounts-or-passwords |
        | access-to-partner-accounts | past                  |
        | access-to-partner-accounts | current-or-sought     |

    Scenario: They share nothing and he never had access
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-open-accounts" does not apply
      And the safeguard "separate-accounts" is not called for
      And the safeguard "her-accounts-secured" is not called for

    Scenario Outline: Until it is known what is open, the safeguards stay on the list (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-for-open-accounts" applies
      And the safeguard "separate-accounts" is called for until more is known
      And the safeguard "her-accounts-secured" is called for until more is known
      Examples:
        | question                   |
        | shares-with-partner        |
        | access-to-partner-accounts |

    Scenario: He says that he never had her password, the police noted that he once did
      Given the answers
        | question                   | answer | source |
        | access-to-partner-accounts | none   | client |
        | access-to-partner-accounts | past   | police |
      When the case is screened
      Then the recommendation is online with conditions
      And the safeguard "her-accounts-secured" is called for
      And the report shows that the sources disagree about "access-to-partner-accounts"
