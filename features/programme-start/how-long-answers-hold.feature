Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Scenario Outline: Too old, and nothing can be recommended until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples:
      | question                     | answer                         | source          | weeks | ask             |
      | fits-risk-profiles           | yes                            | practitioner    | 53    | practitioner    |
      | victim-impact-considered     | yes                            | partner-support | 53    | partner-support |
      | eligibility-criteria-written | yes                            | practitioner    | 53    | practitioner    |
      | exclusion-criteria-written   | yes                            | practitioner    | 53    | practitioner    |
      | safety-effect-method         | defined                        | partner-support | 53    | partner-support |
      | participation-rules          | written-and-enforced           | practitioner    | 53    | practitioner    |
      | platform-secure              | encrypted-compliant-and-tested | programme       | 27    | programme       |
      | device-policy                | own-device-required            | practitioner    | 53    | practitioner    |
      | information-sharing-protocol | yes                            | partner-support | 53    | partner-support |

  Scenario Outline: Too old, and the ground for care may be there again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples:
      | question                 | answer              | source          | weeks | flag                     |
      | rule-breach-consequences | yes                 | practitioner    | 53    | rules-not-enforced       |
      | digital-literacy-support | preparatory-session | practitioner    | 53    | no-technical-preparation |
      | local-service-roles      | agreed              | partner-support | 53    | local-links-thin         |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is to go online with conditions
    And "<question>" need not be found out

    Examples:
      | question                     | answer                         | source          | weeks |
      | fits-risk-profiles           | yes                            | practitioner    | 52    |
      | victim-impact-considered     | yes                            | partner-support | 52    |
      | eligibility-criteria-written | yes                            | practitioner    | 52    |
      | exclusion-criteria-written   | yes                            | practitioner    | 52    |
      | safety-effect-method         | defined                        | partner-support | 52    |
      | participation-rules          | written-and-enforced           | practitioner    | 52    |
      | rule-breach-consequences     | yes                            | practitioner    | 52    |
      | platform-secure              | encrypted-compliant-and-tested | programme       | 26    |
      | device-policy                | own-device-required            | practitioner    | 52    |
      | digital-literacy-support     | preparatory-session            | practitioner    | 52    |
      | local-service-roles          | agreed                         | partner-support | 52    |
      | information-sharing-protocol | yes                            | partner-support | 52    |
