Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. A programme cannot vouch for itself where survivors or other agencies see more: its word is
  written down, and the question stays open.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples: Why online, and for whom
      | question                     | answer | source       |
      | fits-risk-profiles           | yes    | practitioner |
      | fits-risk-profiles           | yes    | programme    |
      | eligibility-criteria-written | yes    | practitioner |
      | eligibility-criteria-written | yes    | programme    |
      | exclusion-criteria-written   | yes    | practitioner |
      | exclusion-criteria-written   | yes    | programme    |

    Examples: What it does to victims/survivors
      | question                 | answer  | source          |
      | victim-impact-considered | yes     | partner-support |
      | safety-effect-method     | defined | partner-support |
      | safety-effect-method     | defined | practitioner    |
      | safety-effect-method     | defined | programme       |

    Examples: Rules for taking part
      | question                 | answer               | source       |
      | participation-rules      | written-and-enforced | practitioner |
      | participation-rules      | written-and-enforced | programme    |
      | rule-breach-consequences | yes                  | practitioner |
      | rule-breach-consequences | yes                  | programme    |

    Examples: Platform, devices and preparation
      | question                 | answer                         | source       |
      | platform-secure          | encrypted-compliant-and-tested | programme    |
      | device-policy            | own-device-required            | practitioner |
      | device-policy            | own-device-required            | programme    |
      | digital-literacy-support | preparatory-session            | practitioner |
      | digital-literacy-support | preparatory-session            | programme    |

    Examples: Agencies near the clients, and sharing information
      | question                     | answer | source           |
      | local-service-roles          | agreed | partner-support  |
      | local-service-roles          | agreed | probation        |
      | local-service-roles          | agreed | child-protection |
      | local-service-roles          | agreed | referrer         |
      | local-service-roles          | agreed | programme        |
      | information-sharing-protocol | yes    | partner-support  |
      | information-sharing-protocol | yes    | police           |
      | information-sharing-protocol | yes    | probation        |
      | information-sharing-protocol | yes    | child-protection |
      | information-sharing-protocol | yes    | programme        |

  Scenario Outline: A reassuring word that does not settle the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then no recommendation can be made yet

    Examples: Why online, and for whom
      | question                     | answer | source           |
      | fits-risk-profiles           | yes    | partner-support  |
      | fits-risk-profiles           | yes    | police           |
      | fits-risk-profiles           | yes    | probation        |
      | fits-risk-profiles           | yes    | child-protection |
      | fits-risk-profiles           | yes    | court            |
      | fits-risk-profiles           | yes    | referrer         |
      | eligibility-criteria-written | yes    | partner-support  |
      | eligibility-criteria-written | yes    | police           |
      | eligibility-criteria-written | yes    | probation        |
      | eligibility-criteria-written | yes    | child-protection |
      | eligibility-criteria-written | yes    | court            |
      | eligibility-criteria-written | yes    | referrer         |
      | exclusion-criteria-written   | yes    | partner-support  |
      | exclusion-criteria-written   | yes    | police           |
      | exclusion-criteria-written   | yes    | probation        |
      | exclusion-criteria-written   | yes    | child-protection |
      | exclusion-criteria-written   | yes    | court            |
      | exclusion-criteria-written   | yes    | referrer         |

    Examples: What it does to victims/survivors
      | question                 | answer  | source           |
      | victim-impact-considered | yes     | police           |
      | victim-impact-considered | yes     | probation        |
      | victim-impact-considered | yes     | child-protection |
      | victim-impact-considered | yes     | court            |
      | victim-impact-considered | yes     | referrer         |
      | victim-impact-considered | yes     | practitioner     |
      | victim-impact-considered | yes     | programme        |
      | safety-effect-method     | defined | police           |
      | safety-effect-method     | defined | probation        |
      | safety-effect-method     | defined | child-protection |
      | safety-effect-method     | defined | court            |
      | safety-effect-method     | defined | referrer         |

    Examples: Rules for taking part
      | question            | answer               | source           |
      | participation-rules | written-and-enforced | partner-support  |
      | participation-rules | written-and-enforced | police           |
      | participation-rules | written-and-enforced | probation        |
      | participation-rules | written-and-enforced | child-protection |
      | participation-rules | written-and-enforced | court            |
      | participation-rules | written-and-enforced | referrer         |

    Examples: Platform, devices and preparation
      | question        | answer                         | source           |
      | platform-secure | encrypted-compliant-and-tested | partner-support  |
      | platform-secure | encrypted-compliant-and-tested | police           |
      | platform-secure | encrypted-compliant-and-tested | probation        |
      | platform-secure | encrypted-compliant-and-tested | child-protection |
      | platform-secure | encrypted-compliant-and-tested | court            |
      | platform-secure | encrypted-compliant-and-tested | referrer         |
      | platform-secure | encrypted-compliant-and-tested | practitioner     |
      | device-policy   | own-device-required            | partner-support  |
      | device-policy   | own-device-required            | police           |
      | device-policy   | own-device-required            | probation        |
      | device-policy   | own-device-required            | child-protection |
      | device-policy   | own-device-required            | court            |
      | device-policy   | own-device-required            | referrer         |

    Examples: Agencies near the clients, and sharing information
      | question                     | answer | source       |
      | information-sharing-protocol | yes    | court        |
      | information-sharing-protocol | yes    | referrer     |
      | information-sharing-protocol | yes    | practitioner |

  Scenario Outline: A reassuring word that leaves a ground for care open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Rules for taking part
      | question                 | answer | source           | flag               |
      | rule-breach-consequences | yes    | partner-support  | rules-not-enforced |
      | rule-breach-consequences | yes    | police           | rules-not-enforced |
      | rule-breach-consequences | yes    | probation        | rules-not-enforced |
      | rule-breach-consequences | yes    | child-protection | rules-not-enforced |
      | rule-breach-consequences | yes    | court            | rules-not-enforced |
      | rule-breach-consequences | yes    | referrer         | rules-not-enforced |

    Examples: Platform, devices and preparation
      | question                 | answer              | source           | flag                     |
      | digital-literacy-support | preparatory-session | partner-support  | no-technical-preparation |
      | digital-literacy-support | preparatory-session | police           | no-technical-preparation |
      | digital-literacy-support | preparatory-session | probation        | no-technical-preparation |
      | digital-literacy-support | preparatory-session | child-protection | no-technical-preparation |
      | digital-literacy-support | preparatory-session | court            | no-technical-preparation |
      | digital-literacy-support | preparatory-session | referrer         | no-technical-preparation |

    Examples: Agencies near the clients, and sharing information
      | question            | answer | source       | flag             |
      | local-service-roles | agreed | police       | local-links-thin |
      | local-service-roles | agreed | court        | local-links-thin |
      | local-service-roles | agreed | practitioner | local-links-thin |
