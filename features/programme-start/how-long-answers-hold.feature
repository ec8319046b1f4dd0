Feature: How long a reassuring answer holds
  What a programme had in place months ago may have lapsed since. An answer that is older than its question allows
  settles nothing any more, and has to be looked at again. What was said is kept, and shown with its date.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: Why online, and for whom
      | question                     | answer | source       | weeks | ask          |
      | fits-risk-profiles           | yes    | practitioner | 53    | practitioner |
      | eligibility-criteria-written | yes    | practitioner | 53    | practitioner |
      | exclusion-criteria-written   | yes    | practitioner | 53    | practitioner |

    Examples: What it does to victims/survivors
      | question                 | answer  | source          | weeks | ask             |
      | victim-impact-considered | yes     | partner-support | 53    | partner-support |
      | safety-effect-method     | defined | partner-support | 53    | partner-support |

    Examples: Rules for taking part
      | question            | answer               | source       | weeks | ask          |
      | participation-rules | written-and-enforced | practitioner | 53    | practitioner |

    Examples: Platform, devices and preparation
      | question        | answer                         | source       | weeks | ask          |
      | platform-secure | encrypted-compliant-and-tested | programme    | 27    | programme    |
      | device-policy   | own-device-required            | practitioner | 53    | practitioner |

    Examples: Agencies near the clients, and sharing information
      | question                     | answer | source          | weeks | ask             |
      | information-sharing-protocol | yes    | partner-support | 53    | partner-support |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Rules for taking part
      | question                 | answer | source       | weeks | flag               |
      | rule-breach-consequences | yes    | practitioner | 53    | rules-not-enforced |

    Examples: Platform, devices and preparation
      | question                 | answer              | source       | weeks | flag                     |
      | digital-literacy-support | preparatory-session | practitioner | 53    | no-technical-preparation |

    Examples: Agencies near the clients, and sharing information
      | question            | answer | source          | weeks | flag             |
      | local-service-roles | agreed | partner-support | 53    | local-links-thin |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: Why online, and for whom
      | question                     | answer | source       | weeks |
      | fits-risk-profiles           | yes    | practitioner | 52    |
      | eligibility-criteria-written | yes    | practitioner | 52    |
      | exclusion-criteria-written   | yes    | practitioner | 52    |

    Examples: What it does to victims/survivors
      | question                 | answer  | source          | weeks |
      | victim-impact-considered | yes     | partner-support | 52    |
      | safety-effect-method     | defined | partner-support | 52    |

    Examples: Rules for taking part
      | question                 | answer               | source       | weeks |
      | participation-rules      | written-and-enforced | practitioner | 52    |
      | rule-breach-consequences | yes                  | practitioner | 52    |

    Examples: Platform, devices and preparation
      | question                 | answer                         | source       | weeks |
      | platform-secure          | encrypted-compliant-and-tested | programme    | 26    |
      | device-policy            | own-device-required            | practitioner | 52    |
      | digital-literacy-support | preparatory-session            | practitioner | 52    |

    Examples: Agencies near the clients, and sharing information
      | question                     | answer | source          | weeks |
      | local-service-roles          | agreed | partner-support | 52    |
      | information-sharing-protocol | yes    | partner-support | 52    |
