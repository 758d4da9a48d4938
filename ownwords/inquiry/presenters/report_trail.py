"""The audit trail in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries.report_trail import FEW, Line
from ownwords.ledger.sentences import SENTENCES as ACTS
from ownwords.ledger.verbs import Verb


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the trail: who, what, and what it was about."""

    day: date
    who: str
    what: str
    about: str


def told(line: Line) -> Told:
    """Return one line in words."""
    if line.stage:
        return Told(line.day, "", _("a stage of the analysis began"), line.stage)
    what = sentence(line.did) if line.did else str(ACTS[Verb(line.verb)])
    if line.times > 1:
        what += " · " + ngettext("%(num)s time", "%(num)s times", line.times) % {"num": line.times}
    if line.undone:
        what += " · " + ngettext("%(num)s of them undone", "%(num)s of them undone", line.undone) % {
            "num": line.undone
        }
    who = line.who or (_("who runs the service") if line.role == "operator" else "")
    return Told(line.day, who, what, _about(line.about))


def _about(about: tuple[str, ...]) -> str:
    shown, more = "; ".join(about[:FEW]), len(about) - FEW
    return shown + (
        " " + ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more} if more > 0 else ""
    )


def by_day(lines: Iterable[Line]) -> Iterator[tuple[date, list[Told]]]:
    """Yield each day with its lines."""
    for day, rows in groupby(lines, key=lambda one: one.day):
        yield day, [told(one) for one in rows]
