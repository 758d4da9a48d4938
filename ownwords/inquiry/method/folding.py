"""Names that count as the same: without capitals, accents and needless blanks (inquiry 12)."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """Return a name as it is compared: "  Café  Talk" and "cafe talk" are one.

    Compatibility forms are taken apart, so that "ﬁ" is "fi"; letters that are not accented forms of others stay.
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(unicodedata.normalize("NFKC", plain.casefold()).split())
