# language: de
Funktionalität: Eine Wohnung
  Szenario: Er lebt allein
    Wenn the case is screened
    Dann the recommendation is online with conditions
