"""The themes of a study as a tree in the team's order; one theme; and how it came to be what it is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.models import Stands
from ownwords.inquiry.presenters import themes as presenters
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.presenters.theme_history import told
from ownwords.inquiry.queries import themes as queries
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.inquiry.queries.theme_extracts import extracts_of
from ownwords.inquiry.queries.theme_history import Place, history_of_theme
from ownwords.inquiry.queries.theme_members import codes_by_theme


@study_page()
def themes(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the themes that stand, with who speaks for each; those dropped; and those out of view."""
    shown, dropped, out = queries.themes_by_place(opened)
    context = {
        "opened": opened,
        "rows": presenters.rows_of(opened, shown),
        "dropped": dropped,
        "out": out,
        **_turning(opened),
    }
    return render(request, "inquiry/themes/themes.html", context)


@study_page()
def theme(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Show one theme, also one out of view: what it says, its codes, and what speaks for and against it."""
    found = queries.any_theme(opened, theme_id)
    shown = queries.as_tree(list(queries.themes_in_view(opened)))
    context = {
        "opened": opened,
        "theme": found,
        "above": presenters.above(shown, found),
        "below": [one.theme for one in shown if one.theme.parent_id == theme_id],
        "codes": codes_by_theme(opened, [theme_id]).get(theme_id, []),
        "sides": [(one, extracts_of(opened, theme_id, one)) for one in (Stands.FOR, Stands.AGAINST)],
        "carried": presenters.carried_here(opened, queries.standing(shown), theme_id),
        "findings": queries.findings_on(opened, theme_id),
        **_turning(opened),
    }
    return render(request, "inquiry/themes/theme.html", context)


def _turning(opened: OpenedStudy) -> dict[str, object]:
    """Return what the page says of undoing, and whether the viewer may write."""
    return {
        "undo": next_undo(opened),
        "redo": next_redo(opened),
        "did": sentence,
        "writes": opened.has(Need.CODE),
    }


@study_page()
def theme_history(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Tell how a theme came to be what it is, oldest first, fifty events a page."""
    found = queries.any_theme(opened, theme_id)
    after = Place.read(request.GET.get("after", ""))
    events, further = history_of_theme(opened, theme_id, after)
    context = {
        "opened": opened,
        "theme": found,
        "history": told(opened, events),
        "further": further,
        "paged": after is not None,
    }
    return render(request, "inquiry/themes/history.html", context)
