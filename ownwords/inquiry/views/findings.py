"""Findings: the list, one opened down to the words, a new one, saying one differently."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import findings as actions
from ownwords.inquiry.forms.findings import FindingForm
from ownwords.inquiry.models import Finding
from ownwords.inquiry.presenters import round_results
from ownwords.inquiry.presenters.findings import SAYING
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries import findings as queries
from ownwords.inquiry.queries.finding_chain import chain_of
from ownwords.inquiry.queries.finding_extracts import gone_from
from ownwords.inquiry.queries.finding_practice import elements_of
from ownwords.inquiry.queries.round_results import of_finding
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, sent


@study_page()
def findings(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the findings, each with its themes and the elements of practice that it speaks to."""
    shown = queries.findings_shown(opened)
    gone = gone_from(opened, {theme.id for one in shown for theme in one.themes})
    context = {
        "opened": opened,
        "rows": [(one, sum(gone.get(theme.id, 0) for theme in one.themes)) for one in shown],
        "out_of_view": queries.out_of_view(opened),
        "writes": opened.has(Need.CODE),
        "undo": next_undo(opened),
        "redo": next_redo(opened),
        "did": sentence,
        **SAYING,
    }
    return render(request, "inquiry/findings/findings.html", context)


@study_page()
def finding(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Show a finding and everything below it, down to the words."""
    found = queries.open_finding(opened, finding_id, in_view=False)
    chain = chain_of(opened, found)
    context = {
        "opened": opened,
        "finding": found,
        "chain": chain,
        "gone": sum(one.extracts.gone for one in chain),
        "elements": elements_of(opened, [found.id]).get(found.id, ()),
        "writes": opened.has(Need.CODE) and found.removed_at is None,
        "may_restore": opened.has(Need.CODE),
        "came_back": of_finding(opened, found.id),
        "lines": round_results.lines,
        "how_far": round_results.how_far,
        "against": round_results.against,
        **SAYING,
    }
    return render(request, "inquiry/findings/finding.html", context)


@study_page(Need.CODE)
def finding_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Keep a finding."""
    form = FindingForm(sent(request), themes=queries.themes_to_choose(opened))

    def act() -> Finding:
        submission = form.cleaned_data["submission"]
        return actions.add_finding(opened=opened, found=form.to_found(), submission=submission)

    return _form(request, opened, form, act, finding=None)


@study_page(Need.CODE)
def finding_change(request: HttpRequest, opened: OpenedStudy, finding_id: UUID) -> HttpResponse:
    """Say a finding differently, or let it rest on other themes."""
    found = queries.open_finding(opened, finding_id)
    rests_on = [one.id for one in queries.themes_of(opened, [found.id]).get(found.id, [])]
    themes = queries.themes_to_choose(opened)
    form = FindingForm(sent(request), themes=themes, finding=found, rests_on=rests_on)

    def act() -> Finding:
        return actions.change_finding(
            opened=opened, finding_id=finding_id, version=form.cleaned_data["version"], found=form.to_found()
        )

    return _form(request, opened, form, act, finding=found)


def _form(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, *, finding: Finding | None
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "finding": finding}
        return render(request, "inquiry/findings/finding_form.html", context, status=status)

    def onwards(kept: Finding) -> HttpResponse:
        return to_page(opened, "finding", kept.id)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards, again=True)
