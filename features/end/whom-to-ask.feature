Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked again about
  what they declined, and nobody is asked whose word would settle nothing. Where a question bears on her, partner support
  is named, and whether she is asked at all is for partner support and for her to say.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: What he falls back on
      | question               | source |
      | non-abuse-supports     | client |
      | anticipated-triggers   | client |
      | stress-strategies      | client |
      | accountability-sources | client |
      | ongoing-support-needs  | client |

    Examples: What he undertakes online
      | question            | source |
      | digital-commitments | client |

    Examples: What others say of the change
      | question             | source           |
      | change-corroborated  | child-protection |
      | change-corroborated  | partner-support  |
      | change-corroborated  | police           |
      | change-corroborated  | probation        |
      | partner-input-at-end | partner-support  |
      | agency-input-at-end  | child-protection |
      | agency-input-at-end  | partner-support  |
      | agency-input-at-end  | police           |
      | agency-input-at-end  | probation        |

    Examples: Follow-up
      | question         | source       |
      | follow-up-agreed | practitioner |
