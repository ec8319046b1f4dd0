Feature: Working with victim support, police and other agencies
  What one knows reaches the other in time, a worry reaches somebody who can act, and there are places near the clients.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:information-not-shared @rule:information-shared-in-part @rule:measures-for-sharing
  @rule:worry-reaches-nobody @rule:worry-reaches-late @rule:measures-for-worries
  @rule:risk-information-not-heard @rule:risk-information-by-chance @rule:measures-for-risk-information
  Rule: Information, worries and news about risk have a way

    Scenario Outline: There is no way (<question>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" would be resolved by "<safeguard>"
      Examples:
        | question                       | answer | flag                            | rule                       | safeguard                     |
        | information-sharing-protocol   | no     | no-information-sharing-protocol | information-not-shared     | information-sharing-agreement |
        | concern-escalation             | none   | no-way-to-act-on-a-worry        | worry-reaches-nobody       | way-for-a-worry               |
        | new-risk-information-procedure | none   | risk-information-unheard        | risk-information-not-heard | risk-information-routed       |

    Scenario Outline: There is a way in part, with delay, or by chance (<question>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is raised by "<rule>"
      And the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question                       | answer   | flag                           | rule                       | measures                      | safeguard                     | source          |
        | information-sharing-protocol   | partly   | information-sharing-incomplete | information-shared-in-part | measures-for-sharing          | information-sharing-agreement | programme       |
        | concern-escalation             | delayed  | worry-acted-on-late            | worry-reaches-late         | measures-for-worries          | way-for-a-worry               | partner-support |
        | new-risk-information-procedure | informal | risk-information-not-routed    | risk-information-by-chance | measures-for-risk-information | risk-information-routed       | partner-support |

    Scenario Outline: There is a way that is agreed, defined and quick (<safeguard>)
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is not raised
      And the flag "<in part>" is not raised
      And the safeguard "<safeguard>" is not called for
      Examples:
        | flag                            | in part                        | safeguard                     |
        | no-information-sharing-protocol | information-sharing-incomplete | information-sharing-agreement |
        | no-way-to-act-on-a-worry        | worry-acted-on-late            | way-for-a-worry               |
        | risk-information-unheard        | risk-information-not-routed    | risk-information-routed       |

    Scenario Outline: Nobody has said (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for until more is known
      And "<question>" is to be found out from <source>
      Examples:
        | question                       | flag                            | measures                      | safeguard                     | source          |
        | information-sharing-protocol   | no-information-sharing-protocol | measures-for-sharing          | information-sharing-agreement | programme       |
        | information-sharing-protocol   | no-information-sharing-protocol | measures-for-sharing          | information-sharing-agreement | partner-support |
        | concern-escalation             | no-way-to-act-on-a-worry        | measures-for-worries          | way-for-a-worry               | police          |
        | concern-escalation             | no-way-to-act-on-a-worry        | measures-for-worries          | way-for-a-worry               | partner-support |
        | new-risk-information-procedure | risk-information-unheard        | measures-for-risk-information | risk-information-routed       | partner-support |

    Scenario Outline: Only the programme says that there is a way (<question> from <source>)
      Given the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | <least> | practitioner |
      When the case is screened
      Then no recommendation can be made yet
      And "<question>" is to be found out from <source>
      Examples:
        | question                       | least     | source          |
        | concern-escalation             | immediate | partner-support |
        | concern-escalation             | immediate | police          |
        | new-risk-information-procedure | defined   | partner-support |

    Scenario Outline: The programme counts on a way that the other side does not know of (<question> - <source>)
      Given the answers
        | question   | answer  | source    |
        | <question> | <least> | programme |
        | <question> | <worst> | <source>  |
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                       | least     | worst | source           | flag                            |
        | information-sharing-protocol   | yes       | no    | police           | no-information-sharing-protocol |
        | information-sharing-protocol   | yes       | no    | child-protection | no-information-sharing-protocol |
        | concern-escalation             | immediate | none  | partner-support  | no-way-to-act-on-a-worry        |
        | new-risk-information-procedure | defined   | none  | practitioner     | risk-information-unheard        |

  @rule:local-links-missing @rule:measures-for-local-links
  Rule: There are agencies near the clients

    Scenario Outline: There are few of them, or nothing is agreed (<question> - <answer>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "local-links-thin" is raised by "local-links-missing"
      And the safeguard "local-agreements" is called for
      Examples:
        | question             | answer   |
        | local-collaborations | planned  |
        | local-collaborations | none     |
        | local-redirect       | no       |
        | local-service-roles  | informal |
        | local-service-roles  | none     |

    Scenario: They are there, and what they do is agreed
      When the case is screened
      Then the rule "local-links-missing" does not apply
      And the rule "measures-for-local-links" does not apply
      And the safeguard "local-agreements" is not called for

    Scenario Outline: Nobody has said who is near (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "local-links-missing" applies
      And the safeguard "local-agreements" is called for until more is known
      Examples:
        | question             |
        | local-collaborations |
        | local-redirect       |
        | local-service-roles  |

    Scenario: The programme has agreed on a room, the referrer knows of none
      Given the answers
        | question            | answer | source    |
        | local-service-roles | agreed | programme |
        | local-service-roles | none   | referrer  |
      When the case is screened
      Then the flag "local-links-thin" is raised by "local-links-missing"
      And the rule "measures-for-local-links" applies
      And the report shows that the sources disagree about "local-service-roles"
