"""Moments as ``xsd:dateTime`` and days as ``xsd:date``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ZONE = r"(Z|[+-](?:0\d|1[0-3]):[0-5]\d)?"
_MOMENT = re.compile(rf"(\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?{_ZONE}")
_DAY = re.compile(rf"(\d{{4}}-\d\d-\d\d){_ZONE}")
_LOOSE = re.compile(r"(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d)(:\d\d)?(\.\d+)?\s*([Zz]|[+-]\d\d:?\d\d)?")


def moment(text: str) -> datetime | None:
    """Return the moment, in UTC where no zone is said; None where it is no ``xsd:dateTime`` of years 1 to 9999."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    fraction = (found[2] or "")[:7].ljust(7, "0") if found[2] else ""
    try:
        read = datetime.fromisoformat(found[1] + fraction + (found[3] or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def day(text: str) -> date | None:
    """Return the day; None where the text is no ``xsd:date`` of years 1 to 9999."""
    found = _DAY.fullmatch(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def mended(raw: str) -> str:
    """Return a moment as the schema wants it, from near forms of it as well; empty where it is none."""
    text = raw.strip()
    if moment(text):
        return text
    found = _LOOSE.fullmatch(text)
    if found is None:
        return ""
    zone = (found[5] or "").upper()
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    tidy = f"{found[1]}T{found[2]}{found[3] or ':00'}{found[4] or ''}{zone}"
    return tidy if moment(tidy) else ""
