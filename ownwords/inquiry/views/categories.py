"""Categories: all of them with how they hang together, one with all that belongs to it, and a new one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import categories as actions
from ownwords.inquiry.forms.categories import CategoryForm
from ownwords.inquiry.models import Category
from ownwords.inquiry.presenters.relations import diagram, sentences
from ownwords.inquiry.presenters.sampling import decisions_shown
from ownwords.inquiry.queries import categories as queries
from ownwords.inquiry.queries import categories_links as links
from ownwords.inquiry.queries.properties import properties_of
from ownwords.inquiry.queries.relations import relations_of
from ownwords.inquiry.queries.sampling import named
from ownwords.inquiry.queries.stages import stage_finder
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page()
def categories(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the categories, and a drawing of the core and the relations."""
    found, relations = list(queries.categories_of(opened)), list(relations_of(opened))
    context = {
        "opened": opened,
        "categories": found,
        "relations": sentences(relations),
        "drawing": diagram(found, relations) if relations else None,
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/grounded/categories.html", context)


@study_page(Need.CODE)
def category_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Make a code a category."""
    form = CategoryForm(sent(request), opened=opened, initial={"code": request.GET.get("code", "")})

    def act() -> Category:
        submission = form.cleaned_data["submission"]
        return actions.make_category(opened=opened, code_id=form.to_code(), submission=submission)

    def page(form: CategoryForm, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form}
        return render(request, "inquiry/grounded/category_form.html", context, status=status)

    return form_page(
        request, form, page=page, act=act, said=_("It is a category now."), again=True,
        onwards=lambda kept: to_page(opened, "category", kept.id),
    )  # fmt: skip


@study_page()
def category(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Show a category with its properties, relations, memos and decisions."""
    found = queries.open_category(opened, category_id)
    codes = queries.codes_under(opened, found)
    memos = list(links.memos_on(opened, codes)[: links.MOST])
    context = {
        "opened": opened,
        "category": found,
        "codes": codes,
        "properties": properties_of(opened, found),
        "relations": sentences(relations_of(opened, found)),
        "memos": memos,
        "named": named,
        "decisions": decisions_shown(opened, links.decisions_from(opened, codes)),
        "stage_of": stage_finder(opened),
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/grounded/category.html", context)


@study_page(Need.CODE)
def category_core(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Make a category the core, or no longer."""
    core = request.POST.get("core") == "yes"

    def act(version: int) -> Category:
        return actions.set_core(opened=opened, category_id=category_id, version=version, core=core)

    if request.method == "POST":
        pressed(
            request, act, _("It is the core category now.") if core else _("It is not the core any more.")
        )
    return to_page(opened, "category", category_id)


@study_page(Need.CODE)
def category_remove(request: HttpRequest, opened: OpenedStudy, category_id: UUID) -> HttpResponse:
    """Take a category out of view."""

    def act(version: int) -> Category:
        return actions.remove_category(opened=opened, category_id=category_id, version=version)

    if request.method == "POST":
        pressed(
            request, act, _("Out of view; its code and passages stay. You can undo it under “What was done”.")
        )
    return to_page(opened, "categories")
