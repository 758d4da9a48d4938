"""Reading a rule as Open Referral writes one. What is not written as it should be is refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from ownwords.connections.method.directory.remarks import kind_of, shown
from ownwords.connections.method.times import Freq, Rule, Weekday

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_INTERVAL, MOST_COUNT = 60, 2_000
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?")
_SECONDS = re.compile(r"\d{1,2}:\d{2}:\d{2}.{0,20}")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong with one part of a rule; ``fatal`` where the rule cannot be kept to without it."""

    key: str
    kind: str
    reason: str
    fatal: bool = True


Note = Callable[..., None]


def read_rule(
    given: Mapping[str, Any],
    *,
    dtstart: date | None = None,
    until: date | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> tuple[Rule | None, list[RuleFault]]:
    """Return a rule and what is wrong with it; None where no times are given.

    Args:
        given: freq, interval, byday, bymonthday, count, opens_at, closes_at, timezone as they stand in the feed.

    Times are hours and minutes (15:00, also 15:00Z and 15:00+01:00; the time on the wall counts). Words such as "3pm",
    seconds, and days in words are refused, not guessed (connecting R20).
    """
    faults: list[RuleFault] = []

    def note(key: str, kind: str, reason: str, fatal: bool = True) -> None:
        faults.append(RuleFault(key, kind, reason, fatal))

    freq = _freq(given, dtstart, note)
    days = _days(given.get("byday"), freq, note)
    month_days = _month_days(given.get("bymonthday"), freq, note)
    opens, closes = (_time(given.get(key), key, note) for key in ("opens_at", "closes_at"))
    _in_order(dtstart, until, "until", note)
    _in_order(valid_from, valid_to, "valid_to", note)
    if opens is not None and opens == closes:
        note("closes_at", "bad_time", "It closes at the same time as it opens.")
    if freq is None:
        if opens or closes or days:
            note("freq", "no_freq", "Times are given without saying how they repeat (freq).")
        return None, faults
    rule = Rule(
        freq=freq, days=days, month_days=month_days, dtstart=dtstart, until=until, opens=opens, closes=closes,
        interval=_whole(given.get("interval"), "interval", MOST_INTERVAL, note) or 1,
        count=_whole(given.get("count"), "count", MOST_COUNT, note),
        valid_from=valid_from, valid_to=valid_to, zone=_zone(given.get("timezone"), note),
    )  # fmt: skip
    if not rule.in_step:
        reason = "It does not say from which day it counts (dtstart), so its days cannot be told."
        note("dtstart", "no_start", reason, fatal=False)
    return rule, faults


def _in_order(first: date | None, last: date | None, key: str, note: Note) -> None:
    if first is not None and last is not None and last < first:
        note(key, "wrong_order", "It ends before it begins.")


def _freq(given: Mapping[str, Any], dtstart: date | None, note: Note) -> Freq | None:
    value = given.get("freq")
    if value is None or value == "":
        return Freq.ONCE if dtstart is not None and not given.get("byday") else None
    if isinstance(value, str) and value.casefold() in (Freq.WEEKLY, Freq.MONTHLY, Freq.ONCE):
        return Freq(value.casefold())
    said = shown(value) if isinstance(value, str) else kind_of(value)
    note("freq", "unknown_freq", f"{said[:1].upper()}{said[1:]} is neither WEEKLY nor MONTHLY.")
    return None


def _listed(value: Any, key: str, note: Note) -> list[str]:
    """Return the parts of "MO,TU"; a list of texts is taken as well."""
    if value is None or value == "":
        return []
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ",".join(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > 400:
        note(key, "wrong_type", f"This is {kind_of(value)}, and a list such as MO,TU is expected.")
        return []
    return [one.strip() for one in value.split(",") if one.strip()]


def _days(value: Any, freq: Freq | None, note: Note) -> tuple[Weekday, ...]:
    found = []
    for one in _listed(value, "byday", note):
        match = _DAY.fullmatch(one.upper())
        ordinal = int(match[1] or 0) if match else 0
        if match is None or (match[1] and not 1 <= abs(ordinal) <= 5):
            note("byday", "bad_day", f"{shown(one)} is no day such as MO, 2TU or -1FR.")
            return ()
        if ordinal and freq is Freq.WEEKLY:
            note("byday", "bad_day", f"{shown(one)} belongs to a rule by the month, and this one is weekly.")
            return ()
        found.append(Weekday(DAYS.index(match[2]), ordinal))
    return tuple(sorted(set(found), key=lambda one: (one.day, one.ordinal)))


def _month_days(value: Any, freq: Freq | None, note: Note) -> tuple[int, ...]:
    parts = _listed(value, "bymonthday", note)
    if parts and freq is Freq.WEEKLY:
        reason = (
            "Days of the month belong to a rule by the month, and this one is weekly. They were left out."
        )
        note("bymonthday", "not_monthly", reason, fatal=False)
        return ()
    found = set()
    for one in parts:
        if not re.fullmatch(r"[+-]?\d{1,2}", one) or not 1 <= abs(int(one)) <= 31:
            note("bymonthday", "bad_day", f"{shown(one)} is no day of a month, 1 to 31 or -1 to -31.")
            return ()
        found.add(int(one))
    return tuple(sorted(found))


def _time(value: Any, key: str, note: Note) -> time | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        note(key, "wrong_type", f"This is {kind_of(value)}, and a time such as 15:00 is expected.")
        return None
    match = _TIME.fullmatch(value.strip())
    if match is not None:
        return time(int(match[1]), int(match[2]))
    why = "is no time written as hours and minutes, such as 15:00."
    if _SECONDS.fullmatch(value.strip()):
        why = "has seconds; a time is written as hours and minutes, such as 15:00."
    note(key, "bad_time", f"{shown(value)} {why} It was not guessed.")
    return None


def _whole(value: Any, key: str, most: int, note: Note) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in range(1, most + 1):
        note(key, "out_of_range", f"This should be a whole number from 1 to {most:,}.")
        return None
    return int(value)


def _zone(value: Any, note: Note) -> str:
    """Return the name of a zone. An offset is not kept: a time on the wall stays when clocks change."""
    if value is None or value == "" or (isinstance(value, int | float) and -12 <= value <= 14):
        return ""
    if isinstance(value, str) and len(value) <= 60 and _ZONE.fullmatch(value):
        return value
    reason = "This is neither an offset from -12 to 14 nor the name of a zone."
    note("timezone", "bad_zone", reason, fatal=False)
    return ""
