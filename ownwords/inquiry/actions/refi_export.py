"""Taking a study out as a REFI-QDA project. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone

from ownwords.inquiry.access import OPERATOR, OpenedStudy
from ownwords.inquiry.actions.taking import note_taken
from ownwords.inquiry.method.refi.report import Report
from ownwords.inquiry.method.refi.writing.archive import write_project
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.export_scope import Scope, everything_in, what_is_seen
from ownwords.inquiry.queries.refi_project import project_of


@transaction.atomic
def export_refi(*, opened: OpenedStudy, out: BinaryIO) -> Report:
    """Write what the viewer sees of the study into a file; return what could not be written."""
    return _written(what_is_seen(opened), out, opened.signature)


@transaction.atomic
def export_refi_as_operator(*, study: Study, out: BinaryIO) -> Report:
    """Write all that counts in a study, for whoever runs the service."""
    return _written(everything_in(study), out, OPERATOR)


def _written(scope: Scope, out: BinaryIO, signature: Mapping[str, Any]) -> Report:
    report = write_project(project_of(scope), out, when=timezone.now())
    note_taken(scope.study, signature, "project", "qdpx")
    return report
