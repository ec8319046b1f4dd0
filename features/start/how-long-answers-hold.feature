Feature: How long a reassuring answer holds
  What somebody said weeks ago may no longer be so. An answer that is older than its question allows settles nothing any
  more, for things may have become worse. What was said is kept, and shown with its date.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario Outline: Too old, and no recommendation until somebody asks again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then no recommendation can be made yet
    And "<question>" is to be found out from <ask>

    Examples: Where he joins from, and who is there
      | question                 | answer | source          | weeks | ask              |
      | lives-with-partner       | no     | partner         | 5     | child-protection |
      | people-nearby            | nobody | partner-support | 5     | partner-support  |
      | private-space            | yes    | probation       | 5     | practitioner     |
      | overheard-or-influenced  | no     | probation       | 5     | practitioner     |
      | access-to-victim-at-home | no     | partner         | 5     | partner-support  |

    Examples: Devices and accounts
      | question                   | answer  | source  | weeks | ask             |
      | shares-with-partner        | nothing | partner | 9     | partner-support |
      | access-to-partner-accounts | none    | partner | 9     | partner-support |
      | device-used                | own     | partner | 9     | partner-support |

    Examples: Surveillance and abuse by digital means
      | question                   | answer | source  | weeks | ask              |
      | checked-without-permission | never  | partner | 9     | child-protection |
      | digital-abuse              | never  | partner | 9     | partner-support  |
      | harmful-posting            | never  | partner | 9     | partner-support  |

    Examples: Control and stalking
      | question         | answer     | source          | weeks | ask             |
      | coercive-control | none-known | partner-support | 5     | partner-support |
      | stalking-history | none-known | partner-support | 5     | partner-support |

    Examples: Her view, and support for her
      | question                | answer   | source          | weeks | ask             |
      | partner-view-of-online  | safer    | partner         | 9     | partner-support |
      | partner-support-contact | in-place | partner-support | 9     | partner-support |

    Examples: Anything else of concern
      | question              | answer | source       | weeks | ask          |
      | other-serious-concern | no     | practitioner | 5     | practitioner |

  Scenario Outline: Too old, and a ground for care is open again (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Where he joins from, and who is there
      | question   | answer              | source    | weeks | flag                      |
      | joins-from | partner-agency-room | probation | 5     | no-privacy-where-he-joins |

    Examples: Devices and accounts
      | question         | answer     | source   | weeks | flag                  |
      | digital-literacy | sufficient | referrer | 9     | technical-help-needed |

    Examples: How he speaks of limits
      | question                 | answer     | source | weeks | flag             |
      | when-one-wants-privacy   | respected  | client | 9     | control-defended |
      | respectful-communication | described  | client | 9     | control-defended |
      | role-reversal            | empathises | client | 9     | control-defended |

    Examples: Why he comes, and why online
      | question            | answer | source | weeks | flag                          |
      | online-expectations | access | client | 9     | ease-or-less-challenge-sought |

  Scenario Outline: Too old, and its safeguards are called for meanwhile (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the safeguard "<safeguard>" is called for until more is known

    Examples: Why he comes, and why online
      | question              | answer | source | weeks | safeguard            |
      | motivation            | change | client | 9     | opening-conversation |
      | concerns-about-online | no     | client | 9     | opening-conversation |

  Scenario Outline: Within its time it holds, to the last day (<question>)
    Given "<question>" was answered "<answer>" by <source> <weeks> weeks ago
    When the case is screened
    Then the recommendation is online with conditions
    And "<question>" need not be found out

    Examples: Where he joins from, and who is there
      | question                 | answer              | source          | weeks |
      | lives-with-partner       | no                  | partner         | 4     |
      | joins-from               | partner-agency-room | probation       | 4     |
      | people-nearby            | nobody              | partner-support | 4     |
      | private-space            | yes                 | probation       | 4     |
      | overheard-or-influenced  | no                  | probation       | 4     |
      | access-to-victim-at-home | no                  | partner         | 4     |

    Examples: Devices and accounts
      | question                   | answer     | source   | weeks |
      | shares-with-partner        | nothing    | partner  | 8     |
      | access-to-partner-accounts | none       | partner  | 8     |
      | device-used                | own        | partner  | 8     |
      | digital-literacy           | sufficient | referrer | 8     |

    Examples: Surveillance and abuse by digital means
      | question                   | answer | source  | weeks |
      | checked-without-permission | never  | partner | 8     |
      | digital-abuse              | never  | partner | 8     |
      | harmful-posting            | never  | partner | 8     |

    Examples: Control and stalking
      | question         | answer     | source          | weeks |
      | coercive-control | none-known | partner-support | 4     |
      | stalking-history | none-known | partner-support | 4     |

    Examples: How he speaks of limits
      | question                 | answer     | source | weeks |
      | when-one-wants-privacy   | respected  | client | 8     |
      | respectful-communication | described  | client | 8     |
      | role-reversal            | empathises | client | 8     |

    Examples: Why he comes, and why online
      | question              | answer | source | weeks |
      | motivation            | change | client | 8     |
      | online-expectations   | access | client | 8     |
      | concerns-about-online | no     | client | 8     |

    Examples: Her view, and support for her
      | question                | answer   | source          | weeks |
      | partner-view-of-online  | safer    | partner         | 8     |
      | partner-support-contact | in-place | partner-support | 8     |

    Examples: Anything else of concern
      | question              | answer | source       | weeks |
      | other-serious-concern | no     | practitioner | 4     |
