Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question               | source           |
      | non-abuse-supports     | client           |
      | anticipated-triggers   | client           |
      | stress-strategies      | client           |
      | accountability-sources | client           |
      | ongoing-support-needs  | client           |
      | digital-commitments    | client           |
      | change-corroborated    | child-protection |
      | change-corroborated    | partner-support  |
      | change-corroborated    | police           |
      | change-corroborated    | probation        |
      | partner-input-at-end   | partner-support  |
      | agency-input-at-end    | child-protection |
      | agency-input-at-end    | partner-support  |
      | agency-input-at-end    | police           |
      | agency-input-at-end    | probation        |
      | follow-up-agreed       | practitioner     |
