"""Taking a map away as a file, bringing one in, and taking off again what a file brought in (connecting R23)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_items import NO_REASON
from ownwords.connections.actions.map_links import set_linked
from ownwords.connections.actions.maps import Turn, answer_links_asked
from ownwords.connections.method.exchange.csv_files import as_zip, write_csv
from ownwords.connections.method.exchange.graphml import write_graphml
from ownwords.connections.method.exchange.model import SharedMap
from ownwords.connections.method.exchange.plans import Plan, Planned
from ownwords.connections.models import Did, MapItem, MapLink, MapStep
from ownwords.connections.queries.map_copies import open_copy
from ownwords.connections.queries.map_exchange import (
    BROUGHT_IN,
    IMPORT,
    already_there,
    items_brought_by,
    shared_by_operator,
    shared_copy,
    shared_map,
)
from ownwords.connections.queries.maps import items_of, own_map
from ownwords.ledger.actions import act, make_links, note_act, note_acts
from ownwords.ledger.ids import Ref, new_id
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    kept_once,
    may_write,
    share_with,
    signed,
    state_of,
)
from ownwords.people.models import Person
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

CSV, GRAPHML = "csv", "graphml"
ENDINGS = {CSV: ".csv.zip", GRAPHML: ".graphml"}
OPERATOR = "operator"


def written(one: SharedMap, form: str) -> bytes:
    """Return a map as the bytes of a file. Raises Refused for a form that there is none of."""
    if form not in ENDINGS:
        raise Refused({"form": _("Choose one of the two kinds of file.")})
    return as_zip(write_csv([one])) if form == CSV else write_graphml([one])


def export_map(*, opened: Opened, form: str, copy_id: UUID | None = None) -> bytes:
    """Make a file of the map, or of a dated copy, as far as the viewer sees it, and keep that it was made.

    Raises NotFound when there is no such copy for the viewer, and Refused for an unknown form.
    """
    copy = open_copy(opened, copy_id) if copy_id else None
    made = written(shared_copy(opened, copy) if copy else shared_map(opened), form)
    thing = Ref("mapcopy", copy.id) if copy else Ref("personmap", opened.person.id)
    note_act(verb=Verb.MAP_EXPORTED, **opened.signature, on_behalf_of_id=opened.for_whom, thing=thing)
    return made


@transaction.atomic
def export_as_operator(*, person_id: UUID, form: str, whole: bool = False) -> tuple[Person, bytes]:
    """Make a file of what the team sees of a map, for whoever runs the service, and keep that it was made.

    Args:
        whole: with everything, also what only the person sees, because the file is for the person.

    Raises:
        NotFound: no such person.
    """
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    made = written(shared_by_operator(person, whole=whole), form)
    thing = Ref("personmap", person.id)
    note_act(verb=Verb.MAP_EXPORTED, actor_id=None, role=OPERATOR, about_id=person.id, thing=thing)
    return person, made


def bring_in(
    *, opened: Opened, plan: Plan, leave_out: bool, sight: Sight | None = None, submission: UUID | None = None
) -> MapItem:
    """Put what a file holds on the map, all of it or nothing; return the first item.

    Args:
        leave_out: what stands on the map already by the same name stays as it is and is not added again; links of
            the file lead to it.

    Raises:
        Refused: the viewer does not draw this map, or nothing in the file is new.
    """
    may_write(opened, Permission.DRAW_MAP)
    sight = checked_sight(opened, sight)
    rows = items_of(opened, removed=True)

    def make() -> MapItem:
        turn = Turn(opened)
        if submission and (before := rows.filter(submission=submission).first()):
            return before
        was_empty = not items_of(opened).filter(ended_on__isnull=True).exists()
        there = already_there(opened, plan) if leave_out else {}
        new = _items(turn, [one for one in plan.items if one.id not in there], sight, submission)
        _links(turn, plan, {**there, **new})
        first = next(iter(new.values()))
        _note_import(opened, list(new.values()))
        asked = own_map(opened)
        if plan.asked and was_empty and (asked is None or asked.links_asked_on is None):
            answer_links_asked(opened=opened, answered=True)
        return first

    return kept_once(rows, opened, submission, make)


def _items(turn: Turn, planned: list[Planned], sight: Sight, submission: UUID | None) -> dict[str, MapItem]:
    if not planned:
        raise Refused(
            {"": _("Everything in this file stands on the map already, so there was nothing to add.")}
        )
    opened = turn.opened
    made: dict[str, MapItem] = {}
    for one in planned:
        item = MapItem(**signed(opened), visibility=sight.visibility, submission=None if made else submission)
        for name in Planned.__slots__[1:]:
            setattr(item, name, getattr(one, name))
        item.relations = list(one.relations)
        made[one.id] = item
    MapItem.objects.bulk_create(made.values())
    for item in made.values():
        share_with(opened, item, sight.named, new=True)
    _note_all(turn, list(made.values()), Did.ADDED)
    return made


def _links(turn: Turn, plan: Plan, items: Mapping[str, MapItem]) -> None:
    ids = ((items[one].id, items[other].id) for one, other in plan.links)
    pairs = [(min(pair), max(pair)) for pair in ids]
    ends = {end for pair in pairs for end in pair}
    rows = MapLink.objects.select_for_update().filter(one__in=ends, other__in=ends)
    standing = {(row.one_id, row.other_id): row for row in rows}
    new = [
        MapLink(**signed(turn.opened), one_id=one, other_id=other)
        for one, other in pairs
        if (one, other) not in standing
    ]
    MapLink.objects.bulk_create(new)
    _note_all(turn, new, Did.LINKED)
    for pair in pairs:
        row = standing.get(pair)
        if row is not None and row.unlinked_at is not None:
            set_linked(turn, row, linked=True)


def _note_all(turn: Turn, things: list[MapItem] | list[MapLink], did: Did) -> None:
    """Leave for each thing what adding it by hand leaves: an act, and a step that can be undone."""
    opened = turn.opened
    note_acts(
        act(
            verb=Verb.MAP_CHANGED,
            **opened.signature,
            on_behalf_of_id=opened.for_whom,
            thing=Ref(str(thing._meta.model_name), thing.id),
            after=state_of(thing),
        )
        for thing in things
    )
    MapStep.objects.bulk_create(
        MapStep(
            person_id=opened.person.id,
            number=turn.number + place,
            did=did,
            item=thing if isinstance(thing, MapItem) else None,
            link=thing if isinstance(thing, MapLink) else None,
            from_version=0,
            to_version=thing.version,
            done_by_id=opened.viewer.account_id,
        )
        for place, thing in enumerate(things)
    )
    turn.number += len(things)


def _note_import(opened: Opened, items: list[MapItem]) -> None:
    made = Ref(IMPORT, new_id())
    note_act(verb=Verb.MAP_IMPORTED, **opened.signature, on_behalf_of_id=opened.for_whom, thing=made)
    make_links(
        about_id=opened.person.id,
        source=made,
        relation=BROUGHT_IN,
        targets=[Ref("mapitem", item.id) for item in items],
        made_by_id=opened.viewer.account_id,
    )


@transaction.atomic
def take_back(*, opened: Opened, import_id: UUID) -> int:
    """Take off the map what one file brought in and still stands there; return how many. Each can be put back.

    Raises:
        NotFound: nothing of such a file stands on the map. Refused: the viewer does not draw this map.
    """
    may_write(opened, Permission.DRAW_MAP)
    turn = Turn(opened)
    ids = [item.id for item in items_brought_by(opened, import_id)]
    if not ids:
        raise NotFound
    for item in MapItem.objects.select_for_update().filter(pk__in=ids).order_by("created_at", "id"):
        before = state_of(item)
        item.removed_at, item.removed_by_id = timezone.now(), opened.viewer.account_id
        item.removed_reason = NO_REASON
        turn.change(Did.REMOVED, item, before)
    return len(ids)
