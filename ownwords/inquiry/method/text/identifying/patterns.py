"""Patterns of things that identify somebody by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ownwords.inquiry.method.text.identifying.nhs_number import is_nhs_number

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"

NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
#: One letter or two, a digit, perhaps another sign, then digit and two letters; the letters C I K M O V never end one.
POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
#: A number of the United Kingdom (0 or +44 and nine or ten digits), or any with + and a country's number.
PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+44[ -]?(?:\(0\))?[ -]?|\(?0)\d{2,5}\)?(?:[ -]?\d{2,6}){1,3}"
    r"|\+[1-9]\d{0,2}(?:[ -]?\d{2,5}){2,5})(?!\d)"
)
DATE = re.compile(
    rf"\b(?:{DAY}(?: of)? {MONTHS}(?:,? {YEAR})?|{MONTHS} {DAY}(?:,? {YEAR})?|{MONTHS} {YEAR}"
    rf"|{YEAR}-[01]\d-[0-3]\d|[0-3]?\d[/.][01]?\d[/.](?:{YEAR}|\d\d))\b",
    re.IGNORECASE,
)
#: Digits that a telephone number has at least and at most (ITU-T E.164 allows 15).
PHONE_DIGITS = range(10, 16)


def formed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of everything whose form identifies; of overlapping ones the caller takes the first."""
    for found in NHS_NUMBER.finditer(text):
        if is_nhs_number(found[0]):
            yield *found.span(), "nhs_number"
    for kind, pattern in (("email", EMAIL), ("date", DATE), ("postcode", POSTCODE)):
        for found in pattern.finditer(text):
            yield *found.span(), kind
    for found in PHONE.finditer(text):
        if sum(char.isdigit() for char in found[0]) in PHONE_DIGITS:
            yield *found.span(), "phone"
