Feature: Each test of a rule, where it alone decides
  What is asked of a programme before it works online is asked again while it does. A rule often tests several things.
  Here each of them stands alone: everything else is as it has to be for this one answer, or its absence, to make the
  difference.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Rule: It is known for whom online work is meant, and when it is ruled out

    Scenario Outline: Nobody has said for whom online work is meant (<question> - <rule>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "<rule>" applies

      @rule:online-does-not-fit @rule:online-fits-in-part @rule:measures-for-the-fit
      Examples: Whether it fits the clients
        | question           | rule                 |
        | fits-risk-profiles | online-does-not-fit  |
        | fits-risk-profiles | online-fits-in-part  |
        | fits-risk-profiles | measures-for-the-fit |

      @rule:no-conditions-of-entry @rule:criteria-in-part @rule:measures-for-criteria
      Examples: Conditions of entry
        | question                     | rule                   |
        | eligibility-criteria-written | no-conditions-of-entry |
        | eligibility-criteria-written | criteria-in-part       |
        | eligibility-criteria-written | measures-for-criteria  |

      @rule:nothing-rules-online-out @rule:criteria-in-part
      Examples: What rules it out
        | question                   | rule                     |
        | exclusion-criteria-written | nothing-rules-online-out |
        | exclusion-criteria-written | criteria-in-part         |

  Rule: What online work does to the safety of victims/survivors is thought through and judged

    Scenario Outline: Nobody has said how its effects on victims/survivors are judged (<question> - <rule>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "<rule>" applies

      @rule:effects-on-victims-left-out @rule:effects-on-victims-in-part
      Examples: Whether effects were thought through
        | question                 | rule                        |
        | victim-impact-considered | effects-on-victims-left-out |
        | victim-impact-considered | effects-on-victims-in-part  |

      @rule:effect-on-safety-not-judged @rule:effects-on-victims-in-part @rule:measures-for-effects-on-victims
      Examples: How they are judged
        | question             | rule                            |
        | safety-effect-method | effect-on-safety-not-judged     |
        | safety-effect-method | effects-on-victims-in-part      |
        | safety-effect-method | measures-for-effects-on-victims |

  Rule: There are rules, devices, a checked platform and preparation

    Scenario Outline: Nobody has said how sessions are set up (<question> - <rule>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "<rule>" applies

      @rule:no-rules-for-taking-part @rule:rules-without-follow-through @rule:measures-for-rules
      Examples: Rules
        | question            | rule                         |
        | participation-rules | no-rules-for-taking-part     |
        | participation-rules | rules-without-follow-through |
        | participation-rules | measures-for-rules           |

      @rule:no-rule-about-devices @rule:own-device-not-required @rule:measures-for-devices
      Examples: Devices
        | question      | rule                    |
        | device-policy | no-rule-about-devices   |
        | device-policy | own-device-not-required |
        | device-policy | measures-for-devices    |

      @rule:platform-not-checked @rule:platform-checked-in-part @rule:measures-for-the-platform
      Examples: The platform
        | question        | rule                      |
        | platform-secure | platform-not-checked      |
        | platform-secure | platform-checked-in-part  |
        | platform-secure | measures-for-the-platform |

    Scenario Outline: What calls for care only has not been said (<question> - <rule>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "<rule>" applies

      @rule:rules-without-follow-through
      Examples: Consequences
        | question                 | rule                         |
        | rule-breach-consequences | rules-without-follow-through |

      @rule:preparation-not-offered @rule:measures-for-preparation
      Examples: Preparation
        | question                 | rule                     |
        | digital-literacy-support | preparation-not-offered  |
        | digital-literacy-support | measures-for-preparation |

    @rule:rules-without-follow-through
    Scenario: Breaking the rules has no consequence
      Given "rule-breach-consequences" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "rules-without-follow-through" applies

  Rule: It is agreed how agencies share information

    Scenario Outline: Nobody has said whether information is shared (<rule>)
      Given "information-sharing-protocol" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "<rule>" applies

      @rule:information-not-shared @rule:information-shared-in-part @rule:measures-for-sharing
      Examples:
        | rule                       |
        | information-not-shared     |
        | information-shared-in-part |
        | measures-for-sharing       |

  Rule: There are links to agencies near the clients

    Scenario Outline: Nobody has said which agencies are near the clients (<question> - <rule>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "<rule>" applies

      @rule:local-links-missing @rule:measures-for-local-links
      Examples: Working arrangements
        | question             | rule                     |
        | local-collaborations | local-links-missing      |
        | local-collaborations | measures-for-local-links |

      @rule:local-links-missing
      Examples: Somewhere to send clients
        | question       | rule                |
        | local-redirect | local-links-missing |

      @rule:local-links-missing
      Examples: What agencies supply
        | question            | rule                |
        | local-service-roles | local-links-missing |

    @rule:local-links-missing
    Scenario Outline: One of them is thin or missing (<question>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "local-links-missing" applies

      Examples:
        | question            | answer   | source          |
        | local-redirect      | no       | programme       |
        | local-service-roles | informal | partner-support |

  Rule: Withdrawal is noticed, and staff are not left alone with what they see

    @rule:signs-left-to-chance
    Scenario: Withdrawal is picked up informally
      Given "disengagement-procedure" is answered "informal" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "signs-left-to-chance" applies

    @rule:staff-without-support @rule:supervision-to-be-set-up
    Scenario: High-risk sessions are not talked through afterwards
      Given "high-risk-debriefs" is answered "none" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "staff-without-support" applies
      And the rule "supervision-to-be-set-up" applies
