Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question                     | source          |
      | rationale-for-online         | programme       |
      | fits-risk-profiles           | practitioner    |
      | fits-risk-profiles           | programme       |
      | who-requests-online          | programme       |
      | reasons-aligned-with-safety  | programme       |
      | victim-impact-considered     | partner-support |
      | eligibility-criteria-written | practitioner    |
      | eligibility-criteria-written | programme       |
      | exclusion-criteria-written   | practitioner    |
      | exclusion-criteria-written   | programme       |
      | safety-effect-method         | partner-support |
      | safety-effect-method         | programme       |
      | participation-rules          | practitioner    |
      | participation-rules          | programme       |
      | rule-breach-consequences     | practitioner    |
      | rule-breach-consequences     | programme       |
      | platform-secure              | programme       |
      | device-policy                | practitioner    |
      | device-policy                | programme       |
      | digital-literacy-support     | programme       |
      | local-collaborations         | programme       |
      | local-redirect               | programme       |
      | local-service-roles          | programme       |
      | information-sharing-protocol | partner-support |
      | information-sharing-protocol | programme       |
