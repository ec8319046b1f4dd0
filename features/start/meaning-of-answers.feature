Feature: What an answer means, and what no answer means
  Unknown is never a no. The most concerning answer governs. His reassuring word alone clears nothing. What was true
  some weeks ago may not be true now. These meanings hold for every question; here they are shown on some of them.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  # -- Nobody said

  Scenario Outline: A question that nobody answered stays open (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And the flag "<flag>" could still be raised
    And "<question>" is to be found out from <source>
    Examples:
      | question                   | flag                            | source           |
      | lives-with-partner         | lives-with-victim               | child-protection |
      | access-to-victim-at-home   | victim-reachable-where-he-joins | practitioner     |
      | people-nearby              | victim-reachable-where-he-joins | practitioner     |
      | shares-with-partner        | shared-device                   | partner-support  |
      | device-used                | shared-device                   | practitioner     |
      | access-to-partner-accounts | access-to-her-accounts          | partner-support  |
      | checked-without-permission | digital-surveillance            | partner-support  |
      | digital-abuse              | recent-digital-abuse            | police           |
      | harmful-posting            | recent-digital-abuse            | police           |
      | coercive-control           | ongoing-coercive-control        | practitioner     |
      | stalking-history           | current-stalking                | partner-support  |
      | partner-view-of-online     | partner-expects-more-danger     | partner-support  |
      | partner-support-contact    | no-partner-support              | partner-support  |
      | private-space              | no-private-place                | practitioner     |
      | overheard-or-influenced    | no-private-place                | practitioner     |
      | other-serious-concern      | other-serious-concern-recorded  | practitioner     |

  Scenario Outline: Somebody was asked and does not know (<source>)
    Given <source> does not know "<question>"
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <source>
    Examples:
      | question                   | source          |
      | stalking-history           | practitioner    |
      | checked-without-permission | partner-support |
      | device-used                | practitioner    |

  Scenario Outline: Somebody was asked and declined, and is not asked again (<question> - <source>)
    Given <source> declined to answer "<question>"
    When the case is screened
    Then no recommendation can be made yet
    And the flag "<flag>" could still be raised
    And "<question>" is to be found out from <other>
    And "<question>" is not to be asked of <source>
    Examples:
      | question            | source       | flag             | other           |
      | shares-with-partner | client       | shared-device    | partner-support |
      | stalking-history    | court        | current-stalking | practitioner    |
      | device-used         | practitioner | shared-device    | programme       |

  Scenario: That nobody was asked is written down, and is no reassurance
    Given the answers
      | question         | answer    | source       |
      | coercive-control | not-asked | practitioner |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "ongoing-coercive-control" could still be raised

  Scenario: That one does not know takes nothing from what another knows
    Given the answers
      | question         | answer        | source       |
      | stalking-history | asked-unknown | court        |
      | stalking-history | none-known    | practitioner |
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "current-stalking" is not raised

  Scenario: One missing answer among those that bear on no exclusion withholds nothing, and its safeguards are listed
    Given "motivation" is not answered
    When the case is screened
    Then the recommendation is online with conditions
    And the safeguard "opening-conversation" is called for until more is known

  Scenario: One ground that is known is enough, whatever else is missing
    Given "coercive-control" is answered "ongoing" by police
    And "lives-with-partner" is not answered
    And "partner-view-of-online" is not answered
    And "device-used" is not answered
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "ongoing-coercive-control" is raised by "coercive-control-goes-on"
    And the flag "lives-with-victim" could still be raised

  # -- His word

  Scenario Outline: His reassuring word alone settles nothing (<question>)
    Given "<question>" is answered "<answer>" by client
    When the case is screened
    Then no recommendation can be made yet
    And the flag "<flag>" could still be raised
    Examples:
      | question                   | answer     | flag                            |
      | lives-with-partner         | no         | lives-with-victim               |
      | access-to-victim-at-home   | no         | victim-reachable-where-he-joins |
      | people-nearby              | nobody     | victim-reachable-where-he-joins |
      | shares-with-partner        | nothing    | shared-device                   |
      | device-used                | own        | shared-device                   |
      | access-to-partner-accounts | none       | access-to-her-accounts          |
      | checked-without-permission | never      | digital-surveillance            |
      | digital-abuse              | never      | recent-digital-abuse            |
      | harmful-posting            | never      | recent-digital-abuse            |
      | coercive-control           | none-known | ongoing-coercive-control        |
      | stalking-history           | none-known | current-stalking                |
      | partner-view-of-online     | safer      | partner-expects-more-danger     |
      | other-serious-concern      | no         | other-serious-concern-recorded  |

  Scenario Outline: His concerning word counts at once (<question>)
    Given "<question>" is answered "<answer>" by client
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "<flag>" is raised
    Examples:
      | question                   | answer              | flag                            |
      | lives-with-partner         | yes                 | lives-with-victim               |
      | access-to-victim-at-home   | yes                 | victim-reachable-where-he-joins |
      | people-nearby              | partner             | victim-reachable-where-he-joins |
      | shares-with-partner        | device              | shared-device                   |
      | device-used                | shared-with-partner | shared-device                   |
      | access-to-partner-accounts | current-or-sought   | access-to-her-accounts          |
      | checked-without-permission | recent              | digital-surveillance            |
      | digital-abuse              | recent              | recent-digital-abuse            |
      | harmful-posting            | recent              | recent-digital-abuse            |
      | coercive-control           | ongoing             | ongoing-coercive-control        |
      | stalking-history           | current             | current-stalking                |
      | partner-view-of-online     | less-safe           | partner-expects-more-danger     |
      | other-serious-concern      | yes                 | other-serious-concern-recorded  |

  Scenario: His reassuring word is confirmed by somebody who could know
    Given the answers
      | question            | answer  | source       |
      | shares-with-partner | nothing | client       |
      | shares-with-partner | nothing | practitioner |
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "shared-device" is not raised
    And the rule "abuse-accounts-differ-or-open" does not apply

  Scenario: What he admits leaves more possible, until somebody who could know has spoken
    Given "stalking-history" is answered "past" by client
    When the case is screened
    Then no recommendation can be made yet
    And the flag "past-stalking" is raised
    And the flag "current-stalking" could still be raised

  # -- More than one source

  Scenario: The most concerning answer governs, however many say otherwise
    Given the answers
      | question         | answer     | source       |
      | stalking-history | none-known | client       |
      | stalking-history | none-known | practitioner |
      | stalking-history | none-known | court        |
      | stalking-history | current    | police       |
    When the case is screened
    Then the recommendation is against online delivery
    And the report shows that the sources disagree about "stalking-history"

  Scenario: A later reassurance does not take back an earlier concern
    Given the answers
      | question               | answer    | source          | on         |
      | partner-view-of-online | less-safe | partner-support | 2026-11-09 |
      | partner-view-of-online | safer     | partner         | 2026-11-20 |
    When the case is screened
    Then the recommendation is against online delivery
    And the report shows that the sources disagree about "partner-view-of-online"

  Scenario: Two who are near him name different people, and all of them count
    Given the answers
      | question      | answer       | source          |
      | people-nearby | other-adults | practitioner    |
      | people-nearby | children     | partner-support |
    When the case is screened
    Then the recommendation is online with conditions
    And the safeguard "children-cared-for" is called for
    And the safeguard "room-shown-on-camera" is called for
    And the report shows that the sources disagree about "people-nearby"

  Scenario: Without her word the case would still be open, and the report says so
    Given "lives-with-partner" is answered "no" by client
    And the answers
      | question         | answer     | source          |
      | coercive-control | none-known | practitioner    |
      | coercive-control | ongoing    | partner-support |
    When the case is screened
    Then the recommendation is against online delivery
    And the report warns that only the partner's side decides
    And the client's copy does not mention "coercive-control"

  # -- Time

  Scenario Outline: An answer holds for as long as the question allows (<question>, <weeks> weeks ago)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "<flag>" is not raised
    And "<question>" need not be found out
    Examples:
      | question                   | answer     | source          | weeks | flag                            |
      | lives-with-partner         | no         | practitioner    | 4     | lives-with-victim               |
      | access-to-victim-at-home   | no         | practitioner    | 4     | victim-reachable-where-he-joins |
      | people-nearby              | nobody     | practitioner    | 4     | victim-reachable-where-he-joins |
      | private-space              | yes        | practitioner    | 4     | no-privacy-where-he-joins       |
      | overheard-or-influenced    | no         | practitioner    | 4     | no-privacy-where-he-joins       |
      | joins-from                 | own-home   | practitioner    | 4     | no-privacy-where-he-joins       |
      | coercive-control           | none-known | practitioner    | 4     | ongoing-coercive-control        |
      | stalking-history           | none-known | practitioner    | 4     | current-stalking                |
      | other-serious-concern      | no         | practitioner    | 4     | other-serious-concern-recorded  |
      | partner-view-of-online     | safer      | partner-support | 8     | partner-expects-more-danger     |
      | shares-with-partner        | nothing    | practitioner    | 8     | shared-device                   |
      | device-used                | own        | practitioner    | 8     | shared-device                   |
      | access-to-partner-accounts | none       | partner-support | 8     | access-to-her-accounts          |
      | checked-without-permission | never      | partner-support | 8     | digital-surveillance            |
      | digital-abuse              | never      | partner-support | 8     | recent-digital-abuse            |
      | harmful-posting            | never      | partner-support | 8     | recent-digital-abuse            |
      | when-one-wants-privacy     | respected  | client          | 8     | control-defended                |
      | respectful-communication   | described  | client          | 8     | control-defended                |
      | role-reversal              | empathises | client          | 8     | control-defended                |
      | online-expectations        | access     | client          | 8     | ease-or-less-challenge-sought   |
      | digital-literacy           | sufficient | practitioner    | 8     | technical-help-needed           |
      | partner-support-contact    | in-place   | partner-support | 8     | partner-support-not-running     |
      | requested-online-by        | service    | referrer        | 52    | client-asks-for-online          |
      | reason-for-online          | access     | referrer        | 52    | ease-or-less-challenge-sought   |

  Scenario Outline: An answer that has grown old no longer reassures (<question>, <weeks> weeks ago)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised
    Examples:
      | question                   | answer     | source          | weeks | flag                            |
      | lives-with-partner         | no         | practitioner    | 5     | lives-with-victim               |
      | access-to-victim-at-home   | no         | practitioner    | 5     | victim-reachable-where-he-joins |
      | people-nearby              | nobody     | practitioner    | 5     | victim-reachable-where-he-joins |
      | private-space              | yes        | practitioner    | 5     | no-privacy-where-he-joins       |
      | overheard-or-influenced    | no         | practitioner    | 5     | no-privacy-where-he-joins       |
      | joins-from                 | own-home   | practitioner    | 5     | no-privacy-where-he-joins       |
      | coercive-control           | none-known | practitioner    | 5     | ongoing-coercive-control        |
      | stalking-history           | none-known | practitioner    | 5     | current-stalking                |
      | other-serious-concern      | no         | practitioner    | 5     | other-serious-concern-recorded  |
      | partner-view-of-online     | safer      | partner-support | 9     | partner-expects-more-danger     |
      | shares-with-partner        | nothing    | practitioner    | 9     | shared-device                   |
      | device-used                | own        | practitioner    | 9     | shared-device                   |
      | access-to-partner-accounts | none       | partner-support | 9     | access-to-her-accounts          |
      | checked-without-permission | never      | partner-support | 9     | digital-surveillance            |
      | digital-abuse              | never      | partner-support | 9     | recent-digital-abuse            |
      | harmful-posting            | never      | partner-support | 9     | recent-digital-abuse            |
      | when-one-wants-privacy     | respected  | client          | 9     | control-defended                |
      | respectful-communication   | described  | client          | 9     | control-defended                |
      | role-reversal              | empathises | client          | 9     | control-defended                |
      | online-expectations        | access     | client          | 9     | ease-or-less-challenge-sought   |
      | digital-literacy           | sufficient | practitioner    | 9     | technical-help-needed           |
      | partner-support-contact    | in-place   | partner-support | 9     | partner-support-not-running     |

  Scenario Outline: What he wants and what worries him is asked again in time (<question>, <weeks> weeks ago)
    Given "<question>" was answered "<answer>" by client <weeks> weeks ago
    When the case is screened
    Then the recommendation is online with conditions
    And the safeguard "opening-conversation" is <called>
    Examples:
      | question              | answer | weeks | called                         |
      | motivation            | change | 8     | not called for                 |
      | motivation            | change | 9     | called for until more is known |
      | concerns-about-online | no     | 8     | not called for                 |
      | concerns-about-online | no     | 9     | called for until more is known |

  Scenario Outline: What he did with it is asked again in time (<question>, <weeks> weeks ago)
    Given "<earlier>" is answered "past" by partner-support
    And "<question>" was answered "<answer>" by partner-support <weeks> weeks ago
    When the case is screened
    Then the recommendation is online with conditions
    And the rule "abuse-accounts-differ-or-open" <applies>
    Examples:
      | earlier                    | question              | answer    | weeks | applies        |
      | access-to-partner-accounts | use-of-access         | practical | 8     | does not apply |
      | access-to-partner-accounts | use-of-access         | practical | 9     | applies        |
      | checked-without-permission | use-of-what-was-found | nothing   | 52    | does not apply |
      | checked-without-permission | use-of-what-was-found | nothing   | 53    | applies        |

  Scenario: A concern that has grown old still counts
    Given "stalking-history" was answered "current" by police 30 weeks ago
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "current-stalking" is raised by "stalking-goes-on"

  Scenario: A fresh reassurance does not take back an old concern
    Given the answers
      | question         | answer     | source       | on         |
      | coercive-control | ongoing    | police       | 2026-05-04 |
      | coercive-control | none-known | practitioner | 2026-11-20 |
    When the case is screened
    Then the recommendation is against online delivery
    And the report shows that the sources disagree about "coercive-control"

  Scenario: The same answer, given again, is fresh again
    Given the answers
      | question           | answer | source       | on         |
      | lives-with-partner | no     | practitioner | 2026-07-06 |
      | lives-with-partner | no     | practitioner | 2026-11-20 |
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "lives-with-victim" is not raised

  # -- What does not apply

  Scenario: He never had access, so nobody needs to say what he did with it
    Given "access-to-partner-accounts" is answered "none" by partner-support
    And "use-of-access" is not answered
    When the case is screened
    Then the recommendation is online with conditions
    And the rule "uses-access-to-watch-her" does not apply
    And the flag "past-digital-abuse" is not raised
    And "use-of-access" need not be found out

  Scenario: He never looked, so nobody needs to say what he did with what he found
    Given "checked-without-permission" is answered "never" by partner-support
    And "use-of-what-was-found" is not answered
    And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "digital-surveillance" is not raised
    And "use-of-what-was-found" need not be found out

  Scenario: Only he says that he never had access, so what he did with it stays open too
    Given "access-to-partner-accounts" is answered "none" by client
    And "use-of-access" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And the flag "digital-surveillance" could still be raised
    And "use-of-access" is to be found out from partner-support

  Scenario: Somebody who could know says that a question does not apply
    Given partner-support says that "use-of-what-was-found" does not apply
    And "checked-without-permission" is answered "past" by partner-support
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "past-stalking" is not raised

  Scenario: That he says a question does not apply leaves it open
    Given client says that "use-of-what-was-found" does not apply
    And "checked-without-permission" is answered "past" by partner-support
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "past-stalking" could still be raised

  Scenario: One says that it does not apply, another says what he did
    Given "checked-without-permission" is answered "past" by police
    And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
    And the answers
      | question              | answer                 | source    |
      | use-of-what-was-found | not-applicable         | probation |
      | use-of-what-was-found | threatened-or-followed | partner   |
    When the case is screened
    Then the recommendation is against online delivery
    And the flag "digital-surveillance" is raised by "pursued-her-and-still-can"
    And the report shows that the sources disagree about "use-of-what-was-found"

  # -- Her silence

  Scenario Outline: She does not want to say, and that is never read as no concern (<source>)
    Given <source> declined to answer "partner-view-of-online"
    When the case is screened
    Then no recommendation can be made yet
    And the flag "partner-expects-more-danger" could still be raised
    And nobody is left to ask about "partner-view-of-online"
    And the report warns that only the partner's side can settle what is open
    And the client's copy does not mention "partner-view-of-online"
    Examples:
      | source          |
      | partner         |
      | partner-support |

  Scenario: She could not be reached, and that is never read as no concern
    Given the answers
      | question               | answer    | source          |
      | partner-view-of-online | not-asked | partner-support |
    When the case is screened
    Then no recommendation can be made yet
    And the flag "partner-expects-more-danger" could still be raised

  Scenario: She does not want to speak about accounts, and others are asked instead
    Given partner declined to answer "shares-with-partner"
    When the case is screened
    Then no recommendation can be made yet
    And "shares-with-partner" is to be found out from practitioner
    And "shares-with-partner" is not to be asked of partner
    And "shares-with-partner" is not to be asked of partner-support

  # -- What is always there

  Scenario Outline: The safeguards of every online case are there, whatever the recommendation (<answer> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then <recommendation>
    And the safeguard "alone-check" is called for
    And the safeguard "location-and-callback" is called for
    And the safeguard "partner-safety-check" is called for
    And the safeguard "partner-support-told-before-the-start" is called for
    And the safeguard "technical-failure-plan" is called for
    And the safeguard "no-recording" is called for
    And the safeguard "participation-agreement" is called for
    And the safeguard "digital-conduct-agreement" is called for
    And the safeguard "review-date" is called for
    Examples:
      | question         | answer     | source       | recommendation                                |
      | stalking-history | none-known | practitioner | the recommendation is online with conditions  |
      | stalking-history | none-known | client       | no recommendation can be made yet             |
      | stalking-history | current    | practitioner | the recommendation is against online delivery |

  Scenario: Nothing of concern is known, and there are conditions all the same
    When the case is screened
    Then the recommendation is online with conditions
    And the safeguard "alone-check" is called for
    And the safeguard "review-date" is called for
    And the safeguard "accounts-weighed" is not called for
