"""Figures of a team: how far they reach, how results are spread, what change the form can tell. Never of one person."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.stretches import counted_by
from ownwords.measures.presenters.figures import show_figures, whom_words
from ownwords.measures.presenters.figures_lines import show_lines
from ownwords.measures.queries import figures as queries
from ownwords.people.access import NotFound
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer

see = role_page(Permission.SEE_FIGURES)


@see
def choose(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say what there are figures about, for each of the viewer's teams."""
    context = {"teams": teams_of_viewer(viewer), "measures": queries.measures_for(viewer)}
    return render(request, "measures/figures/choose.html", context)


@see
def measure(request: HttpRequest, viewer: Viewer, team_id: UUID, instrument_key: str) -> HttpResponse:
    """Show a team's figures on one measure."""
    team, instrument, whom = (
        queries.team_of(viewer, team_id),
        _measure(viewer, instrument_key),
        _whom(request),
    )
    by = counted_by(instrument)
    # What is said about workers is counted with the results, and how many answered is read from that count.
    results = queries.results(team, instrument.key, whom, by)
    rows = queries.completeness(team, instrument.key, whom)
    context = {
        "team": team,
        "figures": show_figures(instrument, by, whom, rows, results),
        "whom": whom,
        "whom_choices": _choices(whom),
    }
    return render(request, "measures/figures/measure.html", context)


@see
def lines(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show counts of people and of lines by what was said about the lines."""
    team, whom = queries.team_of(viewer, team_id), _whom(request)
    context = {
        "team": team,
        "figures": show_lines(queries.lines(team, whom)),
        "whom": whom,
        "whom_choices": _choices(whom),
    }
    return render(request, "measures/figures/lines.html", context)


@see
def not_asked(request: HttpRequest, viewer: Viewer, team_id: UUID, instrument_key: str) -> HttpResponse:
    """List the people of the viewer's own team who have not been asked yet, by name and without any result."""
    team, instrument = queries.team_of(viewer, team_id), _measure(viewer, instrument_key)
    after = _uuid(request.GET.get("after", ""))
    page = queries.not_asked(viewer, team, instrument.key, after)
    context = {"team": team, "instrument": instrument, "page_of": page, "turned": after is not None}
    return render(request, "measures/figures/not_asked.html", context)


def _measure(viewer: Viewer, key: str) -> Instrument:
    for one in queries.measures_for(viewer):
        if one.key == key:
            return one
    raise NotFound


def _whom(request: HttpRequest) -> str:
    """Return whom the page is about: one of the sets that are offered, and no other."""
    whom = request.GET.get("whom", queries.NOW)
    if whom not in queries.sets_of_people():
        raise NotFound
    return whom


def _choices(chosen: str) -> list[dict[str, object]]:
    return [
        {"value": whom, "text": whom_words(whom), "selected": whom == chosen}
        for whom in queries.sets_of_people()
    ]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
