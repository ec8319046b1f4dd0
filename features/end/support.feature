Feature: Support, accountability and follow-up after the programme

  Background:
    Given a client at the end of the programme
    And nothing of concern is known

  @rule:crisis-contact-open
  Rule: Somebody other than her can be reached in a crisis

    Scenario Outline: There is nobody, or nobody for certain (<answer>)
      Given "crisis-contact" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "crisis-contact-open" applies
      And the safeguard "crisis-contact-named" is called for
      Examples:
        | answer |
        | unsure |
        | nobody |

    Scenario: There is a helpline, and he has tried it
      Given "crisis-contact" is answered "yes" by client
      When the case is screened
      Then the rule "crisis-contact-open" does not apply
      And the safeguard "crisis-contact-named" is not called for

    Scenario: He was not asked
      Given "crisis-contact" is not answered
      When the case is screened
      Then it is unknown whether the rule "crisis-contact-open" applies
      And the safeguard "crisis-contact-named" is called for until more is known

    Scenario: He names a friend, the practitioner called the number in vain
      Given the answers
        | question       | answer | source       |
        | crisis-contact | yes    | client       |
        | crisis-contact | unsure | practitioner |
      When the case is screened
      Then the safeguard "crisis-contact-named" is called for
      And the report shows that the sources disagree about "crisis-contact"

  @rule:accountability-thin
  Rule: More than one person or service holds him to account

    Scenario Outline: There is one at most (<answer>)
      Given "accountability-sources" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "accountability-thin" applies
      And the safeguard "accountability-arranged" is called for
      Examples:
        | answer |
        | one    |
        | none   |

    Scenario: There are a mentor and a group
      When the case is screened
      Then the rule "accountability-thin" does not apply
      And the safeguard "accountability-arranged" is not called for

    Scenario: He was not asked who will hold him to account
      Given "accountability-sources" is not answered
      When the case is screened
      Then it is unknown whether the rule "accountability-thin" applies
      And the safeguard "accountability-arranged" is called for until more is known

    Scenario: He names two, one of them knows of nothing
      Given the answers
        | question               | answer      | source       |
        | accountability-sources | two-or-more | client       |
        | accountability-sources | one         | practitioner |
      When the case is screened
      Then the safeguard "accountability-arranged" is called for
      And the report shows that the sources disagree about "accountability-sources"

  @rule:nobody-holds-to-account
  Rule: That nobody holds him to account calls for care

    Scenario: There is nobody
      Given "accountability-sources" is answered "none" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "accountability-missing" is raised by "nobody-holds-to-account"

    Scenario Outline: There is somebody (<answer>)
      Given "accountability-sources" is answered "<answer>" by client
      When the case is screened
      Then the rule "nobody-holds-to-account" does not apply
      And the flag "accountability-missing" is not raised
      Examples:
        | answer      |
        | one         |
        | two-or-more |

    Scenario: He does not know
      Given client does not know "accountability-sources"
      When the case is screened
      Then the flag "accountability-missing" could still be raised

    Scenario: He names a friend, the friend told probation that he has no part in it
      Given the answers
        | question               | answer | source    |
        | accountability-sources | one    | client    |
        | accountability-sources | none   | probation |
      When the case is screened
      Then the flag "accountability-missing" is raised by "nobody-holds-to-account"
      And the report shows that the sources disagree about "accountability-sources"

  @rule:help-to-be-arranged
  Rule: Further help is arranged before the last session

    Scenario Outline: Some of it is open (<answer>)
      Given "ongoing-support-needs" is answered "<answer>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "help-to-be-arranged" applies
      And the safeguard "further-support-arranged" is called for
      Examples:
        | answer     |
        | partly-met |
        | unmet      |

    Scenario: It is arranged
      When the case is screened
      Then the rule "help-to-be-arranged" does not apply
      And the safeguard "further-support-arranged" is not called for

    Scenario: Nobody asked what he needs
      Given "ongoing-support-needs" is not answered
      When the case is screened
      Then it is unknown whether the rule "help-to-be-arranged" applies
      And the safeguard "further-support-arranged" is called for until more is known

    Scenario: He needs nothing, the practitioner knows of the debts
      Given the answers
        | question              | answer     | source       |
        | ongoing-support-needs | met        | client       |
        | ongoing-support-needs | partly-met | practitioner |
      When the case is screened
      Then the safeguard "further-support-arranged" is called for
      And the report shows that the sources disagree about "ongoing-support-needs"

  @rule:help-not-arranged
  Rule: That no help is arranged calls for care

    Scenario: None of it is arranged
      Given "ongoing-support-needs" is answered "unmet" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "support-needs-open" is raised by "help-not-arranged"

    Scenario: Some of it is
      Given "ongoing-support-needs" is answered "partly-met" by client
      When the case is screened
      Then the rule "help-not-arranged" does not apply
      And the flag "support-needs-open" is not raised

    Scenario: He did not want to say
      Given client declined to answer "ongoing-support-needs"
      When the case is screened
      Then the flag "support-needs-open" could still be raised

    Scenario: He has what he needs, probation sees no flat and no doctor
      Given the answers
        | question              | answer | source    |
        | ongoing-support-needs | met    | client    |
        | ongoing-support-needs | unmet  | probation |
      When the case is screened
      Then the flag "support-needs-open" is raised by "help-not-arranged"
      And the report shows that the sources disagree about "ongoing-support-needs"

  @rule:no-follow-up
  Rule: That no follow-up is agreed calls for care

    Scenario: None is agreed
      Given "follow-up-agreed" is answered "no" by practitioner
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "follow-up-not-agreed" is raised by "no-follow-up"

    Scenario: Name and date are agreed
      Given "follow-up-agreed" is answered "yes" by practitioner
      When the case is screened
      Then the rule "no-follow-up" does not apply
      And the flag "follow-up-not-agreed" is not raised

    Scenario: He says that it is agreed
      Given "follow-up-agreed" is answered "yes" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "follow-up-not-agreed" could still be raised
      And "follow-up-agreed" is to be found out from practitioner

    Scenario: The programme has a date, the practitioner knows that he turned it down
      Given the answers
        | question         | answer | source       |
        | follow-up-agreed | yes    | programme    |
        | follow-up-agreed | no     | practitioner |
      When the case is screened
      Then the flag "follow-up-not-agreed" is raised by "no-follow-up"
      And the report shows that the sources disagree about "follow-up-agreed"

  @rule:safeguards-without-follow-up
  Rule: It is not left to him alone whether anybody looks

    Scenario Outline: No follow-up, or nobody to hold him to account (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-without-follow-up" applies
      And the safeguard "follow-up-without-agreement" is called for
      Examples:
        | question               | answer |
        | follow-up-agreed       | no     |
        | accountability-sources | none   |

    Scenario: Both are there
      When the case is screened
      Then the rule "safeguards-without-follow-up" does not apply
      And the safeguard "follow-up-without-agreement" is not called for

    Scenario: Nobody has said whether a follow-up is agreed
      Given "follow-up-agreed" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-without-follow-up" applies
      And the safeguard "follow-up-without-agreement" is called for until more is known

    Scenario: He says yes to the practitioner and no to the programme's office
      Given the answers
        | question         | answer | source       |
        | follow-up-agreed | yes    | practitioner |
        | follow-up-agreed | no     | programme    |
      When the case is screened
      Then the safeguard "follow-up-without-agreement" is called for
      And the report shows that the sources disagree about "follow-up-agreed"

  @rule:withdraws-in-several-ways
  Rule: Turning away in more than one way calls for care

    Scenario Outline: Two ways (<one> - <other>)
      Given "<one>" is answered "<first>" by practitioner
      And "<other>" is answered "<second>" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the flag "turns-from-accountability" is raised by "withdraws-in-several-ways"
      Examples:
        | one                 | first   | other                  | second  |
        | follow-up-agreed    | no      | accountability-sources | none    |
        | follow-up-agreed    | no      | digital-commitments    | refused |
        | digital-commitments | refused | crisis-contact         | nobody  |

    Scenario Outline: One way (<question>)
      Given "<question>" is answered "<answer>" by practitioner
      When the case is screened
      Then the rule "withdraws-in-several-ways" does not apply
      And the flag "turns-from-accountability" is not raised
      Examples:
        | question               | answer  |
        | follow-up-agreed       | no      |
        | accountability-sources | none    |
        | digital-commitments    | refused |
        | crisis-contact         | nobody  |

    Scenario: One way, and of another it is not known
      Given "digital-commitments" is answered "refused" by client
      And "follow-up-agreed" is not answered
      When the case is screened
      Then the flag "turns-from-accountability" could still be raised
      And "follow-up-agreed" is to be found out from practitioner

    Scenario: He has given his promises to the practitioner and taken them back before probation
      Given "follow-up-agreed" is answered "no" by practitioner
      And the answers
        | question            | answer  | source       |
        | digital-commitments | given   | practitioner |
        | digital-commitments | refused | probation    |
      When the case is screened
      Then the flag "turns-from-accountability" is raised by "withdraws-in-several-ways"
      And the report shows that the sources disagree about "digital-commitments"

  @rule:safeguards-for-turning-away
  Rule: A second person reads the file before closing

    Scenario: He wants no follow-up and gives no promises
      Given "follow-up-agreed" is answered "no" by practitioner
      And "digital-commitments" is answered "refused" by client
      When the case is screened
      Then the recommendation is to close with follow-up conditions
      And the rule "safeguards-for-turning-away" applies
      And the safeguard "second-view-before-closing" is called for
      And the safeguard "closer-follow-up" is called for

    Scenario: He wants no follow-up, and that is all
      Given "follow-up-agreed" is answered "no" by practitioner
      When the case is screened
      Then the rule "safeguards-for-turning-away" does not apply
      And the safeguard "second-view-before-closing" is not called for

    Scenario: He wants no follow-up, and nobody has asked for his promises
      Given "follow-up-agreed" is answered "no" by practitioner
      And "digital-commitments" is not answered
      When the case is screened
      Then it is unknown whether the rule "safeguards-for-turning-away" applies
      And the safeguard "second-view-before-closing" is called for until more is known

    Scenario: He wants no follow-up, and sources differ about who will hold him to account
      Given "follow-up-agreed" is answered "no" by practitioner
      And the answers
        | question               | answer | source    |
        | accountability-sources | one    | client    |
        | accountability-sources | none   | probation |
      When the case is screened
      Then the safeguard "second-view-before-closing" is called for
      And the report shows that the sources disagree about "accountability-sources"
