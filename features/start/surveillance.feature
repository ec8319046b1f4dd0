Feature: Watching her, and harm by digital means

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:watches-her-without-agreement
  Rule: That he lately looked without her agreement speaks against online delivery

    Scenario Outline: He looked at her messages or whereabouts, whoever says so (<source>)
      Given "checked-without-permission" is answered "recent" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "watches-her-without-agreement"
      And no safeguard would resolve the flag "digital-surveillance"
      Examples:
        | source          |
        | client          |
        | partner         |
        | partner-support |
        | police          |

    Scenario Outline: He has not looked of late (<answer>)
      Given "checked-without-permission" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "watches-her-without-agreement" does not apply
      And the flag "digital-surveillance" is not raised
      Examples:
        | answer |
        | never  |
        | past   |

    Scenario Outline: He says that it is over, and nobody has confirmed it (ask <source>)
      Given "checked-without-permission" is answered "past" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "digital-surveillance" could still be raised
      And "checked-without-permission" is to be found out from <source>
      Examples:
        | source           |
        | partner-support  |
        | police           |
        | child-protection |

    Scenario: He says never, the children told child protection that he asks them to look
      Given the answers
        | question                   | answer | source           |
        | checked-without-permission | never  | client           |
        | checked-without-permission | recent | child-protection |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "watches-her-without-agreement"
      And the report shows that the sources disagree about "checked-without-permission"
      And the client's copy does not mention "checked-without-permission"

  @rule:has-or-seeks-access
  Rule: Access to her accounts that he has or seeks speaks against online delivery

    Scenario: He can see where she is, and says that it is for the children's sake
      Given "access-to-partner-accounts" is answered "current-or-sought" by client
      And "use-of-access" is answered "practical" by partner-support
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "access-to-her-accounts" is raised by "has-or-seeks-access"
      And the flag "access-to-her-accounts" would be resolved by "separate-accounts"
      And the safeguard "her-accounts-secured" is called for
      And the flag "digital-surveillance" is not raised

    Scenario Outline: He has no access to hers and seeks none (<answer>)
      Given "access-to-partner-accounts" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "access-to-her-accounts" is not raised
      Examples:
        | answer |
        | none   |
        | past   |

    Scenario Outline: He says that he has none, and nobody on her side has looked (ask <source>)
      Given "access-to-partner-accounts" is answered "none" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "access-to-her-accounts" could still be raised
      And "access-to-partner-accounts" is to be found out from <source>
      Examples:
        | source          |
        | partner-support |
        | police          |

    Scenario: He says that he gave up her password, she finds him signed in
      Given the answers
        | question                   | answer            | source  |
        | access-to-partner-accounts | past              | client  |
        | access-to-partner-accounts | current-or-sought | partner |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "access-to-her-accounts" is raised by "has-or-seeks-access"
      And the report shows that the sources disagree about "access-to-partner-accounts"
      And the report warns that only the partner's side decides

  @rule:uses-access-to-watch-her
  Rule: Access put to checking or controlling is surveillance

    Scenario Outline: He has access and uses it on her (<use>)
      Given "access-to-partner-accounts" is answered "current-or-sought" by partner-support
      And "use-of-access" is answered "<use>" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "uses-access-to-watch-her"
      And no safeguard would resolve the flag "digital-surveillance"
      Examples:
        | use         |
        | checking    |
        | controlling |

    Scenario Outline: He has no such use for it, or no access any more (<access> - <use>)
      Given "access-to-partner-accounts" is answered "<access>" by partner-support
      And "use-of-access" is answered "<use>" by partner-support
      When the case is screened
      Then the rule "uses-access-to-watch-her" does not apply
      And the flag "digital-surveillance" is not raised
      Examples:
        | access            | use         |
        | current-or-sought | not-used    |
        | current-or-sought | practical   |
        | past              | checking    |
        | past              | controlling |

    Scenario Outline: He has access, and what he does with it is not known (ask <source>)
      Given "access-to-partner-accounts" is answered "current-or-sought" by client
      And "use-of-access" is answered "practical" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" could still be raised
      And it is unknown whether the rule "uses-access-to-watch-her" applies
      And "use-of-access" is to be found out from <source>
      Examples:
        | source          |
        | partner-support |
        | police          |

    Scenario: He used it to check on her, and only he says that the access has ended
      Given "access-to-partner-accounts" is answered "past" by client
      And "use-of-access" is answered "checking" by police
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "uses-access-to-watch-her" applies

    Scenario: He pays her bills with it, she says that he reads her mail
      Given "access-to-partner-accounts" is answered "current-or-sought" by client
      And the answers
        | question      | answer    | source  |
        | use-of-access | practical | client  |
        | use-of-access | checking  | partner |
      When the case is screened
      Then the flag "digital-surveillance" is raised by "uses-access-to-watch-her"
      And the report shows that the sources disagree about "use-of-access"
      And the client's copy does not mention "use-of-access"

  @rule:pursued-her-and-still-can
  Rule: Having threatened or followed her with what he found, and still being able to, is surveillance

    Scenario Outline: The means are still there (<question> - <answer>)
      Given "checked-without-permission" is answered "past" by police
      And "use-of-what-was-found" is answered "threatened-or-followed" by police
      And "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "pursued-her-and-still-can"
      And no safeguard would resolve the flag "digital-surveillance"
      Examples:
        | question                   | answer                |
        | shares-with-partner        | accounts-or-passwords |
        | shares-with-partner        | device                |
        | access-to-partner-accounts | current-or-sought     |

    Scenario: The means have ended, and that is confirmed
      Given "checked-without-permission" is answered "past" by police
      And "use-of-what-was-found" is answered "threatened-or-followed" by police
      And "access-to-partner-accounts" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "pursued-her-and-still-can" does not apply
      And the flag "digital-surveillance" is not raised
      And the flag "past-digital-abuse" is raised

    Scenario: He confronted her once and did not follow her, and accounts are shared
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "confronted" by partner-support
      And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "pursued-her-and-still-can" does not apply
      And the flag "digital-surveillance" is raised by "shared-accounts-after-control"

    Scenario Outline: Accounts are shared, and what he did with what he found is not known (ask <source>)
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "nothing" by client
      And "shares-with-partner" is answered "accounts-or-passwords" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And it is unknown whether the rule "pursued-her-and-still-can" applies
      And "use-of-what-was-found" is to be found out from <source>
      Examples:
        | source          |
        | partner-support |
        | police          |

    Scenario Outline: He followed her once, and only he says that the means have ended (<question>)
      Given "checked-without-permission" is answered "past" by police
      And "use-of-what-was-found" is answered "threatened-or-followed" by police
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "pursued-her-and-still-can" applies
      Examples:
        | question                   | answer  |
        | shares-with-partner        | nothing |
        | access-to-partner-accounts | past    |

    Scenario: He says that he only asked her about it, the police recorded a threat
      Given "checked-without-permission" is answered "past" by police
      And "shares-with-partner" is answered "accounts-or-passwords" by practitioner
      And the answers
        | question              | answer                 | source |
        | use-of-what-was-found | confronted             | client |
        | use-of-what-was-found | threatened-or-followed | police |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "pursued-her-and-still-can"
      And the report shows that the sources disagree about "use-of-what-was-found"

  @rule:shared-accounts-after-control
  Rule: Accounts shared after control, stalking, surveillance or digital abuse speak against online delivery

    Scenario Outline: He has controlled, followed or watched before, and an account is still shared (<question>)
      Given "<question>" is answered "past" by partner-support
      And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "shared-accounts-after-control"
      And no safeguard would resolve the flag "digital-surveillance"
      And the flag "digital-surveillance" names who must be told at once
      Examples:
        | question                   |
        | coercive-control           |
        | stalking-history           |
        | checked-without-permission |
        | digital-abuse              |

    Scenario: He used access that has ended to check on her, and an account is still shared
      Given "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is answered "checking" by partner
      And "shares-with-partner" is answered "accounts-or-passwords" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "digital-surveillance" is raised by "shared-accounts-after-control"

    Scenario: Accounts are shared, and there was nothing of the kind
      Given "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "shared-accounts-after-control" does not apply
      And the flag "digital-surveillance" is not raised
      And the flag "accounts-not-separate" is raised

    Scenario: There was control, and nothing is shared any more
      Given "coercive-control" is answered "past" by partner-support
      And "shares-with-partner" is answered "nothing" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "shared-accounts-after-control" does not apply
      And the flag "past-coercive-control" is raised

    Scenario: There was control, and only he says that nothing is shared any more
      Given "coercive-control" is answered "past" by partner-support
      And "shares-with-partner" is answered "nothing" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "shared-accounts-after-control" applies
      And "shares-with-partner" is to be found out from partner-support
      And "shares-with-partner" is to be found out from practitioner

    Scenario: There was control, and they differ on what is shared
      Given "coercive-control" is answered "past" by practitioner
      And the answers
        | question            | answer                | source          |
        | shares-with-partner | nothing               | client          |
        | shares-with-partner | accounts-or-passwords | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "shared-accounts-after-control" applies
      And the report shows that the sources disagree about "shares-with-partner"
      And the client's copy does not mention "shares-with-partner"

  @rule:followed-or-threatened-with-what-was-found
  Rule: Following is following, under whichever question it was reported

    Scenario: The practitioner knows of no stalking, and she was followed with what he found out
      Given "stalking-history" is answered "none-known" by practitioner
      And "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "past-stalking" is raised by "followed-or-threatened-with-what-was-found"
      And the flag "current-stalking" is not raised
      And the safeguard "plan-with-partner-support" is called for

    Scenario Outline: He did less than that with it, or never looked (<did>)
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "<did>" by partner-support
      When the case is screened
      Then the rule "followed-or-threatened-with-what-was-found" does not apply
      And the flag "past-stalking" is not raised
      Examples:
        | did        |
        | nothing    |
        | confronted |

    Scenario: He looked, and only he says what he did with it
      Given "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "nothing" by client
      When the case is screened
      Then it is unknown whether the rule "followed-or-threatened-with-what-was-found" applies
      And the flag "past-stalking" could still be raised
      And "use-of-what-was-found" is to be found out from partner-support
      And "use-of-what-was-found" is to be found out from police

    Scenario: He says that he did nothing with it, the police recorded that he waited at her work
      Given "checked-without-permission" is answered "past" by police
      And the answers
        | question              | answer                 | source |
        | use-of-what-was-found | nothing                | client |
        | use-of-what-was-found | threatened-or-followed | police |
      When the case is screened
      Then the flag "past-stalking" is raised by "followed-or-threatened-with-what-was-found"
      And the report shows that the sources disagree about "use-of-what-was-found"

  @rule:digital-abuse-lately
  Rule: Recent abuse or harmful posts by digital means speak against online delivery

    Scenario Outline: It happened lately, whoever says so (<question> by <source>)
      Given "<question>" is answered "recent" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "recent-digital-abuse" is raised by "digital-abuse-lately"
      And no safeguard would resolve the flag "recent-digital-abuse"
      Examples:
        | question        | source  |
        | digital-abuse   | client  |
        | digital-abuse   | partner |
        | harmful-posting | police  |
        | harmful-posting | court   |

    Scenario Outline: It belongs to the past, or did not happen (<question> - <answer>)
      Given "<question>" is answered "<answer>" by probation
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "digital-abuse-lately" does not apply
      And the flag "recent-digital-abuse" is not raised
      Examples:
        | question        | answer |
        | digital-abuse   | never  |
        | digital-abuse   | past   |
        | harmful-posting | never  |
        | harmful-posting | past   |

    Scenario Outline: Nobody has asked anyone but him (<question> from <source>)
      Given "<question>" is answered "never" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "recent-digital-abuse" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question        | source          |
        | digital-abuse   | partner-support |
        | digital-abuse   | police          |
        | harmful-posting | partner-support |
        | harmful-posting | police          |

    Scenario: He says that the posts are old, the court has seen one from this month
      Given the answers
        | question        | answer | source |
        | harmful-posting | past   | client |
        | harmful-posting | recent | court  |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "digital-abuse-lately" applies
      And the report shows that the sources disagree about "harmful-posting"

  @rule:digital-abuse-known
  Rule: Surveillance or abuse by digital means, whenever it was, calls for care

    Scenario Outline: He has used phones, accounts or posts against her (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the rule "digital-abuse-known" applies
      And the flag "past-digital-abuse" is raised by "digital-abuse-known"
      Examples:
        | question                   | answer |
        | checked-without-permission | past   |
        | checked-without-permission | recent |
        | digital-abuse              | past   |
        | digital-abuse              | recent |
        | harmful-posting            | past   |
        | harmful-posting            | recent |

    Scenario Outline: He had access once, and used it on her (<use>)
      Given "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is answered "<use>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "past-digital-abuse" is raised by "digital-abuse-known"
      Examples:
        | use         |
        | checking    |
        | controlling |

    Scenario Outline: Nobody asked whether he looked, and she tells what he did with what he found (<did>)
      Given "checked-without-permission" is not answered
      And "use-of-what-was-found" is answered "<did>" by partner
      When the case is screened
      Then no recommendation can be made yet
      And the flag "past-digital-abuse" is raised by "digital-abuse-known"
      Examples:
        | did                    |
        | confronted             |
        | threatened-or-followed |

    Scenario Outline: There was none of it (<question> - <answer>)
      Given "access-to-partner-accounts" is answered "past" by partner-support
      And "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "digital-abuse-known" does not apply
      And the flag "past-digital-abuse" is not raised
      Examples:
        | question                   | answer    |
        | checked-without-permission | never     |
        | digital-abuse              | never     |
        | harmful-posting            | never     |
        | use-of-access              | not-used  |
        | use-of-access              | practical |

    Scenario Outline: Only he says that there was none of it (<question>)
      Given "<question>" is answered "never" by client
      When the case is screened
      Then it is unknown whether the rule "digital-abuse-known" applies
      And the flag "past-digital-abuse" could still be raised
      And "<question>" is to be found out from partner-support
      Examples:
        | question                   |
        | checked-without-permission |
        | digital-abuse              |
        | harmful-posting            |

    Scenario: He had access once, and what he did with it is not known
      Given "access-to-partner-accounts" is answered "past" by partner-support
      And "use-of-access" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "past-digital-abuse" could still be raised
      And "use-of-access" is to be found out from partner-support
      And "use-of-access" is to be found out from police

    Scenario: He says never, probation holds a record of years ago
      Given the answers
        | question      | answer | source    |
        | digital-abuse | never  | client    |
        | digital-abuse | past   | probation |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "past-digital-abuse" is raised by "digital-abuse-known"
      And the report shows that the sources disagree about "digital-abuse"

  @rule:safeguards-after-digital-abuse
  Rule: After surveillance or abuse by digital means, more is done than everybody signs

    Scenario: It belongs to the past
      Given "harmful-posting" is answered "past" by police
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-after-digital-abuse" applies
      And the safeguard "digital-conduct-agreement" is called for
      And the safeguard "her-accounts-secured" is called for
      And the safeguard "digital-boundaries-work" is called for
      And the safeguard "earlier-review" is called for

    Scenario: It never happened
      When the case is screened
      Then the rule "safeguards-after-digital-abuse" does not apply
      And the safeguard "her-accounts-secured" is not called for
      And the safeguard "digital-boundaries-work" is not called for
      And the safeguard "earlier-review" is not called for

    Scenario: Nobody who could know has been asked
      Given "harmful-posting" is answered "never" by client
      When the case is screened
      Then it is unknown whether the rule "safeguards-after-digital-abuse" applies
      And the safeguard "her-accounts-secured" is called for until more is known
      And the safeguard "digital-boundaries-work" is called for until more is known
      And the safeguard "earlier-review" is called for until more is known

    Scenario: He says that he never looked, she says that he once did
      Given the answers
        | question                   | answer | source  |
        | checked-without-permission | never  | client  |
        | checked-without-permission | past   | partner |
      When the case is screened
      Then the safeguard "digital-conduct-agreement" is called for
      And the report shows that the sources disagree about "checked-without-permission"
      And the client's copy does not mention "checked-without-permission"
