Feature: Examples during the programme
  Each scenario is the twin of a file of the fictional caseload in examples/, named by its tag.
  The one that carries an earlier case on stands with the programme's profile that it names.

  @example:during/pause-control-shown-online.yaml
  Scenario: He passed a picture of the group on, and most is not answered yet
    Given a client during the programme
    And the answers
      | question                    | answer        | source          | on         |
      | feelings-after-session      | settled       | client          | 2026-11-18 |
      | urge-to-disconnect          | no            | client          | 2026-11-18 |
      | alone-this-session          | yes           | practitioner    | 2026-11-17 |
      | controlling-digital-conduct | no            | client          | 2026-11-18 |
      | controlling-digital-conduct | yes           | practitioner    | 2026-11-18 |
      | new-risk-information        | asked-unknown | police          | 2026-11-19 |
      | new-risk-information        | none          | probation       | 2026-11-19 |
      | partner-safe-after-session  | safe          | partner-support | 2026-11-18 |
      | left-abruptly               | no            | practitioner    | 2026-11-17 |
      | side-channel-use            | yes           | practitioner    | 2026-11-18 |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "control-shown-online" is raised by "control-in-sessions"
    And the flag "control-shown-online" names who must be told at once
    And no safeguard would resolve the flag "control-shown-online"
    And the safeguard "one-to-one-for-now" is called for
    And the flag "current-stalking" could still be raised

  @example:during/pause-left-abruptly.yaml
  Scenario: He left without explanation, and earlier faults explain nothing
    Given a client during the programme
    And the answers
      | question                   | answer                                    | source          | on         |
      | lives-with-partner         | no                                        | partner-support | 2026-10-29 |
      | partner-support-contact    | in-place                                  | partner-support | 2026-10-29 |
      | feelings-after-session     | unsettled                                 | client          | 2026-11-12 |
      | urge-to-disconnect         | felt                                      | client          | 2026-11-12 |
      | what-kept-engaged          | The others were waiting for me to finish. | client          | 2026-11-12 |
      | alone-this-session         | yes                                       | practitioner    | 2026-11-19 |
      | engagement-change          | marked                                    | practitioner    | 2026-11-19 |
      | observed-cues              | some                                      | practitioner    | 2026-11-19 |
      | partner-safe-after-session | not-reached                               | partner-support | 2026-11-20 |
      | left-abruptly              | explained                                 | client          | 2026-11-20 |
      | left-abruptly              | unexplained                               | practitioner    | 2026-11-19 |
      | technical-problems         | occasional                                | practitioner    | 2026-11-05 |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "left-with-signs-of-danger" is raised by "left-with-other-signs"
    And the flag "left-with-signs-of-danger" names who must be told at once
    And the flag "no-word-with-signs-of-danger" is raised by "no-word-and-other-signs"
    And the flag "technical-faults-recur" is not raised
    And the safeguard "same-day-partner-check" is called for
    And the report shows that the sources disagree about "left-abruptly"

  @example:during/pause-partner-not-safe.yaml
  Scenario: She was afraid after a session, and all looks well from where he sits
    Given a client during the programme
    And the answers
      | question                    | answer         | source          | on         |
      | lives-with-partner          | no             | probation       | 2026-11-12 |
      | people-nearby               | nobody         | practitioner    | 2026-11-17 |
      | private-space               | yes            | practitioner    | 2026-11-17 |
      | access-to-victim-at-home    | no             | practitioner    | 2026-11-17 |
      | coercive-control            | none-known     | practitioner    | 2026-11-13 |
      | stalking-history            | none-known     | practitioner    | 2026-11-13 |
      | partner-support-contact     | in-place       | partner-support | 2026-11-18 |
      | feelings-after-session      | settled        | client          | 2026-11-17 |
      | actions-after-session       | constructive   | client          | 2026-11-17 |
      | coping-strategies           | working        | client          | 2026-11-17 |
      | support-after-session       | yes            | client          | 2026-11-17 |
      | people-after-session        | nobody         | client          | 2026-11-17 |
      | partner-nearby-after        | no             | client          | 2026-11-17 |
      | contact-with-partner-after  | none           | client          | 2026-11-17 |
      | contact-with-partner-after  | asked-declined | partner-support | 2026-11-18 |
      | alone-this-session          | yes            | practitioner    | 2026-11-17 |
      | engagement-change           | no             | practitioner    | 2026-11-17 |
      | observed-cues               | none           | practitioner    | 2026-11-17 |
      | controlling-digital-conduct | no             | practitioner    | 2026-11-17 |
      | new-risk-information        | none           | probation       | 2026-11-12 |
      | partner-safe-after-session  | not-safe       | partner-support | 2026-11-18 |
      | left-abruptly               | no             | practitioner    | 2026-11-17 |
      | technical-problems          | no             | practitioner    | 2026-11-17 |
    When the case is screened
    Then the recommendation is to pause online work
    And the flag "partner-in-danger-after-session" is raised by "danger-after-a-session"
    And the flag "partner-in-danger-after-session" names who must be told at once
    And no safeguard would resolve the flag "partner-in-danger-after-session"
    And the report warns that only the partner's side decides
    And the client's copy does not mention "partner-safe-after-session"
