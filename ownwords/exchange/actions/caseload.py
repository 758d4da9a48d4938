"""Taking the people of a caseload export in: in one transaction, everybody of the plan or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from ownwords.exchange.method.caseload import Reading, SoundRow
from ownwords.exchange.queries.caseload import plan_import
from ownwords.exchange.queries.caseload_known import BATCH
from ownwords.exchange.queries.caseload_plan import Newcomer, Plan
from ownwords.ledger.actions import act, note_acts
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.actions.people import sort_key_of
from ownwords.people.method.reference import languages
from ownwords.people.models import Organisation, Person, Placement, Relationship, Team


@dataclass(slots=True)
class _Rows:
    """The rows to be written, in the order in which they depend on each other."""

    people: list[Person] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)

    def add(self, newcomer: Newcomer, organisation: Organisation) -> None:
        """Add everything that taking in one person needs."""
        person = _person(newcomer.row, organisation)
        self.people.append(person)
        self.placements.append(Placement(person=person, team_id=newcomer.team_id))
        if newcomer.worker_id:
            kind = Relationship.Kind.NAMED_WORKER
            self.relationships.append(Relationship(person=person, account_id=newcomer.worker_id, kind=kind))


def carry_out(reading: Reading, *, organisation: Organisation, team: Team | None = None) -> Plan:
    """Take in everybody who can be taken, in one transaction, and return what was done.

    The plan is made afresh inside, with the organisation held: two imports at once cannot both add somebody.
    """
    with transaction.atomic():
        held = Organisation.objects.select_for_update().get(pk=organisation.pk)
        plan = plan_import(reading, organisation=held, team=team)
        rows = _Rows()
        for newcomer in plan.newcomers:
            rows.add(newcomer, held)
        Person.objects.bulk_create(rows.people, batch_size=BATCH)
        Placement.objects.bulk_create(rows.placements, batch_size=BATCH)
        Relationship.objects.bulk_create(rows.relationships, batch_size=BATCH)
        note_acts(
            act(verb=Verb.PERSON_IMPORTED, actor_id=None, about_id=one.id, thing=Ref("person", one.id))
            for one in rows.people
        )
    return plan


def _person(row: SoundRow, organisation: Organisation) -> Person:
    return Person(
        organisation=organisation,
        called=row.name,
        full_name=row.full_name,
        sort_key=sort_key_of(row.name, row.full_name),
        pronouns=row.pronouns,
        date_of_birth=row.date_of_birth,
        nhs_number=row.nhs_number or None,
        email=row.email,
        phone=row.phone,
        language=_language(row),
        interpreter=row.interpreter,
        ethnicity_code=row.ethnicity,
        ethnicity_words=row.ethnicity_words,
    )


def _language(row: SoundRow) -> str:
    known = languages().by_code(row.language) if row.language else None
    return known.label if known else row.language_words
