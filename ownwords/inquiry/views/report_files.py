"""A file of a study as the answer to a press."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.presenters.exchange import file_name

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def as_file(made: bytes, what: str, opened: OpenedStudy, form: str) -> HttpResponse:
    """Return a file to keep, never to be shown by the browser as a page of the service."""
    response = HttpResponse(made, content_type=TYPES[form])
    name = file_name(what, opened.study.title, timezone.localdate(), form)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
