Feature: Examples at the end of the programme
  Each scenario is the twin of a file of the fictional caseload in examples/, named by its tag.

  @example:end/against-closing.yaml
  Scenario: A change that he alone tells of
    Given a client at the end of the programme
    And the answers
      | question                    | answer                                            | source          | on         |
      | access-to-partner-accounts  | none                                              | partner-support | 2026-11-16 |
      | checked-without-permission  | never                                             | partner-support | 2026-11-16 |
      | digital-abuse               | never                                             | partner-support | 2026-11-16 |
      | harmful-posting             | never                                             | partner-support | 2026-11-16 |
      | coercive-control            | past                                              | practitioner    | 2026-11-19 |
      | stalking-history            | none-known                                        | practitioner    | 2026-11-19 |
      | other-serious-concern       | no                                                | practitioner    | 2026-11-19 |
      | controlling-digital-conduct | no                                                | practitioner    | 2026-11-19 |
      | new-risk-information        | none                                              | probation       | 2026-11-17 |
      | new-risk-information        | minor                                             | partner-support | 2026-11-16 |
      | partner-safe-after-session  | safe                                              | partner-support | 2026-11-16 |
      | learning-enablers           | The sheet with the four steps hangs on my fridge. | client          | 2026-11-12 |
      | non-abuse-supports          | named                                             | client          | 2026-11-12 |
      | anticipated-triggers        | named-with-plan                                   | client          | 2026-11-12 |
      | stress-strategies           | named                                             | client          | 2026-11-12 |
      | crisis-contact              | yes                                               | client          | 2026-11-12 |
      | accountability-sources      | one                                               | client          | 2026-11-12 |
      | ongoing-support-needs       | met                                               | client          | 2026-11-12 |
      | digital-boundaries-plan     | concrete                                          | client          | 2026-11-12 |
      | digital-commitments         | given                                             | client          | 2026-11-12 |
      | online-trigger-plan         | concrete                                          | client          | 2026-11-12 |
      | change-corroborated         | yes                                               | client          | 2026-11-12 |
      | change-corroborated         | no                                                | partner-support | 2026-11-16 |
      | change-corroborated         | no                                                | police          | 2026-11-18 |
      | partner-input-at-end        | no-difference                                     | partner-support | 2026-11-16 |
      | agency-input-at-end         | no-concern                                        | probation       | 2026-11-17 |
      | agency-input-at-end         | serious-concern                                   | police          | 2026-11-18 |
      | follow-up-agreed            | yes                                               | practitioner    | 2026-11-19 |
    When the case is screened
    Then the recommendation is against closing yet
    And the flag "change-not-borne-out" is raised by "change-nobody-bears-out"
    And the flag "serious-agency-concern" is raised by "agency-holds-serious-concern"
    And the flag "more-danger-at-end" is not raised
    And the report shows that the sources disagree about "agency-input-at-end"

  @example:end/cannot-recommend-closing-yet.yaml
  Scenario: She does not wish to be asked, and nobody else could answer for her
    Given a client at the end of the programme
    And the answers
      | question                    | answer                            | source          | on         |
      | access-to-partner-accounts  | none                              | police          | 2026-11-17 |
      | checked-without-permission  | never                             | police          | 2026-11-17 |
      | digital-abuse               | never                             | police          | 2026-11-17 |
      | harmful-posting             | never                             | police          | 2026-11-17 |
      | coercive-control            | none-known                        | practitioner    | 2026-11-18 |
      | stalking-history            | none-known                        | practitioner    | 2026-11-18 |
      | stalking-history            | none-known                        | police          | 2026-11-17 |
      | other-serious-concern       | no                                | practitioner    | 2026-11-18 |
      | controlling-digital-conduct | no                                | practitioner    | 2026-11-18 |
      | new-risk-information        | none                              | probation       | 2026-11-17 |
      | new-risk-information        | none                              | police          | 2026-11-17 |
      | partner-safe-after-session  | not-reached                       | partner-support | 2026-11-16 |
      | learning-enablers           | My sponsor, and getting up early. | client          | 2026-11-13 |
      | non-abuse-supports          | named                             | client          | 2026-11-13 |
      | anticipated-triggers        | named-with-plan                   | client          | 2026-11-13 |
      | stress-strategies           | named                             | client          | 2026-11-13 |
      | crisis-contact              | yes                               | client          | 2026-11-13 |
      | accountability-sources      | two-or-more                       | client          | 2026-11-13 |
      | ongoing-support-needs       | partly-met                        | practitioner    | 2026-11-18 |
      | digital-boundaries-plan     | concrete                          | client          | 2026-11-13 |
      | digital-commitments         | given                             | client          | 2026-11-13 |
      | online-trigger-plan         | vague                             | client          | 2026-11-13 |
      | change-corroborated         | partly                            | probation       | 2026-11-17 |
      | partner-input-at-end        | asked-declined                    | partner         | 2026-11-16 |
      | partner-input-at-end        | asked-declined                    | partner-support | 2026-11-16 |
      | agency-input-at-end         | no-concern                        | probation       | 2026-11-17 |
      | agency-input-at-end         | no-concern                        | police          | 2026-11-17 |
      | follow-up-agreed            | yes                               | practitioner    | 2026-11-18 |
    When the case is screened
    Then no recommendation can be made yet
    And nobody is left to ask about "partner-input-at-end"
    And the flag "more-danger-at-end" could still be raised
    And the flag "change-not-borne-out" is not raised
    And the report warns that only the partner's side can settle what is open

  @example:end/close-with-follow-up.yaml
  Scenario: Others bear the change out in part, and what is thin becomes a condition
    Given a client at the end of the programme
    And the answers
      | question                    | answer                          | source          | on         |
      | access-to-partner-accounts  | past                            | client          | 2026-11-10 |
      | access-to-partner-accounts  | past                            | partner-support | 2026-11-17 |
      | use-of-access               | checking                        | partner-support | 2026-11-17 |
      | checked-without-permission  | past                            | partner-support | 2026-11-17 |
      | use-of-what-was-found       | confronted                      | partner-support | 2026-11-17 |
      | digital-abuse               | past                            | police          | 2026-11-16 |
      | harmful-posting             | never                           | partner-support | 2026-11-17 |
      | coercive-control            | past                            | practitioner    | 2026-11-19 |
      | stalking-history            | none-known                      | practitioner    | 2026-11-19 |
      | other-serious-concern       | no                              | practitioner    | 2026-11-19 |
      | controlling-digital-conduct | no                              | practitioner    | 2026-11-19 |
      | new-risk-information        | none                            | partner-support | 2026-11-17 |
      | new-risk-information        | none                            | probation       | 2026-11-18 |
      | partner-safe-after-session  | safe                            | partner-support | 2026-11-17 |
      | learning-enablers           | Saying it before it is too big. | client          | 2026-11-10 |
      | non-abuse-supports          | named                           | client          | 2026-11-10 |
      | anticipated-triggers        | named                           | client          | 2026-11-10 |
      | stress-strategies           | named                           | client          | 2026-11-10 |
      | crisis-contact              | unsure                          | client          | 2026-11-10 |
      | accountability-sources      | two-or-more                     | client          | 2026-11-10 |
      | ongoing-support-needs       | met                             | client          | 2026-11-10 |
      | digital-boundaries-plan     | concrete                        | client          | 2026-11-10 |
      | digital-commitments         | given                           | client          | 2026-11-10 |
      | online-trigger-plan         | vague                           | client          | 2026-11-10 |
      | change-corroborated         | partly                          | partner-support | 2026-11-17 |
      | change-corroborated         | partly                          | probation       | 2026-11-18 |
      | partner-input-at-end        | safer                           | partner-support | 2026-11-17 |
      | agency-input-at-end         | no-concern                      | probation       | 2026-11-18 |
      | agency-input-at-end         | no-concern                      | partner-support | 2026-11-17 |
      | follow-up-agreed            | yes                             | practitioner    | 2026-11-19 |
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And the flag "change-borne-out-in-part" is raised
    And the safeguard "crisis-contact-named" is called for
    And the safeguard "closer-follow-up" is called for
    And the safeguard "partner-support-told-first" is called for
