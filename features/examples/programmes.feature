Feature: Example programmes
  Each scenario is the twin of a file of the fictional caseload in examples/, named by its tag.

  @example:programmes/not-ready.yaml
  Scenario: A programme in a hurry
    Given a programme before it works online
    And the answers
      | question                     | answer                             | source          | on         |
      | rationale-for-online         | accessibility, cost-or-convenience | programme       | 2026-11-09 |
      | fits-risk-profiles           | yes                                | programme       | 2026-11-09 |
      | who-requests-online          | client                             | practitioner    | 2026-11-10 |
      | reasons-aligned-with-safety  | partly                             | practitioner    | 2026-11-10 |
      | victim-impact-considered     | yes                                | programme       | 2026-11-09 |
      | victim-impact-considered     | no                                 | partner-support | 2026-11-12 |
      | eligibility-criteria-written | partly                             | programme       | 2026-11-09 |
      | exclusion-criteria-written   | no                                 | practitioner    | 2026-11-10 |
      | safety-effect-method         | asked-unknown                      | programme       | 2026-11-09 |
      | participation-rules          | written                            | programme       | 2026-11-09 |
      | platform-secure              | no                                 | programme       | 2026-11-09 |
      | device-policy                | own-device-preferred               | programme       | 2026-11-09 |
      | digital-literacy-support     | none                               | programme       | 2026-11-09 |
      | local-service-roles          | none                               | programme       | 2026-11-09 |
      | information-sharing-protocol | no                                 | programme       | 2026-11-09 |
      | alone-check-procedure        | sometimes                          | practitioner    | 2026-11-10 |
      | partner-check-procedure      | none                               | partner-support | 2026-11-12 |
      | concern-escalation           | delayed                            | practitioner    | 2026-11-10 |
      | concern-escalation           | delayed                            | partner-support | 2026-11-12 |
      | staff-supervision            | irregular                          | practitioner    | 2026-11-10 |
    When the case is screened
    Then the recommendation is against moving online yet
    And the flag "no-victim-support-alongside" is raised by "nobody-checks-on-partners"
    And the flag "platform-not-secure" is raised by "platform-not-checked"
    And the flag "no-failure-protocol" could still be raised
    And the report shows that the sources disagree about "victim-impact-considered"

  @example:programmes/ready.yaml
  Scenario: A programme that has what online work rests on
    Given a programme before it works online
    And the answers
      | question                       | answer                         | source          | on         |
      | rationale-for-online           | accessibility, continuity      | programme       | 2026-11-03 |
      | fits-risk-profiles             | partly                         | programme       | 2026-11-03 |
      | who-requests-online            | court-or-referrer              | programme       | 2026-11-03 |
      | reasons-aligned-with-safety    | yes                            | practitioner    | 2026-11-04 |
      | victim-impact-considered       | yes                            | programme       | 2026-11-03 |
      | victim-impact-considered       | yes                            | partner-support | 2026-11-06 |
      | eligibility-criteria-written   | yes                            | programme       | 2026-11-03 |
      | exclusion-criteria-written     | yes                            | programme       | 2026-11-03 |
      | safety-effect-method           | defined                        | programme       | 2026-11-03 |
      | participation-rules            | written-and-enforced           | programme       | 2026-11-03 |
      | rule-breach-consequences       | yes                            | programme       | 2026-11-03 |
      | platform-secure                | encrypted-compliant-and-tested | programme       | 2026-10-20 |
      | device-policy                  | own-device-required            | programme       | 2026-11-03 |
      | digital-literacy-support       | preparatory-session            | programme       | 2026-11-03 |
      | local-collaborations           | in-place                       | programme       | 2026-11-03 |
      | local-redirect                 | yes                            | programme       | 2026-11-03 |
      | local-service-roles            | agreed                         | programme       | 2026-11-03 |
      | information-sharing-protocol   | partly                         | programme       | 2026-11-03 |
      | alone-check-procedure          | every-session                  | programme       | 2026-11-03 |
      | disengagement-procedure        | defined                        | programme       | 2026-11-03 |
      | cue-recognition                | informal                       | practitioner    | 2026-11-04 |
      | conduct-pattern-review         | every-session                  | programme       | 2026-11-03 |
      | partner-check-procedure        | after-every-session            | programme       | 2026-11-03 |
      | partner-check-procedure        | after-every-session            | partner-support | 2026-11-06 |
      | new-risk-information-procedure | defined                        | programme       | 2026-11-03 |
      | new-risk-information-procedure | defined                        | partner-support | 2026-11-06 |
      | concern-escalation             | immediate                      | programme       | 2026-11-03 |
      | concern-escalation             | immediate                      | partner-support | 2026-11-06 |
      | failure-protocol               | defined                        | programme       | 2026-11-03 |
      | facilitator-training           | in-place                       | programme       | 2026-11-03 |
      | staff-supervision              | regular                        | programme       | 2026-11-03 |
      | high-risk-debriefs             | regular                        | programme       | 2026-11-03 |
    When the case is screened
    Then the recommendation is to go online with conditions
    And the flag "no-victim-support-alongside" is not raised
    And the flag "information-sharing-incomplete" is raised
    And the safeguard "each-client-screened" is called for

  @example:structural/reflection.yaml
  Scenario: A programme looks back on its first year online
    Given a programme that reflects on its structures
    And the answers
      | question                       | answer                                                                                        | source          | on         |
      | online-specific-challenges     | Who else is in the house. We asked, and believed it too long.                                 | practitioner    | 2026-11-05 |
      | online-specific-challenges     | We heard of a new client after his second session.                                            | partner-support | 2026-11-10 |
      | what-worked-what-risked        | Men from the islands could come at all. Evening sessions ended when the children went to bed. | programme       | 2026-11-05 |
      | next-time                      | From January, the intake lead tells partner support before the first session.                 | programme       | 2026-11-12 |
      | lessons-integrated             | partly                                                                                        | programme       | 2026-11-05 |
      | competency-gaps                | some                                                                                          | practitioner    | 2026-11-05 |
      | sustainable                    | partly                                                                                        | programme       | 2026-11-05 |
      | observed-victim-safety-effect  | safer                                                                                         | programme       | 2026-11-05 |
      | observed-victim-safety-effect  | asked-unknown                                                                                 | partner-support | 2026-11-10 |
      | remote-risk-assessment-adapted | yes                                                                                           | practitioner    | 2026-11-05 |
      | incoming-risk-information      | regular                                                                                       | programme       | 2026-11-05 |
      | incoming-risk-information      | irregular                                                                                     | partner-support | 2026-11-10 |
      | information-reaches-decisions  | partly                                                                                        | practitioner    | 2026-11-05 |
      | partnerships-wanted            | A room at the health centre on the north shore.                                               | programme       | 2026-11-05 |
      | timely-agency-communication    | asked-unknown                                                                                 | programme       | 2026-11-05 |
      | ethical-data-storage           | yes                                                                                           | programme       | 2026-11-12 |
    When the case is screened
    Then the report is a reflection and recommends nothing
    And the flag "risk-information-thin" is raised by "little-comes-in"
    And the flag "agency-contact-slow" could still be raised
    And the safeguard "lessons-written-into-policy" is called for
