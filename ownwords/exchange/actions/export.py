"""Making the copy of everything kept about one person, and keeping that it was made."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ownwords.exchange.copies import copy_as_zip
from ownwords.ledger.actions import note_act
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Person
from ownwords.people.roles import Permission

OPERATOR = "operator"


def export_own_record(*, opened: Opened) -> bytes:
    """Make the copy for the person themselves, and keep that they did. Raises NotFound for anybody else."""
    if not (opened.is_own and opened.may(Permission.EXPORT_RECORD)):
        raise NotFound
    made = copy_as_zip(opened.person, timezone.localdate())
    note_act(verb=Verb.EXPORTED, **opened.signature)
    return made


@transaction.atomic
def export_as_operator(*, person_id: UUID) -> tuple[Person, bytes]:
    """Make the copy for whoever runs the service, and keep that it was made. Raises NotFound: no such person."""
    person = Person.objects.select_related("account", "organisation").filter(pk=person_id).first()
    if person is None:
        raise NotFound
    made = copy_as_zip(person, timezone.localdate())
    note_act(verb=Verb.EXPORTED, actor_id=None, role=OPERATOR, about_id=person.id)
    return person, made
