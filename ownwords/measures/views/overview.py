"""The page of everything that somebody follows, and the page of one line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.measures.method.catalogue import instruments
from ownwords.measures.models import GivenAs, Rating, Way
from ownwords.measures.presenters.chart_sentences import day
from ownwords.measures.presenters.lines import value_words, who_rated
from ownwords.measures.presenters.lines_change import became, set_result
from ownwords.measures.presenters.lines_chart import chart_of
from ownwords.measures.queries.lines import Followed
from ownwords.measures.queries.overview import Overview, abouts_of, overview_of, overview_of_line, set_of
from ownwords.measures.queries.ratings import rated_with_names
from ownwords.measures.views.parts import card, page
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.things import things_named

NEWEST = 12


@person_page(Permission.READ_RECORD, part="measures")
def lines(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show all that somebody follows: open lines, what became of them, the years, closed lines."""
    found = overview_of(opened)
    return page(
        request,
        opened,
        "overview/lines",
        open=[card(opened, one, found) for one in found.open],
        closed=[card(opened, one, found, drawn=False) for one in found.closed],
        chart=chart_of(opened, found, title=_("Over the years")),
        became=became(opened, found.lines, request.GET.get("span", "")) if found.lines else None,
        sets=_sets(found),
        events=len(found.events),
        measures=_measures(found),
    )


def _sets(found: Overview) -> list[Any]:
    """Return what came out of lines that were begun together, where there is one number for them."""
    together: dict[UUID, list[Followed]] = {}
    for one in found.lines:
        if one.line.set_id is not None:
            together.setdefault(one.line.set_id, []).append(one)
    return [result for lines in together.values() if (result := set_result(lines))]


def _measures(found: Overview) -> list[tuple[str, str]]:
    """Return the standard measures with results: (key, name), for the question whether it is different."""
    known = instruments()
    return [(key, known[key].name) for key in found.results if key in known]


@person_page(Permission.READ_RECORD, part="line")
def line(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Show one line with its wordings, its ratings, the person's own answers, and what can be done with it."""
    found = overview_of_line(opened, line_id)
    one = found.lines[0]
    wordings = {wording.id: wording for wording in one.wordings}
    ratings = list(reversed(rated_with_names(opened, line_id)))
    return page(
        request,
        opened,
        "overview/line",
        card=card(opened, one, found, drawn=False),
        line=one.line,
        wording=one.wording,
        wordings=one.wordings,
        chart=chart_of(opened, found, title=_("Over the years")) if one.ratings else None,
        ratings=[_row(opened, one, rating, wordings[rating.wording_id].words) for rating in ratings],
        newest=NEWEST,
        answers=found.said_of(one.line),
        about=things_named(opened, abouts_of(opened, [one.line]).get(one.line.id, [])),
        set_result=set_result(set_of(opened, one.line.set_id)),
    )


def _row(opened: Opened, one: Followed, rating: Rating, words: str) -> dict[str, Any]:
    return {
        "rating": rating,
        "day": day(rating.rated_on),
        "value": value_words(one.line, rating),
        "answered": rating.given == GivenAs.ANSWERED,
        "notes": _notes(opened, rating),
        "words": words if rating.wording_id != one.wording.id else "",
    }


def _notes(opened: Opened, rating: Rating) -> list[str]:
    """Say how a rating came here where it was not simply the person themselves, and whether it was put right."""
    came = [] if rating.way == Way.SELF else [who_rated(opened, rating)]
    return [*came, _("put right")] if rating.version > 1 else came
