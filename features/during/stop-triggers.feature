Feature: What speaks against starting online speaks for a pause once it is under way
  The answers of the start are carried along. What comes true later counts as if it had been known from the beginning.

  Background:
    Given a client during the programme
    And nothing of concern is known

  @rule:coercive-control-goes-on @rule:stalking-goes-on @rule:concern-recorded @rule:device-shared-with-partner
  @rule:lives-with-her @rule:can-reach-her-where-he-joins @rule:watches-her-without-agreement @rule:has-or-seeks-access
  @rule:digital-abuse-lately @rule:partner-expects-more-danger-online
  Rule: A ground for exclusion that comes true pauses online work at once

    Scenario Outline: It has come true since the start (<question> - <answer> by <source>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" names who must be told at once
      And the client's copy does not mention "<question>"
      Examples:
        | question                   | answer              | source           | flag                            | rule                               |
        | coercive-control           | ongoing             | partner-support  | ongoing-coercive-control        | coercive-control-goes-on           |
        | stalking-history           | current             | police           | current-stalking                | stalking-goes-on                   |
        | other-serious-concern      | yes                 | practitioner     | other-serious-concern-recorded  | concern-recorded                   |
        | shares-with-partner        | device              | client           | shared-device                   | device-shared-with-partner         |
        | device-used                | shared-with-partner | programme        | shared-device                   | device-shared-with-partner         |
        | lives-with-partner         | yes                 | child-protection | lives-with-victim               | lives-with-her                     |
        | access-to-victim-at-home   | yes                 | probation        | victim-reachable-where-he-joins | can-reach-her-where-he-joins       |
        | people-nearby              | partner             | practitioner     | victim-reachable-where-he-joins | can-reach-her-where-he-joins       |
        | checked-without-permission | recent              | partner          | digital-surveillance            | watches-her-without-agreement      |
        | access-to-partner-accounts | current-or-sought   | partner-support  | access-to-her-accounts          | has-or-seeks-access                |
        | digital-abuse              | recent              | police           | recent-digital-abuse            | digital-abuse-lately               |
        | harmful-posting            | recent              | court            | recent-digital-abuse            | digital-abuse-lately               |
        | partner-view-of-online     | less-safe           | partner          | partner-expects-more-danger     | partner-expects-more-danger-online |
        | private-space              | no                  | practitioner     | no-private-place                | place-known-not-private            |
        | overheard-or-influenced    | yes                 | partner-support  | no-private-place                | place-known-not-private            |

    Scenario Outline: It is not known whether it has come true (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      Examples:
        | question                   | flag                            |
        | coercive-control           | ongoing-coercive-control        |
        | stalking-history           | current-stalking                |
        | other-serious-concern      | other-serious-concern-recorded  |
        | shares-with-partner        | shared-device                   |
        | device-used                | shared-device                   |
        | lives-with-partner         | lives-with-victim               |
        | access-to-victim-at-home   | victim-reachable-where-he-joins |
        | people-nearby              | victim-reachable-where-he-joins |
        | checked-without-permission | digital-surveillance            |
        | access-to-partner-accounts | access-to-her-accounts          |
        | digital-abuse              | recent-digital-abuse            |
        | harmful-posting            | recent-digital-abuse            |
        | partner-view-of-online     | partner-expects-more-danger     |
        | private-space              | no-private-place                |
        | overheard-or-influenced    | no-private-place                |
        | partner-support-contact    | no-partner-support              |

    Scenario Outline: What was known at the start has grown old (<question>, <weeks> weeks ago)
      Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And "<question>" is to be found out from <source>
      Examples:
        | question                   | answer     | source          | weeks |
        | lives-with-partner         | no         | partner-support | 5     |
        | coercive-control           | none-known | practitioner    | 5     |
        | partner-view-of-online     | safer      | partner-support | 9     |
        | shares-with-partner        | nothing    | practitioner    | 9     |
        | access-to-partner-accounts | none       | partner-support | 9     |

    Scenario: The support that was there for her has ended
      Given "partner-support-contact" is answered "not-available" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "no-partner-support" is raised by "partner-support-missing"

  @rule:household-shared-part-time @rule:reachable-and-not-private @rule:uses-access-to-watch-her
  @rule:pursued-her-and-still-can
  Rule: So do grounds that arise from two answers together

    Scenario Outline: Two answers together, one of them new (<one> - <other>)
      Given "<before>" is answered "<was>" by police
      And "<one>" is answered "<first>" by partner-support
      And "<other>" is answered "<second>" by police
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "<flag>" is raised by "<rule>"
      Examples:
        | before                     | was  | one                        | first                 | other                    | second                 | flag                            | rule                          |
        | coercive-control           | past | lives-with-partner         | part-time             | access-to-victim-at-home | at-times               | lives-with-victim               | household-shared-part-time    |
        | coercive-control           | past | access-to-victim-at-home   | at-times              | private-space            | no                     | victim-reachable-where-he-joins | reachable-and-not-private     |
        | coercive-control           | past | access-to-partner-accounts | current-or-sought     | use-of-access            | checking               | digital-surveillance            | uses-access-to-watch-her      |
        | checked-without-permission | past | access-to-partner-accounts | current-or-sought     | use-of-what-was-found    | threatened-or-followed | digital-surveillance            | pursued-her-and-still-can     |
        | coercive-control           | past | shares-with-partner        | accounts-or-passwords | digital-abuse            | past                   | digital-surveillance            | shared-accounts-after-control |

  Rule: What calls for safeguards at the start goes on doing so

    Scenario Outline: The condition is still there (<question> - <answer>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "<flag>" is raised
      And the safeguard "<safeguard>" is called for
      Examples:
        | question                 | answer                | flag                        | safeguard                   | source          |
        | shares-with-partner      | accounts-or-passwords | accounts-not-separate       | separate-accounts           | partner-support |
        | device-used              | shared-with-family    | device-used-by-others       | own-device                  | partner-support |
        | lives-with-partner       | another-partner       | home-shared-with-a-partner  | support-for-present-partner | partner-support |
        | access-to-victim-at-home | at-times              | victim-reachable-at-times   | session-times-agreed        | partner-support |
        | private-space            | sometimes             | no-privacy-where-he-joins   | room-shown-on-camera        | practitioner    |
        | partner-support-contact  | offered               | partner-support-not-running | partner-support-running     | partner-support |
        | role-reversal            | justifies             | control-defended            | case-consultation           | partner-support |

    Scenario Outline: What prepared the start is over with (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to continue with conditions
      And the flag "<flag>" is not raised
      Examples:
        | question            | answer            | flag                          |
        | online-expectations | anonymity         | ease-or-less-challenge-sought |
        | requested-online-by | client            | client-asks-for-online        |
        | digital-literacy    | needs-preparation | technical-help-needed         |

  Rule: One ground that is known is enough, and every case that goes on has its conditions

    Scenario: She was in danger after the session, and nothing else has been answered
      Given "partner-safe-after-session" is answered "not-safe" by partner-support
      And "alone-this-session" is not answered
      And "coercive-control" is not answered
      And "new-risk-information" is not answered
      When the case is screened
      Then the recommendation is to pause online work

    Scenario Outline: Nothing of concern is known, and the measures that go on go on (<safeguard>)
      When the case is screened
      Then the recommendation is to continue with conditions
      And the safeguard "<safeguard>" is called for
      Examples:
        | safeguard                 |
        | alone-check               |
        | location-and-callback     |
        | partner-safety-check      |
        | technical-failure-plan    |
        | no-recording              |
        | digital-conduct-agreement |
        | no-contact-after-sessions |
        | settling-before-leaving   |
        | concerns-passed-on        |
        | review-date               |

    Scenario: What was signed before the first session is not asked for again
      When the case is screened
      Then the safeguard "participation-agreement" is not called for
