"""The passages that coders saw differently, and settling one with a note."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions.memos import write_memo
from ownwords.inquiry.forms.analysis import AgreementForm
from ownwords.inquiry.forms.analysis_settle import SettleForm
from ownwords.inquiry.models import About, Memo
from ownwords.inquiry.presenters.analysis import labels_of, shown_page
from ownwords.inquiry.queries import agreement_words as words
from ownwords.inquiry.queries.agreement_texts import comparable
from ownwords.inquiry.queries.arrays_codes import Choice, tree_of
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.passages import open_coding, quotations_of
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, sent

PAGE = 25
TWO = 2


@study_page()
def apart(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the passages that some coders gave a code and others did not."""
    from ownwords.inquiry.queries.agreement import compared
    from ownwords.inquiry.queries.agreement_apart import passages_apart

    form, code = AgreementForm(request.GET), SubmissionField().clean(request.GET.get("for"))
    analysed, names = seen_by_viewer(opened), labels_of(tree_of(opened.study))
    who = comparable(analysed)
    coders = tuple(one for one in form.coders if one in who.names)
    if code not in names or code is None or len(coders) < TWO:
        raise NotFound
    of = compared(analysed, who, coders, Choice(chosen=[code]), with_ids=True)
    number, found = passages_apart(of, (form.page_number - 1) * PAGE, PAGE)
    context: dict[str, Any] = {
        "opened": opened,
        "form": form,
        "code": names[code],
        "code_id": code,
        "who": who.names,
        "rows": words.shown(opened, found),
        "turned": shown_page(found, form.page_number, PAGE, number),
        "here": form.link(("for", code), ("page", form.page_number)),
    }
    return render(request, "inquiry/analysis/apart.html", context)


@study_page()
def settle(request: HttpRequest, opened: OpenedStudy, coding_id: UUID) -> HttpResponse:
    """Keep a note on what was settled about a passage; then back to the list."""
    coding = open_coding(opened, coding_id)
    if coding is None:
        raise NotFound
    form, back = SettleForm(sent(request)), _back(request, opened)
    context = {
        "opened": opened,
        "coding": coding,
        "quotation_of": quotations_of(opened, [coding_id])[coding_id],
        "settled": words.settled(opened, [coding_id]).get(coding_id, []),
        "back": back,
    }

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "inquiry/analysis/settle.html", {**context, "form": form}, status=status)

    def act() -> Memo:
        submission = form.cleaned_data["submission"]
        return write_memo(
            opened=opened, told=form.to_told(), about=About.CODING, about_id=coding_id, submission=submission
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Note kept."),
        onwards=lambda _kept: HttpResponseRedirect(back, status=303),
    )  # fmt: skip


def _back(request: HttpRequest, opened: OpenedStudy) -> str:
    """Return the list that one came from, as its own query says it."""
    form = AgreementForm(request.GET)
    code = SubmissionField().clean(request.GET.get("for"))
    if code is None or len(form.coders) < TWO:
        return reverse("inquiry:agreement", args=[opened.study.id])
    query = urlencode([*form.kept(), ("for", str(code)), ("page", form.page_number)])
    return f"{reverse('inquiry:agreement_apart', args=[opened.study.id])}?{query}"
