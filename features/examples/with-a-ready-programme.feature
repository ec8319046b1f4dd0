Feature: Examples screened with the profile of a programme that is ready
  The programme's own answers are those of examples/programmes/ready.yaml.

  Background:
    Given the answers
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

  @example:start/conditional-ready-programme.yaml
  Scenario: What the safeguards need of the programme is there
    Given a client at the start of the programme
    And the answers
      | question                   | answer                                               | source          | on         |
      | lives-with-partner         | no                                                   | client          | 2026-11-06 |
      | lives-with-partner         | no                                                   | partner-support | 2026-11-16 |
      | joins-from                 | partner-agency-room                                  | practitioner    | 2026-11-11 |
      | people-nearby              | nobody                                               | practitioner    | 2026-11-11 |
      | private-space              | yes                                                  | practitioner    | 2026-11-11 |
      | overheard-or-influenced    | no                                                   | practitioner    | 2026-11-11 |
      | shares-with-partner        | nothing                                              | client          | 2026-11-06 |
      | shares-with-partner        | nothing                                              | partner-support | 2026-11-16 |
      | view-of-privacy            | I used to think that asking where she was is caring. | client          | 2026-11-06 |
      | when-one-wants-privacy     | argued-over                                          | client          | 2026-11-06 |
      | access-to-partner-accounts | none                                                 | client          | 2026-11-06 |
      | access-to-partner-accounts | none                                                 | partner-support | 2026-11-16 |
      | checked-without-permission | never                                                | partner-support | 2026-11-16 |
      | digital-abuse              | never                                                | client          | 2026-11-06 |
      | digital-abuse              | never                                                | partner-support | 2026-11-16 |
      | harmful-posting            | never                                                | partner-support | 2026-11-16 |
      | respectful-communication   | vague                                                | client          | 2026-11-06 |
      | role-reversal              | empathises                                           | client          | 2026-11-06 |
      | motivation                 | external-pressure                                    | client          | 2026-11-06 |
      | online-expectations        | access                                               | client          | 2026-11-06 |
      | concerns-about-online      | yes                                                  | client          | 2026-11-06 |
      | coercive-control           | past                                                 | partner-support | 2026-11-16 |
      | stalking-history           | none-known                                           | practitioner    | 2026-11-18 |
      | stalking-history           | none-known                                           | partner-support | 2026-11-16 |
      | access-to-victim-at-home   | no                                                   | practitioner    | 2026-11-18 |
      | device-used                | lent-by-programme                                    | programme       | 2026-11-11 |
      | digital-literacy           | needs-preparation                                    | practitioner    | 2026-11-11 |
      | requested-online-by        | service                                              | practitioner    | 2026-11-06 |
      | reason-for-online          | access                                               | practitioner    | 2026-11-06 |
      | partner-view-of-online     | no-difference                                        | partner-support | 2026-11-16 |
      | partner-support-contact    | in-place                                             | partner-support | 2026-11-16 |
      | other-serious-concern      | no                                                   | practitioner    | 2026-11-18 |
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "programme-lacks-partner-check-procedure" is not raised
    And the flag "past-coercive-control" is raised
    And the safeguard "partner-safety-check" is called for
    And the safeguard "agency-update" is called for

  @example:during/continue-with-conditions.yaml
  Scenario: A review after eight weeks, with the answers of the start carried on
    Given a client during the programme
    And the answers
      | question                    | answer                                                   | source           | on         |
      | lives-with-partner          | no                                                       | client           | 2026-09-14 |
      | lives-with-partner          | no                                                       | partner-support  | 2026-11-18 |
      | joins-from                  | own-home                                                 | client           | 2026-11-12 |
      | joins-from                  | own-home                                                 | practitioner     | 2026-11-16 |
      | people-nearby               | nobody                                                   | practitioner     | 2026-11-16 |
      | private-space               | yes                                                      | practitioner     | 2026-11-16 |
      | overheard-or-influenced     | no                                                       | practitioner     | 2026-11-16 |
      | shares-with-partner         | nothing                                                  | client           | 2026-09-14 |
      | shares-with-partner         | nothing                                                  | partner-support  | 2026-11-18 |
      | view-of-privacy             | We never talked about it. I just looked.                 | client           | 2026-09-14 |
      | when-one-wants-privacy      | argued-over                                              | client           | 2026-11-12 |
      | access-to-partner-accounts  | past                                                     | client           | 2026-09-14 |
      | access-to-partner-accounts  | past                                                     | partner-support  | 2026-11-18 |
      | use-of-access               | checking                                                 | client           | 2026-09-14 |
      | use-of-access               | checking                                                 | partner-support  | 2026-11-18 |
      | checked-without-permission  | past                                                     | partner-support  | 2026-11-18 |
      | use-of-what-was-found       | confronted                                               | partner-support  | 2026-11-18 |
      | digital-abuse               | never                                                    | partner-support  | 2026-11-18 |
      | harmful-posting             | never                                                    | partner-support  | 2026-11-18 |
      | respectful-communication    | described                                                | client           | 2026-11-12 |
      | role-reversal               | empathises                                               | client           | 2026-11-12 |
      | motivation                  | change                                                   | client           | 2026-09-14 |
      | online-expectations         | access                                                   | client           | 2026-09-14 |
      | concerns-about-online       | no                                                       | client           | 2026-09-14 |
      | coercive-control            | none-known                                               | practitioner     | 2026-11-19 |
      | stalking-history            | none-known                                               | practitioner     | 2026-11-19 |
      | access-to-victim-at-home    | at-times                                                 | practitioner     | 2026-11-19 |
      | device-used                 | own                                                      | practitioner     | 2026-11-16 |
      | digital-literacy            | sufficient                                               | practitioner     | 2026-09-17 |
      | requested-online-by         | service                                                  | practitioner     | 2026-09-14 |
      | reason-for-online           | access                                                   | practitioner     | 2026-09-14 |
      | partner-view-of-online      | no-difference                                            | partner-support  | 2026-11-18 |
      | partner-support-contact     | in-place                                                 | partner-support  | 2026-11-18 |
      | other-serious-concern       | no                                                       | practitioner     | 2026-11-19 |
      | feelings-after-session      | unsettled                                                | client           | 2026-11-12 |
      | feelings-after-session      | unsettled                                                | practitioner     | 2026-11-19 |
      | actions-after-session       | constructive                                             | client           | 2026-11-12 |
      | actions-after-session       | constructive                                             | probation        | 2026-11-17 |
      | coping-strategies           | working                                                  | client           | 2026-11-12 |
      | support-after-session       | yes                                                      | client           | 2026-11-12 |
      | people-after-session        | nobody                                                   | client           | 2026-11-12 |
      | people-after-session        | nobody                                                   | practitioner     | 2026-11-16 |
      | partner-nearby-after        | no                                                       | client           | 2026-11-12 |
      | partner-nearby-after        | sometimes                                                | partner-support  | 2026-11-18 |
      | contact-with-partner-after  | calm                                                     | client           | 2026-11-12 |
      | contact-with-partner-after  | calm                                                     | partner-support  | 2026-11-18 |
      | tension-at-home             | no                                                       | practitioner     | 2026-11-16 |
      | helps-presence              | Having written down the night before what I want to say. | client           | 2026-11-12 |
      | hinders-presence            | nothing                                                  | client           | 2026-11-12 |
      | urge-to-disconnect          | felt                                                     | client           | 2026-11-12 |
      | what-kept-engaged           | I thought of what I tell my son about giving up.         | client           | 2026-11-12 |
      | alone-this-session          | yes                                                      | practitioner     | 2026-11-19 |
      | engagement-change           | no                                                       | practitioner     | 2026-11-19 |
      | observed-cues               | none                                                     | practitioner     | 2026-11-19 |
      | controlling-digital-conduct | no                                                       | practitioner     | 2026-11-19 |
      | new-risk-information        | none                                                     | probation        | 2026-11-17 |
      | new-risk-information        | minor                                                    | child-protection | 2026-11-17 |
      | partner-safe-after-session  | safe                                                     | partner-support  | 2026-11-20 |
      | left-abruptly               | no                                                       | practitioner     | 2026-11-19 |
      | technical-problems          | occasional                                               | practitioner     | 2026-11-19 |
      | side-channel-use            | no                                                       | practitioner     | 2026-11-19 |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the flag "victim-reachable-at-times" is raised
    And the flag "partner-near-at-times-after-session" is raised
    And the flag "partner-near-after-session" is not raised
    And the safeguard "session-times-agreed" is called for
    And the report shows that the sources disagree about "partner-nearby-after"
