Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. Others are heard and written down, and the question stays open.
  It does not rest on her to say what happens in his sessions, nor whether he is alone in them.

  Background:
    Given a client during the programme
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to continue with conditions
    And "<question>" need not be found out

    Examples: How he is after a session, and what he does
      | question               | answer       | source           |
      | feelings-after-session | settled      | probation        |
      | feelings-after-session | settled      | practitioner     |
      | actions-after-session  | constructive | partner          |
      | actions-after-session  | constructive | partner-support  |
      | actions-after-session  | constructive | police           |
      | actions-after-session  | constructive | probation        |
      | actions-after-session  | constructive | child-protection |
      | actions-after-session  | constructive | practitioner     |

    Examples: Who is near after a session, contact and tension
      | question                   | answer | source           |
      | people-after-session       | nobody | partner-support  |
      | people-after-session       | nobody | police           |
      | people-after-session       | nobody | probation        |
      | people-after-session       | nobody | child-protection |
      | people-after-session       | nobody | practitioner     |
      | partner-nearby-after       | no     | partner          |
      | partner-nearby-after       | no     | partner-support  |
      | partner-nearby-after       | no     | police           |
      | partner-nearby-after       | no     | probation        |
      | partner-nearby-after       | no     | child-protection |
      | partner-nearby-after       | no     | practitioner     |
      | contact-with-partner-after | none   | partner          |
      | contact-with-partner-after | none   | partner-support  |
      | contact-with-partner-after | none   | police           |
      | contact-with-partner-after | none   | probation        |
      | contact-with-partner-after | none   | child-protection |
      | tension-at-home            | no     | partner          |
      | tension-at-home            | no     | partner-support  |
      | tension-at-home            | no     | probation        |
      | tension-at-home            | no     | child-protection |
      | tension-at-home            | no     | practitioner     |

    Examples: How he takes part
      | question          | answer | source       |
      | engagement-change | no     | practitioner |

    Examples: Whether he was alone, and what was seen on screen
      | question                    | answer | source       |
      | alone-this-session          | yes    | practitioner |
      | observed-cues               | none   | practitioner |
      | controlling-digital-conduct | no     | practitioner |
      | side-channel-use            | no     | practitioner |

    Examples: How she is, and what the agencies know
      | question                   | answer | source           |
      | new-risk-information       | none   | partner-support  |
      | new-risk-information       | none   | police           |
      | new-risk-information       | none   | probation        |
      | new-risk-information       | none   | child-protection |
      | partner-safe-after-session | safe   | partner          |
      | partner-safe-after-session | safe   | partner-support  |

    Examples: Leaving and faults
      | question           | answer | source       |
      | left-abruptly      | no     | practitioner |
      | technical-problems | no     | practitioner |

  Scenario Outline: A reassuring word that does not settle the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then no recommendation can be made yet

    Examples: How he is after a session, and what he does
      | question              | answer       | source   |
      | actions-after-session | constructive | client   |
      | actions-after-session | constructive | court    |
      | actions-after-session | constructive | referrer |

    Examples: Who is near after a session, contact and tension
      | question             | answer | source   |
      | people-after-session | nobody | client   |
      | people-after-session | nobody | partner  |
      | people-after-session | nobody | court    |
      | people-after-session | nobody | referrer |
      | partner-nearby-after | no     | client   |
      | partner-nearby-after | no     | court    |
      | partner-nearby-after | no     | referrer |

    Examples: Whether he was alone, and what was seen on screen
      | question                    | answer | source           |
      | alone-this-session          | yes    | client           |
      | alone-this-session          | yes    | partner          |
      | alone-this-session          | yes    | partner-support  |
      | alone-this-session          | yes    | police           |
      | alone-this-session          | yes    | probation        |
      | alone-this-session          | yes    | child-protection |
      | alone-this-session          | yes    | court            |
      | alone-this-session          | yes    | referrer         |
      | controlling-digital-conduct | no     | client           |
      | controlling-digital-conduct | no     | partner          |
      | controlling-digital-conduct | no     | partner-support  |
      | controlling-digital-conduct | no     | police           |
      | controlling-digital-conduct | no     | probation        |
      | controlling-digital-conduct | no     | child-protection |
      | controlling-digital-conduct | no     | court            |
      | controlling-digital-conduct | no     | referrer         |

    Examples: How she is, and what the agencies know
      | question                   | answer | source           |
      | new-risk-information       | none   | client           |
      | new-risk-information       | none   | partner          |
      | new-risk-information       | none   | court            |
      | new-risk-information       | none   | referrer         |
      | new-risk-information       | none   | practitioner     |
      | partner-safe-after-session | safe   | client           |
      | partner-safe-after-session | safe   | police           |
      | partner-safe-after-session | safe   | probation        |
      | partner-safe-after-session | safe   | child-protection |
      | partner-safe-after-session | safe   | court            |
      | partner-safe-after-session | safe   | referrer         |
      | partner-safe-after-session | safe   | practitioner     |

  Scenario Outline: A reassuring word that leaves a ground for care open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: How he is after a session, and what he does
      | question               | answer  | source           | flag                      |
      | feelings-after-session | settled | client           | stirred-up-after-sessions |
      | feelings-after-session | settled | partner          | stirred-up-after-sessions |
      | feelings-after-session | settled | partner-support  | stirred-up-after-sessions |
      | feelings-after-session | settled | police           | stirred-up-after-sessions |
      | feelings-after-session | settled | child-protection | stirred-up-after-sessions |
      | feelings-after-session | settled | court            | stirred-up-after-sessions |
      | feelings-after-session | settled | referrer         | stirred-up-after-sessions |

    Examples: How he takes part
      | question          | answer | source           | flag               |
      | engagement-change | no     | client           | engagement-changed |
      | engagement-change | no     | partner          | engagement-changed |
      | engagement-change | no     | partner-support  | engagement-changed |
      | engagement-change | no     | police           | engagement-changed |
      | engagement-change | no     | probation        | engagement-changed |
      | engagement-change | no     | child-protection | engagement-changed |
      | engagement-change | no     | court            | engagement-changed |
      | engagement-change | no     | referrer         | engagement-changed |

    Examples: Whether he was alone, and what was seen on screen
      | question         | answer | source           | flag                         |
      | observed-cues    | none   | client           | signs-on-screen              |
      | observed-cues    | none   | partner          | signs-on-screen              |
      | observed-cues    | none   | partner-support  | signs-on-screen              |
      | observed-cues    | none   | police           | signs-on-screen              |
      | observed-cues    | none   | probation        | signs-on-screen              |
      | observed-cues    | none   | child-protection | signs-on-screen              |
      | observed-cues    | none   | court            | signs-on-screen              |
      | observed-cues    | none   | referrer         | signs-on-screen              |
      | side-channel-use | no     | client           | influences-others-off-screen |
      | side-channel-use | no     | partner          | influences-others-off-screen |
      | side-channel-use | no     | partner-support  | influences-others-off-screen |
      | side-channel-use | no     | police           | influences-others-off-screen |
      | side-channel-use | no     | probation        | influences-others-off-screen |
      | side-channel-use | no     | child-protection | influences-others-off-screen |
      | side-channel-use | no     | court            | influences-others-off-screen |
      | side-channel-use | no     | referrer         | influences-others-off-screen |

    Examples: Leaving and faults
      | question           | answer | source           | flag                   |
      | technical-problems | no     | client           | technical-faults-recur |
      | technical-problems | no     | partner          | technical-faults-recur |
      | technical-problems | no     | partner-support  | technical-faults-recur |
      | technical-problems | no     | police           | technical-faults-recur |
      | technical-problems | no     | probation        | technical-faults-recur |
      | technical-problems | no     | child-protection | technical-faults-recur |
      | technical-problems | no     | court            | technical-faults-recur |
      | technical-problems | no     | referrer         | technical-faults-recur |

  Scenario Outline: A reassuring word that is not enough, and that calls for care (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" is raised

    Examples: Who is near after a session, contact and tension
      | question                   | answer | source       | flag                    |
      | contact-with-partner-after | none   | client       | accounts-differ-or-open |
      | contact-with-partner-after | none   | court        | accounts-differ-or-open |
      | contact-with-partner-after | none   | referrer     | accounts-differ-or-open |
      | contact-with-partner-after | none   | practitioner | accounts-differ-or-open |
      | tension-at-home            | no     | client       | accounts-differ-or-open |
      | tension-at-home            | no     | police       | accounts-differ-or-open |
      | tension-at-home            | no     | court        | accounts-differ-or-open |
      | tension-at-home            | no     | referrer     | accounts-differ-or-open |

    Examples: Leaving and faults
      | question      | answer | source           | flag                    |
      | left-abruptly | no     | client           | accounts-differ-or-open |
      | left-abruptly | no     | partner          | accounts-differ-or-open |
      | left-abruptly | no     | partner-support  | accounts-differ-or-open |
      | left-abruptly | no     | police           | accounts-differ-or-open |
      | left-abruptly | no     | probation        | accounts-differ-or-open |
      | left-abruptly | no     | child-protection | accounts-differ-or-open |
      | left-abruptly | no     | court            | accounts-differ-or-open |
      | left-abruptly | no     | referrer         | accounts-differ-or-open |
