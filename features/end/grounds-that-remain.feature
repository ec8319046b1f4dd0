Feature: Control, stalking, surveillance and abuse by digital means speak against closing yet

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:coercive-control-goes-on @rule:stalking-goes-on @rule:concern-recorded @rule:watches-her-without-agreement
  @rule:has-or-seeks-access @rule:digital-abuse-lately @rule:control-in-sessions @rule:serious-news
  @rule:danger-after-a-session
  Rule: A ground that is there at the end speaks against closing yet

    Scenario Outline: It goes on, or has come back (<question> - <answer> by <source>)
      Given "<question>" is answered "<answer>" by <source>
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" names who must be told at once
      And the client's copy does not mention "<question>"
      Examples:
        | question                    | answer            | source          | flag                            | rule                          |
        | coercive-control            | ongoing           | partner-support | ongoing-coercive-control        | coercive-control-goes-on      |
        | stalking-history            | current           | police          | current-stalking                | stalking-goes-on              |
        | other-serious-concern       | yes               | practitioner    | other-serious-concern-recorded  | concern-recorded              |
        | checked-without-permission  | recent            | partner         | digital-surveillance            | watches-her-without-agreement |
        | access-to-partner-accounts  | current-or-sought | partner-support | access-to-her-accounts          | has-or-seeks-access           |
        | digital-abuse               | recent            | police          | recent-digital-abuse            | digital-abuse-lately          |
        | harmful-posting             | recent            | court           | recent-digital-abuse            | digital-abuse-lately          |
        | controlling-digital-conduct | yes               | practitioner    | control-shown-online            | control-in-sessions           |
        | new-risk-information        | serious           | police          | serious-new-information         | serious-news                  |
        | partner-safe-after-session  | not-safe          | partner-support | partner-in-danger-after-session | danger-after-a-session        |

    Scenario Outline: It is not known whether it goes on (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      Examples:
        | question                    | flag                            |
        | coercive-control            | ongoing-coercive-control        |
        | stalking-history            | current-stalking                |
        | other-serious-concern       | other-serious-concern-recorded  |
        | checked-without-permission  | digital-surveillance            |
        | access-to-partner-accounts  | access-to-her-accounts          |
        | digital-abuse               | recent-digital-abuse            |
        | harmful-posting             | recent-digital-abuse            |
        | controlling-digital-conduct | control-shown-online            |
        | new-risk-information        | serious-new-information         |
        | partner-safe-after-session  | partner-in-danger-after-session |

    Scenario Outline: What was learned while the work went on does not hold up the end (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "<flag>" is not raised
      Examples:
        | question                   | answer      | flag                            |
        | new-risk-information       | none        | serious-new-information         |
        | new-risk-information       | minor       | serious-new-information         |
        | partner-safe-after-session | safe        | partner-in-danger-after-session |
        | partner-safe-after-session | not-reached | partner-in-danger-after-session |

    Scenario: Probation has nothing new, and the police were called on Sunday
      Given the answers
        | question             | answer  | source    |
        | new-risk-information | none    | probation |
        | new-risk-information | serious | police    |
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "serious-news" applies
      And the report shows that the sources disagree about "new-risk-information"

    Scenario: Partner support heard that all was well, she herself told of fear
      Given the answers
        | question                   | answer   | source          |
        | partner-safe-after-session | safe     | partner-support |
        | partner-safe-after-session | not-safe | partner         |
      When the case is screened
      Then the recommendation is against closing yet
      And the rule "danger-after-a-session" applies
      And the report shows that the sources disagree about "partner-safe-after-session"

  @rule:uses-access-to-watch-her @rule:pursued-her-and-still-can
  Rule: So do grounds that arise from several answers together

    Scenario: He still reads her mail
      Given "access-to-partner-accounts" is answered "current-or-sought" by partner-support
      And "use-of-access" is answered "checking" by partner
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "digital-surveillance" is raised by "uses-access-to-watch-her"

    Scenario: He followed her once, and accounts are still shared
      Given "checked-without-permission" is answered "past" by police
      And "use-of-what-was-found" is answered "threatened-or-followed" by police
      And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is against closing yet
      And the flag "digital-surveillance" is raised by "pursued-her-and-still-can"

  Rule: What mattered for taking part online does not hold up the end

    Scenario Outline: The home and the device are no longer asked about (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      Examples:
        | question           | answer              |
        | device-used        | shared-with-partner |
        | people-nearby      | partner             |
        | lives-with-partner | yes                 |
        | alone-this-session | no                  |

  Rule: Every case that is closed has its follow-up conditions

    Scenario Outline: Nothing of concern is known, and there are conditions all the same (<safeguard>)
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the safeguard "<safeguard>" is called for
      Examples:
        | safeguard                  |
        | partner-support-told-first |
        | partner-support-goes-on    |
        | follow-up-contact          |
        | way-back-in                |
        | agencies-told-of-closing   |
