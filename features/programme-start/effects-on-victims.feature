Feature: What online work does to victims/survivors
  A programme knows, with those who speak for survivors, what online work may do to them; it can tell case by case what it
  does; and somebody on their side finds out, after every session, what followed.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:effects-on-victims-left-out @rule:effect-on-safety-not-judged
  @rule:effects-on-victims-in-part @rule:measures-for-effects-on-victims
  Rule: Effects on victims/survivors are considered and judged

    Scenario Outline: Nobody has considered them, or could judge them (<question>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" would be resolved by "<safeguard>"
      Examples:
        | question                 | answer | flag                              | rule                        | safeguard                              |
        | victim-impact-considered | no     | effects-on-victims-not-considered | effects-on-victims-left-out | effects-worked-out-with-victim-support |
        | safety-effect-method     | none   | no-method-for-survivor-safety     | effect-on-safety-not-judged | method-for-survivor-safety             |

    Scenario Outline: They are considered in part, or judged by feel (<question>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "effects-on-victims-half-seen" is raised by "effects-on-victims-in-part"
      And the rule "measures-for-effects-on-victims" applies
      And the safeguard "effects-worked-out-with-victim-support" is called for
      And the safeguard "method-for-survivor-safety" is called for
      Examples:
        | question                 | answer   | source          |
        | victim-impact-considered | partly   | partner-support |
        | safety-effect-method     | informal | programme       |

    Scenario: They are worked out with victim support, and there is a method
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "effects-on-victims-not-considered" is not raised
      And the flag "no-method-for-survivor-safety" is not raised
      And the rule "effects-on-victims-in-part" does not apply
      And the safeguard "method-for-survivor-safety" is not called for

    Scenario Outline: Nobody has said whether effects are considered and judged (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "effects-on-victims-in-part" applies
      And the safeguard "method-for-survivor-safety" is called for until more is known
      And "<question>" is to be found out from <source>
      Examples:
        | question                 | flag                              | source          |
        | victim-impact-considered | effects-on-victims-not-considered | partner-support |
        | safety-effect-method     | no-method-for-survivor-safety     | programme       |
        | safety-effect-method     | no-method-for-survivor-safety     | partner-support |

    Scenario Outline: The programme says so, partner support was never asked (<question>)
      Given the answers
        | question   | answer  | source          |
        | <question> | <least> | programme       |
        | <question> | <worst> | partner-support |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "<rule>" applies
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                 | least   | worst | rule                        |
        | victim-impact-considered | yes     | no    | effects-on-victims-left-out |
        | safety-effect-method     | defined | none  | effect-on-safety-not-judged |

  @rule:nobody-checks-on-partners @rule:partners-checked-on-in-part @rule:measures-for-checks-on-partners
  Rule: Somebody on the survivor's side checks after sessions

    Scenario Outline: Nobody checks, whoever says it (<source>)
      Given "partner-check-procedure" is answered "none" by <source>
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "no-victim-support-alongside" is raised by "nobody-checks-on-partners"
      And the flag "no-victim-support-alongside" would be resolved by "agreement-with-victim-support"
      Examples:
        | source          |
        | partner-support |
        | programme       |
        | practitioner    |

    Scenario: Partner support checks after charged sessions only
      Given "partner-check-procedure" is answered "after-charged-sessions" by partner-support
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "no-victim-support-alongside" is not raised
      And the flag "check-on-partners-incomplete" is raised by "partners-checked-on-in-part"
      And the rule "measures-for-checks-on-partners" applies
      And the safeguard "agreement-with-victim-support" is called for

    Scenario: Partner support checks after every session
      Given "partner-check-procedure" is answered "after-every-session" by partner-support
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "nobody-checks-on-partners" does not apply
      And the flag "check-on-partners-incomplete" is not raised
      And the safeguard "agreement-with-victim-support" is not called for

    Scenario: Nobody has asked partner support
      Given "partner-check-procedure" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-victim-support-alongside" could still be raised
      And it is unknown whether the rule "partners-checked-on-in-part" applies
      And the safeguard "agreement-with-victim-support" is called for until more is known
      And "partner-check-procedure" is to be found out from partner-support
      And "partner-check-procedure" is not to be asked of programme

    Scenario Outline: Others count on the check, and partner support has not confirmed it (<source>)
      Given the answers
        | question                | answer              | source   |
        | partner-check-procedure | after-every-session | <source> |
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-victim-support-alongside" could still be raised
      And "partner-check-procedure" is to be found out from partner-support
      Examples:
        | source       |
        | programme    |
        | practitioner |
        | referrer     |

    Scenario: The programme counts on a check that partner support no longer makes
      Given the answers
        | question                | answer              | source          |
        | partner-check-procedure | after-every-session | programme       |
        | partner-check-procedure | none                | partner-support |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "nobody-checks-on-partners" applies
      And the report shows that the sources disagree about "partner-check-procedure"

    Scenario: Partner support's word was given more than half a year ago
      Given "partner-check-procedure" is not answered
      And "partner-check-procedure" was answered "after-every-session" by partner-support 27 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And "partner-check-procedure" is to be found out from partner-support
