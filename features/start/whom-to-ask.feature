Feature: Whom to ask when an answer is missing
  What nobody has said stays open, and the report names those whose word would settle it. Nobody is asked twice about
  what they declined, and nobody is asked whose word would settle nothing.

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario Outline: Nobody has asked yet (<question>, to be asked of <source>)
    Given "<question>" is not answered
    When the case is screened
    Then "<question>" is to be found out from <source>

    Examples:
      | question                   | source           |
      | lives-with-partner         | child-protection |
      | lives-with-partner         | partner-support  |
      | lives-with-partner         | practitioner     |
      | joins-from                 | practitioner     |
      | people-nearby              | partner-support  |
      | people-nearby              | practitioner     |
      | private-space              | practitioner     |
      | overheard-or-influenced    | practitioner     |
      | shares-with-partner        | partner-support  |
      | shares-with-partner        | practitioner     |
      | when-one-wants-privacy     | client           |
      | access-to-partner-accounts | partner-support  |
      | access-to-partner-accounts | police           |
      | checked-without-permission | child-protection |
      | checked-without-permission | partner-support  |
      | checked-without-permission | police           |
      | digital-abuse              | partner-support  |
      | digital-abuse              | police           |
      | harmful-posting            | partner-support  |
      | harmful-posting            | police           |
      | respectful-communication   | client           |
      | role-reversal              | client           |
      | online-expectations        | client           |
      | coercive-control           | partner-support  |
      | coercive-control           | practitioner     |
      | stalking-history           | partner-support  |
      | stalking-history           | practitioner     |
      | access-to-victim-at-home   | partner-support  |
      | access-to-victim-at-home   | practitioner     |
      | device-used                | partner-support  |
      | device-used                | practitioner     |
      | device-used                | programme        |
      | digital-literacy           | practitioner     |
      | requested-online-by        | practitioner     |
      | requested-online-by        | referrer         |
      | reason-for-online          | practitioner     |
      | reason-for-online          | referrer         |
      | partner-view-of-online     | partner-support  |
      | partner-support-contact    | partner-support  |
      | other-serious-concern      | practitioner     |
