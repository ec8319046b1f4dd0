Feature: Looking back on the structures of online work
  A reflection says what the answers point to and what to do next. It recommends nothing, and excludes nothing.

  Background:
    Given a programme that reflects on its structures

  Scenario: Nobody has answered anything, and it is still a reflection
    When the case is screened
    Then the report is a reflection and recommends nothing
    And the flag "victims-less-safe-in-hindsight" could still be raised
    And the safeguard "online-work-halted-and-looked-at" is called for until more is known

  Scenario: Open questions are recorded, and no rule reads them
    Given nothing of concern is known
    And the answers
      | question                   | answer                                         | source       |
      | online-specific-challenges | Two clients shared a flat and nobody knew.     | practitioner |
      | what-worked-what-risked    | Reach went well. Evenings were hard.           | programme    |
      | next-time                  | No sessions after eight in the evening.        | programme    |
      | ethical-dilemmas           | A child came in. We had not agreed what to do. | practitioner |
      | partnerships-wanted        | A room in the next valley.                     | programme    |
      | data-gaps                  | What partners noticed in the hours afterwards. | programme    |
    When the case is screened
    Then the report is a reflection and recommends nothing
    And the safeguard "lessons-written-into-policy" is not called for

  @rule:lessons-go-no-further @rule:measures-for-lessons
  @rule:skills-turned-out-missing @rule:measures-for-skills
  @rule:more-than-can-be-carried @rule:measures-for-capacity
  @rule:risk-work-not-adapted @rule:measures-for-risk-work
  @rule:data-kept-carelessly @rule:measures-for-data
  Rule: Each answer points somewhere, and to something to do

    Scenario Outline: What it points to (<question> - <answer>)
      Given nothing of concern is known
      And "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the report is a reflection and recommends nothing
      And the flag "<flag>" is raised by "<rule>"
      And the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question                       | answer  | flag                        | rule                      | measures               | safeguard                   |
        | lessons-integrated             | partly  | lessons-not-carried-over    | lessons-go-no-further     | measures-for-lessons   | lessons-written-into-policy |
        | lessons-integrated             | no      | lessons-not-carried-over    | lessons-go-no-further     | measures-for-lessons   | lessons-written-into-policy |
        | competency-gaps                | some    | skills-missing              | skills-turned-out-missing | measures-for-skills    | skills-plan                 |
        | competency-gaps                | serious | skills-missing              | skills-turned-out-missing | measures-for-skills    | skills-plan                 |
        | sustainable                    | partly  | not-sustainable             | more-than-can-be-carried  | measures-for-capacity  | numbers-fitted-to-capacity  |
        | sustainable                    | no      | not-sustainable             | more-than-can-be-carried  | measures-for-capacity  | numbers-fitted-to-capacity  |
        | remote-risk-assessment-adapted | partly  | risk-assessment-not-adapted | risk-work-not-adapted     | measures-for-risk-work | risk-work-adapted           |
        | remote-risk-assessment-adapted | no      | risk-assessment-not-adapted | risk-work-not-adapted     | measures-for-risk-work | risk-work-adapted           |
        | ethical-data-storage           | partly  | data-not-well-kept          | data-kept-carelessly      | measures-for-data      | data-plan                   |
        | ethical-data-storage           | no      | data-not-well-kept          | data-kept-carelessly      | measures-for-data      | data-plan                   |

    Scenario Outline: It points nowhere (<safeguard>)
      Given nothing of concern is known
      When the case is screened
      Then the report is a reflection and recommends nothing
      And the flag "<flag>" is not raised
      And the rule "<measures>" does not apply
      And the safeguard "<safeguard>" is not called for
      Examples:
        | flag                        | measures               | safeguard                   |
        | lessons-not-carried-over    | measures-for-lessons   | lessons-written-into-policy |
        | skills-missing              | measures-for-skills    | skills-plan                 |
        | not-sustainable             | measures-for-capacity  | numbers-fitted-to-capacity  |
        | risk-assessment-not-adapted | measures-for-risk-work | risk-work-adapted           |
        | data-not-well-kept          | measures-for-data      | data-plan                   |

    Scenario Outline: Nobody has answered (<question>)
      Given nothing of concern is known
      And "<question>" is not answered
      When the case is screened
      Then the flag "<flag>" could still be raised
      And it is unknown whether the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for until more is known
      Examples:
        | question                       | flag                        | measures               | safeguard                   |
        | lessons-integrated             | lessons-not-carried-over    | measures-for-lessons   | lessons-written-into-policy |
        | competency-gaps                | skills-missing              | measures-for-skills    | skills-plan                 |
        | sustainable                    | not-sustainable             | measures-for-capacity  | numbers-fitted-to-capacity  |
        | remote-risk-assessment-adapted | risk-assessment-not-adapted | measures-for-risk-work | risk-work-adapted           |
        | ethical-data-storage           | data-not-well-kept          | measures-for-data      | data-plan                   |

    Scenario Outline: Those who run the programme and those who do the work see it differently (<question>)
      Given nothing of concern is known
      And the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | <worst> | practitioner |
      When the case is screened
      Then the rule "<rule>" applies
      And the rule "<measures>" applies
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                       | least | worst   | rule                      | measures               |
        | lessons-integrated             | yes   | no      | lessons-go-no-further     | measures-for-lessons   |
        | competency-gaps                | none  | serious | skills-turned-out-missing | measures-for-skills    |
        | sustainable                    | yes   | no      | more-than-can-be-carried  | measures-for-capacity  |
        | remote-risk-assessment-adapted | yes   | no      | risk-work-not-adapted     | measures-for-risk-work |
        | ethical-data-storage           | yes   | no      | data-kept-carelessly      | measures-for-data      |

  @rule:victims-became-less-safe @rule:measures-after-harm
  Rule: If victims/survivors have become less safe, everything else waits

    Scenario Outline: They have, whoever saw it (<source>)
      Given nothing of concern is known
      And "observed-victim-safety-effect" is answered "less-safe" by <source>
      When the case is screened
      Then the report is a reflection and recommends nothing
      And the flag "victims-less-safe-in-hindsight" is raised by "victims-became-less-safe"
      And the rule "measures-after-harm" applies
      And the safeguard "online-work-halted-and-looked-at" is called for
      Examples:
        | source          |
        | partner-support |
        | programme       |
        | practitioner    |
        | police          |

    Scenario Outline: Somebody looked and found otherwise (<answer>)
      Given nothing of concern is known
      And "observed-victim-safety-effect" is answered "<answer>" by partner-support
      When the case is screened
      Then the rule "victims-became-less-safe" does not apply
      And the rule "measures-after-harm" does not apply
      And the safeguard "online-work-halted-and-looked-at" is not called for
      Examples:
        | answer        |
        | safer         |
        | no-difference |

    Scenario: Nobody looked, which is not "no difference"
      Given nothing of concern is known
      And the answers
        | question                      | answer        | source          |
        | observed-victim-safety-effect | asked-unknown | partner-support |
      When the case is screened
      Then the flag "victims-less-safe-in-hindsight" could still be raised
      And it is unknown whether the rule "measures-after-harm" applies
      And the safeguard "online-work-halted-and-looked-at" is called for until more is known

    Scenario: The programme saw no difference, partner support did
      Given nothing of concern is known
      And the answers
        | question                      | answer        | source          |
        | observed-victim-safety-effect | no-difference | programme       |
        | observed-victim-safety-effect | less-safe     | partner-support |
      When the case is screened
      Then the flag "victims-less-safe-in-hindsight" is raised
      And the report shows that the sources disagree about "observed-victim-safety-effect"

  @rule:little-comes-in @rule:nothing-follows @rule:agencies-hard-to-reach @rule:measures-for-information
  Rule: What others know comes in, and something follows from it

    Scenario Outline: Little comes in, little follows, or it takes long (<question> - <answer>)
      Given nothing of concern is known
      And "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the report is a reflection and recommends nothing
      And the flag "<flag>" is raised by "<rule>"
      And the rule "measures-for-information" applies
      And the safeguard "information-followed-up" is called for
      Examples:
        | question                      | answer    | flag                       | rule                   |
        | incoming-risk-information     | irregular | risk-information-thin      | little-comes-in        |
        | incoming-risk-information     | none      | risk-information-thin      | little-comes-in        |
        | information-reaches-decisions | partly    | information-without-effect | nothing-follows        |
        | information-reaches-decisions | no        | information-without-effect | nothing-follows        |
        | timely-agency-communication   | partly    | agency-contact-slow        | agencies-hard-to-reach |
        | timely-agency-communication   | no        | agency-contact-slow        | agencies-hard-to-reach |

    Scenario: It comes in regularly and promptly, and something follows
      Given nothing of concern is known
      When the case is screened
      Then the rule "little-comes-in" does not apply
      And the rule "nothing-follows" does not apply
      And the rule "agencies-hard-to-reach" does not apply
      And the rule "measures-for-information" does not apply
      And the safeguard "information-followed-up" is not called for

    Scenario Outline: Nobody has said what comes in (<question>)
      Given nothing of concern is known
      And "<question>" is not answered
      When the case is screened
      Then it is unknown whether the rule "<rule>" applies
      And it is unknown whether the rule "measures-for-information" applies
      And the safeguard "information-followed-up" is called for until more is known
      Examples:
        | question                      | rule                   |
        | incoming-risk-information     | little-comes-in        |
        | information-reaches-decisions | nothing-follows        |
        | timely-agency-communication   | agencies-hard-to-reach |

    Scenario Outline: The programme and others see it differently (<question>)
      Given nothing of concern is known
      And the answers
        | question   | answer  | source    |
        | <question> | <least> | programme |
        | <question> | <worst> | <source>  |
      When the case is screened
      Then the rule "<rule>" applies
      And the rule "measures-for-information" applies
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question                      | least   | worst | source          | rule                   |
        | incoming-risk-information     | regular | none  | partner-support | little-comes-in        |
        | information-reaches-decisions | yes     | no    | practitioner    | nothing-follows        |
        | timely-agency-communication   | yes     | no    | partner-support | agencies-hard-to-reach |
