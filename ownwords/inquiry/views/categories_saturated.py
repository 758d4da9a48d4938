"""Saturation of a category: saying it with a reason, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import categories_saturated as actions
from ownwords.inquiry.forms.categories import SaturatedForm
from ownwords.inquiry.models import Category
from ownwords.inquiry.queries.categories import open_category
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page(Need.CODE)
def category_saturated(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Say that a category is saturated, and why."""
    found = open_category(opened, category_id)
    form = SaturatedForm(sent(request), category=found)

    def act() -> Category:
        version = form.cleaned_data["version"]
        return actions.judge_saturated(
            opened=opened, category_id=category_id, version=version, judged=form.to_judged()
        )

    def page(form: SaturatedForm, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "category": found}
        return render(request, "inquiry/grounded/saturated_form.html", context, status=status)

    return form_page(
        request, form, page=page, act=act, said=_("Saved."), again=True,
        onwards=lambda kept: to_page(opened, "category", kept.id, part="saturation"),
    )  # fmt: skip


@study_page(Need.CODE)
def category_not_saturated(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Take the judgement back."""

    def act(version: int) -> Category:
        return actions.take_judgement_back(opened=opened, category_id=category_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken back."))
    return to_page(opened, "category", category_id, part="saturation")
