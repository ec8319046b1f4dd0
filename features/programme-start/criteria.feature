Feature: For whom online work is, and for whom it is not
  Before a programme goes online it has written down whom it will work with online, and what rules online work out.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:no-conditions-of-entry @rule:nothing-rules-online-out @rule:criteria-in-part @rule:measures-for-criteria
  Rule: Criteria are written and in use before anybody is asked

    Scenario Outline: There are none (<question>)
      Given "<question>" is answered "no" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" would be resolved by "written-criteria"
      Examples:
        | question                     | flag                    | rule                     |
        | eligibility-criteria-written | no-eligibility-criteria | no-conditions-of-entry   |
        | exclusion-criteria-written   | no-exclusion-criteria   | nothing-rules-online-out |

    Scenario Outline: There are some, or they are not written (<question>)
      Given "<question>" is answered "partly" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is not raised
      And the flag "criteria-not-complete" is raised by "criteria-in-part"
      And the rule "measures-for-criteria" applies
      And the safeguard "written-criteria" is called for
      Examples:
        | question                     | flag                    |
        | eligibility-criteria-written | no-eligibility-criteria |
        | exclusion-criteria-written   | no-exclusion-criteria   |

    Scenario: They are written and in use
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "no-conditions-of-entry" does not apply
      And the rule "nothing-rules-online-out" does not apply
      And the rule "criteria-in-part" does not apply
      And the safeguard "written-criteria" is not called for

    Scenario Outline: Nobody has said (<question> from <source>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And it is unknown whether the rule "<rule>" applies
      And the flag "<flag>" could still be raised
      And the safeguard "written-criteria" is called for until more is known
      And "<question>" is to be found out from <source>
      Examples:
        | question                     | flag                    | rule                     | source       |
        | eligibility-criteria-written | no-eligibility-criteria | no-conditions-of-entry   | programme    |
        | eligibility-criteria-written | no-eligibility-criteria | no-conditions-of-entry   | practitioner |
        | exclusion-criteria-written   | no-exclusion-criteria   | nothing-rules-online-out | programme    |
        | exclusion-criteria-written   | no-exclusion-criteria   | nothing-rules-online-out | practitioner |

    Scenario Outline: The programme points to a page that practitioners have never seen (<question>)
      Given the answers
        | question   | answer | source       |
        | <question> | yes    | programme    |
        | <question> | no     | practitioner |
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                     | flag                    |
        | eligibility-criteria-written | no-eligibility-criteria |
        | exclusion-criteria-written   | no-exclusion-criteria   |

    Scenario: A referrer's word that there are criteria settles nothing
      Given the answers
        | question                   | answer | source   |
        | exclusion-criteria-written | yes    | referrer |
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-exclusion-criteria" could still be raised

    Scenario: The page was written more than a year ago
      Given "exclusion-criteria-written" is not answered
      And "exclusion-criteria-written" was answered "yes" by programme 53 weeks ago
      When the case is screened
      Then no recommendation can be made yet
      And the flag "no-exclusion-criteria" could still be raised

  @rule:online-does-not-fit @rule:online-fits-in-part @rule:measures-for-the-fit
  Rule: The format has to fit the clients served and the dangers they pose

    Scenario: It does not fit them
      Given "fits-risk-profiles" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "online-unfit-for-risks" is raised by "online-does-not-fit"
      And the flag "online-unfit-for-risks" would be resolved by "client-groups-named"

    Scenario: It fits some of them
      Given "fits-risk-profiles" is answered "partly" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "online-unfit-for-risks" is not raised
      And the flag "fits-some-clients-only" is raised by "online-fits-in-part"
      And the rule "measures-for-the-fit" applies
      And the safeguard "client-groups-named" is called for

    Scenario: It fits them
      When the case is screened
      Then the rule "online-does-not-fit" does not apply
      And the flag "fits-some-clients-only" is not raised
      And the safeguard "client-groups-named" is not called for

    Scenario: Nobody has asked whether it fits
      Given "fits-risk-profiles" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "online-unfit-for-risks" could still be raised
      And it is unknown whether the rule "online-fits-in-part" applies
      And the safeguard "client-groups-named" is called for until more is known
      And "fits-risk-profiles" is to be found out from programme
      And "fits-risk-profiles" is to be found out from practitioner

    Scenario: The programme finds that it fits, practitioners that it does not
      Given the answers
        | question           | answer | source       |
        | fits-risk-profiles | yes    | programme    |
        | fits-risk-profiles | no     | practitioner |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "online-does-not-fit" applies
      And the report shows that the sources disagree about "fits-risk-profiles"
