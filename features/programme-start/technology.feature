Feature: Platform, devices and preparation
  The platform is checked, clients take part on devices of their own, and nobody learns the technology in the first session.

  Background:
    Given a programme before it works online
    And nothing of concern is known

  @rule:platform-not-checked @rule:platform-checked-in-part @rule:measures-for-the-platform
  @rule:no-rule-about-devices @rule:own-device-not-required @rule:measures-for-devices
  Rule: The platform is checked, and there is a rule about devices

    Scenario Outline: The platform is not checked, or devices have no rule (<question>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised by "<rule>"
      And the flag "<flag>" would be resolved by "<safeguard>"
      Examples:
        | question        | answer | flag                | rule                  | safeguard           |
        | platform-secure | no     | platform-not-secure | platform-not-checked  | platform-assessment |
        | device-policy   | none   | devices-unregulated | no-rule-about-devices | device-rule         |

    Scenario Outline: The platform is checked in part, or exceptions are made for devices (<question>)
      Given "<question>" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "<flag>" is raised by "<rule>"
      And the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for
      Examples:
        | question        | answer               | flag                   | rule                     | measures                  | safeguard           |
        | platform-secure | partly               | platform-half-checked  | platform-checked-in-part | measures-for-the-platform | platform-assessment |
        | device-policy   | own-device-preferred | exceptions-for-devices | own-device-not-required  | measures-for-devices      | device-rule         |

    Scenario: The platform is checked, and a device of one's own is required
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "platform-not-secure" is not raised
      And the flag "platform-half-checked" is not raised
      And the flag "devices-unregulated" is not raised
      And the flag "exceptions-for-devices" is not raised
      And the safeguard "platform-assessment" is not called for
      And the safeguard "device-rule" is not called for

    Scenario Outline: Nobody has said (<question>)
      Given "<question>" is not answered
      When the case is screened
      Then no recommendation can be made yet
      And the flag "<flag>" could still be raised
      And it is unknown whether the rule "<measures>" applies
      And the safeguard "<safeguard>" is called for until more is known
      And "<question>" is to be found out from programme
      Examples:
        | question        | flag                | measures                  | safeguard           |
        | platform-secure | platform-not-secure | measures-for-the-platform | platform-assessment |
        | device-policy   | devices-unregulated | measures-for-devices      | device-rule         |

    Scenario Outline: The programme says so, practitioners have seen otherwise (<question>)
      Given the answers
        | question   | answer  | source       |
        | <question> | <least> | programme    |
        | <question> | <worst> | practitioner |
      When the case is screened
      Then the recommendation is against moving online yet
      And the flag "<flag>" is raised
      And the report shows that the sources disagree about "<question>"
      Examples:
        | question        | least                          | worst | flag                |
        | platform-secure | encrypted-compliant-and-tested | no    | platform-not-secure |
        | device-policy   | own-device-required            | none  | devices-unregulated |

    Scenario: Practitioners find the platform good; that is no check
      Given the answers
        | question        | answer                         | source       |
        | platform-secure | encrypted-compliant-and-tested | practitioner |
      When the case is screened
      Then no recommendation can be made yet
      And "platform-secure" is to be found out from programme

  @rule:preparation-not-offered @rule:measures-for-preparation
  Rule: Clients are prepared for the technology

    Scenario Outline: They are helped when the need comes up, or not at all (<answer>)
      Given "digital-literacy-support" is answered "<answer>" by programme
      When the case is screened
      Then the recommendation is to go online with conditions
      And the flag "no-technical-preparation" is raised by "preparation-not-offered"
      And the safeguard "preparatory-sessions-offered" is called for
      Examples:
        | answer |
        | ad-hoc |
        | none   |

    Scenario: There is a preparatory session
      When the case is screened
      Then the rule "preparation-not-offered" does not apply
      And the safeguard "preparatory-sessions-offered" is not called for

    Scenario: Nobody has said whether clients are prepared
      Given "digital-literacy-support" is not answered
      When the case is screened
      Then the recommendation is to go online with conditions
      And it is unknown whether the rule "preparation-not-offered" applies
      And the safeguard "preparatory-sessions-offered" is called for until more is known

    Scenario: The programme offers a session that practitioners have no time for
      Given the answers
        | question                 | answer              | source       |
        | digital-literacy-support | preparatory-session | programme    |
        | digital-literacy-support | ad-hoc              | practitioner |
      When the case is screened
      Then the rule "measures-for-preparation" applies
      And the report shows that the sources disagree about "digital-literacy-support"
