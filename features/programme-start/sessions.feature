Feature: What is checked around every session
  That the client is alone, what is done when a client is gone, what conduct online shows, and what signs may mean.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:nobody-checks-alone @rule:failures-without-protocol @rule:conduct-online-not-looked-at
  @rule:session-checks-in-part
  @rule:alone-check-made-firm @rule:failure-protocol-made-firm @rule:conduct-review-made-firm
  Rule: Being alone, faults and conduct online are looked at every time

    Scenario Outline: Nobody looks (<question>)
      Given "<question>" is answered "none" by practitioner
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" would be resolved by "<safeguard>"
      Examples:
        | question               | flag                          | rule                         | safeguard                |
        | alone-check-procedure  | no-check-that-client-is-alone | nobody-checks-alone          | alone-check-routine      |
        | failure-protocol       | no-failure-protocol           | failures-without-protocol    | failure-protocol-written |
        | conduct-pattern-review | control-online-unseen         | conduct-online-not-looked-at | online-conduct-reviewed  |

    Scenario Outline: Somebody looks now and then (<question>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "session-checks-patchy" is raised by "session-checks-in-part"
      And the rule "<rule>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question               | answer    | rule                       | safeguard                |
        | alone-check-procedure  | sometimes | alone-check-made-firm      | alone-check-routine      |
        | failure-protocol       | informal  | failure-protocol-made-firm | failure-protocol-written |
        | conduct-pattern-review | sometimes | conduct-review-made-firm   | online-conduct-reviewed  |

    Scenario Outline: It is done every time (<safeguard>)
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is not raised
      And the flag "session-checks-patchy" is not raised
      And the rule "<rule>" does not apply
      And the safeguard "<safeguard>" is not called for
      Examples:
        | flag                          | rule                       | safeguard                |
        | no-check-that-client-is-alone | alone-check-made-firm      | alone-check-routine      |
        | no-failure-protocol           | failure-protocol-made-firm | failure-protocol-written |
        | control-online-unseen         | conduct-review-made-firm   | online-conduct-reviewed  |

    Scenario Outline: Nobody has said whether it is done (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "<rule>" applies
      And the safeguard "<safeguard>" is called for until more is known
      And "<question>" is to be found out from <source>
      Examples:
        | question               | flag                          | rule                       | safeguard                | source       |
        | alone-check-procedure  | no-check-that-client-is-alone | alone-check-made-firm      | alone-check-routine      | programme    |
        | alone-check-procedure  | no-check-that-client-is-alone | alone-check-made-firm      | alone-check-routine      | practitioner |
        | failure-protocol       | no-failure-protocol           | failure-protocol-made-firm | failure-protocol-written | programme    |
        | failure-protocol       | no-failure-protocol           | failure-protocol-made-firm | failure-protocol-written | practitioner |
        | conduct-pattern-review | control-online-unseen         | conduct-review-made-firm   | online-conduct-reviewed  | programme    |
        | conduct-pattern-review | control-online-unseen         | conduct-review-made-firm   | online-conduct-reviewed  | practitioner |

    Scenario Outline: It stands in the handbook, and facilitators do not do it (<question>)
      Given the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | none    | practitioner |
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question               | least         | flag                          |
        | alone-check-procedure  | every-session | no-check-that-client-is-alone |
        | failure-protocol       | defined       | no-failure-protocol           |
        | conduct-pattern-review | every-session | control-online-unseen         |

  @rule:signs-left-to-chance @rule:measures-for-signs
  Rule: Withdrawal and signs on screen are put together, and taken as questions

    Scenario Outline: They are left to whoever sees them (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "signs-not-followed-up" is raised by "signs-left-to-chance"
      And the safeguard "signs-read-together" is called for
      Examples:
        | question                | answer   |
        | disengagement-procedure | informal |
        | disengagement-procedure | none     |
        | cue-recognition         | informal |
        | cue-recognition         | none     |

    Scenario: There is a procedure, and staff are trained
      When the case is screened
      Then the rule "signs-left-to-chance" does not apply
      And the rule "measures-for-signs" does not apply
      And the safeguard "signs-read-together" is not called for

    Scenario Outline: Nobody has said what is done about signs (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "signs-left-to-chance" applies
      And it is unknown whether the rule "measures-for-signs" applies
      And the safeguard "signs-read-together" is called for until more is known
      Examples:
        | question                |
        | disengagement-procedure |
        | cue-recognition         |

    Scenario: The programme has a procedure, practitioners go by feel
      Given the answers
        | question                | answer   | source       |
        | disengagement-procedure | defined  | programme    |
        | disengagement-procedure | informal | practitioner |
      When the case is screened
      Then the flag "signs-not-followed-up" is raised
      And the rule "measures-for-signs" applies
      And the report shows that the sources disagree about "disengagement-procedure"
