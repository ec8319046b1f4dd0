Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Rule: What is checked around a session is checked every time

    Scenario Outline: It is checked now and then (<question>)
      Given "<question>" is answered "sometimes" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "session-checks-patchy" is raised
      And the safeguard "<safeguard>" is called for
      And the rule "<rule>" applies

      @rule:alone-check-made-firm
      Examples: alone-check-procedure
        | question              | safeguard           | rule                  |
        | alone-check-procedure | alone-check-routine | alone-check-made-firm |

      @rule:conduct-review-made-firm
      Examples: conduct-pattern-review
        | question               | safeguard               | rule                     |
        | conduct-pattern-review | online-conduct-reviewed | conduct-review-made-firm |

    @rule:conduct-review-made-firm @rule:session-checks-in-part
    Scenario: Nobody has said whether conduct online is looked at
      Given "conduct-pattern-review" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the safeguard "online-conduct-reviewed" is called for until more is known
      And it is unknown whether the rule "conduct-review-made-firm" applies
      And it is unknown whether the rule "session-checks-in-part" applies

    @rule:session-checks-in-part
    Scenario: Nobody checks that the client is alone
      Given "alone-check-procedure" is answered "none" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "session-checks-patchy" is raised
      And the rule "session-checks-in-part" applies

  @rule:measures-for-checks-on-partners
  Rule: (Ex-)partners are checked on after every session

    Scenario: The programme says "after charged sessions only", and partner support has not been heard
      Given "partner-check-procedure" is answered "after-charged-sessions" by programme
      When the case is screened
      Then no recommendation can be made yet
      And the safeguard "agreement-with-victim-support" is called for
      And the rule "measures-for-checks-on-partners" applies
