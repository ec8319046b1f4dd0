Feature: Examples at the start of the programme
  Each scenario is the twin of a file of the fictional caseload in examples/, named by its tag.
  The same answers by the same sources on the same days.

  @example:start/against.yaml
  Scenario: What he says, and what partner support and the police report, differ
    Given a client at the start of the programme
    And the answers
      | question                   | answer                   | source          | on         |
      | lives-with-partner         | no                       | client          | 2026-11-03 |
      | lives-with-partner         | part-time                | partner-support | 2026-11-10 |
      | joins-from                 | own-home                 | client          | 2026-11-03 |
      | people-nearby              | nobody                   | client          | 2026-11-03 |
      | people-nearby              | other-adults, children   | practitioner    | 2026-11-05 |
      | private-space              | sometimes                | client          | 2026-11-03 |
      | overheard-or-influenced    | asked-unknown            | client          | 2026-11-03 |
      | shares-with-partner        | nothing                  | client          | 2026-11-03 |
      | shares-with-partner        | device                   | partner-support | 2026-11-10 |
      | view-of-privacy            | A couple has no secrets. | client          | 2026-11-03 |
      | when-one-wants-privacy     | argued-over              | client          | 2026-11-03 |
      | access-to-partner-accounts | past                     | client          | 2026-11-03 |
      | access-to-partner-accounts | current-or-sought        | partner-support | 2026-11-10 |
      | use-of-access              | practical                | client          | 2026-11-03 |
      | use-of-access              | asked-unknown            | partner-support | 2026-11-10 |
      | checked-without-permission | asked-declined           | client          | 2026-11-03 |
      | digital-abuse              | never                    | client          | 2026-11-03 |
      | digital-abuse              | past                     | police          | 2026-11-12 |
      | harmful-posting            | never                    | client          | 2026-11-03 |
      | respectful-communication   | vague                    | client          | 2026-11-03 |
      | role-reversal              | indifferent              | client          | 2026-11-03 |
      | motivation                 | external-pressure        | client          | 2026-11-03 |
      | online-expectations        | access, convenience      | client          | 2026-11-03 |
      | concerns-about-online      | no                       | client          | 2026-11-03 |
      | coercive-control           | past                     | practitioner    | 2026-11-13 |
      | stalking-history           | none-known               | police          | 2026-11-12 |
      | device-used                | own                      | client          | 2026-11-03 |
      | digital-literacy           | sufficient               | practitioner    | 2026-11-05 |
      | requested-online-by        | client                   | practitioner    | 2026-11-03 |
      | reason-for-online          | convenience              | referrer        | 2026-11-02 |
      | partner-view-of-online     | asked-unknown            | partner-support | 2026-11-10 |
      | partner-support-contact    | in-place                 | partner-support | 2026-11-10 |
      | other-serious-concern      | no                       | practitioner    | 2026-11-13 |
    And the answers
      | question                 | answer    | source       |
      | access-to-victim-at-home | not-asked | practitioner |
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "lives-with-victim" is raised by "household-shared-part-time"
    And the flag "shared-device" is raised by "device-shared-with-partner"
    And the flag "access-to-her-accounts" is raised by "has-or-seeks-access"
    And the flag "partner-expects-more-danger" could still be raised
    And the report shows that the sources disagree about "shares-with-partner"
    And the client's copy does not mention "access-to-partner-accounts"

  @example:start/against-on-the-partners-word.yaml
  Scenario: All allows for conditions but what she told partner support
    Given a client at the start of the programme
    And the answers
      | question                   | answer                                   | source          | on         |
      | lives-with-partner         | another-partner                          | client          | 2026-11-04 |
      | lives-with-partner         | another-partner                          | probation       | 2026-11-10 |
      | joins-from                 | own-home                                 | probation       | 2026-11-10 |
      | people-nearby              | other-adults                             | practitioner    | 2026-11-06 |
      | private-space              | yes                                      | client          | 2026-11-04 |
      | private-space              | yes                                      | practitioner    | 2026-11-06 |
      | overheard-or-influenced    | no                                       | practitioner    | 2026-11-06 |
      | shares-with-partner        | nothing                                  | client          | 2026-11-04 |
      | shares-with-partner        | nothing                                  | practitioner    | 2026-11-13 |
      | view-of-privacy            | Everyone has a right to their own phone. | client          | 2026-11-04 |
      | when-one-wants-privacy     | respected                                | client          | 2026-11-04 |
      | access-to-partner-accounts | none                                     | client          | 2026-11-04 |
      | access-to-partner-accounts | none                                     | police          | 2026-11-11 |
      | checked-without-permission | never                                    | client          | 2026-11-04 |
      | checked-without-permission | never                                    | police          | 2026-11-11 |
      | digital-abuse              | never                                    | client          | 2026-11-04 |
      | digital-abuse              | never                                    | police          | 2026-11-11 |
      | harmful-posting            | never                                    | police          | 2026-11-11 |
      | respectful-communication   | described                                | client          | 2026-11-04 |
      | role-reversal              | empathises                               | client          | 2026-11-04 |
      | motivation                 | change                                   | client          | 2026-11-04 |
      | online-expectations        | access                                   | client          | 2026-11-04 |
      | concerns-about-online      | no                                       | client          | 2026-11-04 |
      | coercive-control           | none-known                               | practitioner    | 2026-11-13 |
      | stalking-history           | none-known                               | practitioner    | 2026-11-13 |
      | access-to-victim-at-home   | no                                       | practitioner    | 2026-11-13 |
      | device-used                | own                                      | practitioner    | 2026-11-06 |
      | digital-literacy           | sufficient                               | practitioner    | 2026-11-06 |
      | requested-online-by        | court-or-referrer                        | referrer        | 2026-11-03 |
      | reason-for-online          | access                                   | referrer        | 2026-11-03 |
      | partner-view-of-online     | less-safe                                | partner-support | 2026-11-17 |
      | partner-support-contact    | in-place                                 | partner-support | 2026-11-17 |
      | other-serious-concern      | no                                       | practitioner    | 2026-11-13 |
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "partner-expects-more-danger" is raised by "partner-expects-more-danger-online"
    And the flag "shared-device" is not raised
    And the report warns that only the partner's side decides
    And the client's copy does not mention "partner-view-of-online"

  @example:start/undetermined.yaml
  Scenario: His word alone settles too little, and she has not been reached
    Given a client at the start of the programme
    And the answers
      | question                   | answer                | source          | on         |
      | lives-with-partner         | no                    | client          | 2026-11-04 |
      | lives-with-partner         | no                    | probation       | 2026-11-09 |
      | joins-from                 | own-home              | client          | 2026-11-04 |
      | people-nearby              | nobody                | client          | 2026-11-04 |
      | people-nearby              | nobody                | practitioner    | 2026-11-06 |
      | private-space              | yes                   | client          | 2026-11-04 |
      | private-space              | yes                   | practitioner    | 2026-11-06 |
      | overheard-or-influenced    | possibly              | client          | 2026-11-04 |
      | shares-with-partner        | accounts-or-passwords | client          | 2026-11-04 |
      | view-of-privacy            | asked-declined        | client          | 2026-11-04 |
      | when-one-wants-privacy     | argued-over           | client          | 2026-11-04 |
      | access-to-partner-accounts | none                  | client          | 2026-11-04 |
      | checked-without-permission | never                 | client          | 2026-11-04 |
      | digital-abuse              | never                 | client          | 2026-11-04 |
      | digital-abuse              | asked-unknown         | police          | 2026-11-11 |
      | harmful-posting            | never                 | client          | 2026-11-04 |
      | respectful-communication   | described             | client          | 2026-11-04 |
      | role-reversal              | empathises            | client          | 2026-11-04 |
      | motivation                 | change                | client          | 2026-11-04 |
      | online-expectations        | access                | client          | 2026-11-04 |
      | concerns-about-online      | yes                   | client          | 2026-11-04 |
      | coercive-control           | none-known            | practitioner    | 2026-11-12 |
      | stalking-history           | none-known            | practitioner    | 2026-11-12 |
      | access-to-victim-at-home   | no                    | practitioner    | 2026-11-12 |
      | device-used                | own                   | client          | 2026-11-04 |
      | device-used                | own                   | practitioner    | 2026-11-06 |
      | digital-literacy           | needs-preparation     | practitioner    | 2026-11-06 |
      | requested-online-by        | service               | practitioner    | 2026-11-04 |
      | reason-for-online          | access                | practitioner    | 2026-11-04 |
      | partner-view-of-online     | asked-unknown         | partner-support | 2026-11-16 |
      | partner-support-contact    | offered               | partner-support | 2026-11-16 |
      | other-serious-concern      | no                    | practitioner    | 2026-11-12 |
    When the case is screened
    Then no recommendation can be made yet
    And "partner-view-of-online" is to be found out from partner-support
    And "access-to-partner-accounts" is not to be asked of client
    And the flag "ongoing-coercive-control" is not raised
    And the flag "shared-device" could still be raised

  @example:start/undetermined-answers-grown-old.yaml
  Scenario: What was known in September settles nothing in November
    Given a client at the start of the programme
    And the answers
      | question                   | answer                                   | source          | on         |
      | lives-with-partner         | no                                       | client          | 2026-09-14 |
      | lives-with-partner         | no                                       | partner-support | 2026-09-21 |
      | joins-from                 | another-home                             | client          | 2026-09-14 |
      | joins-from                 | another-home                             | practitioner    | 2026-09-17 |
      | people-nearby              | other-adults                             | practitioner    | 2026-09-17 |
      | private-space              | yes                                      | practitioner    | 2026-09-17 |
      | overheard-or-influenced    | possibly                                 | practitioner    | 2026-09-17 |
      | shares-with-partner        | nothing                                  | client          | 2026-09-14 |
      | shares-with-partner        | nothing                                  | partner-support | 2026-09-21 |
      | view-of-privacy            | We never talked about it. I just looked. | client          | 2026-09-14 |
      | when-one-wants-privacy     | argued-over                              | client          | 2026-09-14 |
      | access-to-partner-accounts | past                                     | client          | 2026-09-14 |
      | access-to-partner-accounts | past                                     | partner-support | 2026-09-21 |
      | use-of-access              | checking                                 | client          | 2026-09-14 |
      | use-of-access              | checking                                 | partner-support | 2026-09-21 |
      | checked-without-permission | past                                     | partner-support | 2026-09-21 |
      | use-of-what-was-found      | confronted                               | partner-support | 2026-09-21 |
      | digital-abuse              | never                                    | partner-support | 2026-09-21 |
      | harmful-posting            | never                                    | partner-support | 2026-09-21 |
      | respectful-communication   | vague                                    | client          | 2026-09-14 |
      | role-reversal              | indifferent                              | client          | 2026-09-14 |
      | motivation                 | change                                   | client          | 2026-09-14 |
      | online-expectations        | access                                   | client          | 2026-09-14 |
      | concerns-about-online      | no                                       | client          | 2026-09-14 |
      | coercive-control           | none-known                               | practitioner    | 2026-09-23 |
      | stalking-history           | none-known                               | practitioner    | 2026-09-23 |
      | access-to-victim-at-home   | no                                       | practitioner    | 2026-09-23 |
      | device-used                | own                                      | practitioner    | 2026-09-17 |
      | digital-literacy           | sufficient                               | practitioner    | 2026-09-17 |
      | requested-online-by        | service                                  | practitioner    | 2026-09-14 |
      | reason-for-online          | access                                   | practitioner    | 2026-09-14 |
      | partner-view-of-online     | no-difference                            | partner-support | 2026-09-21 |
      | partner-support-contact    | in-place                                 | partner-support | 2026-09-21 |
      | other-serious-concern      | no                                       | practitioner    | 2026-09-23 |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "lives-with-victim" could still be raised
    And "lives-with-partner" is to be found out from partner-support
    And "coercive-control" is to be found out from practitioner
    And the flag "client-asks-for-online" is not raised

  @example:start/conditional.yaml
  Scenario: What bears on exclusion was answered by somebody who may settle it
    Given a client at the start of the programme
    And the answers
      | question                   | answer                                        | source          | on         |
      | lives-with-partner         | no                                            | client          | 2026-11-05 |
      | lives-with-partner         | no                                            | partner-support | 2026-11-13 |
      | joins-from                 | another-home                                  | client          | 2026-11-05 |
      | joins-from                 | another-home                                  | practitioner    | 2026-11-09 |
      | people-nearby              | nobody                                        | client          | 2026-11-05 |
      | people-nearby              | other-adults                                  | practitioner    | 2026-11-09 |
      | private-space              | yes                                           | client          | 2026-11-05 |
      | private-space              | yes                                           | practitioner    | 2026-11-09 |
      | overheard-or-influenced    | possibly                                      | practitioner    | 2026-11-09 |
      | shares-with-partner        | nothing                                       | client          | 2026-11-05 |
      | shares-with-partner        | nothing                                       | partner-support | 2026-11-13 |
      | view-of-privacy            | Her phone is hers. I did not see it that way. | client          | 2026-11-05 |
      | when-one-wants-privacy     | argued-over                                   | client          | 2026-11-05 |
      | access-to-partner-accounts | none                                          | client          | 2026-11-05 |
      | access-to-partner-accounts | none                                          | partner-support | 2026-11-13 |
      | checked-without-permission | past                                          | client          | 2026-11-05 |
      | checked-without-permission | past                                          | partner-support | 2026-11-13 |
      | use-of-what-was-found      | confronted                                    | client          | 2026-11-05 |
      | use-of-what-was-found      | confronted                                    | partner-support | 2026-11-13 |
      | digital-abuse              | never                                         | client          | 2026-11-05 |
      | digital-abuse              | never                                         | partner-support | 2026-11-13 |
      | harmful-posting            | never                                         | partner-support | 2026-11-13 |
      | respectful-communication   | described                                     | client          | 2026-11-05 |
      | role-reversal              | asked-declined                                | client          | 2026-11-05 |
      | motivation                 | change                                        | client          | 2026-11-05 |
      | online-expectations        | asked-unknown                                 | client          | 2026-11-05 |
      | concerns-about-online      | no                                            | client          | 2026-11-05 |
      | coercive-control           | none-known                                    | practitioner    | 2026-11-14 |
      | stalking-history           | none-known                                    | practitioner    | 2026-11-14 |
      | stalking-history           | none-known                                    | police          | 2026-11-12 |
      | access-to-victim-at-home   | no                                            | practitioner    | 2026-11-14 |
      | device-used                | own                                           | client          | 2026-11-05 |
      | device-used                | own                                           | practitioner    | 2026-11-09 |
      | digital-literacy           | needs-preparation                             | practitioner    | 2026-11-09 |
      | requested-online-by        | court-or-referrer                             | referrer        | 2026-11-02 |
      | reason-for-online          | access                                        | referrer        | 2026-11-02 |
      | partner-view-of-online     | no-difference                                 | partner-support | 2026-11-13 |
      | partner-support-contact    | in-place                                      | partner-support | 2026-11-13 |
      | other-serious-concern      | no                                            | practitioner    | 2026-11-14 |
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "past-digital-abuse" is raised
    And the safeguard "headphones-and-screen" is called for
    And the report shows that the sources disagree about "people-nearby"
    And the report says that the programme's readiness was not considered
    And what "partner-safety-check" needs is to be confirmed with the programme
