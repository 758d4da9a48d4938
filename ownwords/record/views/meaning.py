"""What recovery means to the person: dated statements, each as it was said; never scored, and may be empty."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.forms.entries import asked
from ownwords.record.models import Kind
from ownwords.record.queries.values import meanings_of
from ownwords.record.views.shown import gather


@person_page(Permission.READ_RECORD, part="meaning")
def meaning(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every statement, newest first."""
    rows = list(meanings_of(opened))
    shown = gather(opened, rows)
    context = {
        "opened": opened,
        "person": opened.person,
        "asked": asked(Kind.MEANING),
        "shown": [shown[row.id] for row in rows],
        "writes": opened.may(Permission.WRITE_RECORD),
    }
    return render(request, "record/meaning/meaning.html", context)
