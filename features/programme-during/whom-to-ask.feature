Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question                       | source          |
      | alone-check-procedure          | practitioner    |
      | alone-check-procedure          | programme       |
      | disengagement-procedure        | practitioner    |
      | disengagement-procedure        | programme       |
      | cue-recognition                | practitioner    |
      | cue-recognition                | programme       |
      | conduct-pattern-review         | practitioner    |
      | conduct-pattern-review         | programme       |
      | partner-check-procedure        | partner-support |
      | new-risk-information-procedure | partner-support |
      | concern-escalation             | partner-support |
      | concern-escalation             | police          |
      | failure-protocol               | practitioner    |
      | failure-protocol               | programme       |
      | platform-reliable              | practitioner    |
      | platform-reliable              | programme       |
      | technical-issue-log            | practitioner    |
      | technical-issue-log            | programme       |
      | group-cohesion                 | practitioner    |
      | group-cohesion                 | programme       |
      | off-screen-influence           | practitioner    |
      | off-screen-influence           | programme       |
      | facilitator-confidence         | practitioner    |
      | facilitator-confidence         | programme       |
      | facilitator-training           | practitioner    |
      | facilitator-training           | programme       |
      | staff-supervision              | practitioner    |
      | staff-supervision              | programme       |
      | high-risk-debriefs             | practitioner    |
      | high-risk-debriefs             | programme       |
      | ethics-space                   | practitioner    |
      | ethics-space                   | programme       |
