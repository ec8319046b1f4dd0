Feature: Whom to ask when an answer is missing
  What nobody in the programme has said stays open, and the report names those whose word would settle it. What only
  those who work with survivors, or another agency, can see is not left to the programme's own word.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: Why online, and for whom
      | question                     | source       |
      | rationale-for-online         | programme    |
      | fits-risk-profiles           | practitioner |
      | fits-risk-profiles           | programme    |
      | who-requests-online          | programme    |
      | reasons-aligned-with-safety  | programme    |
      | eligibility-criteria-written | practitioner |
      | eligibility-criteria-written | programme    |
      | exclusion-criteria-written   | practitioner |
      | exclusion-criteria-written   | programme    |

    Examples: What it does to victims/survivors
      | question                 | source          |
      | victim-impact-considered | partner-support |
      | safety-effect-method     | partner-support |
      | safety-effect-method     | programme       |

    Examples: Rules for taking part
      | question                 | source       |
      | participation-rules      | practitioner |
      | participation-rules      | programme    |
      | rule-breach-consequences | practitioner |
      | rule-breach-consequences | programme    |

    Examples: Platform, devices and preparation
      | question                 | source       |
      | platform-secure          | programme    |
      | device-policy            | practitioner |
      | device-policy            | programme    |
      | digital-literacy-support | programme    |

    Examples: Agencies near the clients, and sharing information
      | question                     | source          |
      | local-collaborations         | programme       |
      | local-redirect               | programme       |
      | local-service-roles          | programme       |
      | information-sharing-protocol | partner-support |
      | information-sharing-protocol | programme       |
