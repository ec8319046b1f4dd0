Feature: How long a reassuring answer holds
  What a programme had in place months ago may have lapsed since. An answer that is older than its question allows
  settles nothing any more, and has to be looked at again. What was said is kept, and shown with its date.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: Survivors afterwards
      | question               | answer   | source          | weeks | ask             |
      | relapse-detection      | yes      | partner-support | 53    | partner-support |
      | survivor-support-after | in-place | partner-support | 53    | partner-support |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Whether the work has done what it is for
      | question                   | answer | source          | weeks | flag                |
      | partner-feedback-collected | yes    | partner-support | 53    | survivors-not-asked |

    Examples: Clients afterwards
      | question                  | answer   | source       | weeks | flag                          |
      | ongoing-client-support    | in-place | practitioner | 53    | clients-left-alone-afterwards |
      | accountability-continuity | in-place | practitioner | 53    | accountability-breaks-off     |

    Examples: Survivors afterwards
      | question                 | answer  | source          | weeks | flag                 |
      | partner-input-after-exit | defined | partner-support | 53    | survivor-input-fades |

    Examples: What the agencies know at the closing
      | question                  | answer  | source | weeks | flag                        |
      | multiagency-closing-input | defined | police | 53    | agencies-unheard-at-closing |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: Whether the work has done what it is for
      | question                   | answer | source          | weeks |
      | partner-feedback-collected | yes    | partner-support | 52    |

    Examples: Clients afterwards
      | question                  | answer   | source       | weeks |
      | ongoing-client-support    | in-place | practitioner | 52    |
      | accountability-continuity | in-place | practitioner | 52    |

    Examples: Survivors afterwards
      | question                 | answer   | source          | weeks |
      | relapse-detection        | yes      | partner-support | 52    |
      | survivor-support-after   | in-place | partner-support | 52    |
      | partner-input-after-exit | defined  | partner-support | 52    |

    Examples: What the agencies know at the closing
      | question                  | answer  | source | weeks |
      | multiagency-closing-input | defined | police | 52    |
