Feature: How the client leaves a session, and what comes in the hours after it

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:leaves-sessions-stirred-up
  Rule: Anger when sessions end, or harm afterwards, calls for care

    Scenario Outline: He leaves angry, or does harm (<question> by <source>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is <recommendation>
      And the flag "stirred-up-after-sessions" is raised by "leaves-sessions-stirred-up"
      Examples:
        | question               | answer             | source          | recommendation              |
        | feelings-after-session | defensive-or-angry | client          | to continue with conditions |
        | feelings-after-session | defensive-or-angry | practitioner    | to continue with conditions |
        | actions-after-session  | harmful            | client          | to pause online work        |
        | actions-after-session  | harmful            | partner-support | to pause online work        |

    Scenario Outline: He is upset, or puts it away (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "leaves-sessions-stirred-up" does not apply
      And the flag "stirred-up-after-sessions" is not raised
      Examples:
        | question               | answer       |
        | feelings-after-session | settled      |
        | feelings-after-session | unsettled    |
        | actions-after-session  | constructive |
        | actions-after-session  | avoidant     |

    Scenario Outline: Only he says that all is calm (<question> from <source>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the flag "stirred-up-after-sessions" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question               | answer       | source          |
        | feelings-after-session | settled      | practitioner    |
        | actions-after-session  | constructive | practitioner    |
        | actions-after-session  | constructive | partner-support |

    Scenario: What he feels is seen by those who close the session, and she is not asked about it
      Given "feelings-after-session" is answered "settled" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And "feelings-after-session" is not to be asked of partner-support

    Scenario: He goes for a walk, she hears doors slam
      Given the answers
        | question              | answer       | source  |
        | actions-after-session | constructive | client  |
        | actions-after-session | harmful      | partner |
      When the case is screened
      Then the flag "stirred-up-after-sessions" is raised by "leaves-sessions-stirred-up"
      And the report shows that the sources disagree about "actions-after-session"
      And the client's copy does not mention "actions-after-session"

  @rule:safeguards-when-stirred-up
  Rule: A plan for the hours after, and a check on the same day

    Scenario Outline: He leaves stirred up (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "safeguards-when-stirred-up" applies
      And the safeguard "after-session-plan" is called for
      And the safeguard "same-day-partner-check" is called for
      Examples:
        | question               | answer             |
        | feelings-after-session | defensive-or-angry |
        | actions-after-session  | harmful            |

    Scenario: He leaves settled
      When the case is screened
      Then the rule "safeguards-when-stirred-up" does not apply
      And the safeguard "same-day-partner-check" is not called for

    Scenario: Nobody asked how he left
      Given "feelings-after-session" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-when-stirred-up" applies
      And the safeguard "same-day-partner-check" is called for until more is known

    Scenario: He felt relieved, the facilitator saw him strike the table
      Given the answers
        | question               | answer             | source       |
        | feelings-after-session | settled            | client       |
        | feelings-after-session | defensive-or-angry | practitioner |
      When the case is screened
      Then the safeguard "same-day-partner-check" is called for
      And the report shows that the sources disagree about "feelings-after-session"

  @rule:little-to-fall-back-on
  Rule: Where there is little to fall back on, the hours after are planned

    Scenario Outline: There is little (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "little-to-fall-back-on" applies
      And the safeguard "after-session-plan" is called for
      Examples:
        | question               | answer    |
        | feelings-after-session | unsettled |
        | actions-after-session  | avoidant  |
        | coping-strategies      | weak      |
        | coping-strategies      | none      |

    Scenario: He tells of a time when it helped
      Given "coping-strategies" is answered "working" by client
      When the case is screened
      Then the rule "little-to-fall-back-on" does not apply
      And the safeguard "after-session-plan" is not called for

    Scenario: He was not asked what helps him
      Given "coping-strategies" is not answered
      When the case is screened
      Then it is unknown whether the rule "little-to-fall-back-on" applies
      And the safeguard "after-session-plan" is called for until more is known

    Scenario: He says that breathing helps, the practitioner saw it fail
      Given the answers
        | question          | answer  | source       |
        | coping-strategies | working | client       |
        | coping-strategies | weak    | practitioner |
      When the case is screened
      Then the safeguard "after-session-plan" is called for
      And the report shows that the sources disagree about "coping-strategies"

  @rule:nobody-after-a-session
  Rule: Somebody other than her is there to turn to

    Scenario Outline: There is nobody, or nobody for certain (<answer>)
      Given "support-after-session" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to continue with conditions
      And the rule "nobody-after-a-session" applies
      And the safeguard "contact-person-named" is called for
      Examples:
        | answer |
        | unsure |
        | nobody |

    Scenario: There is a brother who knows what it is about
      Given "support-after-session" is answered "yes" by client
      When the case is screened
      Then the rule "nobody-after-a-session" does not apply
      And the safeguard "contact-person-named" is not called for

    Scenario: He was not asked
      Given "support-after-session" is not answered
      When the case is screened
      Then it is unknown whether the rule "nobody-after-a-session" applies
      And the safeguard "contact-person-named" is called for until more is known

    Scenario: He names a friend, the friend told probation that he wants none of it
      Given the answers
        | question              | answer | source    |
        | support-after-session | yes    | client    |
        | support-after-session | nobody | probation |
      When the case is screened
      Then the safeguard "contact-person-named" is called for
      And the report shows that the sources disagree about "support-after-session"
