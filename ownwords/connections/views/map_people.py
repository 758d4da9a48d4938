"""Who draws the map with somebody, and what others suggest for it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_helpers import ask_helper, end_helper, note_asked
from ownwords.connections.actions.map_suggestions import answer_suggestion, remove_suggestion, suggest
from ownwords.connections.forms.map_people import AskForm, InConversationForm, SuggestForm
from ownwords.connections.models import MapHelper, MapSuggestion, SuggestionAnswer
from ownwords.connections.queries.map_people import (
    helpers_of,
    may_be_asked,
    open_suggestion,
    suggestions_of,
)
from ownwords.connections.queries.maps import service_name
from ownwords.connections.queries.sight import may_draw, shares_of
from ownwords.connections.views.map_parts import drawing, page, pressed, see_other, to_map
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import TEAM_SIGHT, Permission
from ownwords.people.routes import person_page
from ownwords.people.wording import seen_by


@person_page(Permission.DRAW_MAP, part="map")
def map_helpers(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show who was asked to draw the map; the person asks, and ends it."""
    asked = helpers_of(opened)
    own = not opened.is_own and any(one.account_id == opened.viewer.account_id for one in asked)
    by_word = not own and opened.person.account_id is None and opened.viewer.role in TEAM_SIGHT
    form = _form(request, opened, by_word=by_word)

    def shown(form: forms.Form | None, status: int = 200) -> HttpResponse:
        return page(request, opened, "helpers", status, form=form, asked=asked)

    if request.method != "POST":
        return shown(form)
    if form is None and opened.is_own:  # a second press: whoever could be asked is asked by now
        return see_other("map_helpers", opened.person.id)
    if form is None:
        raise NotFound

    def act() -> MapHelper:
        words = form.cleaned_data["words"]
        if by_word:
            return note_asked(opened=opened, words=words)
        return ask_helper(opened=opened, account_id=UUID(form.cleaned_data["account"]), words=words)

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. It stands on the map for everybody who sees it."))
    return see_other("map_helpers", opened.person.id)


def _form(request: HttpRequest, opened: Opened, *, by_word: bool) -> forms.Form | None:
    data = request.POST if request.method == "POST" else None
    if by_word:
        return InConversationForm(data, opened=opened)
    if not opened.is_own:
        return None
    people = may_be_asked(opened, circle_of(opened), helpers_of(opened))
    return AskForm(data, people=people) if people else None


@person_page(Permission.DRAW_MAP, part="map")
def map_helper_end(request: HttpRequest, opened: Opened, helper_id: UUID) -> HttpResponse:
    """End that somebody draws the map, from today."""
    if request.method == "POST":
        end_helper(opened=opened, helper_id=helper_id)
        notices.done(request, _("Ended. From now on they see what others see, and change nothing."))
    return see_other("map_helpers", opened.person.id)


@person_page(Permission.LOG_STEP, part="map")
def map_suggestions(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List what was suggested for the map and what became of it."""
    found = list(suggestions_of(opened))
    circle, shares = circle_of(opened), shares_of([one.id for one in found])
    rows = [(one, seen_by(opened, one.visibility, circle, shares.get(one.id, []))) for one in found]
    return page(
        request, opened, "suggestions", rows=rows, draws=may_draw(opened), answers=SuggestionAnswer.choices
    )


@person_page(Permission.LOG_STEP, part="map")
def map_suggest(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Suggest something for the map. Nothing changes on it until the person says yes."""
    if opened.is_own:
        return to_map(opened)
    data = request.POST if request.method == "POST" else None
    service = SubmissionField().clean((data or request.GET).get("service"))
    form = SuggestForm(data, initial={"service": service})

    def shown(form: forms.Form, status: int = 200) -> HttpResponse:
        return page(request, opened, "suggest", status, form=form, service=service_name(service))

    if request.method != "POST":
        return shown(form)

    def act() -> MapSuggestion:
        typed = form.cleaned_data
        return suggest(
            opened=opened,
            words=typed["words"],
            what=typed["what"],
            why=typed["why"],
            service_id=service,
            submission=typed["submission"],
        )

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Suggested. It stands on the map only if %(person)s says yes.") % {
        "person": opened.person.called
    })  # fmt: skip
    return see_other("map_suggestions", opened.person.id)


@person_page(Permission.LOG_STEP, part="map")
def map_suggestion(request: HttpRequest, opened: Opened, suggestion_id: UUID) -> HttpResponse:
    """Show one suggestion, and answer it."""
    found = open_suggestion(opened, suggestion_id)
    shares = shares_of([found.id]).get(found.id, [])
    visible = seen_by(opened, found.visibility, circle_of(opened), shares)
    return page(
        request, opened, "suggestion", one=found, visible=visible, draws=may_draw(opened),
        answers=SuggestionAnswer.choices, service=service_name(found.service_id),
    )  # fmt: skip


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_suggestion_answer(request: HttpRequest, opened: Opened, suggestion_id: UUID) -> HttpResponse:
    """Say yes, not now, or no to a suggestion."""
    if request.method != "POST":
        return see_other("map_suggestions", opened.person.id)
    answer = request.POST.get("answer", "")

    def act(version: int) -> MapSuggestion:
        return answer_suggestion(opened=opened, suggestion_id=suggestion_id, version=version, answer=answer)

    def said(row: MapSuggestion) -> str:
        if row.answer == SuggestionAnswer.ACCEPTED:
            return _("%(name)s is on the map, not placed yet.") % {"name": row.words}
        return _("Kept. You can change your answer on the page of suggestions.")

    pressed(request, act, said)
    return to_map(opened)


@person_page(Permission.LOG_STEP, part="map")
def map_suggestion_remove(request: HttpRequest, opened: Opened, suggestion_id: UUID) -> HttpResponse:
    """Take a suggestion out of view: the person does, or whoever made it."""
    if request.method == "POST":

        def act(version: int) -> MapSuggestion:
            return remove_suggestion(opened=opened, suggestion_id=suggestion_id, version=version)

        pressed(request, act, _("This suggestion is out of view now."))
    return see_other("map_suggestions", opened.person.id)
