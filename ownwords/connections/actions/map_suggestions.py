"""Suggesting something for a map. Nothing changes on it until the person says yes (connecting R1)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_items import MOST_NAME, MOST_NOTE, NO_REASON, Told, add_item
from ownwords.connections.actions.maps import Turn
from ownwords.connections.models import MapSuggestion, SuggestionAnswer, What
from ownwords.connections.queries.map_people import is_settled, suggestions_of
from ownwords.connections.queries.maps import service_name
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    keep_new,
    kept_once,
    locked,
    may_write,
    save_change,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.queries.seen import is_own_or_writer
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission

MAP_SUGGESTIONS = KeptKind(rows=suggestions_of, shared=Verb.MAP_SHARED)


def suggest(
    *,
    opened: Opened,
    words: str,
    what: str = "",
    why: str = "",
    service_id: UUID | None = None,
    submission: UUID | None = None,
) -> MapSuggestion:
    """Suggest something for somebody's map; they see it, and who suggested it, and answer or leave it.

    Raises:
        NotFound: the person themselves, who simply draws, or a role that suggests nothing. Refused: a text is wrong.
    """
    may_write(opened, Permission.LOG_STEP)
    if opened.is_own:
        raise NotFound
    words = rules.own_words(words, most=MOST_NAME)
    why = rules.own_words(why, field="why", needed=False, most=MOST_NOTE)
    what = rules.one_of(what, What.values, field="what", blank=True)
    sight = checked_sight(opened, None)
    known = service_id if service_name(service_id) else None

    def make() -> MapSuggestion:
        row = MapSuggestion(
            **signed(opened), visibility=sight.visibility, submission=submission,
            words=words, what=what, why=why, service_id=known,
        )  # fmt: skip
        return keep_new(opened, row, Verb.MAP_SUGGESTED, sight.named)

    rows = suggestions_of(opened, removed=True)
    return kept_once(
        rows, opened, submission, make, same=says(columns(words=words, what=what, why=why, service_id=known))
    )


@transaction.atomic
def answer_suggestion(*, opened: Opened, suggestion_id: UUID, version: int, answer: str) -> MapSuggestion:
    """Say yes, not now, or no. Yes puts it on the map by its name alone; "not now" and "no" can become a yes later.

    Raises:
        Refused: it stands on the map already, or the viewer does not draw this map. StaleEdit: answered meanwhile.
    """
    answer = rules.one_of(answer, SuggestionAnswer.values, field="answer")
    Turn(opened)
    rows = suggestions_of(opened)
    row = locked(opened, rows, suggestion_id, version, permission=Permission.DRAW_MAP)
    if is_settled(row):
        raise Refused({"": _("This stands on the map already.")})
    before = state_of(row)
    if answer == SuggestionAnswer.ACCEPTED:
        row.item = add_item(opened=opened, told=Told(words=row.words), service_id=row.service_id)
    row.answer, row.answered_at = answer, timezone.now()
    return save_change(opened, row, Verb.MAP_SUGGESTION_ANSWERED, before)


@transaction.atomic
def remove_suggestion(*, opened: Opened, suggestion_id: UUID, version: int) -> MapSuggestion:
    """Take a suggestion out of view. The person does, or whoever made it."""
    rows = suggestions_of(opened)
    row = locked(opened, rows, suggestion_id, version, permission=Permission.LOG_STEP)
    if not is_own_or_writer(opened, row):
        raise NotFound
    before = state_of(row)
    row.removed_at, row.removed_by_id = timezone.now(), opened.viewer.account_id
    row.removed_reason = NO_REASON
    return save_change(opened, row, Verb.MAP_SUGGESTION_REMOVED, before)
