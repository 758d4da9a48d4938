"""Pages of notes by two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.peers.actions import notes as actions
from ownwords.peers.forms.notes import AgreeForm, ProposeForm, RewordForm
from ownwords.peers.models import Recording, SharedNote
from ownwords.peers.presenters.notes import Card, note_card
from ownwords.peers.presenters.rules import rule_words
from ownwords.peers.queries.notes import (
    is_of_the_two,
    notes_of,
    open_note,
    peers_beside,
    recording_rule,
    taken_back,
)
from ownwords.peers.views.between import page, see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.queries.seen import shares_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, pressed, sent
from ownwords.people.views.kept_pages import sight_page

agrees = person_page(Permission.AGREE_NOTE, part="notes_by_two")


def _cards(opened: Opened, rows: list[SharedNote]) -> list[Card]:
    circle, shares = circle_of(opened), shares_of([one.id for one in rows])
    return [note_card(opened, one, circle, shares.get(one.id, [])) for one in rows]


@person_page(Permission.READ_RECORD, part="notes_by_two")
def notes(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List what waits for one of the two, what is in the record, and that something was taken back."""
    cards = _cards(opened, list(notes_of(opened)))
    rule = recording_rule(opened)
    return page(
        request, opened, "notes/notes",
        waiting=[one for one in cards if one.note.agreed_at is None],
        agreed=[one for one in cards if one.note.agreed_at and not one.note.taken_back_at],
        back=[one for one in cards if one.note.taken_back_at],
        traces=[] if is_of_the_two(opened) else taken_back(opened),
        rule=rule_words(rule, own=opened.is_own, person=opened.person.called),
        may_propose=opened.may(Permission.AGREE_NOTE) and rule is not Recording.NO_NOTES,
        of_the_two=is_of_the_two(opened),
    )  # fmt: skip


@agrees
def note_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Propose the words of a note."""
    peers = peers_beside(opened) if opened.is_own else []
    form = ProposeForm(sent(request), opened=opened, peers=peers)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        none = opened.is_own and not peers
        return page(request, opened, "notes/add", status, form=form, rule=recording_rule(opened), nobody=none)

    def act() -> SharedNote:
        typed = form.cleaned_data
        return actions.propose_note(
            opened=opened, words=typed["words"], peer_id=form.peer_id, submission=typed["submission"]
        )

    return form_page(
        request, form, page=shown, act=act,
        said=_("Proposed. It is in the record once both of you agree to these words."),
        onwards=lambda kept: see_other("peers:note", opened.person.id, kept.id),
    )  # fmt: skip


@person_page(Permission.READ_RECORD, part="notes_by_two")
def note(request: HttpRequest, opened: Opened, note_id: UUID) -> HttpResponse:
    """Show one note, with what each of the two can do now."""
    row = open_note(opened, note_id)
    form = AgreeForm(opened=opened, circle=circle_of(opened), note=row)
    return _note_page(request, opened, row, form)


def _note_page(
    request: HttpRequest, opened: Opened, row: SharedNote, form: Any, status: int = 200
) -> HttpResponse:
    return page(request, opened, "notes/note", status, card=_cards(opened, [row])[0], form=form)


@agrees
def note_agree(request: HttpRequest, opened: Opened, note_id: UUID) -> HttpResponse:
    """Agree to the words that were seen (POST)."""
    row = open_note(opened, note_id)
    if request.method != "POST":
        return see_other("peers:note", opened.person.id, note_id)
    form = AgreeForm(request.POST, opened=opened, circle=circle_of(opened), note=row)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return _note_page(request, opened, open_note(opened, note_id), form, status)

    def act() -> SharedNote:
        version = form.cleaned_data["version"]
        return actions.agree_note(opened=opened, note_id=note_id, version=version, sight=form.to_sight())

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Agreed. The note is in the record now.") if kept.agreed_at else _("Agreed."))
    return see_other("peers:note", opened.person.id, note_id)


@agrees
def note_reword(request: HttpRequest, opened: Opened, note_id: UUID) -> HttpResponse:
    """Change the wording of a note that is not agreed yet."""
    row = open_note(opened, note_id)
    if row.agreed_at is not None:
        raise NotFound
    form = RewordForm(sent(request), note=row)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "notes/reword", status, form=form, note=row)

    def act() -> SharedNote:
        typed = form.cleaned_data
        return actions.reword_note(
            opened=opened, note_id=note_id, version=typed["version"], words=typed["words"]
        )

    return form_page(
        request, form, page=shown, act=act,
        said=_("Kept. The other of you can agree to these words, or change them again."),
        onwards=lambda _kept: see_other("peers:note", opened.person.id, note_id),
    )  # fmt: skip


def _press(name: str, act: Callable[..., SharedNote], said: Any, *, gone: bool = False) -> Any:
    def view(request: HttpRequest, opened: Opened, note_id: UUID) -> HttpResponse:
        open_note(opened, note_id)
        if request.method == "POST":
            pressed(
                request, lambda version: act(opened=opened, note_id=note_id, version=version), str(said())
            )
        if gone:
            return see_other("peers:notes", opened.person.id)
        return see_other("peers:note", opened.person.id, note_id)

    view.__name__ = name
    return agrees(view)


note_let_go = _press("note_let_go", actions.let_go, lambda: _("The proposal is gone."), gone=True)
note_take_back = _press(
    "note_take_back",
    actions.take_back,
    lambda: _("Taken back. The team sees that there was a note, and no word of it."),
)
note_put_back = _press("note_put_back", actions.put_in_view, lambda: _("The note can be seen again."))


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def note_sight(request: HttpRequest, opened: Opened, note_id: UUID) -> HttpResponse:
    """Change who can see a note, from now on."""
    row = open_note(opened, note_id)

    def draw(form: Any, status: int, *, circle: Circle, visible: str) -> HttpResponse:
        return page(request, opened, "notes/sight", status, form=form, card=_cards(opened, [row])[0])

    return sight_page(
        request,
        opened,
        row,
        share=actions.NOTES.share,
        draw=draw,
        onwards=lambda _kept: see_other("peers:note", opened.person.id, note_id),
        said=_("Saved. It holds from now on."),
    )
