Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. A programme cannot vouch for itself where survivors or other agencies see more: its word is
  written down, and the question stays open.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: What is checked around every session
      | question               | answer        | source       |
      | alone-check-procedure  | every-session | practitioner |
      | alone-check-procedure  | every-session | programme    |
      | conduct-pattern-review | every-session | practitioner |
      | conduct-pattern-review | every-session | programme    |
      | failure-protocol       | defined       | practitioner |
      | failure-protocol       | defined       | programme    |

    Examples: Withdrawal and signs on screen
      | question                | answer  | source       |
      | disengagement-procedure | defined | practitioner |
      | disengagement-procedure | defined | programme    |
      | cue-recognition         | trained | practitioner |
      | cue-recognition         | trained | programme    |

    Examples: What reaches the programme from (ex-)partners and agencies
      | question                       | answer              | source          |
      | partner-check-procedure        | after-every-session | partner-support |
      | new-risk-information-procedure | defined             | partner-support |
      | concern-escalation             | immediate           | partner-support |
      | concern-escalation             | immediate           | police          |

    Examples: What online work has done to the safety of victims/survivors
      | question                      | answer | source          |
      | observed-victim-safety-effect | safer  | partner-support |

  Scenario Outline: A reassuring word that does not settle the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then no recommendation can be made yet

    Examples: What is checked around every session
      | question               | answer        | source           |
      | alone-check-procedure  | every-session | partner-support  |
      | alone-check-procedure  | every-session | police           |
      | alone-check-procedure  | every-session | probation        |
      | alone-check-procedure  | every-session | child-protection |
      | alone-check-procedure  | every-session | court            |
      | alone-check-procedure  | every-session | referrer         |
      | conduct-pattern-review | every-session | partner-support  |
      | conduct-pattern-review | every-session | police           |
      | conduct-pattern-review | every-session | probation        |
      | conduct-pattern-review | every-session | child-protection |
      | conduct-pattern-review | every-session | court            |
      | conduct-pattern-review | every-session | referrer         |
      | failure-protocol       | defined       | partner-support  |
      | failure-protocol       | defined       | police           |
      | failure-protocol       | defined       | probation        |
      | failure-protocol       | defined       | child-protection |
      | failure-protocol       | defined       | court            |
      | failure-protocol       | defined       | referrer         |

    Examples: What reaches the programme from (ex-)partners and agencies
      | question                       | answer              | source           |
      | partner-check-procedure        | after-every-session | police           |
      | partner-check-procedure        | after-every-session | probation        |
      | partner-check-procedure        | after-every-session | child-protection |
      | partner-check-procedure        | after-every-session | court            |
      | partner-check-procedure        | after-every-session | referrer         |
      | partner-check-procedure        | after-every-session | practitioner     |
      | partner-check-procedure        | after-every-session | programme        |
      | new-risk-information-procedure | defined             | police           |
      | new-risk-information-procedure | defined             | probation        |
      | new-risk-information-procedure | defined             | child-protection |
      | new-risk-information-procedure | defined             | court            |
      | new-risk-information-procedure | defined             | referrer         |
      | new-risk-information-procedure | defined             | practitioner     |
      | new-risk-information-procedure | defined             | programme        |
      | concern-escalation             | immediate           | probation        |
      | concern-escalation             | immediate           | child-protection |
      | concern-escalation             | immediate           | court            |
      | concern-escalation             | immediate           | referrer         |
      | concern-escalation             | immediate           | practitioner     |
      | concern-escalation             | immediate           | programme        |

    Examples: What online work has done to the safety of victims/survivors
      | question                      | answer | source    |
      | observed-victim-safety-effect | safer  | programme |

  Scenario Outline: A reassuring word that leaves a ground for care open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Withdrawal and signs on screen
      | question                | answer  | source           | flag                  |
      | disengagement-procedure | defined | partner-support  | signs-not-followed-up |
      | disengagement-procedure | defined | police           | signs-not-followed-up |
      | disengagement-procedure | defined | probation        | signs-not-followed-up |
      | disengagement-procedure | defined | child-protection | signs-not-followed-up |
      | disengagement-procedure | defined | court            | signs-not-followed-up |
      | disengagement-procedure | defined | referrer         | signs-not-followed-up |
      | cue-recognition         | trained | partner-support  | signs-not-followed-up |
      | cue-recognition         | trained | police           | signs-not-followed-up |
      | cue-recognition         | trained | probation        | signs-not-followed-up |
      | cue-recognition         | trained | child-protection | signs-not-followed-up |
      | cue-recognition         | trained | court            | signs-not-followed-up |
      | cue-recognition         | trained | referrer         | signs-not-followed-up |
