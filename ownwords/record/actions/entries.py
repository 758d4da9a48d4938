"""Adding, changing, answering and sharing entries.

Words are only ever changed by the voice they belong to; everybody else's wording stands beside them. Each change
is one transaction, asks for the version that was seen, and leaves an act in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import FIRST_YEAR, nothing_different
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight, check_sight, first_sight
from ownwords.record.actions.sharing import share_with
from ownwords.record.method.tools import tags, values_and_preferences
from ownwords.record.models import Entry, Kind, Said, Standing
from ownwords.record.queries.entries import open_entry


@dataclass(frozen=True, slots=True)
class Wording:
    """What an entry says, beside its details. Texts are kept letter for letter."""

    words: str
    about: str = ""
    tags: tuple[str, ...] = ()
    tag_words: str = ""
    happened_on: date | None = None
    happened_words: str = ""
    approach: str = ""
    not_read_aloud: bool = False
    position: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def checked(self) -> dict[str, Any]:
        """Return the columns of these words. Raises Refused when something does not fit."""
        if self.happened_on and self.happened_on.year < FIRST_YEAR:
            raise Refused({"happened_on": _("Give a year after %(year)s.") % {"year": FIRST_YEAR - 1}})
        return {
            "words": rules.own_words(self.words),
            "about": rules.own_words(self.about, field="about", needed=False, most=200),
            "tags": _known_tags(self.tags),
            "tag_words": rules.own_words(self.tag_words, field="tag_words", needed=False, most=200),
            "happened_on": self.happened_on,
            "happened_words": rules.own_words(
                self.happened_words, field="happened_words", needed=False, most=100
            ),
            "approach": rules.one_of(self.approach, approaches(), field="approach", blank=True),
            "not_read_aloud": self.not_read_aloud,
            "position": self.position,
        }


def _known_tags(chosen: Iterable[str]) -> list[str]:
    """Return the chosen tags in the order of the list, each once. Raises Refused for one that is not in it."""
    wanted = set(chosen)
    known = [tag.key for tag in tags().tags]
    if strange := wanted - set(known):
        raise Refused({"tags": _("There is no tag called “%(tag)s”.") % {"tag": sorted(strange)[0][:40]}})
    return [key for key in known if key in wanted]


def approaches() -> tuple[str, ...]:
    """Return the ways in which something can be told: by talking, as a story, as a picture."""
    return tuple(choice.key for choice in values_and_preferences().approaches)


def state_of(entry: Entry) -> dict[str, Any]:
    """Return what the ledger's digests are taken of."""
    return {
        key: getattr(entry, key)
        for key in ("words", "rewording", "about", "tags", "visibility", "standing", "removed_at", "version")
    }


def may_write(opened: Opened) -> None:
    """Raise NotFound unless the viewer's role writes in records at all."""
    if not opened.may(Permission.WRITE_RECORD):
        raise NotFound


def record_act(
    opened: Opened, verb: Verb, entry: Entry, *, before: dict[str, Any] | None = None, reason: str = ""
) -> None:
    """Leave an act about an entry in the ledger, in the same transaction."""
    note_act(
        verb=verb,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref(entry.kind, entry.id),
        before=before,
        after=state_of(entry),
        reason=reason,
    )


