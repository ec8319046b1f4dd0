Feature: Each test of a rule, where it alone decides
  A rule often tests several things. Here each of them stands alone: everything else is as it has to be for this one
  answer, or its absence, to make the difference.

  Background:
    Given a client during the programme

  @rule:abuse-accounts-differ-or-open
  Scenario: A pattern of coercive control: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question         | answer     | source          |
      | coercive-control | none-known | partner-support |
      | coercive-control | past       | practitioner    |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: Devices, logins or accounts the two of them share: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question            | answer                | source          |
      | shares-with-partner | nothing               | partner         |
      | shares-with-partner | accounts-or-passwords | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: The device he would join on: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question    | answer            | source          |
      | device-used | own               | partner         |
      | device-used | lent-by-programme | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: His access to her phone, accounts or location: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer | source          |
      | access-to-partner-accounts | none   | partner         |
      | access-to-partner-accounts | past   | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: What he does with that access: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer   | source  |
      | use-of-access | not-used | partner |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: Looking at her messages, profiles or whereabouts without her agreement: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer | source          |
      | checked-without-permission | never  | partner         |
      | checked-without-permission | past   | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: What he did with what he found out: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question              | answer  | source  |
      | use-of-what-was-found | nothing | partner |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: Posts about her that hurt or frightened her: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question        | answer | source          |
      | harmful-posting | never  | partner         |
      | harmful-posting | past   | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open
  Scenario: What he does with that access: unknown, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer            | source  |
      | access-to-partner-accounts | current-or-sought | partner |
    And "use-of-access" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And the rule "abuse-accounts-differ-or-open" applies

  @rule:abuse-accounts-differ-or-open @rule:pattern-for-consultation
  Scenario: What he did with what he found out: unknown, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer | source  |
      | checked-without-permission | recent | partner |
    And "use-of-what-was-found" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And the rule "abuse-accounts-differ-or-open" applies
    And it is unknown whether the rule "pattern-for-consultation" applies

  @rule:children-close-by
  Scenario: Children close by, so the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer   | source          |
      | people-nearby | children | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "children-close-by" applies

  @rule:defends-control
  Scenario: What happens when one of them wants more privacy: punished, so the rule applies
    Given nothing of concern is known
    And the answers
      | question               | answer   | source |
      | when-one-wants-privacy | punished | client |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "defends-control" applies

  @rule:defends-control
  Scenario: What respectful contact would look like to him: rejected, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                 | answer   | source |
      | respectful-communication | rejected | client |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "defends-control" applies

  @rule:digital-abuse-known
  Scenario: What he did with what he found out: confronted or threatened-or-followed, so the rule applies
    Given nothing of concern is known
    And the answers
      | question              | answer     | source  |
      | use-of-what-was-found | confronted | partner |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "digital-abuse-known" applies

  @rule:home-accounts-differ-or-open
  Scenario: Whether he can reach her from where he joins: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question                 | answer   | source          |
      | access-to-victim-at-home | no       | partner         |
      | access-to-victim-at-home | at-times | partner-support |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "home-accounts-differ-or-open" applies

  @rule:home-accounts-differ-or-open
  Scenario: Who is near when he joins: the sources differ, so the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer       | source          |
      | people-nearby | nobody       | partner-support |
      | people-nearby | other-adults | probation       |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "home-accounts-differ-or-open" applies

  @rule:left-with-other-signs @rule:signs-taken-together
  Scenario: Leaving or dropping out of a session: it may be unexplained, so it stays open whether the rule applies
    Given nothing of concern is known
    And "actions-after-session" is not answered
    And "left-abruptly" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "left-with-other-signs" applies
    And it is unknown whether the rule "signs-taken-together" applies

  @rule:no-room-at-all @rule:place-not-private
  Scenario: The place he would join from: vehicle-or-public or changes, so the rule applies
    Given nothing of concern is known
    And the answers
      | question   | answer            | source    |
      | joins-from | vehicle-or-public | probation |
    When the case is screened
    Then the recommendation is to continue with conditions
    And the rule "no-room-at-all" applies
    And the rule "place-not-private" applies

  @rule:no-word-and-other-signs
  Scenario: Recording, pictures of the screen, demands or other control online: it may be suspected or yes, so it stays open whether the rule applies
    Given nothing of concern is known
    And "controlling-digital-conduct" is not answered
    And "partner-safe-after-session" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "no-word-and-other-signs" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Whether the client was seen to be alone in the last session: it may be not-verified or no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "access-to-victim-at-home" is not answered
    And "alone-this-session" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Who is near when he joins: it may be partner, so it stays open whether the rule applies
    Given nothing of concern is known
    And "alone-this-session" is not answered
    And "people-nearby" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:not-verified-and-partner-may-be-near
  Scenario: Who is near when a session has ended: it may be partner, so it stays open whether the rule applies
    Given nothing of concern is known
    And "alone-this-session" is not answered
    And "people-after-session" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "not-verified-and-partner-may-be-near" applies

  @rule:pattern-for-consultation
  Scenario: Coercive control, at least in the past (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "checked-without-permission" is not answered
    And "coercive-control" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pattern-for-consultation" applies

  @rule:pursued-her-and-still-can
  Scenario: His access to her phone, accounts or location: it may be current-or-sought, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question              | answer                 | source  |
      | use-of-what-was-found | threatened-or-followed | partner |
    And "access-to-partner-accounts" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pursued-her-and-still-can" applies

  @rule:pursued-her-and-still-can
  Scenario: Devices, logins or accounts the two of them share: accounts-or-passwords or device, so the rule applies
    Given nothing of concern is known
    And the answers
      | question              | answer                 | source  |
      | shares-with-partner   | device                 | partner |
      | use-of-what-was-found | threatened-or-followed | partner |
    When the case is screened
    Then the recommendation is to pause online work
    And the rule "pursued-her-and-still-can" applies

  @rule:pursued-her-and-still-can
  Scenario: Devices, logins or accounts the two of them share: it may be accounts-or-passwords or device, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question              | answer                 | source  |
      | use-of-what-was-found | threatened-or-followed | partner |
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "pursued-her-and-still-can" applies

  @rule:reachable-and-not-private
  Scenario: A room to himself: it may be no, so it stays open whether the rule applies
    Given nothing of concern is known
    And "access-to-victim-at-home" is not answered
    And "private-space" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "reachable-and-not-private" applies

  @rule:reachable-and-not-private
  Scenario: Whether anyone can overhear, watch or influence him: yes, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question                | answer | source    |
      | overheard-or-influenced | yes    | probation |
    And "access-to-victim-at-home" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And it is unknown whether the rule "reachable-and-not-private" applies

  @rule:reachable-and-not-private
  Scenario: Whether anyone can overhear, watch or influence him: it may be yes, so it stays open whether the rule applies
    Given nothing of concern is known
    And "access-to-victim-at-home" is not answered
    And "overheard-or-influenced" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "reachable-and-not-private" applies

  @rule:shared-accounts-after-control
  Scenario: A pattern of coercive control: it may be past or ongoing, so it stays open whether the rule applies (shared-accounts-after-control, during)
    Given nothing of concern is known
    And "coercive-control" is not answered
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Stalking or following: past or current, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question         | answer  | source          |
      | stalking-history | current | partner-support |
    And "shares-with-partner" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Stalking or following: it may be past or current, so it stays open whether the rule applies (shared-accounts-after-control, during)
    Given nothing of concern is known
    And "shares-with-partner" is not answered
    And "stalking-history" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Looking at her messages, profiles or whereabouts without her agreement: past or recent, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question                   | answer | source  |
      | checked-without-permission | recent | partner |
    And "shares-with-partner" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Looking at her messages, profiles or whereabouts without her agreement: it may be past or recent, so it stays open whether the rule applies
    Given nothing of concern is known
    And "checked-without-permission" is not answered
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: What he does with that access: checking or controlling, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer      | source  |
      | use-of-access | controlling | partner |
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: What he does with that access: it may be checking or controlling, so it stays open whether the rule applies
    Given nothing of concern is known
    And "shares-with-partner" is not answered
    And "access-to-partner-accounts" is not answered
    And "use-of-access" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Watching, frightening, humiliating or threatening her by digital means: past or recent, so it stays open whether the rule applies
    Given nothing of concern is known
    And the answers
      | question      | answer | source  |
      | digital-abuse | recent | partner |
    And "shares-with-partner" is not answered
    When the case is screened
    Then the recommendation is to pause online work
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:shared-accounts-after-control
  Scenario: Watching, frightening, humiliating or threatening her by digital means: it may be past or recent, so it stays open whether the rule applies
    Given nothing of concern is known
    And "digital-abuse" is not answered
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "shared-accounts-after-control" applies

  @rule:signs-taken-together
  Scenario: Control online, suspected at the least (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "actions-after-session" is not answered
    And "controlling-digital-conduct" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "signs-taken-together" applies

  @rule:signs-taken-together
  Scenario: Influence on others off-screen (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "actions-after-session" is not answered
    And "side-channel-use" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "signs-taken-together" applies

  @rule:signs-taken-together
  Scenario: New information on danger (could still be raised), so it stays open whether the rule applies
    Given nothing of concern is known
    And "actions-after-session" is not answered
    And "new-risk-information" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "signs-taken-together" applies

  @rule:stirred-up-within-reach
  Scenario: Whether he can reach her from where he joins: it may be at-times or yes, so it stays open whether the rule applies
    Given nothing of concern is known
    And "access-to-victim-at-home" is not answered
    And "actions-after-session" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "stirred-up-within-reach" applies

  @rule:stirred-up-within-reach
  Scenario: Whether he lives with the (ex-)partner he was violent towards: it may be part-time or yes, so it stays open whether the rule applies
    Given nothing of concern is known
    And "actions-after-session" is not answered
    And "lives-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "stirred-up-within-reach" applies
