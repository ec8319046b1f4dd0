Feature: How long a reassuring answer holds
  What a programme had in place months ago may have lapsed since. An answer that is older than its question allows
  settles nothing any more, and has to be looked at again. What was said is kept, and shown with its date.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: What is checked around every session
      | question               | answer        | source       | weeks | ask          |
      | alone-check-procedure  | every-session | practitioner | 27    | practitioner |
      | conduct-pattern-review | every-session | practitioner | 27    | practitioner |
      | failure-protocol       | defined       | practitioner | 27    | practitioner |

    Examples: What reaches the programme from (ex-)partners and agencies
      | question                       | answer              | source          | weeks | ask             |
      | partner-check-procedure        | after-every-session | partner-support | 27    | partner-support |
      | new-risk-information-procedure | defined             | partner-support | 27    | partner-support |
      | concern-escalation             | immediate           | partner-support | 27    | partner-support |

    Examples: What online work has done to the safety of victims/survivors
      | question                      | answer        | source          | weeks | ask             |
      | observed-victim-safety-effect | no-difference | partner-support | 53    | partner-support |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Withdrawal and signs on screen
      | question                | answer  | source       | weeks | flag                  |
      | disengagement-procedure | defined | practitioner | 27    | signs-not-followed-up |
      | cue-recognition         | trained | practitioner | 27    | signs-not-followed-up |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: What is checked around every session
      | question               | answer        | source       | weeks |
      | alone-check-procedure  | every-session | practitioner | 26    |
      | conduct-pattern-review | every-session | practitioner | 26    |
      | failure-protocol       | defined       | practitioner | 26    |

    Examples: Withdrawal and signs on screen
      | question                | answer  | source       | weeks |
      | disengagement-procedure | defined | practitioner | 26    |
      | cue-recognition         | trained | practitioner | 26    |

    Examples: What reaches the programme from (ex-)partners and agencies
      | question                       | answer              | source          | weeks |
      | partner-check-procedure        | after-every-session | partner-support | 26    |
      | new-risk-information-procedure | defined             | partner-support | 26    |
      | concern-escalation             | immediate           | partner-support | 26    |

    Examples: What online work has done to the safety of victims/survivors
      | question                      | answer        | source          | weeks |
      | observed-victim-safety-effect | no-difference | partner-support | 52    |
