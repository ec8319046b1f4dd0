Feature: What he wants from the programme and from the format
  His reasons exclude nobody. They show what to talk through before he starts.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  @rule:expects-ease-or-less-challenge
  Rule: Ease or less challenge expected of the format calls for a conversation

    Scenario Outline: He hopes for more than being able to take part (<answer>)
      Given "online-expectations" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "ease-or-less-challenge-sought" is raised by "expects-ease-or-less-challenge"
      Examples:
        | answer              |
        | convenience         |
        | anonymity           |
        | less-confrontation  |
        | access, convenience |

    Scenario: He hopes to be able to take part at all
      Given "online-expectations" is answered "access" by client
      When the case is screened
      Then the rule "expects-ease-or-less-challenge" does not apply
      And the flag "ease-or-less-challenge-sought" is not raised

    Scenario: He has not said what he hopes for
      Given client declined to answer "online-expectations"
      When the case is screened
      Then the recommendation is online with conditions
      And the flag "ease-or-less-challenge-sought" could still be raised

    Scenario: To the practitioner he speaks of access, to the referrer of being challenged less
      Given the answers
        | question            | answer             | source   |
        | online-expectations | access             | client   |
        | online-expectations | less-confrontation | referrer |
      When the case is screened
      Then the flag "ease-or-less-challenge-sought" is raised by "expects-ease-or-less-challenge"
      And the report shows that the sources disagree about "online-expectations"

  @rule:aims-or-worries-to-talk-through
  Rule: Little reason of his own, or worries about the format, are talked through before the start

    Scenario Outline: There is something to talk through (<question> - <answer>)
      Given "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is online with conditions
      And the rule "aims-or-worries-to-talk-through" applies
      And the safeguard "opening-conversation" is called for
      Examples:
        | question              | answer            |
        | motivation            | external-pressure |
        | motivation            | none              |
        | concerns-about-online | yes               |

    Scenario: He wants to change something and has no worries
      Given the answers
        | question              | answer | source |
        | motivation            | change | client |
        | concerns-about-online | no     | client |
      When the case is screened
      Then the rule "aims-or-worries-to-talk-through" does not apply
      And the safeguard "opening-conversation" is not called for

    Scenario Outline: He was not asked (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is online with conditions
      And it is unknown whether the rule "aims-or-worries-to-talk-through" applies
      And the safeguard "opening-conversation" is called for until more is known
      Examples:
        | question              |
        | motivation            |
        | concerns-about-online |

    Scenario: He speaks of change, the referrer heard him name no reason
      Given the answers
        | question   | answer | source   |
        | motivation | change | client   |
        | motivation | none   | referrer |
      When the case is screened
      Then the rule "aims-or-worries-to-talk-through" applies
      And the report shows that the sources disagree about "motivation"
