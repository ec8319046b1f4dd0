Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: What others say of the change
      | question             | answer     | source          | weeks | ask              |
      | change-corroborated  | yes        | partner-support | 5     | child-protection |
      | partner-input-at-end | safer      | partner         | 5     | partner-support  |
      | agency-input-at-end  | no-concern | partner-support | 5     | child-protection |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: What he falls back on
      | question               | answer          | source | weeks | flag                      |
      | non-abuse-supports     | named           | client | 9     | no-plan-for-risky-moments |
      | anticipated-triggers   | named-with-plan | client | 9     | no-plan-for-risky-moments |
      | stress-strategies      | named           | client | 9     | no-plan-for-risky-moments |
      | accountability-sources | two-or-more     | client | 9     | accountability-missing    |
      | ongoing-support-needs  | met             | client | 9     | support-needs-open        |

    Examples: What he undertakes online
      | question            | answer | source | weeks | flag                     |
      | digital-commitments | given  | client | 9     | digital-commitments-open |

    Examples: Follow-up
      | question         | answer | source       | weeks | flag                 |
      | follow-up-agreed | yes    | practitioner | 9     | follow-up-not-agreed |

  Scenario Outline: Too old, and its safeguards are called for meanwhile (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the safeguard "<safeguard>" is called for until more is known

    Examples: What he falls back on
      | question       | answer | source | weeks | safeguard            |
      | crisis-contact | yes    | client | 9     | crisis-contact-named |

    Examples: What he undertakes online
      | question                | answer   | source | weeks | safeguard            |
      | digital-boundaries-plan | concrete | client | 9     | digital-plan-written |
      | online-trigger-plan     | concrete | client | 9     | digital-plan-written |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And "<question>" need not be found out

    Examples: What he falls back on
      | question               | answer          | source | weeks |
      | non-abuse-supports     | named           | client | 8     |
      | anticipated-triggers   | named-with-plan | client | 8     |
      | stress-strategies      | named           | client | 8     |
      | crisis-contact         | yes             | client | 8     |
      | accountability-sources | two-or-more     | client | 8     |
      | ongoing-support-needs  | met             | client | 8     |

    Examples: What he undertakes online
      | question                | answer   | source | weeks |
      | digital-boundaries-plan | concrete | client | 8     |
      | digital-commitments     | given    | client | 8     |
      | online-trigger-plan     | concrete | client | 8     |

    Examples: What others say of the change
      | question             | answer     | source          | weeks |
      | change-corroborated  | yes        | partner-support | 4     |
      | partner-input-at-end | safer      | partner         | 4     |
      | agency-input-at-end  | no-concern | partner-support | 4     |

    Examples: Follow-up
      | question         | answer | source       | weeks |
      | follow-up-agreed | yes    | practitioner | 8     |
