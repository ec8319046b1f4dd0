Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario Outline: Too old, and nothing can be recommended until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples:
      | question               | answer   | source          | weeks | ask             |
      | relapse-detection      | yes      | partner-support | 53    | partner-support |
      | survivor-support-after | in-place | partner-support | 53    | partner-support |

  Scenario Outline: Too old, and the ground for care may be there again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples:
      | question                   | answer   | source          | weeks | flag                          |
      | partner-feedback-collected | yes      | partner-support | 53    | survivors-not-asked           |
      | ongoing-client-support     | in-place | practitioner    | 53    | clients-left-alone-afterwards |
      | accountability-continuity  | in-place | practitioner    | 53    | accountability-breaks-off     |
      | partner-input-after-exit   | defined  | partner-support | 53    | survivor-input-fades          |
      | multiagency-closing-input  | defined  | police          | 53    | agencies-unheard-at-closing   |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples:
      | question                   | answer   | source          | weeks |
      | partner-feedback-collected | yes      | partner-support | 52    |
      | ongoing-client-support     | in-place | practitioner    | 52    |
      | relapse-detection          | yes      | partner-support | 52    |
      | accountability-continuity  | in-place | practitioner    | 52    |
      | survivor-support-after     | in-place | partner-support | 52    |
      | partner-input-after-exit   | defined  | partner-support | 52    |
      | multiagency-closing-input  | defined  | police          | 52    |
