Feature: A home shared
  Scenario: He lives alone
    Given the answers
      | question           | answer | source   | on         |
      | lives-with-partner | no     | referrer | 2031-01-01 |
      | private-space      | always | client   | 20261101   |
    When the case is screened
    Then no recommendation can be made yet
