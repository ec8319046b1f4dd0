Feature: Grounds of the start that stop the case later, whatever it was that brought them up

  @rule:household-shared-part-time @rule:place-known-not-private @rule:partner-support-missing
  Rule: During the programme they speak for a pause

    Background:
      Given a client during the programme
      And nothing of concern is known

    Scenario Outline: It has come about since he started (<question> - <answer>)
      Given "<question>" is answered "<answer>" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "<flag>" is raised by "<rule>"
      Examples:
        | question                | answer        | flag               | rule                       |
        | lives-with-partner      | part-time     | lives-with-victim  | household-shared-part-time |
        | private-space           | no            | no-private-place   | place-known-not-private    |
        | overheard-or-influenced | yes           | no-private-place   | place-known-not-private    |
        | partner-support-contact | not-available | no-partner-support | partner-support-missing    |

  @rule:shared-accounts-after-control
  Rule: So do accounts that are shared after control or surveillance

    Background:
      Given a client during the programme
      And nothing of concern is known

    Scenario: There was control, and an account turns out to be shared
      Given "coercive-control" is answered "past" by practitioner
      And "shares-with-partner" is answered "accounts-or-passwords" by partner-support
      When the case is screened
      Then the recommendation is to pause online work
      And the flag "digital-surveillance" is raised by "shared-accounts-after-control"

  @rule:followed-or-threatened-with-what-was-found
  Rule: Having followed or threatened her with what he found goes on mattering

    Scenario Outline: It was reported once, and no stalking is known otherwise (<stage>)
      Given <stage>
      And nothing of concern is known
      And "checked-without-permission" is answered "past" by partner-support
      And "use-of-what-was-found" is answered "threatened-or-followed" by partner-support
      When the case is screened
      Then the flag "past-stalking" is raised by "followed-or-threatened-with-what-was-found"
      Examples:
        | stage                                |
        | a client during the programme        |
        | a client at the end of the programme |
