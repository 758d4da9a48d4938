"""Relations between categories: a new one, changing one, taking one out of view."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import relations as actions
from ownwords.inquiry.forms.relations import RelationForm
from ownwords.inquiry.models import Relation
from ownwords.inquiry.queries.relations import open_relation
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import pressed, sent


@study_page(Need.CODE)
def relation_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Say what one category is to another."""
    form = RelationForm(sent(request), opened=opened, initial={"of": request.GET.get("of", "")})

    def act() -> Relation:
        submission = form.cleaned_data["submission"]
        return actions.relate(opened=opened, related=form.to_related(), submission=submission)

    return _form(request, opened, form, act, None)


@study_page(Need.CODE)
def relation_change(request: HttpRequest, opened: OpenedStudy, relation_id: UUID) -> HttpResponse:
    """Say it otherwise."""
    relation = open_relation(opened, relation_id)
    form = RelationForm(sent(request), opened=opened, relation=relation)

    def act() -> Relation:
        version = form.cleaned_data["version"]
        return actions.change_relation(
            opened=opened, relation_id=relation_id, version=version, related=form.to_related()
        )

    return _form(request, opened, form, act, relation)


def _form(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, relation: Relation | None
) -> HttpResponse:
    return saved_form(
        request, opened, "inquiry/grounded/relation_form.html", form, act,
        back="categories", part="relations", relation=relation,
    )  # fmt: skip


@study_page(Need.CODE)
def relation_remove(request: HttpRequest, opened: OpenedStudy, relation_id: UUID) -> HttpResponse:
    """Take a relation out of view."""

    def act(version: int) -> Relation:
        return actions.remove_relation(opened=opened, relation_id=relation_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view. You can undo it under “What was done”."))
    return to_page(opened, "categories", part="relations")
