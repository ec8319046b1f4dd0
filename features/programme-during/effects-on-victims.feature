Feature: What online work has done to those it is meant to protect
  Looking back is asked of the programme while it works online too. What partner support has seen counts.

  Background:
    Given a programme that works online
    And nothing of concern is known

  @rule:online-work-has-done-harm
  Rule: If online work has made victims/survivors less safe, that speaks against going on

    Scenario Outline: It has, whoever saw it (<source>)
      Given "observed-victim-safety-effect" is answered "less-safe" by <source>
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "harm-by-online-work" is raised by "online-work-has-done-harm"
      And the flag "harm-by-online-work" names who must be told at once
      And the flag "harm-by-online-work" would be resolved by "online-work-halted-and-looked-at"
      Examples:
        | source          |
        | partner-support |
        | programme       |
        | practitioner    |

    Scenario Outline: It has not, as far as partner support has seen (<answer>)
      Given "observed-victim-safety-effect" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to go online with conditions
      And the rule "online-work-has-done-harm" does not apply
      And the flag "harm-by-online-work" is not raised
      Examples:
        | answer        |
        | safer         |
        | no-difference |

    Scenario: Nobody has looked
      Given "observed-victim-safety-effect" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "harm-by-online-work" could still be raised
      And "observed-victim-safety-effect" is to be found out from partner-support

    Scenario: The programme sees no difference, partner support does
      Given the answers
        | question                      | answer        | source          |
        | observed-victim-safety-effect | no-difference | programme       |
        | observed-victim-safety-effect | less-safe     | partner-support |
      When the case is screened
      Then the recommendation is against moving online yet
      And the rule "online-work-has-done-harm" applies
      And the report shows that the sources disagree about "observed-victim-safety-effect"
