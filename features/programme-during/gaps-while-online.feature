Feature: What has to be there before going online has to be there while working online
  The same gaps count when a programme that works online is looked at again.

  Background:
    Given a programme that works online
    And nothing of concern is known

  Scenario: Nothing of concern is known, and the base set still applies
    When the case is screened
    Then the recommendation is to go online with conditions
    And the safeguard "each-client-screened" is called for
    And the safeguard "in-person-kept-open" is called for
    And the safeguard "readiness-looked-at-again" is called for

  Scenario Outline: What has fallen away since (<question>)
    Given "<question>" is answered "<answer>" by practitioner
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "<flag>" is raised by "<rule>"
    Examples:
      | question                       | answer | flag                              | rule                         |
      | fits-risk-profiles             | no     | online-unfit-for-risks            | online-does-not-fit          |
      | victim-impact-considered       | no     | effects-on-victims-not-considered | effects-on-victims-left-out  |
      | safety-effect-method           | none   | no-method-for-survivor-safety     | effect-on-safety-not-judged  |
      | partner-check-procedure        | none   | no-victim-support-alongside       | nobody-checks-on-partners    |
      | eligibility-criteria-written   | no     | no-eligibility-criteria           | no-conditions-of-entry       |
      | exclusion-criteria-written     | no     | no-exclusion-criteria             | nothing-rules-online-out     |
      | participation-rules            | none   | no-participation-rules            | no-rules-for-taking-part     |
      | platform-secure                | no     | platform-not-secure               | platform-not-checked         |
      | device-policy                  | none   | devices-unregulated               | no-rule-about-devices        |
      | information-sharing-protocol   | no     | no-information-sharing-protocol   | information-not-shared       |
      | concern-escalation             | none   | no-way-to-act-on-a-worry          | worry-reaches-nobody         |
      | new-risk-information-procedure | none   | risk-information-unheard          | risk-information-not-heard   |
      | alone-check-procedure          | none   | no-check-that-client-is-alone     | nobody-checks-alone          |
      | failure-protocol               | none   | no-failure-protocol               | failures-without-protocol    |
      | conduct-pattern-review         | none   | control-online-unseen             | conduct-online-not-looked-at |

  Scenario Outline: What has become less, and is put right (<question>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to go online with conditions
    And the safeguard "<safeguard>" is called for
    Examples:
      | question                       | answer               | safeguard                    | source          |
      | fits-risk-profiles             | partly               | client-groups-named          | programme       |
      | victim-impact-considered       | partly               | method-for-survivor-safety   | partner-support |
      | exclusion-criteria-written     | partly               | written-criteria             | programme       |
      | participation-rules            | written              | rules-applied-evenly         | programme       |
      | device-policy                  | own-device-preferred | device-rule                  | programme       |
      | digital-literacy-support       | none                 | preparatory-sessions-offered | programme       |
      | local-collaborations           | none                 | local-agreements             | programme       |
      | concern-escalation             | delayed              | way-for-a-worry              | partner-support |
      | new-risk-information-procedure | informal             | risk-information-routed      | partner-support |
      | failure-protocol               | informal             | failure-protocol-written     | programme       |
      | cue-recognition                | none                 | signs-read-together          | programme       |
      | staff-supervision              | none                 | supervision-and-debriefs     | programme       |
      | facilitator-training           | none                 | training-for-online-work     | programme       |

  Scenario: Partner support no longer confirms the check after sessions
    Given the answers
      | question                | answer              | source    |
      | partner-check-procedure | after-every-session | programme |
    When the case is screened
    Then no recommendation can be made yet
    And "partner-check-procedure" is to be found out from partner-support

  Scenario: The grounds for going online are asked for before, not while
    Given "rationale-for-online" is answered "cost-or-convenience" by programme
    When the case is screened
    Then the flag "purpose-not-shown" is not raised
    And the safeguard "purpose-on-paper" is not called for
