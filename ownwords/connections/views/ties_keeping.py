"""Who can see ties, readiness, answers and steps; taking them out of view with a reason, and putting them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions import explained as of_explained
from ownwords.connections.actions import interests as of_interests
from ownwords.connections.actions import readiness as of_readiness
from ownwords.connections.actions import steps as of_steps
from ownwords.connections.actions import ties as of_ties
from ownwords.connections.forms.ties_said import ReasonForm
from ownwords.connections.presenters.ties import day, origin_words, ready_words, tie_words
from ownwords.connections.queries.interests import interests
from ownwords.connections.queries.sight import may_draw, one_of_them, shares_of
from ownwords.connections.queries.steps import removed_steps, steps_of
from ownwords.connections.queries.ties import (
    explained_of,
    readiness_of,
    removed_readiness,
    removed_ties,
    ties_of,
)
from ownwords.connections.views.ties_parts import page, pressed, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.people import names_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.sight import Sight
from ownwords.people.wording import who_can_see


def about(thing: Any) -> str:
    """Return the words that a page is about."""
    kind = thing._meta.model_name
    if kind == "tie":
        return f"{thing.item.words}. {tie_words(thing)}. {origin_words(thing)}".strip()
    if kind == "connectingstep":
        return ". ".join(part for part in (thing.step_words, thing.words) if part)
    if kind == "interest":
        return f"{thing.service_words}: {thing.get_answer_display()}. {thing.words}".strip()
    answer = ready_words(thing) if kind == "readiness" else str(thing.get_answer_display())
    return ". ".join(part for part in (day(thing.said_on), answer, getattr(thing, "words", "")) if part)


def _sight(
    request: HttpRequest,
    opened: Opened,
    rows: QuerySet[Any],
    thing_id: UUID,
    back: str,
    act: Callable[[int, Sight], Any],
) -> HttpResponse:
    thing = one_of_them(rows, thing_id)
    circle, named = circle_of(opened), shares_of([thing.id]).get(thing.id, [])
    first = {
        "visibility": thing.visibility,
        "named": [str(who) for who in named],
        "version": thing.version,
    }
    form = SightForm(
        request.POST if request.method == "POST" else None, opened=opened, circle=circle, initial=first
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        visible = who_can_see(opened, thing.visibility, circle, named)
        return page(
            request, opened, "ties/sight", status, form=form, words=about(thing), visible=visible, back=back,
            team=circle, with_views=thing._meta.model_name == "tie",
        )  # fmt: skip

    if request.method != "POST":
        return shown(form)

    def save() -> Any:
        return act(form.cleaned_data["version"], form.to_sight() or Sight(thing.visibility))

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    names = who_can_see(opened, kept.visibility, circle, shares_of([kept.id]).get(kept.id, []))
    notices.done(request, _("Who can see it from now on: %(names)s.") % {"names": names})
    return see_other(back, opened.person.id)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def tie_sight(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Change who can see a tie with every view of it."""

    def act(version: int, sight: Sight) -> Any:
        return of_ties.share_tie(opened=opened, tie_id=tie_id, version=version, sight=sight)

    return _sight(request, opened, ties_of(opened), tie_id, "ties", act)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def ready_sight(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Change who can see how ready somebody feels."""

    def act(version: int, sight: Sight) -> Any:
        return of_readiness.share_ready(
            opened=opened, readiness_id=readiness_id, version=version, sight=sight
        )

    return _sight(request, opened, readiness_of(opened), readiness_id, "readiness", act)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def explained_sight(request: HttpRequest, opened: Opened, explained_id: UUID) -> HttpResponse:
    """Change who can see whether it was explained."""

    def act(version: int, sight: Sight) -> Any:
        return of_explained.share_explained(
            opened=opened, explained_id=explained_id, version=version, sight=sight
        )

    return _sight(request, opened, explained_of(opened), explained_id, "explained", act)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def connecting_sight(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Change who can see a step."""

    def act(version: int, sight: Sight) -> Any:
        return of_steps.share_step(opened=opened, step_id=connecting_id, version=version, sight=sight)

    return _sight(request, opened, steps_of(opened), connecting_id, "steps", act)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def interest_sight(request: HttpRequest, opened: Opened, interest_id: UUID) -> HttpResponse:
    """Change who can see an answer to something nearby."""

    def act(version: int, sight: Sight) -> Any:
        return of_interests.share_interest(
            opened=opened, interest_id=interest_id, version=version, sight=sight
        )

    return _sight(request, opened, interests(opened), interest_id, "interests", act)


def _remove(
    request: HttpRequest,
    opened: Opened,
    rows: QuerySet[Any],
    thing_id: UUID,
    back: str,
    act: Callable[[int, str], Any],
    *,
    again: bool = True,
) -> HttpResponse:
    thing = one_of_them(rows, thing_id)
    if not (opened.is_own or thing.written_by_id == opened.viewer.account_id):
        raise NotFound
    form = ReasonForm(request.POST if request.method == "POST" else None, version=thing.version)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        words = about(thing)
        return page(request, opened, "ties/remove", status, form=form, words=words, back=back, again=again)

    if request.method != "POST":
        return shown(form)

    def save() -> Any:
        return act(form.cleaned_data["version"], form.cleaned_data["reason"])

    kept = save_or_explain(request, form, save, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    done = _("This is out of view now. You can put it back at any time.")
    notices.done(request, done if again else _("This is out of view now. It is kept, with your reason."))
    return see_other("ties_removed" if again else back, opened.person.id)


@person_page(Permission.DRAW_MAP, part="ties")
def tie_remove(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Take a tie out of view."""
    of_ties.only_who_draws(opened)

    def act(version: int, reason: str) -> Any:
        return of_ties.remove_tie(opened=opened, tie_id=tie_id, version=version, reason=reason)

    return _remove(request, opened, ties_of(opened), tie_id, "ties", act)


@person_page(Permission.DRAW_MAP, part="ties")
def ready_remove(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Take what was said about being ready out of view."""
    of_ties.only_who_draws(opened)

    def act(version: int, reason: str) -> Any:
        return of_readiness.remove_ready(
            opened=opened, readiness_id=readiness_id, version=version, reason=reason
        )

    return _remove(request, opened, readiness_of(opened), readiness_id, "readiness", act)


@person_page(Permission.DECIDE_VISIBILITY, part="ties")
def explained_remove(request: HttpRequest, opened: Opened, explained_id: UUID) -> HttpResponse:
    """Take an answer back."""

    def act(version: int, reason: str) -> Any:
        return of_explained.remove_explained(
            opened=opened, explained_id=explained_id, version=version, reason=reason
        )

    return _remove(request, opened, explained_of(opened), explained_id, "explained", act, again=False)


@person_page(Permission.LOG_STEP, part="connecting")
def connecting_remove(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Take a step out of view."""

    def act(version: int, reason: str) -> Any:
        return of_steps.remove_step(opened=opened, step_id=connecting_id, version=version, reason=reason)

    return _remove(request, opened, steps_of(opened), connecting_id, "steps", act)


@person_page(Permission.DRAW_MAP, part="nearby")
def interest_remove(request: HttpRequest, opened: Opened, interest_id: UUID) -> HttpResponse:
    """Take an answer to something nearby back."""
    of_ties.only_who_draws(opened)

    def act(version: int, reason: str) -> Any:
        return of_interests.remove_interest(
            opened=opened, interest_id=interest_id, version=version, reason=reason
        )

    return _remove(request, opened, interests(opened), interest_id, "interests", act, again=False)


@person_page(Permission.LOG_STEP, part="ties")
def ties_removed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was taken out of view: ties, readiness, steps; by whom, when and why."""
    rows: list[tuple[str, str, Any]] = [
        ("connecting_restore", _("A step"), one) for one in removed_steps(opened)
    ]
    if may_draw(opened):
        rows += [("tie_restore", _("How something came about"), one) for one in removed_ties(opened)]
        rows += [("ready_restore", _("How ready"), one) for one in removed_readiness(opened)]
    shown = [
        {"route": route, "kind": kind, "row": one, "words": about(one), "erase": one._meta.model_name}
        for route, kind, one in rows
    ]
    names = names_of(one.removed_by_id for _route, _kind, one in rows)
    return page(
        request, opened, "ties/removed", rows=shown, names=names,
        may_erase=opened.may(Permission.WRITE_RECORD),
    )  # fmt: skip


@person_page(Permission.DRAW_MAP, part="write")
def tie_restore(request: HttpRequest, opened: Opened, tie_id: UUID) -> HttpResponse:
    """Put a tie back."""
    of_ties.only_who_draws(opened)
    return _restore(
        request,
        opened,
        lambda version: of_ties.restore_tie(opened=opened, tie_id=tie_id, version=version),
    )


@person_page(Permission.DRAW_MAP, part="write")
def ready_restore(request: HttpRequest, opened: Opened, readiness_id: UUID) -> HttpResponse:
    """Put back what was said about being ready."""
    of_ties.only_who_draws(opened)
    return _restore(
        request,
        opened,
        lambda version: of_readiness.restore_ready(opened=opened, readiness_id=readiness_id, version=version),
    )


@person_page(Permission.LOG_STEP, part="write")
def connecting_restore(request: HttpRequest, opened: Opened, connecting_id: UUID) -> HttpResponse:
    """Put a step back."""
    return _restore(
        request,
        opened,
        lambda version: of_steps.restore_step(opened=opened, step_id=connecting_id, version=version),
    )


def _restore(request: HttpRequest, opened: Opened, act: Callable[[int], Any]) -> HttpResponse:
    if request.method == "POST":
        pressed(request, act, _("It is back."))
    return see_other("ties_removed", opened.person.id)