def add_entry(
    *,
    opened: Opened,
    kind: Kind | str,
    wording: Wording,
    said_by: Said | str = Said.PERSON,
    said_by_name: str = "",
    sight: Sight | None = None,
    detail: models.Model | None = None,
    submission: UUID | None = None,
) -> Entry:
    """Keep something that was said.

    Args:
        opened: the person it is about, opened by who writes it down.
        kind: what it is about.
        wording: the words, as they were said.
        said_by: whose words they are; words that others offer wait for the person's answer.
        said_by_name: the name of that somebody, where it is neither the person nor the writer.
        sight: who may see it; the person's own default when left out.
        detail: the row beside the entry (goal, strength, preference, conversation), not yet saved.
        submission: the form's own key: the same key twice keeps one entry and returns it.

    Raises:
        Refused: a text or a choice does not fit. NotFound: this role does not write. StaleEdit: the same form
        was sent before with other words; `current` is what was kept then.
    """
    may_write(opened)
    columns = wording.checked()
    sight = sight or first_sight(opened)
    check_sight(opened, sight.visibility, sight.named)
    entry = Entry(
        person=opened.person,
        kind=rules.one_of(kind, Kind.values, field="kind"),
        original_words=columns["words"],
        said_by=rules.one_of(said_by, Said.values, field="said_by"),
        said_by_name=rules.own_words(said_by_name, field="said_by_name", needed=False, most=200),
        written_by_id=opened.viewer.account_id,
        changed_by_id=opened.viewer.account_id,
        visibility=sight.visibility,
        standing=_first_standing(said_by, kind),
        submission=submission,
        **columns,
    )
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
            share_with(opened, entry, sight.named, new=True)
            if detail is not None:
                detail.entry = entry  # type: ignore[attr-defined]
                detail.save(force_insert=True)
            record_act(opened, Verb.ENTRY_ADDED, entry)
    except IntegrityError:
        if submission is None:
            raise
        return _saved_before(opened, submission, columns["words"])
    return entry


def _first_standing(said_by: str, kind: str) -> Standing:
    """Words that others offer about the person wait for the person's answer (refocus 1.5, 1.6)."""
    offered = said_by != Said.PERSON and kind in (Kind.STRENGTH, Kind.UNDERSTANDING)
    return Standing.OFFERED if offered else Standing.OWN


def _saved_before(opened: Opened, submission: UUID, words: str) -> Entry:
    """Return what the same form saved a moment ago.

    Raises:
        StaleEdit: it was sent again with other words (back, change, save): neither text may get lost.
        Refused: the key was used in somebody else's record.
    """
    mine = Entry.objects.filter(written_by_id=opened.viewer.account_id, submission=submission)
    before = mine.filter(person_id=opened.person.id).first()
    if before is None:
        raise Refused({"": _("This form has been used before. Open it again, and copy your words into it.")})
    if words not in (before.words, before.original_words):
        raise StaleEdit(before)
    return before


def lock_entry(opened: Opened, entry_id: UUID, version: int, *, removed: bool = False) -> Entry:
    """Return an entry that the viewer sees, locked, if it is still the version that they saw.

    Raises:
        NotFound: missing or hidden. StaleEdit: somebody else saved it since; nothing was changed.
    """
    may_write(opened)
    entry = open_entry(opened, entry_id, removed=removed)
    locked = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if locked.version != version:
        raise StaleEdit(locked)
    return locked


def save_change(opened: Opened, entry: Entry, verb: Verb, before: dict[str, Any], reason: str = "") -> None:
    """Write a changed entry as its next version, with its act."""
    entry.version += 1
    entry.changed_at = timezone.now()
    entry.changed_by_id = opened.viewer.account_id
    entry.save()
    record_act(opened, verb, entry, before=before, reason=reason)


def is_voice_of(opened: Opened, entry: Entry) -> bool:
    """Say whether the viewer may change these words: they are the person's, or the viewer typed them."""
    if opened.is_own and entry.said_by == Said.PERSON:
        return True
    return entry.written_by_id == opened.viewer.account_id and opened.may(Permission.WRITE_RECORD)


@transaction.atomic
def change_entry(
    *, opened: Opened, entry_id: UUID, version: int, wording: Wording, detail: Mapping[str, Any] | None = None
) -> Entry:
    """Save new words of the voice that they belong to, as the next version; earlier ones stay readable.

    Args:
        detail: columns of the row beside the entry that change with it.

    Raises:
        NotFound, StaleEdit: as `lock_entry`. Refused: not this viewer's words, or a text does not fit.
    """
    entry = lock_entry(opened, entry_id, version)
    if not is_voice_of(opened, entry):
        raise Refused({"": _("These are not your words. You can put your own wording or view beside them.")})
    before, columns = state_of(entry), wording.checked()
    row = getattr(entry, entry.kind) if detail else None
    if not (_put(entry, columns) | (row is not None and _put(row, detail or {}))):
        raise nothing_different()
    save_change(opened, entry, Verb.ENTRY_CHANGED, before)
    if row is not None:
        row.save()
    return entry


