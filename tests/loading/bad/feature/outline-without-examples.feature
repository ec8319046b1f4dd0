Feature: A home shared
  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario Outline: Where he lives
    Given "lives-with-partner" is answered "<answer>" by referrer
    When the case is screened
    Then the flag "living-together" is not raised
