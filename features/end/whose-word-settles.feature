Feature: Whose reassuring word settles what
  A concerning word counts from anyone, at once. A reassuring word settles a question only when it comes from those whom
  the policy names for it. Others are heard and written down, and the question stays open.
  It does not rest on her to vouch for his change; what she says about danger and freedom is a question of its own.

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  Scenario Outline: A reassuring word that settles the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the recommendation is to close with follow-up conditions
    And "<question>" need not be found out

    Examples: What others say of the change
      | question             | answer     | source           |
      | change-corroborated  | yes        | partner-support  |
      | change-corroborated  | yes        | police           |
      | change-corroborated  | yes        | probation        |
      | change-corroborated  | yes        | child-protection |
      | partner-input-at-end | safer      | partner          |
      | partner-input-at-end | safer      | partner-support  |
      | agency-input-at-end  | no-concern | partner-support  |
      | agency-input-at-end  | no-concern | police           |
      | agency-input-at-end  | no-concern | probation        |
      | agency-input-at-end  | no-concern | child-protection |

    Examples: Follow-up
      | question         | answer | source       |
      | follow-up-agreed | yes    | practitioner |
      | follow-up-agreed | yes    | programme    |

  Scenario Outline: A reassuring word that does not settle the question (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then no recommendation can be made yet

    Examples: What others say of the change
      | question             | answer     | source           |
      | change-corroborated  | yes        | client           |
      | change-corroborated  | yes        | partner          |
      | change-corroborated  | yes        | court            |
      | change-corroborated  | yes        | referrer         |
      | change-corroborated  | yes        | practitioner     |
      | partner-input-at-end | safer      | client           |
      | partner-input-at-end | safer      | police           |
      | partner-input-at-end | safer      | probation        |
      | partner-input-at-end | safer      | child-protection |
      | partner-input-at-end | safer      | court            |
      | partner-input-at-end | safer      | referrer         |
      | partner-input-at-end | safer      | practitioner     |
      | agency-input-at-end  | no-concern | client           |
      | agency-input-at-end  | no-concern | partner          |
      | agency-input-at-end  | no-concern | court            |
      | agency-input-at-end  | no-concern | referrer         |
      | agency-input-at-end  | no-concern | practitioner     |

  Scenario Outline: A reassuring word that leaves a ground for care open (<question> by <source>)
    Given "<question>" is answered "<answer>" by <source>
    When the case is screened
    Then the flag "<flag>" could still be raised

    Examples: Follow-up
      | question         | answer | source           | flag                 |
      | follow-up-agreed | yes    | client           | follow-up-not-agreed |
      | follow-up-agreed | yes    | partner          | follow-up-not-agreed |
      | follow-up-agreed | yes    | partner-support  | follow-up-not-agreed |
      | follow-up-agreed | yes    | police           | follow-up-not-agreed |
      | follow-up-agreed | yes    | probation        | follow-up-not-agreed |
      | follow-up-agreed | yes    | child-protection | follow-up-not-agreed |
      | follow-up-agreed | yes    | court            | follow-up-not-agreed |
      | follow-up-agreed | yes    | referrer         | follow-up-not-agreed |
