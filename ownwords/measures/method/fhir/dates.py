"""FHIR dates: a day, a moment with its zone, or a part of a day that is kept as text."""

from __future__ import annotations

import re
from datetime import date, datetime

from ownwords.measures.method.fhir.reader import Node
from ownwords.measures.method.fhir.remarks import FhirFault

_PART = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$")

When = date | datetime


def read_when(node: Node, name: str) -> tuple[When | None, str]:
    """Return (when, text as it stands). A year or a month alone gives (None, text); nothing gives (None, "").

    Raises FhirFault for what is no FHIR date: no zone, 30 February, a text.
    """
    text = node.text(name)
    if not text or _PART.match(text):
        return None, text
    try:
        if _DAY.match(text):
            return date.fromisoformat(text), text
        if _MOMENT.match(text):
            return datetime.fromisoformat(_six_places(text)), text
    except ValueError:
        pass
    raise FhirFault("wrong_date", f"{node.path}.{name}", value=text)


def _six_places(text: str) -> str:
    """Cut fractions of a second to what a clock here keeps."""
    return re.sub(r"(\.\d{6})\d+", r"\1", text)


def write_when(when: When) -> str:
    """Return a date or a moment as FHIR writes it.

    Raises ValueError for a moment without a zone: FHIR has none.
    """
    if isinstance(when, datetime) and when.tzinfo is None:
        raise ValueError("A moment needs its zone.")
    return when.isoformat()
