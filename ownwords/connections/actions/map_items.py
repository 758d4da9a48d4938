"""What stands on a map: adding, moving, changing, ending, taking off and putting back. Nothing is ever preset (R4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.maps import Turn
from ownwords.connections.models import Did, EndedAs, Helps, MapItem, Relation, What
from ownwords.connections.models.map_words import RINGS
from ownwords.connections.queries.maps import items_of, service_name
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    locked,
    may_write,
    nothing_different,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import says
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_NAME = 120
MOST_NOTE = 2_000
MOST_AT_ONCE = 20
NO_REASON = "-"
MAP_ITEMS = KeptKind(rows=items_of, shared=Verb.MAP_SHARED)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of somebody or something: by which name, and whatever else the person wants to say.

    `gives_me` and `i_give` are None where nobody said; `what` and `helps` are "" likewise.
    """

    words: str
    what: str = ""
    relations: tuple[str, ...] = ()
    helps: str = ""
    gives_me: bool | None = None
    i_give: bool | None = None
    note: str = ""

    def checked(self) -> Told:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        if strange := set(self.relations) - set(Relation.values):
            raise Refused(
                {"relations": _("Choose from the list only (%(count)s).") % {"count": len(strange)}}
            )
        return Told(
            words=rules.own_words(self.words, most=MOST_NAME),
            what=rules.one_of(self.what, What.values, field="what", blank=True),
            relations=tuple(one for one in Relation.values if one in self.relations),
            helps=rules.one_of(self.helps, Helps.values, field="helps", blank=True),
            gives_me=self.gives_me,
            i_give=self.i_give,
            note=rules.own_words(self.note, field="note", needed=False, most=MOST_NOTE),
        )

    def put_into(self, item: MapItem) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            setattr(item, name, getattr(self, name))
        item.relations = list(self.relations)


