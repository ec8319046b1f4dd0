Feature: Where he lives, where he joins from, and who is near
  How close she is to a session, who else may hear, and whether there is a door to close.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:lives-with-her
  Rule: Living with the (ex-)partner he was violent towards speaks against online delivery

    Scenario Outline: They live together, whoever says so (<source>)
      Given "lives-with-partner" is answered "yes" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "lives-with-victim" is raised by "lives-with-her"
      And no safeguard would resolve the flag "lives-with-victim"
      Examples:
        | source          |
        | client          |
        | partner-support |
        | police          |

    Scenario: A room elsewhere changes where he sits, not where he goes afterwards
      Given "lives-with-partner" is answered "yes" by referrer
      And "joins-from" is answered "partner-agency-room" by client
      And "access-to-victim-at-home" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "lives-with-victim" is raised by "lives-with-her"
      And the flag "victim-reachable-where-he-joins" is not raised

    Scenario Outline: They do not live together for good (<answer>)
      Given "lives-with-partner" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "lives-with-her" does not apply
      And the flag "lives-with-victim" is not raised
      Examples:
        | answer          |
        | no              |
        | another-partner |

    Scenario Outline: He says that he lives alone, and nobody has confirmed it (ask <source>)
      Given "lives-with-partner" is answered "no" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "lives-with-victim" could still be raised
      And "lives-with-partner" is to be found out from <source>
      Examples:
        | source           |
        | partner-support  |
        | child-protection |

    Scenario: He says that he has moved out, she says that he is there every night
      Given the answers
        | question           | answer | source  |
        | lives-with-partner | no     | client  |
        | lives-with-partner | yes    | partner |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "lives-with-her" applies
      And the report shows that the sources disagree about "lives-with-partner"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "lives-with-partner"

  @rule:can-reach-her-where-he-joins
  Rule: Being able to reach her from where he joins speaks against online delivery

    Scenario Outline: She is within reach, or close by at the hour (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "victim-reachable-where-he-joins" is raised by "can-reach-her-where-he-joins"
      And the flag "victim-reachable-where-he-joins" would be resolved by "room-at-partner-agency"
      Examples:
        | question                 | answer            |
        | access-to-victim-at-home | yes               |
        | people-nearby            | partner           |
        | people-nearby            | children, partner |

    Scenario Outline: She is not within reach, and not close by (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "can-reach-her-where-he-joins" does not apply
      And the flag "victim-reachable-where-he-joins" is not raised
      Examples:
        | question                 | answer                 |
        | access-to-victim-at-home | no                     |
        | access-to-victim-at-home | at-times               |
        | people-nearby            | nobody                 |
        | people-nearby            | other-adults, children |

    Scenario Outline: It is not known how near she is (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "can-reach-her-where-he-joins" applies
      And "<question>" is to be found out from <source>
      Examples:
        | question                 | source          |
        | access-to-victim-at-home | practitioner    |
        | access-to-victim-at-home | partner-support |
        | people-nearby            | practitioner    |
        | people-nearby            | partner-support |

    Scenario: He names a flatmate only, and nobody has confirmed who else is near
      Given "people-nearby" is answered "other-adults" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "can-reach-her-where-he-joins" applies

    Scenario: The practitioner holds her to be out of reach, she is in the next building
      Given the answers
        | question                 | answer | source       |
        | access-to-victim-at-home | no     | practitioner |
        | access-to-victim-at-home | yes    | partner      |
      When the case is screened
      Then the recommendation is against online delivery
      And the report shows that the sources disagree about "access-to-victim-at-home"
      And the client's copy does not mention "access-to-victim-at-home"

    Scenario: He names nobody nearby, probation met her at the door
      Given the answers
        | question      | answer  | source    |
        | people-nearby | nobody  | client    |
        | people-nearby | partner | probation |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "victim-reachable-where-he-joins" is raised by "can-reach-her-where-he-joins"
      And the report shows that the sources disagree about "people-nearby"

  @rule:household-shared-part-time
  Rule: A household shared all or part of the time speaks against online delivery

    Scenario Outline: They share it at weekends or always, whether or not she can be reached from his place (<lives> - <access>)
      Given "lives-with-partner" is answered "<lives>" by partner-support
      And "access-to-victim-at-home" is answered "<access>" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "lives-with-victim" is raised by "household-shared-part-time"
      And no safeguard would resolve the flag "lives-with-victim"
      Examples:
        | lives     | access   |
        | part-time | no       |
        | part-time | at-times |
        | yes       | at-times |

    Scenario: A room at a partner agency does not change where he goes at the weekend
      Given "lives-with-partner" is answered "part-time" by client
      And "joins-from" is answered "partner-agency-room" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "lives-with-victim" is raised by "household-shared-part-time"

    Scenario Outline: They share no household, and she can be reached at times (<lives>)
      Given "lives-with-partner" is answered "<lives>" by partner-support
      And "access-to-victim-at-home" is answered "at-times" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "household-shared-part-time" does not apply
      And the flag "lives-with-victim" is not raised
      Examples:
        | lives           |
        | another-partner |
        | no              |

    Scenario: Only he says that they live apart
      Given "lives-with-partner" is answered "no" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "household-shared-part-time" applies
      And "lives-with-partner" is to be found out from child-protection

    Scenario: He speaks of separate flats, child protection of weekends together
      Given the answers
        | question           | answer    | source           |
        | lives-with-partner | no        | client           |
        | lives-with-partner | part-time | child-protection |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "lives-with-victim" is raised by "household-shared-part-time"
      And the report shows that the sources disagree about "lives-with-partner"

  @rule:reachable-and-not-private
  Rule: Reachable at times, and no place where he is not overheard, speaks against online delivery

    Scenario Outline: Times are set, and there is no door (<access> - <question>)
      Given "access-to-victim-at-home" is answered "<access>" by practitioner
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "victim-reachable-where-he-joins" is raised by "reachable-and-not-private"
      And the flag "victim-reachable-where-he-joins" would be resolved by "room-at-partner-agency"
      Examples:
        | access   | question                | answer |
        | at-times | private-space           | no     |
        | at-times | overheard-or-influenced | yes    |
        | yes      | private-space           | no     |

    Scenario Outline: She is out of reach, or there is some privacy (<access> - <question> - <answer>)
      Given "access-to-victim-at-home" is answered "<access>" by practitioner
      And "<question>" is answered "<answer>" by probation
      When the case is screened
      Then <recommendation>
      And the rule "reachable-and-not-private" does not apply
      Examples:
        | access   | question                | answer    | recommendation                                |
        | no       | private-space           | no        | the recommendation is against online delivery |
        | no       | overheard-or-influenced | yes       | the recommendation is against online delivery |
        | at-times | private-space           | sometimes | the recommendation is online with conditions  |
        | at-times | overheard-or-influenced | possibly  | the recommendation is online with conditions  |
        | at-times | private-space           | yes       | the recommendation is online with conditions  |

    Scenario Outline: She can be reached at times, and only he says that he is undisturbed (<question>)
      Given "access-to-victim-at-home" is answered "at-times" by partner-support
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "reachable-and-not-private" applies
      And "<question>" is to be found out from practitioner
      Examples:
        | question                | answer |
        | private-space           | yes    |
        | overheard-or-influenced | no     |

    Scenario: He has no room, and nobody has said whether she can be reached
      Given "private-space" is answered "no" by client
      And "access-to-victim-at-home" is not answered
      When the case is screened
      Then it is unknown whether the rule "reachable-and-not-private" applies

    Scenario: He describes a study with a door, child protection saw a bed in the kitchen
      Given "access-to-victim-at-home" is answered "at-times" by practitioner
      And the answers
        | question      | answer | source           |
        | private-space | yes    | client           |
        | private-space | no     | child-protection |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "victim-reachable-where-he-joins" is raised by "reachable-and-not-private"
      And the report shows that the sources disagree about "private-space"

  @rule:place-known-not-private
  Rule: A place at which somebody is known to hear, watch or come in speaks against online delivery

    Scenario Outline: There is no door, or somebody listens, whoever says so (<question> by <source>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "no-private-place" is raised by "place-known-not-private"
      And the flag "no-private-place" would be resolved by "room-at-partner-agency"
      And the flag "no-private-place" names who must be told at once
      Examples:
        | question                | answer | source       |
        | private-space           | no     | client       |
        | private-space           | no     | partner      |
        | overheard-or-influenced | yes    | client       |
        | overheard-or-influenced | yes    | practitioner |

    Scenario Outline: It is private some of the time, or nobody is known to hear (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "place-known-not-private" does not apply
      And the flag "no-private-place" is not raised
      Examples:
        | question                | answer    |
        | private-space           | yes       |
        | private-space           | sometimes |
        | overheard-or-influenced | no        |
        | overheard-or-influenced | possibly  |

    Scenario Outline: Only he says so, and she is not asked to watch his room (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "place-known-not-private" applies
      And the flag "no-private-place" could still be raised
      And "<question>" is to be found out from practitioner
      And "<question>" is not to be asked of partner
      And "<question>" is not to be asked of partner-support
      Examples:
        | question                | answer |
        | private-space           | yes    |
        | overheard-or-influenced | no     |

    Scenario: He speaks of a quiet room, the practitioner heard somebody answer for him
      Given the answers
        | question                | answer | source       |
        | overheard-or-influenced | no     | client       |
        | overheard-or-influenced | yes    | practitioner |
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "place-known-not-private" applies
      And the report shows that the sources disagree about "overheard-or-influenced"

  @rule:home-with-a-partner
  Rule: A home shared with a partner, whoever she is, calls for care

    Scenario Outline: A partner lives in the home (<answer>)
      Given "lives-with-partner" is answered "<answer>" by client
      When the case is screened
      Then the flag "home-shared-with-a-partner" is raised by "home-with-a-partner"
      Examples:
        | answer          |
        | another-partner |
        | part-time       |
        | yes             |

    Scenario: Probation knows that he lives with his brother
      Given "lives-with-partner" is answered "no" by probation
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "home-shared-with-a-partner" is not raised

    Scenario: Nobody has asked whom he lives with
      Given "lives-with-partner" is not answered
      When the case is screened
      Then the flag "home-shared-with-a-partner" could still be raised
      And "lives-with-partner" is to be found out from partner-support
      And "lives-with-partner" is to be found out from practitioner

    Scenario: He says that he lives alone, partner support knows of a new partner
      Given the answers
        | question           | answer          | source          |
        | lives-with-partner | no              | client          |
        | lives-with-partner | another-partner | partner-support |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "home-shared-with-a-partner" is raised by "home-with-a-partner"
      And the report shows that the sources disagree about "lives-with-partner"

  @rule:safeguards-for-the-home
  Rule: The partner in the home is offered support and hears nothing of the session

    Scenario: He lives with a new partner
      Given "lives-with-partner" is answered "another-partner" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-the-home" applies
      And the safeguard "support-for-present-partner" is called for
      And the safeguard "headphones-and-screen" is called for

    Scenario: No partner lives with him
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-the-home" does not apply
      And the safeguard "support-for-present-partner" is not called for
      And the safeguard "headphones-and-screen" is not called for

    Scenario: Whom he lives with was last asked two months ago
      Given "lives-with-partner" was answered "no" by practitioner 8 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-for-the-home" applies
      And the safeguard "support-for-present-partner" is called for until more is known
      And the safeguard "headphones-and-screen" is called for until more is known

    Scenario: The referrer knows of no partner, child protection does
      Given the answers
        | question           | answer          | source           |
        | lives-with-partner | no              | referrer         |
        | lives-with-partner | another-partner | child-protection |
      When the case is screened
      Then the safeguard "support-for-present-partner" is called for
      And the report shows that the sources disagree about "lives-with-partner"

  @rule:reachable-at-times
  Rule: Times at which she can be reached call for care

    Scenario Outline: There are hours at which he is near her (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the flag "victim-reachable-at-times" is raised by "reachable-at-times"
      Examples:
        | question                 | answer    |
        | access-to-victim-at-home | at-times  |
        | access-to-victim-at-home | yes       |
        | lives-with-partner       | part-time |
        | lives-with-partner       | yes       |

    Scenario Outline: There are no such hours (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the rule "reachable-at-times" does not apply
      And the flag "victim-reachable-at-times" is not raised
      Examples:
        | question                 | answer          |
        | access-to-victim-at-home | no              |
        | lives-with-partner       | no              |
        | lives-with-partner       | another-partner |

    Scenario Outline: It is not known whether there are such hours (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the flag "victim-reachable-at-times" could still be raised
      And "<question>" is to be found out from partner-support
      Examples:
        | question                 |
        | access-to-victim-at-home |
        | lives-with-partner       |

    Scenario: The practitioner was told that there is no contact, she has him at the door for the children
      Given the answers
        | question                 | answer   | source       |
        | access-to-victim-at-home | no       | practitioner |
        | access-to-victim-at-home | at-times | partner      |
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "victim-reachable-at-times" is raised by "reachable-at-times"
      And the report shows that the sources disagree about "access-to-victim-at-home"

  @rule:safeguards-when-reachable-at-times
  Rule: Where she can be reached at times, sessions are kept apart from contact with her

    Scenario: The children are handed over on Fridays
      Given "access-to-victim-at-home" is answered "at-times" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-when-reachable-at-times" applies
      And the safeguard "session-times-agreed" is called for
      And the safeguard "plan-with-partner-support" is called for
      And the safeguard "room-at-partner-agency" is called for

    Scenario: There is no contact at all
      Given "access-to-victim-at-home" is answered "no" by partner-support
      When the case is screened
      Then the rule "safeguards-when-reachable-at-times" does not apply
      And the safeguard "session-times-agreed" is not called for
      And the safeguard "plan-with-partner-support" is not called for
      And the safeguard "room-at-partner-agency" is not called for

    Scenario: Nobody has said whether there is contact
      Given "access-to-victim-at-home" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-when-reachable-at-times" applies
      And the safeguard "session-times-agreed" is called for until more is known
      And the safeguard "plan-with-partner-support" is called for until more is known
      And the safeguard "room-at-partner-agency" is called for until more is known

    Scenario: He says that there is no contact, the police know of handovers
      Given the answers
        | question                 | answer   | source |
        | access-to-victim-at-home | no       | client |
        | access-to-victim-at-home | at-times | police |
      When the case is screened
      Then the safeguard "session-times-agreed" is called for
      And the report shows that the sources disagree about "access-to-victim-at-home"

  @rule:place-not-private
  Rule: A place that is not private, or not settled, calls for care

    Scenario Outline: He may be heard, watched or disturbed, or the place changes (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the flag "no-privacy-where-he-joins" is raised by "place-not-private"
      Examples:
        | question                | answer            |
        | private-space           | sometimes         |
        | private-space           | no                |
        | overheard-or-influenced | possibly          |
        | overheard-or-influenced | yes               |
        | people-nearby           | other-adults      |
        | people-nearby           | children          |
        | people-nearby           | partner           |
        | joins-from              | another-home      |
        | joins-from              | workplace         |
        | joins-from              | vehicle-or-public |
        | joins-from              | changes           |

    Scenario Outline: The place is his alone for the session (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "place-not-private" does not apply
      And the flag "no-privacy-where-he-joins" is not raised
      Examples:
        | question                | answer              |
        | private-space           | yes                 |
        | overheard-or-influenced | no                  |
        | people-nearby           | nobody              |
        | joins-from              | partner-agency-room |
        | joins-from              | own-home            |

    Scenario Outline: Nobody has asked about the place (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "place-not-private" applies
      And the flag "no-privacy-where-he-joins" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question                | source       |
        | private-space           | practitioner |
        | overheard-or-influenced | practitioner |
        | people-nearby           | practitioner |
        | joins-from              | practitioner |

    Scenario: He says that nobody can hear him, the practitioner heard a television next door
      Given the answers
        | question                | answer   | source       |
        | overheard-or-influenced | no       | client       |
        | overheard-or-influenced | possibly | practitioner |
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "place-not-private" applies
      And the report shows that the sources disagree about "overheard-or-influenced"

  @rule:safeguards-for-privacy
  Rule: Where the place is not private, it is seen beforehand and shielded

    Scenario: Other adults share the flat
      Given "people-nearby" is answered "other-adults" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "safeguards-for-privacy" applies
      And the safeguard "room-shown-on-camera" is called for
      And the safeguard "headphones-and-screen" is called for

    Scenario: He has a room to himself
      When the case is screened
      Then the rule "safeguards-for-privacy" does not apply
      And the safeguard "room-shown-on-camera" is not called for
      And the safeguard "headphones-and-screen" is not called for

    Scenario: Only he says that he has a room to himself
      Given "private-space" is answered "yes" by client
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "safeguards-for-privacy" applies
      And the safeguard "room-shown-on-camera" is called for until more is known
      And the safeguard "headphones-and-screen" is called for until more is known

    Scenario: He names his own home, the practitioner learned that it will be a friend's
      Given the answers
        | question   | answer       | source       |
        | joins-from | own-home     | client       |
        | joins-from | another-home | practitioner |
      When the case is screened
      Then the safeguard "room-shown-on-camera" is called for
      And the report shows that the sources disagree about "joins-from"

  @rule:no-room-at-all
  Rule: Where there is no door to close, he joins from a room at a partner agency

    Scenario Outline: There is no room to himself (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then <recommendation>
      And the rule "no-room-at-all" applies
      And the safeguard "room-at-partner-agency" is called for
      Examples:
        | question      | answer            | recommendation                                |
        | private-space | no                | the recommendation is against online delivery |
        | joins-from    | vehicle-or-public | the recommendation is online with conditions  |
        | joins-from    | changes           | the recommendation is online with conditions  |

    Scenario Outline: There is a room, if not always or not his own (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "no-room-at-all" does not apply
      And the safeguard "room-at-partner-agency" is not called for
      Examples:
        | question      | answer    |
        | private-space | sometimes |
        | private-space | yes       |
        | joins-from    | workplace |
        | joins-from    | own-home  |

    Scenario Outline: It is not known whether there is a room (<question>)
      Given client does not know "<question>"
      When the case is screened
      Then <recommendation>
      And it is unknown whether the rule "no-room-at-all" applies
      And the safeguard "room-at-partner-agency" is called for until more is known
      Examples:
        | question      | recommendation                               |
        | private-space | no recommendation can be made yet            |
        | joins-from    | the recommendation is online with conditions |

    Scenario: He says that he has a room, probation visited and saw none
      Given the answers
        | question      | answer | source    |
        | private-space | yes    | client    |
        | private-space | no     | probation |
      When the case is screened
      Then the rule "no-room-at-all" applies
      And the report shows that the sources disagree about "private-space"

  @rule:children-close-by
  Rule: Children are looked after elsewhere during sessions

    Scenario Outline: Children are near at that hour (<answer>)
      Given "people-nearby" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "children-close-by" applies
      And the safeguard "children-cared-for" is called for
      Examples:
        | answer                 |
        | children               |
        | other-adults, children |
        | children, partner      |

    Scenario Outline: No children are near (<answer>)
      Given "people-nearby" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "children-close-by" does not apply
      And the safeguard "children-cared-for" is not called for
      Examples:
        | answer       |
        | nobody       |
        | other-adults |
        | partner      |

    Scenario: Only he says that nobody is near
      Given "people-nearby" is answered "nobody" by client
      When the case is screened
      Then it is unknown whether the rule "children-close-by" applies
      And the safeguard "children-cared-for" is called for until more is known

    Scenario: He names a flatmate, partner support knows that the children are with him then
      Given the answers
        | question      | answer       | source          |
        | people-nearby | other-adults | client          |
        | people-nearby | children     | partner-support |
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "children-close-by" applies
      And the safeguard "children-cared-for" is called for
      And the report shows that the sources disagree about "people-nearby"
      And the client's copy does not mention "people-nearby"
