Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a client during the programme
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question                    | source           |
      | feelings-after-session      | practitioner     |
      | actions-after-session       | partner-support  |
      | actions-after-session       | police           |
      | actions-after-session       | practitioner     |
      | people-after-session        | partner-support  |
      | people-after-session        | practitioner     |
      | partner-nearby-after        | partner-support  |
      | partner-nearby-after        | practitioner     |
      | contact-with-partner-after  | partner-support  |
      | tension-at-home             | partner-support  |
      | tension-at-home             | practitioner     |
      | hinders-presence            | client           |
      | urge-to-disconnect          | client           |
      | alone-this-session          | practitioner     |
      | engagement-change           | practitioner     |
      | observed-cues               | practitioner     |
      | controlling-digital-conduct | practitioner     |
      | new-risk-information        | child-protection |
      | new-risk-information        | partner-support  |
      | new-risk-information        | police           |
      | new-risk-information        | probation        |
      | partner-safe-after-session  | partner-support  |
      | left-abruptly               | practitioner     |
      | technical-problems          | practitioner     |
      | technical-problems          | programme        |
      | side-channel-use            | practitioner     |
      | side-channel-use            | programme        |
