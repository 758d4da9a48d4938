"""What somebody typed as the value of an attribute, as it is kept: one way of writing for one value.

"" is not stated, for every kind. "no" is an answer. Kinds: "words", "number", "day", "yes_no".
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

MOST = 500
_NUMBER = re.compile(r"[-+]?\d{1,12}(\.\d{1,6})?")
_ANSWERS = {"no": "no", "false": "no", "yes": "yes", "true": "yes"}


class NotOfKind(ValueError):
    """A value that its attribute cannot have. `kind` says what was expected, "long" that it is too long."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def as_kept(kind: str, typed: str) -> str:
    """Return a value as it is kept. Raises NotOfKind.

    >>> as_kept("number", " 3.50 "), as_kept("words", "Team  nurse"), as_kept("yes_no", "")
    ('3.5', 'Team nurse', '')
    """
    plain = " ".join(typed.replace("\x00", "").split())
    if len(plain) > MOST:
        raise NotOfKind("long")
    if not plain:
        return ""
    return {"number": _number, "day": _day, "yes_no": _yes_no}.get(kind, str)(plain)


def _number(plain: str) -> str:
    if not plain.isascii() or not _NUMBER.fullmatch(plain):
        raise NotOfKind("number")
    value = Decimal(plain)
    whole = format(value, "f")
    whole = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return "0" if not value else whole


def _day(plain: str) -> str:
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        raise NotOfKind("day") from None


def _yes_no(plain: str) -> str:
    if plain.lower() not in _ANSWERS:
        raise NotOfKind("yes_no")
    return _ANSWERS[plain.lower()]