def add_item(
    *,
    opened: Opened,
    told: Told,
    service_id: UUID | None = None,
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> MapItem:
    """Put something on the map, in no ring and with no more than was said.

    Args:
        service_id: what it is in the directory; left out where the directory knows no such service.

    Raises:
        Refused: the viewer does not draw this map, or a text or choice does not fit.
    """
    may_write(opened, Permission.DRAW_MAP)
    told = told.checked()
    sight = checked_sight(opened, sight)
    if not service_name(service_id):
        service_id = None

    def make() -> MapItem:
        return _made(Turn(opened), told, sight, submission, service_id)

    rows = items_of(opened, removed=True)
    return kept_once(rows, opened, submission, make, same=says(told.put_into, sight))


def add_several(*, opened: Opened, names: Iterable[str], submission: UUID | None = None) -> int:
    """Put several on the map at once, by name alone; return how many.

    Raises:
        Refused: no name, too many, or one that does not fit; nothing was added then.
    """
    may_write(opened, Permission.DRAW_MAP)
    wanted = [name.strip() for name in names if name.strip()]
    if not wanted:
        raise Refused({"names": _("Write at least one name, each on a line of its own.")})
    if len(wanted) > MOST_AT_ONCE:
        raise Refused(
            {"names": _("These are %(count)s; at most %(most)s fit at once.")
             % {"count": len(wanted), "most": MOST_AT_ONCE}}
        )  # fmt: skip
    try:
        told = [Told(words=name).checked() for name in wanted]
    except Refused as no:
        raise Refused({"names": " ".join(no.messages.values())}) from None
    sight = checked_sight(opened, None)

    def make() -> MapItem:
        turn = Turn(opened)
        first = _made(turn, told[0], sight, submission)
        for one in told[1:]:
            _made(turn, one, sight, None)
        return first

    rows = items_of(opened, removed=True)

    def same(before: MapItem) -> bool:
        since = rows.filter(created_at__gte=before.created_at, written_by_id=before.written_by_id)
        return [one.words for one in since[: len(told)]] == [one.words for one in told]

    kept_once(rows, opened, submission, make, same=same)
    return len(told)


def _made(
    turn: Turn, told: Told, sight: Sight, submission: UUID | None, service_id: UUID | None = None
) -> MapItem:
    opened = turn.opened
    item = MapItem(
        **signed(opened), visibility=sight.visibility, submission=submission, service_id=service_id
    )
    told.put_into(item)
    keep_new(opened, item, Verb.MAP_CHANGED, sight.named)
    turn.did(Did.ADDED, item, was=0)
    return item


def _taken(opened: Opened, item_id: UUID, version: int, *, removed: bool = False) -> tuple[Turn, MapItem]:
    """Return the turn and the item, locked. Raises NotFound, Refused or StaleEdit; nothing was changed then."""
    may_write(opened, Permission.DRAW_MAP)
    turn = Turn(opened)
    rows = items_of(opened, removed=removed)
    return turn, locked(opened, rows, item_id, version, permission=Permission.DRAW_MAP)


@transaction.atomic
def move_item(
    *, opened: Opened, item_id: UUID, version: int, ring: int | None, angle: int | None = None
) -> MapItem:
    """Put something into a ring (1 innermost to 3), or into none. `angle` in degrees, kept as it was when left out.

    Raises:
        Refused: no such ring or angle, the tie is over, or the viewer does not draw this map.
    """
    if ring is not None and ring not in RINGS:
        raise Refused({"ring": _("Choose one of the three rings, or none.")})
    if angle is not None and not 0 <= angle < 360:
        raise Refused({"": _("There is no such place in a ring.")})
    turn, item = _taken(opened, item_id, version)
    if item.ended_on is not None:
        raise Refused({"": _("This is over. Take it up again first.")})
    before = state_of(item)
    item.ring = ring
    item.angle = None if ring is None else item.angle if angle is None else angle
    return item if before == state_of(item) else turn.change(Did.MOVED, item, before)


@transaction.atomic
def change_item(*, opened: Opened, item_id: UUID, version: int, told: Told) -> MapItem:
    """Tell something differently. What stood there stays in its history, and in dated copies."""
    told = told.checked()
    turn, item = _taken(opened, item_id, version)
    before = state_of(item)
    told.put_into(item)
    if before == state_of(item):
        raise nothing_different()
    return turn.change(Did.CHANGED, item, before)


@transaction.atomic
def end_item(
    *, opened: Opened, item_id: UUID, version: int, ended_as: str, words: str = "", day: date | None = None
) -> MapItem:
    """Say that a tie is over, and why as far as somebody wants. It leaves every count and stays in history (R7)."""
    ended_as = rules.one_of(ended_as, EndedAs.values, field="ended_as")
    words = rules.own_words(words, field="ended_words", needed=False, most=MOST_NOTE)
    turn, item = _taken(opened, item_id, version)
    if item.ended_on is not None:
        raise Refused({"": _("This is over already.")})
    before = state_of(item)
    item.ended_on = day_that_was(day, opened, field="ended_on")
    item.ended_as, item.ended_words = ended_as, words
    return turn.change(Did.ENDED, item, before)


@transaction.atomic
def resume_item(*, opened: Opened, item_id: UUID, version: int) -> MapItem:
    """Take a tie up again that was over."""
    turn, item = _taken(opened, item_id, version)
    if item.ended_on is None:
        raise Refused({"": _("This is not over.")})
    before = state_of(item)
    item.ended_on, item.ended_as, item.ended_words = None, "", ""
    return turn.change(Did.RESUMED, item, before)


@transaction.atomic
def remove_item(*, opened: Opened, item_id: UUID, version: int, reason: str = "") -> MapItem:
    """Take something off the map, as if it should not have stood there. It can be put back."""
    reason = rules.own_words(reason, field="reason", needed=False, most=500) or NO_REASON
    turn, item = _taken(opened, item_id, version)
    before = state_of(item)
    item.removed_at, item.removed_by_id = timezone.now(), opened.viewer.account_id
    item.removed_reason = reason
    return turn.change(Did.REMOVED, item, before)


@transaction.atomic
def restore_item(*, opened: Opened, item_id: UUID, version: int) -> MapItem:
    """Put something back that was taken off the map."""
    turn, item = _taken(opened, item_id, version, removed=True)
    if item.removed_at is None or item.erased_at is not None:
        raise Refused({"": _("This was not taken off the map.")})
    before = state_of(item)
    item.removed_at, item.removed_by_id, item.removed_reason = None, None, ""
    return turn.change(Did.RESTORED, item, before)
