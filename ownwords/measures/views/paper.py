"""A sheet of open lines to print, fill in by hand, and type in later."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from ownwords.measures.actions.ratings import plain
from ownwords.measures.presenters.lines import numbers
from ownwords.measures.queries.lines import followed, open_lines_of
from ownwords.measures.views.parts import page
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page


@person_page(Permission.READ_RECORD, part="measures")
def paper(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the sheet: the person's own words, the scale as boxes, lines left for name and day."""
    found = followed(opened, open_lines_of(opened))
    rows = [
        {
            "line": one.line,
            "wording": one.wording,
            "numbers": numbers(one.line),
            "low": plain(one.line.low),
            "high": plain(one.line.high),
        }
        for one in found
    ]
    return page(request, opened, "paper/sheet", rows=rows)
