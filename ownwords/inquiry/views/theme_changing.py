"""Making a theme, changing it, moving it among those beside it, dropping it, out of view and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import themes as actions
from ownwords.inquiry.actions.themes_order import move_theme
from ownwords.inquiry.actions.themes_view import remove_theme, restore_theme
from ownwords.inquiry.forms.themes import ThemeForm
from ownwords.inquiry.models import Theme
from ownwords.inquiry.presenters.themes import without_branch
from ownwords.inquiry.queries import themes as queries
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.refusals import StaleEdit
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page(Need.CODE)
def theme_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Make a theme."""
    below = SubmissionField().clean(request.GET.get("below"))
    places = queries.tree_of_themes(opened)
    form = ThemeForm(sent(request), places=places, initial={"parent": str(below or "")})

    def act() -> Theme:
        submission = form.cleaned_data["submission"]
        return actions.make_theme(opened=opened, said=form.to_said(), submission=submission)

    return _form(request, opened, form, act, None)


@study_page(Need.CODE)
def theme_change(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Change a theme. Where somebody was quicker, both texts are shown."""
    found = queries.theme_in_view(opened, theme_id)
    places = without_branch(queries.as_tree(list(queries.themes_in_view(opened))), theme_id)
    form = ThemeForm(sent(request), places=places, theme=found)

    def act() -> Theme:
        version = form.cleaned_data["version"]
        try:
            return actions.change_theme(
                opened=opened, theme_id=theme_id, version=version, said=form.to_said()
            )
        except StaleEdit as stale:
            form.begin_with_what_differs(stale.current)
            raise

    return _form(request, opened, form, act, found)


def _form(
    request: HttpRequest, opened: OpenedStudy, form: Any, act: Callable[[], Theme], found: Theme | None
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "theme": found}
        return render(request, "inquiry/themes/theme_form.html", context, status=status)

    def onwards(kept: Theme) -> HttpResponse:
        return to_page(opened, "theme", kept.id)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards)


@study_page(Need.CODE)
def theme_move(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Move a theme one place up or down."""
    queries.theme_in_view(opened, theme_id)
    if request.method == "POST":
        move_theme(opened=opened, theme_id=theme_id, up=request.POST.get("way") == "up")
    return to_page(opened, "themes", part=f"theme-{theme_id}")


@study_page(Need.CODE)
def theme_drop(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Drop a theme."""
    queries.theme_in_view(opened, theme_id)
    said = _("Dropped. It stays where it can be read; to take it up again, change how far it has come.")
    return _press(request, opened, theme_id, actions.drop_theme, said)


@study_page(Need.CODE)
def theme_remove(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Take a theme out of view."""
    queries.theme_in_view(opened, theme_id)
    return _press(request, opened, theme_id, remove_theme, _("Out of view. You can put it back."))


@study_page(Need.CODE)
def theme_restore(request: HttpRequest, opened: OpenedStudy, theme_id: UUID) -> HttpResponse:
    """Put a theme back."""
    queries.any_theme(opened, theme_id)
    return _press(request, opened, theme_id, restore_theme, _("Put back."))


def _press(
    request: HttpRequest, opened: OpenedStudy, theme_id: UUID, action: Callable[..., Theme], said: str
) -> HttpResponse:
    if request.method == "POST":
        pressed(request, lambda version: action(opened=opened, theme_id=theme_id, version=version), said)
    return to_page(opened, "theme", theme_id)
