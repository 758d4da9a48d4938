"""Taking a chart out of a study as a file. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.taking import no_such_form, note_taken
from ownwords.inquiry.method.charting.files import as_csv, as_docx, as_xlsx
from ownwords.inquiry.presenters.chart_files import as_files_say
from ownwords.inquiry.queries.chart_lists import open_chart
from ownwords.inquiry.queries.chart_sight import charting_seen
from ownwords.inquiry.queries.chart_whole import whole_chart
from ownwords.people.refusals import Refused

FORMS = {"csv": as_csv, "xlsx": as_xlsx, "docx": as_docx}
MOST_IN_DOCX = 6_000
"""Cells of a table in a Word file; a larger one takes minutes to open."""


@transaction.atomic
def export_chart(*, opened: OpenedStudy, chart_id: UUID, form: str) -> bytes:
    """Return a chart as the viewer sees it, as a file. Raises NotFound; Refused: no such form, or too large for it."""
    if form not in FORMS:
        raise no_such_form()
    whole = whole_chart(charting_seen(opened), open_chart(opened, chart_id))
    if form == "docx" and len(whole.columns) * len(whole.cases) > MOST_IN_DOCX:
        raise Refused({"form": _("This chart is too large for a document. Take a sheet or a table (CSV).")})
    note_taken(opened.study, opened.signature, "chart", form)
    return FORMS[form](as_files_say(whole))
