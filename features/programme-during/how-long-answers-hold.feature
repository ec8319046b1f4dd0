Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario Outline: Too old, and nothing can be recommended until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples:
      | question                       | answer              | source          | weeks | ask             |
      | alone-check-procedure          | every-session       | practitioner    | 27    | practitioner    |
      | conduct-pattern-review         | every-session       | practitioner    | 27    | practitioner    |
      | partner-check-procedure        | after-every-session | partner-support | 27    | partner-support |
      | new-risk-information-procedure | defined             | partner-support | 27    | partner-support |
      | concern-escalation             | immediate           | partner-support | 27    | partner-support |
      | failure-protocol               | defined             | practitioner    | 27    | practitioner    |

  Scenario Outline: Too old, and the ground for care may be there again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples:
      | question                | answer  | source       | weeks | flag                  |
      | disengagement-procedure | defined | practitioner | 27    | signs-not-followed-up |
      | cue-recognition         | trained | practitioner | 27    | signs-not-followed-up |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples:
      | question                       | answer              | source          | weeks |
      | alone-check-procedure          | every-session       | practitioner    | 26    |
      | disengagement-procedure        | defined             | practitioner    | 26    |
      | cue-recognition                | trained             | practitioner    | 26    |
      | conduct-pattern-review         | every-session       | practitioner    | 26    |
      | partner-check-procedure        | after-every-session | partner-support | 26    |
      | new-risk-information-procedure | defined             | partner-support | 26    |
      | concern-escalation             | immediate           | partner-support | 26    |
      | failure-protocol               | defined             | practitioner    | 26    |
