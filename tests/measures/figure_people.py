"""People of a team with results, straight into the database: for tests of figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ownwords.measures.models import Asking, Response, Score
from ownwords.people.models import Account, Person, Team
from tests import factories as make

FIRST = date(2026, 1, 5)


def asked(who: Person, measure: str = "phq-9", **columns: Any) -> Asking:
    """Ask somebody once."""
    return Asking.objects.create(person=who, instrument=measure, written_by=who.account, **columns)


def answered(who: Person, value: float | None, measure: str = "phq-9", **columns: Any) -> Response:
    """Finish a form with this result; None for a form without a score."""
    about: Account | None = columns.get("about_account")
    moment = timezone.now()
    response = Response.objects.create(
        **{
            "person": who, "instrument": measure, "edition": "1", "definition_digest": "d", "answered_on": FIRST,
            "visibility": "me" if about else "team", "written_by": who.account, "started_at": moment,
            "finished_at": moment, **columns,
        }
    )  # fmt: skip
    none = {"why_none": "too_few"} if value is None else {}
    Score.objects.create(
        response=response, key="total", main=True, value=value, definition_digest="d", **none
    )
    return response


def course(who: Person, values: Iterable[float], measure: str = "phq-9", **columns: Any) -> None:
    """Finish a form a month, with these results."""
    for month, value in enumerate(values):
        answered(who, value, measure, answered_on=FIRST + timedelta(days=30 * month), **columns)


def people(of: Team, *courses: Iterable[float], ethnicity: str = "", measure: str = "phq-9") -> list[Person]:
    """Make one person of the team for each course of results."""
    made = []
    for values in courses:
        who = make.person(of, ethnicity_code=ethnicity)
        course(who, values, measure)
        made.append(who)
    return made