def _put(row: models.Model, columns: Mapping[str, Any]) -> bool:
    """Set the columns of a row; say whether any of them differs from before."""
    differs = any(getattr(row, column) != value for column, value in columns.items())
    for column, value in columns.items():
        setattr(row, column, value)
    return differs


@transaction.atomic
def reword_entry(*, opened: Opened, entry_id: UUID, version: int, rewording: str) -> Entry:
    """Put a professional wording beside the person's own (RS-03); an empty one takes it away again."""
    entry = lock_entry(opened, entry_id, version)
    if opened.is_own:
        raise Refused({"": _("These are your words: change them directly.")})
    before = state_of(entry)
    entry.rewording = rules.own_words(rewording, field="rewording", needed=False)
    entry.rewording_by_id = opened.viewer.account_id if entry.rewording else None
    save_change(opened, entry, Verb.ENTRY_REWORDED, before)
    return entry


@transaction.atomic
def answer_entry(
    *, opened: Opened, entry_id: UUID, version: int, standing: str, words: str = "", keep_as: str = ""
) -> Entry:
    """Keep what the person makes of words that somebody offered: kept, not quite, declined.

    `keep_as` is the person's own wording when they keep it in other words; the offered words stay the original.
    """
    entry = lock_entry(opened, entry_id, version)
    if not opened.is_own:
        raise Refused({"": _("Only %(person)s can answer this.") % {"person": opened.person.called}})
    if entry.standing == Standing.OWN:
        raise Refused({"": _("This was not offered by anybody, so there is nothing to answer.")})
    before = state_of(entry)
    answers = (Standing.KEPT, Standing.NOT_QUITE, Standing.DECLINED)
    entry.standing = rules.one_of(standing, answers, field="standing")
    entry.answer_words = rules.own_words(words, field="answer_words", needed=False)
    if keep_as.strip():
        entry.words = rules.own_words(keep_as, field="keep_as")
    save_change(opened, entry, Verb.ENTRY_ANSWERED, before)
    return entry


@transaction.atomic
def set_sight(*, opened: Opened, entry_id: UUID, version: int, sight: Sight) -> Entry:
    """Decide who sees an entry from now on. Only the person does, and history is not rewritten."""
    entry = lock_entry(opened, entry_id, version)
    if not opened.may(Permission.DECIDE_VISIBILITY):
        raise Refused({"": _("Only %(person)s decides who sees this.") % {"person": opened.person.called}})
    check_sight(opened, sight.visibility, sight.named)
    before = state_of(entry)
    entry.visibility = rules.one_of(sight.visibility, Visibility.values, field="visibility")
    share_with(opened, entry, sight.named)
    save_change(opened, entry, Verb.ENTRY_SHARED, before)
    return entry


@transaction.atomic
def remove_entry(*, opened: Opened, entry_id: UUID, version: int, reason: str) -> Entry:
    """Take an entry out of view, with a reason; it can be put back. Only the voice it belongs to, or the person."""
    entry = lock_entry(opened, entry_id, version)
    if not (opened.is_own or is_voice_of(opened, entry)):
        raise Refused(
            {
                "": _("Only %(person)s or who wrote this can take it out of view.")
                % {"person": opened.person.called}
            }
        )
    before = state_of(entry)
    entry.removed_reason = rules.own_words(reason, field="reason", most=500)
    entry.removed_at, entry.removed_by_id = timezone.now(), opened.viewer.account_id
    # The reason stays with the entry: the ledger only grows, and must not keep words that may have to be erased.
    save_change(opened, entry, Verb.ENTRY_REMOVED, before)
    return entry


@transaction.atomic
def restore_entry(*, opened: Opened, entry_id: UUID, version: int) -> Entry:
    """Put an entry back that was taken out of view, by the person or by whoever took it out."""
    entry = lock_entry(opened, entry_id, version, removed=True)
    if entry.removed_at is None or entry.erased_at is not None:
        raise Refused({"": _("This is not out of view.")})
    if not opened.is_own and entry.removed_by_id != opened.viewer.account_id:
        raise NotFound
    before = state_of(entry)
    entry.removed_at, entry.removed_by_id, entry.removed_reason = None, None, ""
    save_change(opened, entry, Verb.ENTRY_RESTORED, before)
    return entry
