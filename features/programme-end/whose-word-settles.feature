Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. A programme cannot vouch for itself where survivors or other agencies see more: its word is
  written down, and the question stays open.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: Whether the work has done what it is for
      | question                   | answer | source          |
      | partner-feedback-collected | yes    | partner-support |
      | partner-feedback-collected | yes    | programme       |

    Examples: Clients afterwards
      | question                  | answer   | source       |
      | ongoing-client-support    | in-place | practitioner |
      | ongoing-client-support    | in-place | programme    |
      | accountability-continuity | in-place | practitioner |
      | accountability-continuity | in-place | programme    |

    Examples: Survivors afterwards
      | question                 | answer   | source          |
      | relapse-detection        | yes      | partner-support |
      | survivor-support-after   | in-place | partner-support |
      | partner-input-after-exit | defined  | partner-support |
      | partner-input-after-exit | defined  | programme       |

    Examples: What the agencies know at the closing
      | question                  | answer  | source           |
      | multiagency-closing-input | defined | police           |
      | multiagency-closing-input | defined | probation        |
      | multiagency-closing-input | defined | child-protection |
      | multiagency-closing-input | defined | practitioner     |
      | multiagency-closing-input | defined | programme        |

  Scenario Outline: A reassuring word that does not settle the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then no recommendation can be made yet

    Examples: Survivors afterwards
      | question               | answer   | source           |
      | relapse-detection      | yes      | police           |
      | relapse-detection      | yes      | probation        |
      | relapse-detection      | yes      | child-protection |
      | relapse-detection      | yes      | court            |
      | relapse-detection      | yes      | referrer         |
      | relapse-detection      | yes      | practitioner     |
      | relapse-detection      | yes      | programme        |
      | survivor-support-after | in-place | police           |
      | survivor-support-after | in-place | probation        |
      | survivor-support-after | in-place | child-protection |
      | survivor-support-after | in-place | court            |
      | survivor-support-after | in-place | referrer         |
      | survivor-support-after | in-place | practitioner     |
      | survivor-support-after | in-place | programme        |

  Scenario Outline: A reassuring word that leaves a ground for care open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Whether the work has done what it is for
      | question                   | answer | source           | flag                |
      | partner-feedback-collected | yes    | police           | survivors-not-asked |
      | partner-feedback-collected | yes    | probation        | survivors-not-asked |
      | partner-feedback-collected | yes    | child-protection | survivors-not-asked |
      | partner-feedback-collected | yes    | court            | survivors-not-asked |
      | partner-feedback-collected | yes    | referrer         | survivors-not-asked |
      | partner-feedback-collected | yes    | practitioner     | survivors-not-asked |

    Examples: Clients afterwards
      | question                  | answer   | source           | flag                          |
      | ongoing-client-support    | in-place | partner-support  | clients-left-alone-afterwards |
      | ongoing-client-support    | in-place | police           | clients-left-alone-afterwards |
      | ongoing-client-support    | in-place | probation        | clients-left-alone-afterwards |
      | ongoing-client-support    | in-place | child-protection | clients-left-alone-afterwards |
      | ongoing-client-support    | in-place | court            | clients-left-alone-afterwards |
      | ongoing-client-support    | in-place | referrer         | clients-left-alone-afterwards |
      | accountability-continuity | in-place | partner-support  | accountability-breaks-off     |
      | accountability-continuity | in-place | police           | accountability-breaks-off     |
      | accountability-continuity | in-place | probation        | accountability-breaks-off     |
      | accountability-continuity | in-place | child-protection | accountability-breaks-off     |
      | accountability-continuity | in-place | court            | accountability-breaks-off     |
      | accountability-continuity | in-place | referrer         | accountability-breaks-off     |

    Examples: Survivors afterwards
      | question                 | answer  | source           | flag                 |
      | partner-input-after-exit | defined | police           | survivor-input-fades |
      | partner-input-after-exit | defined | probation        | survivor-input-fades |
      | partner-input-after-exit | defined | child-protection | survivor-input-fades |
      | partner-input-after-exit | defined | court            | survivor-input-fades |
      | partner-input-after-exit | defined | referrer         | survivor-input-fades |
      | partner-input-after-exit | defined | practitioner     | survivor-input-fades |

    Examples: What the agencies know at the closing
      | question                  | answer  | source          | flag                        |
      | multiagency-closing-input | defined | partner-support | agencies-unheard-at-closing |
      | multiagency-closing-input | defined | court           | agencies-unheard-at-closing |
      | multiagency-closing-input | defined | referrer        | agencies-unheard-at-closing |
