Feature: Whom to ask when an answer is missing
  What nobody in the programme has said stays open, and the report names those whose word would settle it. What only
  those who work with survivors, or another agency, can see is not left to the programme's own word.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: Whether the work has done what it is for
      | question                   | source          |
      | effectiveness-method       | programme       |
      | partner-feedback-collected | partner-support |
      | partner-feedback-collected | programme       |
      | genuine-change-indicators  | programme       |

    Examples: Clients afterwards
      | question                  | source    |
      | ongoing-client-support    | programme |
      | accountability-continuity | programme |

    Examples: Survivors afterwards
      | question                 | source          |
      | relapse-detection        | partner-support |
      | survivor-support-after   | partner-support |
      | partner-input-after-exit | partner-support |
      | partner-input-after-exit | programme       |

    Examples: What the agencies know at the closing
      | question                  | source    |
      | multiagency-closing-input | programme |
