Feature: Examples screened with the profile of a programme that is not ready
  The programme's own answers are those of examples/programmes/not-ready.yaml.

  Background:
    Given the answers
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

  @example:start/against-programme-lacks-a-need.yaml
  Scenario: Nothing speaks against it on his side, and nobody checks on partners
    Given a client at the start of the programme
    And the answers
      | question                   | answer                          | source           | on         |
      | lives-with-partner         | no                              | client           | 2026-11-05 |
      | lives-with-partner         | no                              | child-protection | 2026-11-11 |
      | joins-from                 | own-home                        | practitioner     | 2026-11-09 |
      | people-nearby              | nobody                          | practitioner     | 2026-11-09 |
      | private-space              | yes                             | practitioner     | 2026-11-09 |
      | overheard-or-influenced    | no                              | practitioner     | 2026-11-09 |
      | shares-with-partner        | nothing                         | client           | 2026-11-05 |
      | shares-with-partner        | nothing                         | partner-support  | 2026-11-12 |
      | view-of-privacy            | I would not want it done to me. | client           | 2026-11-05 |
      | when-one-wants-privacy     | respected                       | client           | 2026-11-05 |
      | access-to-partner-accounts | none                            | partner-support  | 2026-11-12 |
      | checked-without-permission | never                           | partner-support  | 2026-11-12 |
      | digital-abuse              | never                           | partner-support  | 2026-11-12 |
      | harmful-posting            | never                           | partner-support  | 2026-11-12 |
      | respectful-communication   | described                       | client           | 2026-11-05 |
      | role-reversal              | empathises                      | client           | 2026-11-05 |
      | motivation                 | change                          | client           | 2026-11-05 |
      | online-expectations        | access                          | client           | 2026-11-05 |
      | concerns-about-online      | no                              | client           | 2026-11-05 |
      | coercive-control           | none-known                      | practitioner     | 2026-11-13 |
      | stalking-history           | none-known                      | practitioner     | 2026-11-13 |
      | access-to-victim-at-home   | no                              | child-protection | 2026-11-11 |
      | device-used                | own                             | practitioner     | 2026-11-09 |
      | digital-literacy           | sufficient                      | practitioner     | 2026-11-09 |
      | requested-online-by        | service                         | practitioner     | 2026-11-05 |
      | reason-for-online          | continuity                      | practitioner     | 2026-11-05 |
      | partner-view-of-online     | no-difference                   | partner-support  | 2026-11-12 |
      | partner-support-contact    | in-place                        | partner-support  | 2026-11-12 |
      | other-serious-concern      | no                              | practitioner     | 2026-11-13 |
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "programme-lacks-partner-check-procedure" is raised by "start-partner-safety-check-needs-partner-check-procedure"
    And the flag "programme-lacks-platform-secure" is raised
    And the flag "programme-lacks-failure-protocol" could still be raised
    And the flag "partner-expects-more-danger" is not raised
