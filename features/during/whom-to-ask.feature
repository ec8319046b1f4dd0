Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked again about
  what they declined, and nobody is asked whose word would settle nothing. Where a question bears on her, partner support
  is named, and whether she is asked at all is for partner support and for her to say.

  Background:
    Given a client during the programme
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: How he is after a session, and what he does
      | question               | source          |
      | feelings-after-session | practitioner    |
      | actions-after-session  | partner-support |
      | actions-after-session  | police          |
      | actions-after-session  | practitioner    |

    Examples: Who is near after a session, contact and tension
      | question                   | source          |
      | people-after-session       | partner-support |
      | people-after-session       | practitioner    |
      | partner-nearby-after       | partner-support |
      | partner-nearby-after       | practitioner    |
      | contact-with-partner-after | partner-support |
      | tension-at-home            | partner-support |
      | tension-at-home            | practitioner    |

    Examples: How he takes part
      | question           | source       |
      | hinders-presence   | client       |
      | urge-to-disconnect | client       |
      | engagement-change  | practitioner |

    Examples: Whether he was alone, and what was seen on screen
      | question                    | source       |
      | alone-this-session          | practitioner |
      | observed-cues               | practitioner |
      | controlling-digital-conduct | practitioner |
      | side-channel-use            | practitioner |
      | side-channel-use            | programme    |

    Examples: How she is, and what the agencies know
      | question                   | source           |
      | new-risk-information       | child-protection |
      | new-risk-information       | partner-support  |
      | new-risk-information       | police           |
      | new-risk-information       | probation        |
      | partner-safe-after-session | partner-support  |

    Examples: Leaving and faults
      | question           | source       |
      | left-abruptly      | practitioner |
      | technical-problems | practitioner |
      | technical-problems | programme    |
