Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. Others are heard and written down, and the question stays open. His own reassuring word is
  never enough where a question bears on exclusion. It does not rest on her to say that there is no control or stalking,
  nor to watch his room.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "<flag>" is not raised
    And "<question>" need not be found out

    Examples: Whom he lives with
      | question           | answer | source           | flag              |
      | lives-with-partner | no     | partner          | lives-with-victim |
      | lives-with-partner | no     | partner-support  | lives-with-victim |
      | lives-with-partner | no     | police           | lives-with-victim |
      | lives-with-partner | no     | probation        | lives-with-victim |
      | lives-with-partner | no     | child-protection | lives-with-victim |
      | lives-with-partner | no     | practitioner     | lives-with-victim |

    Examples: Whether he can reach her
      | question                 | answer | source           | flag                            |
      | access-to-victim-at-home | no     | partner          | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | partner-support  | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | police           | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | probation        | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | child-protection | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | practitioner     | victim-reachable-where-he-joins |

    Examples: Who is near
      | question      | answer | source           | flag                            |
      | people-nearby | nobody | partner-support  | victim-reachable-where-he-joins |
      | people-nearby | nobody | child-protection | victim-reachable-where-he-joins |
      | people-nearby | nobody | probation        | victim-reachable-where-he-joins |
      | people-nearby | nobody | practitioner     | victim-reachable-where-he-joins |

    Examples: Whether he has a room to himself
      | question      | answer | source           | flag                      |
      | private-space | yes    | child-protection | no-privacy-where-he-joins |
      | private-space | yes    | probation        | no-privacy-where-he-joins |
      | private-space | yes    | practitioner     | no-privacy-where-he-joins |

    Examples: Where he joins from
      | question   | answer   | source       | flag                      |
      | joins-from | own-home | probation    | no-privacy-where-he-joins |
      | joins-from | own-home | referrer     | no-privacy-where-he-joins |
      | joins-from | own-home | practitioner | no-privacy-where-he-joins |

    Examples: Whether he is overheard
      | question                | answer | source           | flag                      |
      | overheard-or-influenced | no     | child-protection | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | probation        | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | practitioner     | no-privacy-where-he-joins |

    Examples: What they share
      | question            | answer  | source          | flag          |
      | shares-with-partner | nothing | partner         | shared-device |
      | shares-with-partner | nothing | partner-support | shared-device |
      | shares-with-partner | nothing | practitioner    | shared-device |

    Examples: Whose device it is
      | question    | answer | source          | flag          |
      | device-used | own    | partner         | shared-device |
      | device-used | own    | partner-support | shared-device |
      | device-used | own    | probation       | shared-device |
      | device-used | own    | practitioner    | shared-device |
      | device-used | own    | programme       | shared-device |

    Examples: Whether he can take part technically
      | question         | answer     | source       | flag                  |
      | digital-literacy | sufficient | practitioner | technical-help-needed |
      | digital-literacy | sufficient | programme    | technical-help-needed |
      | digital-literacy | sufficient | referrer     | technical-help-needed |

    Examples: Whether he has access to her accounts
      | question                   | answer | source           | flag                   |
      | access-to-partner-accounts | none   | partner          | access-to-her-accounts |
      | access-to-partner-accounts | none   | partner-support  | access-to-her-accounts |
      | access-to-partner-accounts | none   | police           | access-to-her-accounts |
      | access-to-partner-accounts | none   | child-protection | access-to-her-accounts |

    Examples: Whether he looked without her agreement
      | question                   | answer | source           | flag                 |
      | checked-without-permission | never  | partner          | digital-surveillance |
      | checked-without-permission | never  | partner-support  | digital-surveillance |
      | checked-without-permission | never  | police           | digital-surveillance |
      | checked-without-permission | never  | child-protection | digital-surveillance |

    Examples: Whether he used phones or the internet against her
      | question      | answer | source           | flag                 |
      | digital-abuse | never  | partner          | recent-digital-abuse |
      | digital-abuse | never  | partner-support  | recent-digital-abuse |
      | digital-abuse | never  | police           | recent-digital-abuse |
      | digital-abuse | never  | probation        | recent-digital-abuse |
      | digital-abuse | never  | child-protection | recent-digital-abuse |

    Examples: Whether he posted about her
      | question        | answer | source           | flag                 |
      | harmful-posting | never  | partner          | recent-digital-abuse |
      | harmful-posting | never  | partner-support  | recent-digital-abuse |
      | harmful-posting | never  | police           | recent-digital-abuse |
      | harmful-posting | never  | probation        | recent-digital-abuse |
      | harmful-posting | never  | child-protection | recent-digital-abuse |

    Examples: Whether there is a pattern of control
      | question         | answer     | source          | flag                     |
      | coercive-control | none-known | practitioner    | ongoing-coercive-control |
      | coercive-control | none-known | partner-support | ongoing-coercive-control |

    Examples: Whether he stalked
      | question         | answer     | source          | flag             |
      | stalking-history | none-known | practitioner    | current-stalking |
      | stalking-history | none-known | partner-support | current-stalking |

    Examples: Whether there is any other concern
      | question              | answer | source       | flag                           |
      | other-serious-concern | no     | practitioner | other-serious-concern-recorded |

    Examples: What she expects
      | question               | answer | source          | flag                        |
      | partner-view-of-online | safer  | partner         | partner-expects-more-danger |
      | partner-view-of-online | safer  | partner-support | partner-expects-more-danger |

    Examples: Whether support for her runs
      | question                | answer   | source          | flag                        |
      | partner-support-contact | in-place | partner-support | partner-support-not-running |

    Examples: Who asked
      | question            | answer  | source       | flag                   |
      | requested-online-by | service | practitioner | client-asks-for-online |
      | requested-online-by | service | programme    | client-asks-for-online |
      | requested-online-by | service | referrer     | client-asks-for-online |
      | requested-online-by | service | court        | client-asks-for-online |
      | requested-online-by | service | probation    | client-asks-for-online |

    Examples: The reason
      | question          | answer | source       | flag                          |
      | reason-for-online | access | practitioner | ease-or-less-challenge-sought |
      | reason-for-online | access | programme    | ease-or-less-challenge-sought |
      | reason-for-online | access | referrer     | ease-or-less-challenge-sought |
      | reason-for-online | access | court        | ease-or-less-challenge-sought |
      | reason-for-online | access | probation    | ease-or-less-challenge-sought |

  Scenario Outline: A reassuring word that leaves the question open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Whom he lives with
      | question           | answer | source    | flag              |
      | lives-with-partner | no     | client    | lives-with-victim |
      | lives-with-partner | no     | court     | lives-with-victim |
      | lives-with-partner | no     | programme | lives-with-victim |
      | lives-with-partner | no     | referrer  | lives-with-victim |

    Examples: Whether he can reach her
      | question                 | answer | source    | flag                            |
      | access-to-victim-at-home | no     | client    | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | court     | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | referrer  | victim-reachable-where-he-joins |
      | access-to-victim-at-home | no     | programme | victim-reachable-where-he-joins |

    Examples: Who is near
      | question      | answer | source    | flag                            |
      | people-nearby | nobody | client    | victim-reachable-where-he-joins |
      | people-nearby | nobody | police    | victim-reachable-where-he-joins |
      | people-nearby | nobody | court     | victim-reachable-where-he-joins |
      | people-nearby | nobody | referrer  | victim-reachable-where-he-joins |
      | people-nearby | nobody | programme | victim-reachable-where-he-joins |
      | people-nearby | nobody | partner   | victim-reachable-where-he-joins |

    Examples: Whether he has a room to himself
      | question      | answer | source          | flag                      |
      | private-space | yes    | client          | no-privacy-where-he-joins |
      | private-space | yes    | police          | no-privacy-where-he-joins |
      | private-space | yes    | court           | no-privacy-where-he-joins |
      | private-space | yes    | programme       | no-privacy-where-he-joins |
      | private-space | yes    | partner         | no-privacy-where-he-joins |
      | private-space | yes    | partner-support | no-privacy-where-he-joins |
      | private-space | yes    | referrer        | no-privacy-where-he-joins |

    Examples: Where he joins from
      | question   | answer   | source           | flag                      |
      | joins-from | own-home | client           | no-privacy-where-he-joins |
      | joins-from | own-home | police           | no-privacy-where-he-joins |
      | joins-from | own-home | child-protection | no-privacy-where-he-joins |
      | joins-from | own-home | court            | no-privacy-where-he-joins |
      | joins-from | own-home | programme        | no-privacy-where-he-joins |
      | joins-from | own-home | partner          | no-privacy-where-he-joins |
      | joins-from | own-home | partner-support  | no-privacy-where-he-joins |

    Examples: Whether he is overheard
      | question                | answer | source          | flag                      |
      | overheard-or-influenced | no     | client          | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | police          | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | court           | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | programme       | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | partner         | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | partner-support | no-privacy-where-he-joins |
      | overheard-or-influenced | no     | referrer        | no-privacy-where-he-joins |

    Examples: What they share
      | question            | answer  | source           | flag          |
      | shares-with-partner | nothing | client           | shared-device |
      | shares-with-partner | nothing | police           | shared-device |
      | shares-with-partner | nothing | probation        | shared-device |
      | shares-with-partner | nothing | child-protection | shared-device |
      | shares-with-partner | nothing | court            | shared-device |
      | shares-with-partner | nothing | programme        | shared-device |
      | shares-with-partner | nothing | referrer         | shared-device |

    Examples: Whose device it is
      | question    | answer | source           | flag          |
      | device-used | own    | client           | shared-device |
      | device-used | own    | police           | shared-device |
      | device-used | own    | child-protection | shared-device |
      | device-used | own    | court            | shared-device |
      | device-used | own    | referrer         | shared-device |

    Examples: Whether he can take part technically
      | question         | answer     | source           | flag                  |
      | digital-literacy | sufficient | client           | technical-help-needed |
      | digital-literacy | sufficient | partner          | technical-help-needed |
      | digital-literacy | sufficient | partner-support  | technical-help-needed |
      | digital-literacy | sufficient | police           | technical-help-needed |
      | digital-literacy | sufficient | probation        | technical-help-needed |
      | digital-literacy | sufficient | child-protection | technical-help-needed |
      | digital-literacy | sufficient | court            | technical-help-needed |

    Examples: Whether he has access to her accounts
      | question                   | answer | source       | flag                   |
      | access-to-partner-accounts | none   | client       | access-to-her-accounts |
      | access-to-partner-accounts | none   | court        | access-to-her-accounts |
      | access-to-partner-accounts | none   | referrer     | access-to-her-accounts |
      | access-to-partner-accounts | none   | practitioner | access-to-her-accounts |
      | access-to-partner-accounts | none   | programme    | access-to-her-accounts |
      | access-to-partner-accounts | none   | probation    | access-to-her-accounts |

    Examples: Whether he looked without her agreement
      | question                   | answer | source       | flag                 |
      | checked-without-permission | never  | client       | digital-surveillance |
      | checked-without-permission | never  | court        | digital-surveillance |
      | checked-without-permission | never  | referrer     | digital-surveillance |
      | checked-without-permission | never  | practitioner | digital-surveillance |
      | checked-without-permission | never  | programme    | digital-surveillance |
      | checked-without-permission | never  | probation    | digital-surveillance |

    Examples: Whether he used phones or the internet against her
      | question      | answer | source       | flag                 |
      | digital-abuse | never  | client       | recent-digital-abuse |
      | digital-abuse | never  | referrer     | recent-digital-abuse |
      | digital-abuse | never  | practitioner | recent-digital-abuse |
      | digital-abuse | never  | programme    | recent-digital-abuse |
      | digital-abuse | never  | court        | recent-digital-abuse |

    Examples: Whether he posted about her
      | question        | answer | source       | flag                 |
      | harmful-posting | never  | client       | recent-digital-abuse |
      | harmful-posting | never  | referrer     | recent-digital-abuse |
      | harmful-posting | never  | practitioner | recent-digital-abuse |
      | harmful-posting | never  | programme    | recent-digital-abuse |
      | harmful-posting | never  | court        | recent-digital-abuse |

    Examples: Whether there is a pattern of control
      | question         | answer     | source           | flag                     |
      | coercive-control | none-known | client           | ongoing-coercive-control |
      | coercive-control | none-known | partner          | ongoing-coercive-control |
      | coercive-control | none-known | referrer         | ongoing-coercive-control |
      | coercive-control | none-known | programme        | ongoing-coercive-control |
      | coercive-control | none-known | police           | ongoing-coercive-control |
      | coercive-control | none-known | probation        | ongoing-coercive-control |
      | coercive-control | none-known | child-protection | ongoing-coercive-control |
      | coercive-control | none-known | court            | ongoing-coercive-control |

    Examples: Whether he stalked
      | question         | answer     | source           | flag             |
      | stalking-history | none-known | client           | current-stalking |
      | stalking-history | none-known | partner          | current-stalking |
      | stalking-history | none-known | referrer         | current-stalking |
      | stalking-history | none-known | programme        | current-stalking |
      | stalking-history | none-known | police           | current-stalking |
      | stalking-history | none-known | probation        | current-stalking |
      | stalking-history | none-known | child-protection | current-stalking |
      | stalking-history | none-known | court            | current-stalking |

    Examples: Whether there is any other concern
      | question              | answer | source           | flag                           |
      | other-serious-concern | no     | client           | other-serious-concern-recorded |
      | other-serious-concern | no     | partner          | other-serious-concern-recorded |
      | other-serious-concern | no     | partner-support  | other-serious-concern-recorded |
      | other-serious-concern | no     | police           | other-serious-concern-recorded |
      | other-serious-concern | no     | probation        | other-serious-concern-recorded |
      | other-serious-concern | no     | child-protection | other-serious-concern-recorded |
      | other-serious-concern | no     | court            | other-serious-concern-recorded |
      | other-serious-concern | no     | referrer         | other-serious-concern-recorded |
      | other-serious-concern | no     | programme        | other-serious-concern-recorded |

    Examples: What she expects
      | question               | answer | source           | flag                        |
      | partner-view-of-online | safer  | client           | partner-expects-more-danger |
      | partner-view-of-online | safer  | police           | partner-expects-more-danger |
      | partner-view-of-online | safer  | probation        | partner-expects-more-danger |
      | partner-view-of-online | safer  | child-protection | partner-expects-more-danger |
      | partner-view-of-online | safer  | court            | partner-expects-more-danger |
      | partner-view-of-online | safer  | referrer         | partner-expects-more-danger |
      | partner-view-of-online | safer  | practitioner     | partner-expects-more-danger |
      | partner-view-of-online | safer  | programme        | partner-expects-more-danger |

    Examples: Whether support for her runs
      | question                | answer   | source           | flag                        |
      | partner-support-contact | in-place | client           | partner-support-not-running |
      | partner-support-contact | in-place | partner          | partner-support-not-running |
      | partner-support-contact | in-place | police           | partner-support-not-running |
      | partner-support-contact | in-place | probation        | partner-support-not-running |
      | partner-support-contact | in-place | child-protection | partner-support-not-running |
      | partner-support-contact | in-place | court            | partner-support-not-running |
      | partner-support-contact | in-place | referrer         | partner-support-not-running |
      | partner-support-contact | in-place | programme        | partner-support-not-running |
      | partner-support-contact | in-place | practitioner     | partner-support-not-running |

    Examples: Who asked
      | question            | answer  | source           | flag                   |
      | requested-online-by | service | client           | client-asks-for-online |
      | requested-online-by | service | partner          | client-asks-for-online |
      | requested-online-by | service | partner-support  | client-asks-for-online |
      | requested-online-by | service | police           | client-asks-for-online |
      | requested-online-by | service | child-protection | client-asks-for-online |

    Examples: The reason
      | question          | answer | source           | flag                          |
      | reason-for-online | access | client           | ease-or-less-challenge-sought |
      | reason-for-online | access | partner          | ease-or-less-challenge-sought |
      | reason-for-online | access | partner-support  | ease-or-less-challenge-sought |
      | reason-for-online | access | police           | ease-or-less-challenge-sought |
      | reason-for-online | access | child-protection | ease-or-less-challenge-sought |

  Scenario Outline: What he did with access that has ended is settled (<source>)
    Given "access-to-partner-accounts" is answered "past" by partner-support
    And "use-of-access" is answered "not-used" by <source>
    When the case is screened
    Then the flag "past-digital-abuse" is not raised
    Examples:
      | source           |
      | partner          |
      | partner-support  |
      | police           |
      | probation        |
      | child-protection |

  Scenario Outline: What he did with access that has ended is not settled (<source>)
    Given "access-to-partner-accounts" is answered "past" by partner-support
    And "use-of-access" is answered "not-used" by <source>
    When the case is screened
    Then the flag "past-digital-abuse" could still be raised
    Examples:
      | source       |
      | client       |
      | court        |
      | referrer     |
      | practitioner |
      | programme    |

  Scenario Outline: What he did with what he found is settled (<source>)
    Given "checked-without-permission" is answered "past" by partner-support
    And "use-of-what-was-found" is answered "nothing" by <source>
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "past-stalking" is not raised
    Examples:
      | source           |
      | partner          |
      | partner-support  |
      | police           |
      | probation        |
      | child-protection |

  Scenario Outline: What he did with what he found is not settled (<source>)
    Given "checked-without-permission" is answered "past" by partner-support
    And "use-of-what-was-found" is answered "nothing" by <source>
    When the case is screened
    Then the recommendation is online with conditions
    And the flag "past-stalking" could still be raised
    Examples:
      | source       |
      | client       |
      | court        |
      | referrer     |
      | practitioner |
      | programme    |

  Scenario Outline: What bears on no exclusion is taken at his word (<question>)
    Given "<question>" is answered "<answer>" by client
    When the case is screened
    Then the recommendation is online with conditions
    And the safeguard "<safeguard>" is not called for
    And "<question>" need not be found out
    Examples:
      | question                 | answer     | safeguard               |
      | when-one-wants-privacy   | respected  | digital-boundaries-work |
      | respectful-communication | described  | digital-boundaries-work |
      | role-reversal            | empathises | digital-boundaries-work |
      | motivation               | change     | opening-conversation    |
      | concerns-about-online    | no         | opening-conversation    |
      | online-expectations      | access     | reasons-talked-through  |
