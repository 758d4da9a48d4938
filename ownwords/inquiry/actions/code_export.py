"""Taking the codebook out of a study as a file. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OPERATOR, OpenedStudy
from ownwords.inquiry.actions.taking import no_such_form, note_taken
from ownwords.inquiry.method.codebook_files.entries import Codebook
from ownwords.inquiry.models import Study
from ownwords.inquiry.presenters.code_files import document_words
from ownwords.inquiry.queries.code_files import codebook_of_study, codebook_to_take
from ownwords.people.refusals import Refused

FORMS = ("csv", "docx", "qdc")


@transaction.atomic
def export_codebook(*, opened: OpenedStudy, form: str, on: date | None = None) -> bytes:
    """Make a file of the codebook of today or of a past day.

    Raises:
        Refused: there was no code on that day, or no such form.
    """
    made = written(codebook_to_take(opened, on), form)
    _note(opened.study, form, on, **opened.signature)
    return made


@transaction.atomic
def export_codebook_as_operator(*, study: Study, form: str, on: date | None = None) -> bytes:
    """Make the same for whoever runs the service. Raises as `export_codebook`."""
    made = written(codebook_of_study(study, on), form)
    _note(study, form, on, **OPERATOR)
    return made


def written(codebook: Codebook, form: str) -> bytes:
    """Return the codebook in one of the forms. Raises Refused: nothing to write, or no such form."""
    if not codebook.lines:
        raise Refused(
            {"": _("There was no code in this study on that day, so there is nothing to take away.")}
        )
    if form == "csv":
        from ownwords.inquiry.method.codebook_files.table import as_csv

        return as_csv(codebook)
    if form == "docx":
        from ownwords.inquiry.method.codebook_files.document import as_docx

        return as_docx(codebook, document_words(codebook))
    if form == "qdc":
        from ownwords.inquiry.method.codebook_files.qdc import as_qdc

        return as_qdc(codebook)
    raise no_such_form()


def _note(study: Study, form: str, on: date | None, **who: Any) -> None:
    note_taken(study, who, "codebook", form, on=on.isoformat() if on else "")
