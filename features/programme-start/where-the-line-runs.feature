Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Rule: What is missing altogether calls for at least what is called for where part of it is there

    Scenario Outline: It is missing altogether (<question> - <safeguard>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised
      And the safeguard "<safeguard>" is called for
      And the rule "<rule>" applies

      @rule:alone-check-made-firm @rule:conduct-review-made-firm @rule:failure-protocol-made-firm
      Examples: What is checked around every session
        | question               | answer | flag                  | safeguard                | rule                       |
        | alone-check-procedure  | none   | session-checks-patchy | alone-check-routine      | alone-check-made-firm      |
        | conduct-pattern-review | none   | session-checks-patchy | online-conduct-reviewed  | conduct-review-made-firm   |
        | failure-protocol       | none   | session-checks-patchy | failure-protocol-written | failure-protocol-made-firm |

      @rule:criteria-in-part @rule:online-fits-in-part @rule:measures-for-the-fit
      Examples: For whom online work is offered
        | question                     | answer | flag                   | safeguard           | rule                 |
        | eligibility-criteria-written | no     | criteria-not-complete  | written-criteria    | criteria-in-part     |
        | fits-risk-profiles           | no     | fits-some-clients-only | client-groups-named | measures-for-the-fit |

      @rule:effects-on-victims-in-part
      Examples: What it does to victims/survivors
        | question                 | answer | flag                         | safeguard                              | rule                       |
        | victim-impact-considered | no     | effects-on-victims-half-seen | effects-worked-out-with-victim-support | effects-on-victims-in-part |
        | victim-impact-considered | no     | effects-on-victims-half-seen | method-for-survivor-safety             | effects-on-victims-in-part |

      @rule:rules-without-follow-through @rule:own-device-not-required @rule:measures-for-devices
      @rule:platform-checked-in-part @rule:measures-for-the-platform
      Examples: Rules, devices and the platform
        | question            | answer | flag                   | safeguard            | rule                         |
        | participation-rules | none   | rules-not-enforced     | breach-steps-settled | rules-without-follow-through |
        | participation-rules | none   | rules-not-enforced     | rules-applied-evenly | rules-without-follow-through |
        | device-policy       | none   | exceptions-for-devices | device-rule          | measures-for-devices         |
        | platform-secure     | no     | platform-half-checked  | platform-assessment  | measures-for-the-platform    |

      @rule:information-shared-in-part @rule:risk-information-by-chance @rule:measures-for-risk-information
      @rule:worry-reaches-late @rule:measures-for-worries
      Examples: What reaches the programme, and those who must act
        | question                       | answer | flag                           | safeguard                     | rule                          |
        | information-sharing-protocol   | no     | information-sharing-incomplete | information-sharing-agreement | information-shared-in-part    |
        | new-risk-information-procedure | none   | risk-information-not-routed    | risk-information-routed       | measures-for-risk-information |
        | concern-escalation             | none   | worry-acted-on-late            | way-for-a-worry               | measures-for-worries          |

    @rule:session-checks-in-part
    Scenario Outline: A check is missing altogether, so checks are not made every time (<question>)
      Given "<question>" is answered "none" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "session-checks-patchy" is raised
      And the rule "session-checks-in-part" applies

      Examples:
        | question               |
        | failure-protocol       |
        | conduct-pattern-review |

  Rule: What others see only in part may be missing altogether, and calls for the same

    @rule:criteria-in-part
    Scenario: Partner support knows of some exclusion criteria, and the programme has not been heard
      Given "exclusion-criteria-written" is answered "partly" by partner-support
      When the case is screened
      Then no recommendation can be made yet
      And the flag "criteria-not-complete" is raised
      And the safeguard "written-criteria" is called for
      And the rule "criteria-in-part" applies

    @rule:effects-on-victims-in-part
    Scenario: Child protection knows of no fixed way to judge effects on safety, and the programme has not been heard
      Given "safety-effect-method" is answered "informal" by child-protection
      When the case is screened
      Then no recommendation can be made yet
      And the flag "effects-on-victims-half-seen" is raised
      And the safeguard "effects-worked-out-with-victim-support" is called for
      And the safeguard "method-for-survivor-safety" is called for
