Feature: How he speaks of control, and patterns that several people should weigh
  Words are not deeds and exclude nobody. They call for a second look and for early work.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:defends-control
  Rule: That he defends watching or controlling her calls for care

    Scenario Outline: He speaks of it as his right or as her fault (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "control-defended" is raised by "defends-control"
      Examples:
        | question                 | answer    |
        | when-one-wants-privacy   | punished  |
        | respectful-communication | rejected  |
        | role-reversal            | justifies |

    Scenario Outline: He has little idea of it, and does not defend it (<question>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the rule "defends-control" does not apply
      And the flag "control-defended" is not raised
      Examples:
        | question                 | answer      |
        | when-one-wants-privacy   | argued-over |
        | respectful-communication | vague       |
        | role-reversal            | indifferent |

    Scenario Outline: It was not talked about (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "control-defended" could still be raised
      And "<question>" is to be found out from client
      Examples:
        | question                 |
        | when-one-wants-privacy   |
        | respectful-communication |
        | role-reversal            |

    Scenario: He says that her wish is respected, she says that she pays for it
      Given the answers
        | question               | answer    | source  |
        | when-one-wants-privacy | respected | client  |
        | when-one-wants-privacy | punished  | partner |
      When the case is screened
      Then the flag "control-defended" is raised by "defends-control"
      And the report shows that the sources disagree about "when-one-wants-privacy"
      And the client's copy does not mention "when-one-wants-privacy"

  @rule:pattern-for-consultation
  Rule: Control that is defended, or control of several kinds, is talked through with others

    Scenario: He justifies it, and nothing else is known of
      Given "role-reversal" is answered "justifies" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "pattern-for-consultation" applies
      And the safeguard "case-consultation" is called for

    Scenario Outline: Two kinds of control belong to the past (<one> and <other>)
      Given "<one>" is answered "past" by partner-support
      And "<other>" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "pattern-for-consultation" applies
      And the safeguard "case-consultation" is called for
      Examples:
        | one              | other            |
        | coercive-control | stalking-history |
        | coercive-control | digital-abuse    |
        | stalking-history | harmful-posting  |

    Scenario Outline: One kind of control belongs to the past (<question>)
      Given "<question>" is answered "past" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "pattern-for-consultation" does not apply
      And the safeguard "case-consultation" is not called for
      Examples:
        | question         |
        | coercive-control |
        | stalking-history |
        | digital-abuse    |

    Scenario: Stalking belongs to the past, and nobody has said whether there was digital abuse
      Given "stalking-history" is answered "past" by police
      And "digital-abuse" is not answered
      When the case is screened
      Then it is unknown whether the rule "pattern-for-consultation" applies
      And the safeguard "case-consultation" is called for until more is known

    Scenario: He speaks of respect, the practitioner heard him justify it
      Given the answers
        | question      | answer     | source       |
        | role-reversal | empathises | client       |
        | role-reversal | justifies  | practitioner |
      When the case is screened
      Then the safeguard "case-consultation" is called for
      And the report shows that the sources disagree about "role-reversal"

  @rule:boundaries-to-work-on
  Rule: Little idea of privacy or of respectful contact is worked on early

    Scenario Outline: There is something to work on (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "boundaries-to-work-on" applies
      And the safeguard "digital-boundaries-work" is called for
      Examples:
        | question                 | answer      |
        | when-one-wants-privacy   | argued-over |
        | when-one-wants-privacy   | punished    |
        | respectful-communication | vague       |
        | respectful-communication | rejected    |
        | role-reversal            | indifferent |
        | role-reversal            | justifies   |

    Scenario: He describes respectful contact and can put himself in her place
      Given the answers
        | question                 | answer     | source |
        | when-one-wants-privacy   | respected  | client |
        | respectful-communication | described  | client |
        | role-reversal            | empathises | client |
      When the case is screened
      Then the rule "boundaries-to-work-on" does not apply
      And the safeguard "digital-boundaries-work" is not called for

    Scenario Outline: He did not want to talk about it (<question>)
      Given client declined to answer "<question>"
      When the case is screened
      Then it is unknown whether the rule "boundaries-to-work-on" applies
      And the safeguard "digital-boundaries-work" is called for until more is known
      Examples:
        | question                 |
        | when-one-wants-privacy   |
        | respectful-communication |
        | role-reversal            |

    Scenario: He described it at the first meeting and stayed vague at the second
      Given the answers
        | question                 | answer    | source       | on         |
        | respectful-communication | described | client       | 2026-11-02 |
        | respectful-communication | vague     | practitioner | 2026-11-16 |
      When the case is screened
      Then the rule "boundaries-to-work-on" applies
      And the report shows that the sources disagree about "respectful-communication"
