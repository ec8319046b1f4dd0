Feature: What counts as change, and who is asked

  Background:
    Given a programme that closes its online work
    And nothing of concern is known

  @rule:change-not-shown @rule:measures-for-judging-change
  Rule: Change is judged by more than an impression

    Scenario Outline: It goes by impression, or is not judged (<question> - <answer>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "change-rests-on-impression" is raised by "change-not-shown"
      And the safeguard "signs-of-change-agreed" is called for
      Examples:
        | question                  | answer   |
        | effectiveness-method      | informal |
        | effectiveness-method      | none     |
        | genuine-change-indicators | informal |
        | genuine-change-indicators | none     |

    Scenario: There are a method and defined signs
      When the case is screened
      Then the rule "change-not-shown" does not apply
      And the rule "measures-for-judging-change" does not apply
      And the safeguard "signs-of-change-agreed" is not called for

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "change-not-shown" applies
      And it is unknown whether the rule "measures-for-judging-change" applies
      And the safeguard "signs-of-change-agreed" is called for until more is known
      Examples:
        | question                  |
        | effectiveness-method      |
        | genuine-change-indicators |

    Scenario: The programme has defined signs, practitioners go by attendance
      Given the answers
        | question                  | answer   | source       |
        | genuine-change-indicators | defined  | programme    |
        | genuine-change-indicators | informal | practitioner |
      When the case is screened
      Then the rule "change-not-shown" applies
      And the rule "measures-for-judging-change" applies
      And the report shows that the sources disagree about "genuine-change-indicators"

  @rule:survivors-not-asked-about-change @rule:measures-for-survivor-feedback
  Rule: (Ex-)partners and survivors are asked

    Scenario: They are not
      Given "partner-feedback-collected" is answered "no" by partner-support
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "survivors-not-asked" is raised by "survivors-not-asked-about-change"
      And the safeguard "survivor-feedback-asked" is called for

    Scenario: They are
      When the case is screened
      Then the rule "survivors-not-asked-about-change" does not apply
      And the rule "measures-for-survivor-feedback" does not apply
      And the safeguard "survivor-feedback-asked" is not called for

    Scenario: Nobody has said whether they are
      Given "partner-feedback-collected" is not answered
      When the case is screened
      Then the flag "survivors-not-asked" could still be raised
      And it is unknown whether the rule "measures-for-survivor-feedback" applies
      And the safeguard "survivor-feedback-asked" is called for until more is known

    Scenario: The programme says that they are, partner support that they are not
      Given the answers
        | question                   | answer | source          |
        | partner-feedback-collected | yes    | programme       |
        | partner-feedback-collected | no     | partner-support |
      When the case is screened
      Then the rule "survivors-not-asked-about-change" applies
      And the rule "measures-for-survivor-feedback" applies
      And the report shows that the sources disagree about "partner-feedback-collected"
