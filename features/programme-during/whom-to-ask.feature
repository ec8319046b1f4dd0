Feature: Whom to ask when an answer is missing
  What nobody in the programme has said stays open, and the report names those whose word would settle it. What only
  those who work with survivors, or another agency, can see is not left to the programme's own word.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: What is checked around every session
      | question               | source       |
      | alone-check-procedure  | practitioner |
      | alone-check-procedure  | programme    |
      | conduct-pattern-review | practitioner |
      | conduct-pattern-review | programme    |
      | failure-protocol       | practitioner |
      | failure-protocol       | programme    |

    Examples: Withdrawal and signs on screen
      | question                | source       |
      | disengagement-procedure | practitioner |
      | disengagement-procedure | programme    |
      | cue-recognition         | practitioner |
      | cue-recognition         | programme    |

    Examples: What reaches the programme from (ex-)partners and agencies
      | question                       | source          |
      | partner-check-procedure        | partner-support |
      | new-risk-information-procedure | partner-support |
      | concern-escalation             | partner-support |
      | concern-escalation             | police          |

    Examples: The platform and its faults
      | question            | source       |
      | platform-reliable   | practitioner |
      | platform-reliable   | programme    |
      | technical-issue-log | practitioner |
      | technical-issue-log | programme    |

    Examples: The group
      | question             | source       |
      | group-cohesion       | practitioner |
      | group-cohesion       | programme    |
      | off-screen-influence | practitioner |
      | off-screen-influence | programme    |

    Examples: Staff
      | question               | source       |
      | facilitator-confidence | practitioner |
      | facilitator-confidence | programme    |
      | facilitator-training   | practitioner |
      | facilitator-training   | programme    |
      | staff-supervision      | practitioner |
      | staff-supervision      | programme    |
      | high-risk-debriefs     | practitioner |
      | high-risk-debriefs     | programme    |
      | ethics-space           | practitioner |
      | ethics-space           | programme    |
