"""Own words by a link: read them, say something about them, add something, strike words out for good."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from ownwords.inquiry.actions.asked import say_of_own_words
from ownwords.inquiry.actions.asked_striking import strike_own_words
from ownwords.inquiry.forms.asked import OwnWordsForm, StrikeForm
from ownwords.inquiry.method.struck import joined
from ownwords.inquiry.presenters.asked_pieces import marked, pieces_of
from ownwords.inquiry.queries.asked import Asked
from ownwords.inquiry.queries.asked_words import notes_by_turn, own_text, own_turn, own_turns
from ownwords.inquiry.views.asked_door import Answer, Shown, asked_page, refused, to
from ownwords.people.forms.fields import VersionField
from ownwords.people.forms.saving import note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.routes import open_page
from ownwords.people.views.form_page import sent


@open_page
@asked_page
def asked_words(request: HttpRequest, asked: Asked, source_id: UUID) -> Answer:
    """Show their own turns of one text, forty a page, with what they said of each."""
    text = own_text(source_id)
    beyond = VersionField().clean(request.GET.get("beyond"))
    turns, further = own_turns(source_id, beyond)
    notes = notes_by_turn(asked, source_id)
    context = {
        "text": text, "turns": [(one, notes.get(one.number, [])) for one in turns], "further": further,
        "added": notes.get(None, []), "paged": beyond > 0, "kept": request.GET.get("kept", ""),
    }  # fmt: skip
    return Shown("inquiry/asked/words.html", context)


@open_page
@asked_page
def asked_turn(request: HttpRequest, asked: Asked, source_id: UUID, turn: int) -> Answer:
    """Keep a comment on one of their turns."""
    return _say(request, asked, source_id, turn)


@open_page
@asked_page
def asked_add(request: HttpRequest, asked: Asked, source_id: UUID) -> Answer:
    """Keep something that they want to add to a text."""
    return _say(request, asked, source_id, None)


def _say(request: HttpRequest, asked: Asked, source_id: UUID, turn: int | None) -> Answer:
    text = own_text(source_id)
    mine = None if turn is None else own_turn(source_id, turn)
    form = OwnWordsForm(sent(request), version=text.version, adds=turn is None)
    context = {"text": text, "turn": mine, "form": form}
    if not form.is_bound:
        return Shown("inquiry/asked/say.html", context)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            say_of_own_words(
                asked=asked, source_id=source_id, turn=turn, version=typed["version"], words=typed["words"],
                submission=typed["submission"],
            )  # fmt: skip
            return _back(asked, source_id, turn)
        except Refused as no:
            note_refusal(form, no)
    return refused("inquiry/asked/say.html", context)


@open_page
@asked_page
def asked_strike(request: HttpRequest, asked: Asked, source_id: UUID, turn: int) -> Answer:
    """Choose words of one turn; see what goes; strike it out by one press more."""
    text, mine = own_text(source_id), own_turn(source_id, turn)
    form = StrikeForm(sent(request), version=text.version, pieces=pieces_of(mine.words))
    context = {"text": text, "turn": mine, "form": form}
    if not form.is_bound:
        return Shown("inquiry/asked/strike.html", context)
    if not form.is_valid():
        return refused("inquiry/asked/strike.html", context)
    stretches = joined(form.stretches(mine.words))
    if form.errors:
        return refused("inquiry/asked/strike.html", context)
    if form.cleaned_data["version"] == text.version and not form.cleaned_data["sure"]:
        return Shown("inquiry/asked/strike_sure.html", {**context, "parts": marked(mine.words, stretches)})
    try:
        strike_own_words(
            asked=asked, source_id=source_id, turn=turn, version=form.cleaned_data["version"],
            stretches=[(mine.start + start, mine.start + end) for start, end in stretches],
            chosen=bool(form.cleaned_data["words"].strip()), submission=form.cleaned_data["submission"],
        )  # fmt: skip
    except Refused as no:
        note_refusal(form, no)
        return refused("inquiry/asked/strike.html", context)
    return _back(asked, source_id, turn, "struck")


def _back(asked: Asked, source_id: UUID, turn: int | None, kept: str = "yes") -> Answer:
    """Go back to where the turn stands on its page."""
    answer = to(asked, "asked_words", source_id, kept=kept, part=f"#turn-{turn}" if turn else "#added")
    if turn and turn > 1:
        answer["Location"] = answer["Location"].replace("?kept", f"?beyond={max(0, turn - 4)}&kept")
    return answer
