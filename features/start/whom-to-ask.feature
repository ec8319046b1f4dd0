Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked again about
  what they declined, and nobody is asked whose word would settle nothing. Where a question bears on her, partner support
  is named, and whether she is asked at all is for partner support and for her to say.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario Outline: Nobody has said, so <source> is to be asked (<question>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples: Where he joins from, and who is there
      | question                 | source           |
      | lives-with-partner       | child-protection |
      | lives-with-partner       | partner-support  |
      | lives-with-partner       | practitioner     |
      | joins-from               | practitioner     |
      | people-nearby            | partner-support  |
      | people-nearby            | practitioner     |
      | private-space            | practitioner     |
      | overheard-or-influenced  | practitioner     |
      | access-to-victim-at-home | partner-support  |
      | access-to-victim-at-home | practitioner     |

    Examples: Devices and accounts
      | question                   | source          |
      | shares-with-partner        | partner-support |
      | shares-with-partner        | practitioner    |
      | access-to-partner-accounts | partner-support |
      | access-to-partner-accounts | police          |
      | device-used                | partner-support |
      | device-used                | practitioner    |
      | device-used                | programme       |
      | digital-literacy           | practitioner    |

    Examples: Surveillance and abuse by digital means
      | question                   | source           |
      | checked-without-permission | child-protection |
      | checked-without-permission | partner-support  |
      | checked-without-permission | police           |
      | digital-abuse              | partner-support  |
      | digital-abuse              | police           |
      | harmful-posting            | partner-support  |
      | harmful-posting            | police           |

    Examples: Control and stalking
      | question         | source          |
      | coercive-control | partner-support |
      | coercive-control | practitioner    |
      | stalking-history | partner-support |
      | stalking-history | practitioner    |

    Examples: How he speaks of limits
      | question                 | source |
      | when-one-wants-privacy   | client |
      | respectful-communication | client |
      | role-reversal            | client |

    Examples: Why he comes, and why online
      | question            | source       |
      | online-expectations | client       |
      | requested-online-by | practitioner |
      | requested-online-by | referrer     |
      | reason-for-online   | practitioner |
      | reason-for-online   | referrer     |

    Examples: Her view, and support for her
      | question                | source          |
      | partner-view-of-online  | partner-support |
      | partner-support-contact | partner-support |

    Examples: Anything else of concern
      | question              | source       |
      | other-serious-concern | practitioner |
