"""The words that suggest codes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import rules as actions
from ownwords.inquiry.forms.rules import RuleForm
from ownwords.inquiry.models import CodeRule
from ownwords.inquiry.presenters.desk import code_choices
from ownwords.inquiry.queries import rules as queries
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import pressed, sent

TEMPLATE = "inquiry/suggestions/rule_form.html"


@study_page()
def rules(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the words of each code."""
    context = {"opened": opened, "rules": list(queries.rules_of(opened)), "writes": opened.has(Need.CODE)}
    return render(request, "inquiry/suggestions/rules.html", context)


@study_page(Need.CODE)
def rule_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Name words for a code."""
    named = {one.code_id for one in queries.rules_of(opened)}
    # What was sent is refused by the action where it must be, with a reason.
    free = [
        one for one in codebook(opened, counted=False) if request.method == "POST" or one.code.id not in named
    ]
    form = RuleForm(sent(request), codes=code_choices(free), initial={"code": request.GET.get("code", "")})

    def act() -> CodeRule:
        typed = form.cleaned_data
        return actions.add_rule(
            opened=opened,
            code_id=form.code_id,
            expressions=typed["expressions"],
            submission=typed["submission"],
        )

    return _form(request, opened, form, act, rule=None)


@study_page(Need.CODE)
def rule_change(request: HttpRequest, opened: OpenedStudy, rule_id: UUID) -> HttpResponse:
    """Name other words for a code."""
    rule = queries.open_rule(opened, rule_id)
    form = RuleForm(sent(request), rule=rule)

    def act() -> CodeRule:
        typed = form.cleaned_data
        return actions.change_rule(
            opened=opened, rule_id=rule_id, version=typed["version"], expressions=typed["expressions"]
        )

    return _form(request, opened, form, act, rule=rule)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, **context: Any) -> HttpResponse:
    return saved_form(request, opened, TEMPLATE, form, act, back="rules", **context)


@study_page(Need.CODE)
def rule_remove(request: HttpRequest, opened: OpenedStudy, rule_id: UUID) -> HttpResponse:
    """Take the words of a code out."""

    def act(version: int) -> CodeRule:
        return actions.remove_rule(opened=opened, rule_id=rule_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken out. You can undo it under “What was done”."))
    return to_page(opened, "rules")
