"""Pages of what only the person can say: how ready they feel, and whether connecting work was explained to them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions.explained import only_the_person, say_explained
from ownwords.connections.actions.readiness import say_ready
from ownwords.connections.actions.ties import only_who_draws
from ownwords.connections.forms.ties_said import ExplainedForm, ReadyForm
from ownwords.connections.models import Explained, Readiness
from ownwords.connections.presenters.ties import explained_cards, ready_cards
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.queries.ties import explained_of, readiness_of
from ownwords.connections.views.ties_parts import page, see_other
from ownwords.people.access import Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page


@person_page(Permission.READ_RECORD, part="ties")
def readiness(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was said about being ready to meet people, and on which day."""
    return _ready_page(request, opened, None)


@person_page(Permission.DRAW_MAP, part="ties")
def ready_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say how ready one feels; its form stands on the page that shows what was said before."""
    only_who_draws(opened)
    if request.method != "POST":
        return see_other("readiness", opened.person.id)
    form = ReadyForm(request.POST, opened=opened, circle=circle_of(opened))

    def act() -> Readiness:
        return say_ready(
            opened=opened,
            how=form.to_how(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return _ready_page(request, opened, form, status)

    return form_page(
        request, form, page=shown, act=act, said=_("Kept, with its day. Nobody draws a conclusion from it."),
        onwards=lambda _kept: see_other("readiness", opened.person.id),
    )  # fmt: skip


def _ready_page(request: HttpRequest, opened: Opened, form: Any, status: int = 200) -> HttpResponse:
    draws, circle = may_draw(opened), circle_of(opened)
    found = list(readiness_of(opened))
    cards = ready_cards(opened, found, circle, shares_of([one.id for one in found]), draws=draws)
    if form is None and draws:
        form = ReadyForm(None, opened=opened, circle=circle)
    context = {} if form is None else {"form": form}
    return page(request, opened, "ties/readiness", status, cards=cards, draws=draws, **context)


@person_page(Permission.READ_RECORD, part="ties")
def explained(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What connecting work is and is not, to read together or to print; and the person's own answer."""
    return _explained_page(request, opened, None)


# Deciding who sees entries is the one permission that the person alone has; the action asks again whether it is them.
@person_page(Permission.DECIDE_VISIBILITY, part="ties")
def explained_answer(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Answer whether this was explained; its form stands on the page that explains it."""
    only_the_person(opened)
    if request.method != "POST":
        return see_other("explained", opened.person.id)
    form = ExplainedForm(request.POST, opened=opened, circle=circle_of(opened))

    def act() -> Explained:
        return say_explained(
            opened=opened,
            answer=form.cleaned_data["answer"],
            said_on=form.cleaned_data["said_on"],
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return _explained_page(request, opened, form, status)

    return form_page(
        request, form, page=shown, act=act, said=_("Kept, with its day. You can answer again at any time."),
        onwards=lambda _kept: see_other("explained", opened.person.id),
    )  # fmt: skip


def _explained_page(request: HttpRequest, opened: Opened, form: Any, status: int = 200) -> HttpResponse:
    circle, found = circle_of(opened), list(explained_of(opened))
    cards = explained_cards(opened, found, circle, shares_of([one.id for one in found]))
    if form is None and opened.is_own:
        form = ExplainedForm(None, opened=opened, circle=circle)
    context = {} if form is None else {"form": form}
    return page(request, opened, "ties/explained", status, cards=cards, **context)
