"""The only way to somebody's data.

`open_person` decides, writes the look into the ledger, and answers "not found" alike for what is missing and
for what is forbidden. Row-level security repeats the same rule in the database, as a second lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from ownwords.ledger.actions import note_list, note_look
from ownwords.people.models import Membership, Person, Placement, Relationship, Team
from ownwords.people.models.spans import current
from ownwords.people.roles import TEAM_SIGHT, Permission, RoleName
from ownwords.people.viewer import Viewer


class NotFound(Http404):
    """There is no such thing, or not for this viewer: nobody can tell which."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A person whose record this viewer may open, and how they stand to it."""

    person: Person
    viewer: Viewer

    @property
    def is_own(self) -> bool:
        """Whether the viewer is the person themselves, in that role."""
        return self.viewer.role is RoleName.PERSON and self.viewer.person_id == self.person.id

    @property
    def signature(self) -> dict[str, Any]:
        """What every act in this record says in the ledger: who, in which role, about whom."""
        return {"actor_id": self.viewer.account_id, "role": self.viewer.role, "about_id": self.person.id}

    @property
    def for_whom(self) -> UUID | None:
        """On whose behalf the viewer writes: the person's, unless the viewer is the person."""
        return None if self.is_own else self.person.id

    @property
    def sees_team_entries(self) -> bool:
        """Whether entries for "me and my team" are visible to this viewer."""
        return self.is_own or self.viewer.role in TEAM_SIGHT

    def may(self, permission: Permission) -> bool:
        """Whether the viewer's role allows this at all."""
        return self.viewer.may(permission)


def _condition(viewer: Viewer) -> Q:
    """The rule, in one place: which people a viewer reaches in the role they are in."""
    if viewer.role is RoleName.PERSON:
        return Q(account_id=viewer.account_id)
    if viewer.role in TEAM_SIGHT:
        return Q(
            Exists(Placement.objects.filter(current(), person_id=OuterRef("pk"), team_id__in=viewer.teams))
        )
    if viewer.role is RoleName.SUPPORTER:
        return Q(Exists(_beside(viewer, Relationship.Kind.SUPPORTER)))
    if viewer.role is RoleName.PEER_WORKER:
        # They may walk beside somebody whom no team supports just now, but for the organisation they work in today.
        works_for = Team.objects.filter(pk__in=viewer.teams).values("organisation_id")
        return Q(Exists(_beside(viewer, Relationship.Kind.PEER_WORKER)), organisation_id__in=works_for)
    return Q(pk__in=[])


def _beside(viewer: Viewer, kind: str) -> QuerySet[Relationship]:
    return Relationship.objects.filter(
        current(), person_id=OuterRef("pk"), account_id=viewer.account_id, kind=kind
    )


def visible_people(viewer: Viewer) -> QuerySet[Person]:
    """Every person this viewer reaches, for lists. Whoever shows words from their records calls `show_list`."""
    return Person.objects.filter(_condition(viewer))


def open_person(viewer: Viewer, person_id: UUID, *, part: str) -> Opened:
    """Open one person's record for reading one part of it, and keep the look.

    Args:
        viewer: who asks, in which role.
        person_id: whose record.
        part: which part, in the words of `ownwords.people.parts`; "" when nothing is read, only written.

    Raises:
        NotFound: no such person, or not for this viewer.
    """
    person = visible_people(viewer).filter(pk=person_id).first()
    if person is None:
        raise NotFound
    opened = Opened(person, viewer)
    if part:
        keep_look(opened, part=part)
    return opened


def keep_look(opened: Opened, *, part: str) -> None:
    """Keep that a viewer read one part of a record; nothing when it is their own."""
    if not opened.is_own:
        viewer = opened.viewer
        note_look(actor_id=viewer.account_id, role=viewer.role, about_id=opened.person.id, part=part)


def show_list(viewer: Viewer, person_ids: Iterable[UUID], *, part: str) -> None:
    """Keep that a page showed words from the records of these people, once a day each."""
    ids = list(person_ids)
    if ids and viewer.role is not RoleName.PERSON:
        note_list(actor_id=viewer.account_id, role=viewer.role, about_ids=ids, part=part)


def colleagues_of(viewer: Viewer) -> QuerySet[Membership]:
    """Everybody who works today in the teams of this viewer."""
    return Membership.objects.filter(current(), team_id__in=viewer.teams).select_related("account", "team")
