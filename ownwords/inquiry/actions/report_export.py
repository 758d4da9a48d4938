"""Taking a report, a checklist or the audit trail out of a study. That it was done is kept; the file is not."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.taking import no_such_form, note_taken
from ownwords.inquiry.method.reporting.blocks import Report
from ownwords.inquiry.method.reporting.checklists import Listed
from ownwords.inquiry.presenters.checklist_facts import Row, rows_of, standing_words
from ownwords.inquiry.presenters.report import (
    checklist_report,
    file_words,
    report_of,
    trail_report,
    with_trail,
)
from ownwords.inquiry.presenters.report_annex import said_words
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.report_trail import told
from ownwords.inquiry.queries.checklist_gathered import gather
from ownwords.inquiry.queries.checklist_items import said_to
from ownwords.inquiry.queries.report_trail import whole_trail
from ownwords.inquiry.queries.report_whole import Choices, whole_report
from ownwords.people.method.tables import written


@transaction.atomic
def report_file(*, opened: OpenedStudy, form: str, choices: Choices) -> bytes:
    """Return the report as HTML or .docx, with the checklists and the audit trail. Raises Refused: no such form."""
    report = with_trail(report_of(whole_report(opened, choices)), whole_trail(opened))
    made = _as(report, form)
    _note(opened, "report", form)
    return made


@transaction.atomic
def checklist_file(*, opened: OpenedStudy, of: Listed, form: str) -> bytes:
    """Return a checklist as .docx or CSV. Raises Refused: no such form."""
    at = Places(opened.study.id)
    rows = rows_of(of, gather(opened), said_to(opened, of.name), at)
    made = _rows(rows) if form == "csv" else _as(checklist_report(opened.study.title, of, rows, at), form)
    _note(opened, of.name, form)
    return made


@transaction.atomic
def trail_file(*, opened: OpenedStudy, form: str) -> bytes:
    """Return the audit trail as HTML or CSV. Raises Refused: no such form."""
    lines = [told(one) for one in whole_trail(opened)]
    if form == "csv":
        head = (_("Day"), _("Who"), _("What"), _("About"))
        made = written(head, ((one.day.isoformat(), one.who, one.what, one.about) for one in lines))
    else:
        made = _as(trail_report(opened.study.title, lines), form)
    _note(opened, "trail", form)
    return made


def _rows(rows: list[Row]) -> bytes:
    standings = standing_words()
    head = (_("Number"), _("Part"), _("Item"), _("What is said"), _("Place"), _("How far"))
    return written(
        head,
        (
            (str(one.item.number), one.part, one.words, said_words(one), one.place, standings[one.standing])
            for one in rows
        ),
    )


def _as(report: Report, form: str) -> bytes:
    if form == "html":
        from ownwords.inquiry.method.reporting.page import as_html

        return as_html(report, file_words())
    if form == "docx":
        from ownwords.inquiry.method.reporting.document import as_docx

        return as_docx(report, file_words())
    raise no_such_form()


def _note(opened: OpenedStudy, what: str, form: str) -> None:
    note_taken(opened.study, opened.signature, what, form)
