"""Papers of a study: all with their newest words, one version, and the next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import papers as actions
from ownwords.inquiry.forms.papers import PaperForm
from ownwords.inquiry.models import Paper, StudyPaper
from ownwords.inquiry.queries import papers as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.access import NotFound
from ownwords.people.views.form_page import form_page, sent


@study_page()
def papers(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the papers."""
    context = {"opened": opened, "papers": queries.papers_of(opened), "writes": opened.has(Need.CODE)}
    return render(request, "inquiry/design/papers.html", context)


@study_page()
def paper(request: HttpRequest, opened: OpenedStudy, paper_id: UUID) -> HttpResponse:
    """Show one version of a paper."""
    one = queries.open_paper(opened, paper_id)
    newest = queries.newest_of(opened, one.kind)
    context = {"opened": opened, "paper": one, "newest": newest}
    return render(request, "inquiry/design/paper.html", context)


@study_page(Need.CODE)
def paper_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Write the first or the next version of the kind of paper that the address names."""
    kind = request.GET.get("kind", Paper.PROTOCOL)
    if kind not in Paper.values:
        raise NotFound
    newest = queries.newest_of(opened, kind)
    form = PaperForm(sent(request), kind=kind, newest=newest)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "called": Paper(kind).label, "newest": newest}
        return render(request, "inquiry/design/paper_form.html", context, status=status)

    def act() -> StudyPaper:
        typed = form.cleaned_data
        return actions.keep_paper(
            opened=opened, written=form.to_written(), after=typed["version"], submission=typed["submission"]
        )

    return form_page(
        request, form, page=page, act=act, again=True, onwards=lambda _kept: to_page(opened, "papers", part=kind),
        said=lambda kept: _("Version %(number)s is kept.") % {"number": kept.number},
    )  # fmt: skip
