"""A whole chart as its files say it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ownwords.inquiry.method.charting.rows import Cell, Whole
from ownwords.inquiry.models import Rows
from ownwords.inquiry.presenters import chart_words
from ownwords.inquiry.presenters.export_words import not_to_quote
from ownwords.inquiry.queries.chart_whole import WholeChart


def as_files_say(whole: WholeChart) -> Whole:
    """Return a chart as `method.charting.files` takes it."""
    rows = []
    for case in whole.cases:
        found = [whole.at(column, case) for column in whole.columns]
        cells = [
            Cell(
                chart_words.said(one),
                [ref.number for ref in whole.of(one)],
                chart_words.older() if one.stale else "",
            )
            for one in found
        ]
        rows.append((case.name, cells))
    people = whole.chart.rows == Rows.PARTICIPANTS
    return Whole(
        title=whole.chart.title,
        guidance=whole.chart.guidance,
        rows_called=_("Participant") if people else _("Text"),
        columns=[one.name for one in whole.columns],
        rows=rows,
        references=list(whole.references.values()),
        references_called=_("What the summaries rest on"),
        reference_columns=(
            _("Number"), _("Who"), _("Text"), _("page"), _("turn"), _("Words"), _("may be quoted"),
        ),
        not_to_quote=not_to_quote(),
    )  # fmt: skip
