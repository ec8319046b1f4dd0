Feature: What a safeguard needs of the programme
  A safeguard that is called for can be put in place only if the programme can do its part. Where the programme's profile
  says that it cannot, that speaks against online delivery. Where the profile leaves it open, it is open. Without a
  profile nothing is assumed either way - each need is named, to be confirmed.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Rule: Every online case rests on the base safeguards, and they on the programme

    Scenario: The programme has what every safeguard needs
      Given the programme has what every safeguard needs
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "programme-lacks-partner-check-procedure" is not raised
      And the safeguard "partner-safety-check" is called for

    Scenario Outline: The programme lacks what a base safeguard needs (<question>)
      Given the programme has what every safeguard needs
      And the programme answers "<question>" with "<answer>"
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "<flag>" is raised by "<rule>"
      And the safeguard "<safeguard>" is called for
      And no safeguard would resolve the flag "<flag>"
      Examples:
        | question                | answer | flag                                    | rule                                                     | safeguard               |
        | alone-check-procedure   | none   | programme-lacks-alone-check-procedure   | start-alone-check-needs-alone-check-procedure            | alone-check             |
        | partner-check-procedure | none   | programme-lacks-partner-check-procedure | start-partner-safety-check-needs-partner-check-procedure | partner-safety-check    |
        | failure-protocol        | none   | programme-lacks-failure-protocol        | start-technical-failure-plan-needs-failure-protocol      | technical-failure-plan  |
        | concern-escalation      | none   | programme-lacks-concern-escalation      | start-technical-failure-plan-needs-concern-escalation    | technical-failure-plan  |
        | platform-secure         | no     | programme-lacks-platform-secure         | start-no-recording-needs-platform-secure                 | no-recording            |
        | participation-rules     | none   | programme-lacks-participation-rules     | start-participation-agreement-needs-participation-rules  | participation-agreement |

    Scenario Outline: The programme has it in part, which is enough to put the safeguard in place (<question>)
      Given the programme has what every safeguard needs
      And the programme answers "<question>" with "<answer>"
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "<flag>" is not raised
      Examples:
        | question              | answer    | flag                                  |
        | alone-check-procedure | sometimes | programme-lacks-alone-check-procedure |
        | failure-protocol      | informal  | programme-lacks-failure-protocol      |
        | platform-secure       | partly    | programme-lacks-platform-secure       |
        | participation-rules   | written   | programme-lacks-participation-rules   |

    Scenario Outline: The profile leaves it open (<question>)
      Given the programme has what every safeguard needs
      And the programme leaves "<question>" open
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And "<question>" is to be found out from <source>
      Examples:
        | question                | flag                                    | source          |
        | alone-check-procedure   | programme-lacks-alone-check-procedure   | programme       |
        | partner-check-procedure | programme-lacks-partner-check-procedure | partner-support |
        | failure-protocol        | programme-lacks-failure-protocol        | programme       |
        | concern-escalation      | programme-lacks-concern-escalation      | partner-support |
        | platform-secure         | programme-lacks-platform-secure         | programme       |
        | participation-rules     | programme-lacks-participation-rules     | programme       |

    Scenario: The programme counts on a check after sessions that partner support has not confirmed
      Given the programme has what every safeguard needs
      And the programme leaves "partner-check-procedure" open
      And the programme answers "partner-check-procedure" with "after-every-session"
      When the case is screened
      Then no recommendation can be made yet
      And the flag "programme-lacks-partner-check-procedure" could still be raised
      And "partner-check-procedure" is to be found out from partner-support

    Scenario Outline: There is no profile (<safeguard>)
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "<flag>" is not raised
      And what "<safeguard>" needs is to be confirmed with the programme
      And the report says that the programme's readiness was not considered
      Examples:
        | safeguard               | flag                                    |
        | alone-check             | programme-lacks-alone-check-procedure   |
        | partner-safety-check    | programme-lacks-partner-check-procedure |
        | technical-failure-plan  | programme-lacks-failure-protocol        |
        | no-recording            | programme-lacks-platform-secure         |
        | participation-agreement | programme-lacks-participation-rules     |

  Rule: What only some cases call for is needed in those cases only

    Scenario Outline: It is called for, and the programme lacks what it needs (<safeguard>)
      Given the programme has what every safeguard needs
      And the programme answers "<need>" with "<worst>"
      And "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "<flag>" is raised by "<rule>"
      And the safeguard "<safeguard>" is called for
      Examples:
        | safeguard              | need                         | worst | question                 | answer            | flag                                         | rule                                                     |
        | preparatory-session    | digital-literacy-support     | none  | digital-literacy         | needs-preparation | programme-lacks-digital-literacy-support     | start-preparatory-session-needs-digital-literacy-support |
        | room-at-partner-agency | local-service-roles          | none  | private-space            | no                | programme-lacks-local-service-roles          | start-room-at-partner-agency-needs-local-service-roles   |
        | room-at-partner-agency | local-service-roles          | none  | joins-from               | changes           | programme-lacks-local-service-roles          | start-room-at-partner-agency-needs-local-service-roles   |
        | room-at-partner-agency | local-service-roles          | none  | access-to-victim-at-home | at-times          | programme-lacks-local-service-roles          | start-room-at-partner-agency-needs-local-service-roles   |
        | agency-update          | information-sharing-protocol | no    | stalking-history         | past              | programme-lacks-information-sharing-protocol | start-agency-update-needs-information-sharing-protocol   |
        | agency-update          | information-sharing-protocol | no    | coercive-control         | past              | programme-lacks-information-sharing-protocol | start-agency-update-needs-information-sharing-protocol   |

    Scenario Outline: It is not called for, so that lacking it does not matter here (<need>)
      Given the programme has what every safeguard needs
      And the programme answers "<need>" with "<worst>"
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "<flag>" is not raised
      Examples:
        | need                         | worst | flag                                         |
        | digital-literacy-support     | none  | programme-lacks-digital-literacy-support     |
        | local-service-roles          | none  | programme-lacks-local-service-roles          |
        | information-sharing-protocol | no    | programme-lacks-information-sharing-protocol |

    Scenario Outline: It is called for until more is known, and the programme lacks what it needs (<question>)
      Given the programme has what every safeguard needs
      And the programme answers "<need>" with "<worst>"
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And the safeguard "<safeguard>" is called for until more is known
      Examples:
        | question         | answer     | need                     | worst | safeguard              | flag                                     |
        | private-space    | yes        | local-service-roles      | none  | room-at-partner-agency | programme-lacks-local-service-roles      |
        | joins-from       | own-home   | local-service-roles      | none  | room-at-partner-agency | programme-lacks-local-service-roles      |
        | digital-literacy | sufficient | digital-literacy-support | none  | preparatory-session    | programme-lacks-digital-literacy-support |

    Scenario: It is called for, and there is no profile
      Given "digital-literacy" is answered "needs-preparation" by practitioner
      When the case is screened
      Then the recommendation is online with conditions
      And the safeguard "preparatory-session" is called for
      And what "preparatory-session" needs is to be confirmed with the programme

  Rule: The client is not told what the programme lacks

    Scenario: The programme lacks a check on partners
      Given the programme has what every safeguard needs
      And the programme answers "partner-check-procedure" with "none"
      When the case is screened
      Then the recommendation is against online delivery
      And the client's copy does not mention "partner-check-procedure"
