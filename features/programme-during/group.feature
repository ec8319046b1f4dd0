Feature: The online group and those who lead it

  Background:
    Given a programme that works online
    And nothing of concern is known

  @rule:group-loses-hold @rule:measures-for-the-group
  @rule:steering-out-of-view @rule:measures-for-influence-out-of-view
  @rule:facilitators-unsure @rule:measures-for-facilitators
  Rule: The group holds, nobody steers out of view, and facilitators feel able

    Scenario Outline: It is not so (<question> - <answer>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is raised by "<rule>"
      And the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question               | answer        | flag                       | rule                 | measures                           | safeguard               |
        | group-cohesion         | weakened      | group-weakened             | group-loses-hold     | measures-for-the-group             | group-work-strengthened |
        | group-cohesion         | lost          | group-weakened             | group-loses-hold     | measures-for-the-group             | group-work-strengthened |
        | off-screen-influence   | suspected     | influence-out-of-view      | steering-out-of-view | measures-for-influence-out-of-view | private-messages-off    |
        | off-screen-influence   | yes           | influence-out-of-view      | steering-out-of-view | measures-for-influence-out-of-view | private-messages-off    |
        | facilitator-confidence | partly        | facilitators-not-confident | facilitators-unsure  | measures-for-facilitators          | two-facilitators        |
        | facilitator-confidence | not-confident | facilitators-not-confident | facilitators-unsure  | measures-for-facilitators          | two-facilitators        |

    Scenario Outline: It is so (<safeguard>)
      When the case is screened
      Then the flag "<flag>" is not raised
      And the rule "<measures>" does not apply
      And the safeguard "<safeguard>" is not called for
      Examples:
        | flag                       | measures                           | safeguard               |
        | group-weakened             | measures-for-the-group             | group-work-strengthened |
        | influence-out-of-view      | measures-for-influence-out-of-view | private-messages-off    |
        | facilitators-not-confident | measures-for-facilitators          | two-facilitators        |

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for until more is known
      Examples:
        | question               | flag                       | measures                           | safeguard               |
        | group-cohesion         | group-weakened             | measures-for-the-group             | group-work-strengthened |
        | off-screen-influence   | influence-out-of-view      | measures-for-influence-out-of-view | private-messages-off    |
        | facilitator-confidence | facilitators-not-confident | measures-for-facilitators          | two-facilitators        |

    Scenario Outline: From the office it looks well, from the session it does not (<question>)
      Given the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | <worst> | practitioner |
      When the case is screened
      Then the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question               | least      | worst         | flag                       |
        | group-cohesion         | maintained | lost          | group-weakened             |
        | off-screen-influence   | no         | yes           | influence-out-of-view      |
        | facilitator-confidence | confident  | not-confident | facilitators-not-confident |

  @rule:group-does-not-hold
  Rule: What does not hold takes in nobody new

    Scenario Outline: The group is lost, or facilitators do not feel able (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "group-does-not-hold" applies
      And the safeguard "no-new-participants" is called for
      Examples:
        | question               | answer        |
        | group-cohesion         | lost          |
        | facilitator-confidence | not-confident |

    Scenario Outline: It holds less than it should, and still holds (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "group-does-not-hold" does not apply
      And the safeguard "no-new-participants" is not called for
      Examples:
        | question               | answer   |
        | group-cohesion         | weakened |
        | facilitator-confidence | partly   |

    Scenario: Facilitators have not been asked
      Given "facilitator-confidence" is not answered
      When the case is screened
      Then it is unknown whether the rule "group-does-not-hold" applies
      And the safeguard "no-new-participants" is called for until more is known

    Scenario: One facilitator says that the group holds, the programme that it is lost
      Given the answers
        | question       | answer     | source       |
        | group-cohesion | maintained | practitioner |
        | group-cohesion | lost       | programme    |
      When the case is screened
      Then the rule "group-does-not-hold" applies
      And the report shows that the sources disagree about "group-cohesion"
