Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question                   | source          |
      | effectiveness-method       | programme       |
      | partner-feedback-collected | partner-support |
      | partner-feedback-collected | programme       |
      | genuine-change-indicators  | programme       |
      | ongoing-client-support     | programme       |
      | relapse-detection          | partner-support |
      | accountability-continuity  | programme       |
      | survivor-support-after     | partner-support |
      | partner-input-after-exit   | partner-support |
      | partner-input-after-exit   | programme       |
      | multiagency-closing-input  | programme       |
