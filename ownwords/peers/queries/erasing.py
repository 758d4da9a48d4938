"""Things of this room that can be erased: whatever holds words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from ownwords.peers.models import Approach, Attempt, DoorChange, FirstFace, Introduction
from ownwords.peers.queries.attempts import attempts_of
from ownwords.peers.queries.door import approaches_of
from ownwords.peers.queries.introductions import introductions_of
from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable
from ownwords.people.roles import Permission


def _ids(rows: QuerySet[Model]) -> Iterable[UUID]:
    return rows.order_by().values_list("id", flat=True)


def _erased(model: type[Model]) -> Callable[[UUID], bool]:
    return lambda thing: model._default_manager.filter(id=thing, erased_at__isnull=False).exists()


def _changes(opened: Opened) -> Iterable[UUID]:
    seen = opened.may(Permission.HOLD_DOOR)
    return _ids(DoorChange.objects.filter(person_id=opened.person.id)) if seen else ()


def _faces(opened: Opened) -> Iterable[UUID]:
    seen = opened.may(Permission.HOLD_DOOR)
    return _ids(FirstFace.objects.filter(person_id=opened.person.id)) if seen else ()


def _face_erased(thing: UUID) -> bool:
    return FirstFace.objects.filter(id=thing, words="", answer__isnull=True).exists()


KINDS = [
    Erasable(
        "attempt",
        _("a contact"),
        lambda o: _ids(attempts_of(o, removed=True)),
        _erased(Attempt),
        "peers:contact",
    ),
    Erasable(
        "approach",
        _("that somebody came of their own"),
        lambda o: _ids(approaches_of(o, removed=True)),
        _erased(Approach),
        "peers:approach",
    ),
    Erasable(
        "introduction",
        _("an introduction"),
        lambda o: _ids(introductions_of(o, removed=True)),
        _erased(Introduction),
        "peers:introduction",
    ),
    Erasable("doorchange", _("words about the door"), _changes, _erased(DoorChange), "peers:door_change"),
    Erasable("firstface", _("how a first meeting was"), _faces, _face_erased, "peers:first_face"),
]
