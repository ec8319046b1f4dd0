"""How the German catalogue speaks of the people: each word in the three forms of its marker, by grammatical case.

German names people rather than taking a pronoun wherever a pronoun could be taken for somebody else's.
"""

from __future__ import annotations

from typing import Final

CLIENT: Final = "<client: der Klient|die Klientin|die teilnehmende Person>"
CLIENT_GENITIVE: Final = "<client: des Klienten|der Klientin|der teilnehmenden Person>"
CLIENT_DATIVE: Final = "<client: dem Klienten|der Klientin|der teilnehmenden Person>"
CLIENT_ACCUSATIVE: Final = "<client: den Klienten|die Klientin|die teilnehmende Person>"
CLIENT_ALONE: Final = "<client: Klient|Klientin|teilnehmende Person>"

PARTNER: Final = "<partner: die (Ex-)Partnerin|der (Ex-)Partner|die (Ex-)Partnerperson>"
PARTNER_FIRST: Final = "<partner: Die (Ex-)Partnerin|Der (Ex-)Partner|Die (Ex-)Partnerperson>"
PARTNER_GENITIVE: Final = "<partner: der (Ex-)Partnerin|des (Ex-)Partners|der (Ex-)Partnerperson>"
PARTNER_DATIVE: Final = "<partner: der (Ex-)Partnerin|dem (Ex-)Partner|der (Ex-)Partnerperson>"
PARTNER_ACCUSATIVE: Final = "<partner: die (Ex-)Partnerin|den (Ex-)Partner|die (Ex-)Partnerperson>"
PARTNER_ALONE: Final = "<partner: (Ex-)Partnerin|(Ex-)Partner|(Ex-)Partnerperson>"

SUPPORT_ALONE: Final = "<partner: Partnerinnenunterstützung|Partnerunterstützung|Unterstützung der (Ex-)Partnerperson>"
SUPPORT: Final = f"die {SUPPORT_ALONE}"
SUPPORT_FIRST: Final = f"Die {SUPPORT_ALONE}"
SUPPORT_DATIVE: Final = f"der {SUPPORT_ALONE}"
