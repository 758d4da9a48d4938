"""Undoing the last thing that somebody did to an entry. Nothing is taken out of history: an undo is a new version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.models import Act
from ownwords.ledger.queries import acts_on
from ownwords.ledger.verbs import Verb
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import lock_entry, save_change, state_of
from ownwords.record.actions.sharing import share_with
from ownwords.record.models import Entry
from ownwords.record.queries.history import detail_before, shares_before, version_of

#: What can be undone. Everything else (erasure, an undo itself) has its own way.
UNDOABLE = frozenset(
    {
        Verb.ENTRY_ADDED,
        Verb.ENTRY_CHANGED,
        Verb.ENTRY_REWORDED,
        Verb.ENTRY_ANSWERED,
        Verb.ENTRY_SHARED,
        Verb.ENTRY_REMOVED,
        Verb.ENTRY_RESTORED,
    }
)
#: The columns that come back with an undo; whose the entry is, and its first words, never change anyway.
COLUMNS = (
    "words",
    "about",
    "rewording",
    "rewording_by_id",
    "visibility",
    "tags",
    "tag_words",
    "standing",
    "answer_words",
    "happened_on",
    "happened_words",
    "approach",
    "not_read_aloud",
    "removed_at",
    "removed_by_id",
    "removed_reason",
)


@transaction.atomic
def undo_last(*, opened: Opened, entry_id: UUID, version: int) -> Entry:
    """Undo what the viewer last did to an entry, as the next version.

    An entry that was added is taken out of view; a change, an answer, a rewording, a removal or a change of who
    sees it brings back what stood there before.

    Raises:
        NotFound: missing or hidden. StaleEdit: somebody saved it since. Refused: the last thing done to it was
        not done by the viewer, or cannot be undone.
    """
    entry = lock_entry(opened, entry_id, version, removed=True)
    last = _last_act(opened, entry)
    before = state_of(entry)
    if last.verb == Verb.ENTRY_ADDED:
        entry.removed_at, entry.removed_by_id = timezone.now(), opened.viewer.account_id
        entry.removed_reason = _("undone right after it was added")
    else:
        _bring_back(opened, entry, last)
    save_change(opened, entry, Verb.ENTRY_UNDONE, before)
    return entry


def _last_act(opened: Opened, entry: Entry) -> Act:
    # A goal that was reviewed or ended is a new version too: what came before it is no longer the last thing done.
    versions = Q(verb__startswith="entry_") | Q(verb__startswith="goal_")
    last = acts_on(entry.id).filter(versions).exclude(verb=Verb.ENTRY_MOVED).first()
    if entry.erased_at is not None or last is None or last.verb not in UNDOABLE:
        raise Refused({"": _("There is nothing to undo here.")})
    if last.actor_id != opened.viewer.account_id:
        raise Refused({"": _("Somebody else has done something here since. Look at the history first.")})
    return last


def _bring_back(opened: Opened, entry: Entry, last: Act) -> None:
    earlier = version_of(entry, entry.version - 1)
    if earlier is None:
        raise Refused({"": _("There is nothing to undo here.")})
    if last.verb == Verb.ENTRY_SHARED:
        share_with(opened, entry, shares_before(entry))
    if last.verb == Verb.ENTRY_CHANGED:
        _bring_detail_back(entry)
    for column in COLUMNS:
        setattr(entry, column, getattr(earlier, column))


def _bring_detail_back(entry: Entry) -> None:
    columns: dict[str, Any] | None = detail_before(entry)
    if columns is None:
        return
    row = getattr(entry, entry.kind)
    for column, value in columns.items():
        setattr(row, column, value)
    row.save()
