Feature: What she expects of his taking part online
  She is asked by partner support, at the time and in the way she chooses. She is not pressed, and he is not told.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:partner-expects-more-danger-online
  Rule: That she expects more danger speaks against online delivery

    Scenario Outline: She expects more danger, however it reaches the programme (<source>)
      Given "partner-view-of-online" is answered "less-safe" by <source>
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "partner-expects-more-danger" is raised by "partner-expects-more-danger-online"
      And the flag "partner-expects-more-danger" would be resolved by "her-conditions-in-place"
      And the report warns that only the partner's side decides
      And the client's copy does not mention "partner-view-of-online"
      Examples:
        | source          |
        | partner         |
        | partner-support |

    Scenario: Probation passes on that she is afraid of it
      Given "partner-view-of-online" is answered "less-safe" by probation
      When the case is screened
      Then the recommendation is against online delivery
      And the rule "partner-expects-more-danger-online" applies

    Scenario Outline: She expects no more danger, and nothing else speaks against it (<answer>)
      Given "partner-view-of-online" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "partner-expects-more-danger" is not raised
      Examples:
        | answer        |
        | safer         |
        | no-difference |

    Scenario: That she expects less danger does not outweigh another ground
      Given "partner-view-of-online" is answered "safer" by partner-support
      And "stalking-history" is answered "current" by police
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "partner-expects-more-danger" is not raised
      And the flag "current-stalking" is raised

    Scenario: She has not been asked
      Given "partner-view-of-online" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "partner-expects-more-danger" could still be raised
      And "partner-view-of-online" is to be found out from partner-support

    Scenario: He speaks for her
      Given "partner-view-of-online" is answered "safer" by client
      When the case is screened
      Then no recommendation can be made yet
      And the flag "partner-expects-more-danger" could still be raised

    Scenario: She told one worker that it makes no difference, and another that she is afraid of it
      Given the answers
        | question               | answer        | source          |
        | partner-view-of-online | no-difference | partner         |
        | partner-view-of-online | less-safe     | partner-support |
      When the case is screened
      Then the recommendation is against online delivery
      And the flag "partner-expects-more-danger" is raised by "partner-expects-more-danger-online"
      And the report shows that the sources disagree about "partner-view-of-online"
      And the client's copy does not mention "partner-view-of-online"
