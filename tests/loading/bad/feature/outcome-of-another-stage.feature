Feature: Something

  Scenario: Told as at another stage
    Given a client during the programme
    When the case is screened
    Then the recommendation is against online delivery
