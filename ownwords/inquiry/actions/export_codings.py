"""Taking every coded passage out of a study as a file. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OPERATOR, OpenedStudy
from ownwords.inquiry.actions.taking import no_such_form, note_taken
from ownwords.inquiry.method.passage_files.document import MOST, as_docx
from ownwords.inquiry.method.passage_files.page import as_html
from ownwords.inquiry.method.passage_files.sheet import MOST_ROWS, as_xlsx
from ownwords.inquiry.method.passage_files.table import as_csv
from ownwords.inquiry.models import Study
from ownwords.inquiry.presenters.export_words import passage_words
from ownwords.inquiry.queries.export_rows import passages_to_go
from ownwords.inquiry.queries.export_scope import Scope, everything_in, what_is_seen
from ownwords.inquiry.queries.patience import patient
from ownwords.people.refusals import Refused

FORMS = ("csv", "xlsx", "html", "docx")
PIECE = 256 * 1024


@transaction.atomic
def export_codings(*, opened: OpenedStudy, form: str) -> Iterator[bytes]:
    """Return the passages that the viewer sees as pieces of a file; they are read while the pieces are taken.

    Raises:
        Refused: no such form, or too many passages for it.
    """
    return _pieces(what_is_seen(opened), form, opened.signature)


@transaction.atomic
def export_codings_as_operator(*, study: Study, form: str) -> Iterator[bytes]:
    """Return all passages that count, for whoever runs the service. Raises as `export_codings`."""
    return _pieces(everything_in(study), form, OPERATOR)


def _pieces(scope: Scope, form: str, signature: Mapping[str, Any]) -> Iterator[bytes]:
    if form not in FORMS:
        raise no_such_form()
    _not_too_many(scope, form)
    note_taken(scope.study, signature, "passages", form)
    rows = passages_to_go(scope)
    words = passage_words(scope.study.title)
    if form == "csv":
        return as_csv(rows)
    if form == "html":
        return as_html(rows, words)
    return _whole(scope, form, words)


def _not_too_many(scope: Scope, form: str) -> None:
    most = {"docx": MOST, "xlsx": MOST_ROWS}.get(form)
    if most is None:
        return
    with patient():
        many = scope.codings.count()
    if many > most:
        instead = (
            _("Take a table (CSV), a sheet or a page (HTML).") if form == "docx" else _("Take a table (CSV).")
        )
        said = _("There are %(many)s passages, and this kind of file takes at most %(most)s.")
        raise Refused({"form": f"{said % {'many': f'{many:,}', 'most': f'{most:,}'}} {instead}"})


def _whole(scope: Scope, form: str, words: Mapping[str, str]) -> Iterator[bytes]:
    """Yield a file that can only be written as a whole."""
    rows = passages_to_go(scope)
    if form == "docx":
        made = io.BytesIO(as_docx(rows, words))
    else:
        made = io.BytesIO()
        as_xlsx(rows, made)
        made.seek(0)
    while piece := made.read(PIECE):
        yield piece
