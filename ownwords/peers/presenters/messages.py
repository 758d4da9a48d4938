"""Messages between meetings, in words: when they are answered, and when one is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.peers.method.hours import Hours
from ownwords.peers.models import Message
from ownwords.people.access import Opened
from ownwords.people.wording import in_a_row


@dataclass(frozen=True, slots=True)
class Line:
    """One message, ready for the page."""

    message: Message
    mine: bool
    who: str
    when: str
    note: str


def message_lines(opened: Opened, found: Iterable[Message]) -> list[Line]:
    """Return messages as lines, in their order."""
    me = opened.viewer.account_id
    return [
        Line(
            message=one,
            mine=one.written_by_id == me,
            who=_("You") if one.written_by_id == me else one.written_by.name,
            when=date_format(timezone.localtime(one.sent_at), "j F Y, H:i"),
            note=_note(one, mine=one.written_by_id == me),
        )
        for one in found
    ]


def _note(message: Message, *, mine: bool) -> str:
    if not mine:
        return "" if message.read_at else _("new")
    if message.read_at:
        return _("read")
    return _("not read yet; sent outside answering hours") if message.outside_hours else _("not read yet")


def hours_lines(week: Sequence[Hours]) -> list[str]:
    """Return answering hours as lines: "Tuesday: 10:00 to 16:00"."""
    lines = []
    for day in range(7):
        spans = [
            _("%(opens)s to %(closes)s") % {"opens": f"{one.opens:%H:%M}", "closes": f"{one.closes:%H:%M}"}
            for one in sorted(week)
            if one.weekday == day
        ]
        if spans:
            lines.append(_("%(day)s: %(spans)s") % {"day": WEEKDAYS[day], "spans": in_a_row(spans)})
    return lines


def when_read(moment: datetime | None, who: str) -> str:
    """Say when a message is read: not before the next answering hours, or that no hours are given."""
    if moment is None:
        return _("%(who)s has given no answering hours. It may be days until a message is read.") % {
            "who": who
        }
    day = date_format(moment, "l j F, H:i")
    return _("%(who)s reads it in their answering hours: from %(day)s at the earliest.") % {
        "who": who,
        "day": day,
    }
