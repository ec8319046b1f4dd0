Feature: What no scenario shows of small 1.0.0
  Each expectation here is what the rules do now. Read it before you keep it: where it is not what you want,
  the rule is to be changed.

  @rule:call-back-when-overheard @rule:not-alone
  Scenario: He may be overheard (could still be raised), so it stays open whether the rule applies
    Given a client at the start of the programme
    And nothing of concern is known
    And "people-nearby" is not answered
    When the case is screened
    Then the recommendation is online with conditions
    And it is unknown whether the rule "call-back-when-overheard" applies
    And it is unknown whether the rule "not-alone" applies

  @rule:device-shared
  Scenario: "shares-with-partner": it may be device, so it stays open whether the rule applies
    Given a client at the start of the programme
    And nothing of concern is known
    And "shares-with-partner" is not answered
    When the case is screened
    Then no recommendation can be made yet
    And it is unknown whether the rule "device-shared" applies
