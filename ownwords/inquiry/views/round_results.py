"""What came back in a round: on a page, and as a table to take away."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.presenters import round_results as presenters
from ownwords.inquiry.presenters.analysis import taken_away
from ownwords.inquiry.queries.round_own_words import notes_in
from ownwords.inquiry.queries.round_replies import replies_in
from ownwords.inquiry.queries.round_results import of_round
from ownwords.inquiry.queries.rounds import open_round


@study_page()
def round_results(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Show what came back, findings on which groups disagree most first."""
    row = open_round(opened, round_id)
    found = of_round(opened, row)
    context = {
        "opened": opened,
        "row": row,
        "found": found,
        "notes": notes_in(row, replies_in(opened, row)) if found.own_words else [],
        "lines": presenters.lines,
        "how_far": presenters.how_far,
        "against": presenters.against,
        "answer_words": presenters.answer_words,
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/checking/results.html", context)


@study_page()
def round_results_file(request: HttpRequest, opened: OpenedStudy, round_id: UUID) -> HttpResponse:
    """Hand out the counts of a round as a table."""
    return taken_away("results", *presenters.as_table(of_round(opened, open_round(opened, round_id))))
