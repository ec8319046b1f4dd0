Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a client during the programme
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: How he is after a session, and what he does
      | question              | answer       | source  | weeks | ask             |
      | actions-after-session | constructive | partner | 5     | partner-support |

    Examples: Who is near after a session, contact and tension
      | question             | answer | source          | weeks | ask             |
      | people-after-session | nobody | partner-support | 5     | partner-support |
      | partner-nearby-after | no     | partner         | 5     | partner-support |

    Examples: Whether he was alone, and what was seen on screen
      | question                    | answer | source       | weeks | ask          |
      | alone-this-session          | yes    | practitioner | 5     | practitioner |
      | controlling-digital-conduct | no     | practitioner | 5     | practitioner |

    Examples: How she is, and what the agencies know
      | question                   | answer | source          | weeks | ask              |
      | new-risk-information       | none   | partner-support | 5     | child-protection |
      | partner-safe-after-session | safe   | partner         | 5     | partner-support  |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: How he is after a session, and what he does
      | question               | answer  | source    | weeks | flag                      |
      | feelings-after-session | settled | probation | 5     | stirred-up-after-sessions |

    Examples: How he takes part
      | question           | answer  | source       | weeks | flag                 |
      | hinders-presence   | nothing | client       | 5     | avoids-hard-subjects |
      | urge-to-disconnect | no      | client       | 5     | avoids-hard-subjects |
      | engagement-change  | no      | practitioner | 5     | engagement-changed   |

    Examples: Whether he was alone, and what was seen on screen
      | question         | answer | source       | weeks | flag                         |
      | observed-cues    | none   | practitioner | 5     | signs-on-screen              |
      | side-channel-use | no     | practitioner | 5     | influences-others-off-screen |

    Examples: Leaving and faults
      | question           | answer | source       | weeks | flag                   |
      | technical-problems | no     | practitioner | 5     | technical-faults-recur |

  Scenario Outline: Too old, and that by itself calls for care (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" is raised

    Examples: Who is near after a session, contact and tension
      | question                   | answer | source  | weeks | flag                    |
      | contact-with-partner-after | none   | partner | 5     | accounts-differ-or-open |
      | tension-at-home            | no     | partner | 5     | accounts-differ-or-open |

    Examples: Leaving and faults
      | question      | answer | source       | weeks | flag                    |
      | left-abruptly | no     | practitioner | 5     | accounts-differ-or-open |

  Scenario Outline: Too old, and its safeguards are called for meanwhile (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the safeguard "<safeguard>" is called for until more is known

    Examples: How he is after a session, and what he does
      | question              | answer  | source | weeks | safeguard            |
      | coping-strategies     | working | client | 9     | after-session-plan   |
      | support-after-session | yes     | client | 9     | contact-person-named |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to continue with conditions
    And "<question>" need not be found out

    Examples: How he is after a session, and what he does
      | question               | answer       | source    | weeks |
      | feelings-after-session | settled      | probation | 4     |
      | actions-after-session  | constructive | partner   | 4     |
      | coping-strategies      | working      | client    | 8     |
      | support-after-session  | yes          | client    | 8     |

    Examples: Who is near after a session, contact and tension
      | question                   | answer | source          | weeks |
      | people-after-session       | nobody | partner-support | 4     |
      | partner-nearby-after       | no     | partner         | 4     |
      | contact-with-partner-after | none   | partner         | 4     |
      | tension-at-home            | no     | partner         | 4     |

    Examples: How he takes part
      | question           | answer  | source       | weeks |
      | hinders-presence   | nothing | client       | 4     |
      | urge-to-disconnect | no      | client       | 4     |
      | engagement-change  | no      | practitioner | 4     |

    Examples: Whether he was alone, and what was seen on screen
      | question                    | answer | source       | weeks |
      | alone-this-session          | yes    | practitioner | 4     |
      | observed-cues               | none   | practitioner | 4     |
      | controlling-digital-conduct | no     | practitioner | 4     |
      | side-channel-use            | no     | practitioner | 4     |

    Examples: How she is, and what the agencies know
      | question                   | answer | source          | weeks |
      | new-risk-information       | none   | partner-support | 4     |
      | partner-safe-after-session | safe   | partner         | 4     |

    Examples: Leaving and faults
      | question           | answer | source       | weeks |
      | left-abruptly      | no     | practitioner | 4     |
      | technical-problems | no     | practitioner | 4     |
