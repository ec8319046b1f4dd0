Feature: Which answer is enough for a rule, and which is not
  A rule draws a line through the answers of a question. These cases stand right at it: one answer on either side would
  be told apart.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:withdraws-in-several-ways
  Rule: Two ways of turning away from accountability speak against closing

    Scenario Outline: Nobody will hold him to account, and what else he says is not yet turning away (<question>)
      Given "accountability-sources" is answered "none" by client
      And "<question>" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "turns-from-accountability" is not raised
      And the rule "withdraws-in-several-ways" does not apply

      Examples:
        | question            | answer  |
        | digital-commitments | partial |
        | crisis-contact      | unsure  |
