"""Reading when something is open. Times that are not written as they should be are said and shown, never guessed."""

from __future__ import annotations

from ownwords.connections.method.directory.fields import Part
from ownwords.connections.method.directory.model import Schedule
from ownwords.connections.method.directory.text import MOST_TEXT, one_line, plain
from ownwords.connections.method.times_reading import RuleFault, read_rule


def read_schedule(part: Part) -> Schedule | None:
    """Return a schedule, None where nothing is said at all (connecting R20)."""
    first, last = part.day("valid_from"), part.day("valid_to")
    begins, until = part.day("dtstart"), part.day("until")
    wrong_day = any(
        part.given(key) and day is None
        for key, day in (("valid_from", first), ("valid_to", last), ("dtstart", begins), ("until", until))
    )
    rule, faults = read_rule(
        {key: part.as_given(key) for key in RULE},
        dtstart=begins,
        until=until,
        valid_from=first,
        valid_to=last,
    )
    for fault in faults:
        part.note(fault.key, fault.kind, fault.reason)
    useless = wrong_day or any(fault.fatal for fault in faults)
    found = Schedule(
        rule=None if useless else rule,
        description=part.text("description", MOST_TEXT),
        notes=part.text("notes", MOST_TEXT),
        attending_type=part.text("attending_type"),
        schedule_link=part.link("schedule_link"),
        written=_written(part, faults) if useless else part.text("written", 200),
    )
    return found if found != Schedule() else None


RULE = ("freq", "interval", "byday", "bymonthday", "count", "wkst", "opens_at", "closes_at", "timezone")


def _written(part: Part, faults: list[RuleFault]) -> str:
    """Return the times as the feed wrote them, to be shown as its own words."""
    said = [part.content.get(key) for key in ("byday", "opens_at", "closes_at")]
    return one_line(plain(" – ".join(one for one in said if isinstance(one, str) and one), 200)[0])
