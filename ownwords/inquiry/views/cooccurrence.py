"""Which codes meet, the passages in which two of them do, and the table to take away."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.analysis import KINDS, MeetingForm
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.presenters.analysis import labels_of, page_of, shown_page, taken_away
from ownwords.inquiry.queries import cooccurrence as queries
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.passages import quotations_of
from ownwords.inquiry.views.analysis import shared
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField

PAGE = 50
PASSAGES = 20


@study_page()
def cooccurrence(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show which codes meet how often, the most frequent first."""
    form = MeetingForm(request.GET)
    found = queries.pairs(seen_by_viewer(opened), form.to_meeting())
    context = shared(opened, form) | {
        "kinds": KINDS,
        "meeting": form.to_meeting(),
        "pairs": page_of(found, form.page_number, PAGE),
        "inside": form.to_meeting().kind is Kind.INSIDE,
    }
    return render(request, "inquiry/analysis/cooccurrence.html", context)


@study_page()
def pair(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the pairs of passages behind one number."""
    form, asked = MeetingForm(request.GET), _asked(request)
    names = labels_of(tree_of(opened.study))
    if not set(asked) <= set(names):
        raise NotFound
    first = (form.page_number - 1) * PASSAGES
    meeting = form.to_meeting()
    number, found = queries.passages_of(seen_by_viewer(opened), meeting, asked, first=first, most=PASSAGES)
    words = quotations_of(opened, {one for each in found for one in each})
    rows = [(words[one], words[other]) for one, other in found if one in words and other in words]
    context = {
        "opened": opened,
        "form": form,
        "kind": dict(KINDS)[meeting.kind],
        "meeting": meeting,
        "codes": [names[one] for one in asked],
        "asked": asked,
        "pairs": shown_page(rows, form.page_number, PASSAGES, number),
    }
    return render(request, "inquiry/analysis/pair.html", context)


@study_page()
def cooccurrence_file(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Hand out every pair of codes that meets, as a table."""
    form = MeetingForm(request.GET)
    names = labels_of(tree_of(opened.study))
    found = queries.pairs(seen_by_viewer(opened), form.to_meeting())
    rows = [(names.get(one.first, ""), names.get(one.second, ""), one.count, one.sources) for one in found]
    return taken_away("co-occurrence", (_("code"), _("with code"), _("pairs of passages"), _("texts")), rows)


def _asked(request: HttpRequest) -> tuple[UUID, UUID]:
    first, second = (SubmissionField().clean(request.GET.get(name)) for name in ("first", "second"))
    if first is None or second is None:
        raise NotFound
    return first, second
