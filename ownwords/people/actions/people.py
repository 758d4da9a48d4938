"""Opening somebody's record and changing their details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.method.folding import fold
from ownwords.people.models import Account, Person, Placement, Relationship, Team, Visibility
from ownwords.people.queries.people import KnownBefore, known_before, possible_doubles
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

LONGEST_SORT_KEY = 400


@dataclass(frozen=True, slots=True)
class Details:
    """Everything about a person that is no part of their record. Only `called` is needed; blanks mean not asked."""

    called: str
    pronouns: str = ""
    full_name: str = ""
    date_of_birth: date | None = None
    nhs_number: str | None = None
    email: str = ""
    phone: str = ""
    contact_wishes: str = ""
    language: str = ""
    interpreter: bool | None = None
    interpreter_words: str = ""
    needs: tuple[str, ...] = ()
    needs_words: str = ""
    ethnicity_code: str = ""
    ethnicity_words: str = ""


class PossibleDoubles(Exception):
    """Somebody with the same name and date of birth is there already. `people` are those the viewer may see."""

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__("There may be a record for this person already.")
        self.people = tuple(people)


class HasBeenHere(Exception):
    """The person was supported here before, and no team supports them today. `known` says who they are."""

    def __init__(self, known: KnownBefore) -> None:
        super().__init__("This person was supported here before.")
        self.known = known


def sort_key_of(called: str, full_name: str = "") -> str:
    """Return the key under which a person is sorted and found: the name they wish to be called, then the full one.

    >>> sort_key_of("Zoë", "Zoë O'Brien")
    'zoe zoe obrien'
    """
    first, second = fold(called), fold(full_name)
    both = first if second in ("", first) else f"{first} {second}"
    return (both or called)[:LONGEST_SORT_KEY]


def details_of(person: Person) -> Details:
    """Return the details that stand in a person's row."""
    names = Details.__dataclass_fields__
    return Details(**{name: getattr(person, name) for name in names} | {"needs": tuple(person.needs)})


def change_details(*, opened: Opened, details: Details, version: int) -> Person:
    """Save somebody's details, unless somebody else saved them since `version` was read.

    The NHS number is changed by staff only: it was checked against other systems, and a person who types numbers
    in must not be able to find out whose are known here.

    Raises:
        Refused: a field cannot be saved as it is.
        StaleEdit: with the person as they stand now.
    """
    if not opened.may(Permission.EDIT_DETAILS):
        raise NotFound
    before = details_of(opened.person)
    if opened.is_own:
        details = replace(details, nhs_number=before.nhs_number)
    _check(details)
    with transaction.atomic():
        changed = _write(opened, details, version)
        if not changed:
            raise StaleEdit(Person.objects.get(pk=opened.person.pk))
        person = Person.objects.get(pk=opened.person.pk)
        if person.account_id and before.called != details.called:
            Account.objects.filter(pk=person.account_id).update(name=details.called)
        note_act(
            verb=Verb.PERSON_CHANGED,
            **opened.signature,
            thing=Ref("person", person.id),
            before=asdict(before),
            after=asdict(details),
        )
    return person


def _write(opened: Opened, details: Details, version: int) -> int:
    try:
        with transaction.atomic():
            return Person.objects.filter(pk=opened.person.pk, version=version).update(
                **_columns(details),
                version=F("version") + 1,
                changed_at=timezone.now(),
                changed_by_id=opened.viewer.account_id,
            )
    except IntegrityError as fault:
        raise _in_words(fault) from fault


def _columns(details: Details) -> dict[str, Any]:
    columns = asdict(details)
    return columns | {
        "needs": list(details.needs),
        "sort_key": sort_key_of(details.called, details.full_name),
    }


def _check(details: Details) -> None:
    if not details.called.strip():
        raise Refused({"called": _("Write the name to call you by. Any name will do.")})
    if details.ethnicity_code and details.ethnicity_words:
        raise Refused({"ethnicity_words": _("Choose from the list or use your own words, not both.")})


def _in_words(fault: IntegrityError) -> Exception:
    """Turn the database's refusal of an NHS number that is taken into words; anything else stays a fault."""
    if "person_nhs_number_once" not in str(fault):
        return fault
    return Refused(
        {
            "nhs_number": _(
                "There is a record with this NHS number already. If you cannot find the person in your list, "
                "another team supports them: ask that team to add yours."
            )
        }
    )


def add_person(
    *,
    viewer: Viewer,
    team_id: UUID,
    details: Details,
    new_id: UUID,
    named_worker: bool = False,
    surely_new: bool = False,
) -> Person:
    """Open a record for somebody new in one of the viewer's teams.

    `new_id` comes from the form: the same form sent twice opens one record. With `surely_new` the viewer has seen
    who might be the same person, and says that it is somebody else.

    Raises:
        Refused, PossibleDoubles, HasBeenHere: nothing was saved.
    """
    team = _own_team(viewer, team_id)
    _check(details)
    if (there := visible_people(viewer).filter(pk=new_id).first()) is not None:
        return there
    if known := known_before(team.id, nhs_number=details.nhs_number):
        raise HasBeenHere(known)
    if not surely_new:
        _ask_whether_known(viewer, team, details)
    with transaction.atomic():
        person = _insert(viewer, team, details, new_id)
        if named_worker:
            _stand_beside(viewer, person)
    return person


def _own_team(viewer: Viewer, team_id: UUID) -> Team:
    if not viewer.may(Permission.ADD_PERSON):
        raise NotFound
    if team_id not in viewer.teams:
        raise Refused({"team": _("Choose one of your teams.")})
    return Team.objects.get(pk=team_id)


def _ask_whether_known(viewer: Viewer, team: Team, details: Details) -> None:
    names = (details.called, details.full_name)
    if found := possible_doubles(viewer, names=names, born=details.date_of_birth):
        raise PossibleDoubles(found)
    if known := known_before(team.id, names=names, born=details.date_of_birth):
        raise HasBeenHere(known)


def _insert(viewer: Viewer, team: Team, details: Details, new_id: UUID) -> Person:
    person = Person(
        id=new_id, organisation_id=team.organisation_id, changed_by_id=viewer.account_id, **_columns(details)
    )
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as fault:
        raise _in_words(fault) from fault
    Placement.objects.create(person=person, team=team)
    note_act(
        verb=Verb.PERSON_ADDED,
        actor_id=viewer.account_id,
        role=viewer.role,
        about_id=person.id,
        thing=Ref("person", person.id),
        after=asdict(details),
    )
    return person


def _stand_beside(viewer: Viewer, person: Person) -> None:
    row = Relationship.objects.create(
        person=person, account_id=viewer.account_id, kind=Relationship.Kind.NAMED_WORKER
    )
    note_act(
        verb=Verb.RELATIONSHIP_STARTED,
        actor_id=viewer.account_id,
        role=viewer.role,
        about_id=person.id,
        thing=Ref("relationship", row.id),
        after={"kind": row.kind, "account": row.account_id},
    )


def set_default_visibility(*, opened: Opened, visibility: str) -> Person:
    """Say who sees new entries unless the person chooses otherwise; only they may. Older ones stay as they are."""
    if not opened.is_own:
        raise NotFound
    if visibility not in Visibility.values:
        raise Refused({"visibility": _("Choose who can see new entries.")})
    return _set(opened, Verb.DEFAULT_VISIBILITY_SET, default_visibility=visibility)


def set_notices_of_looks(*, opened: Opened, wanted: bool) -> Person:
    """Say whether the person's home tells who has looked since they were last there; only the person may."""
    if not opened.is_own:
        raise NotFound
    return _set(opened, Verb.NOTICES_SET, notices_of_looks=wanted)


def _set(opened: Opened, verb: Verb, **columns: Any) -> Person:
    """Change a setting of one's own record. It is no part of the details, so their version stays."""
    person = opened.person
    before = {name: getattr(person, name) for name in columns}
    if before == columns:
        return person
    with transaction.atomic():
        Person.objects.filter(pk=person.pk).update(
            **columns, changed_at=timezone.now(), changed_by_id=opened.viewer.account_id
        )
        note_act(
            verb=verb,
            **opened.signature,
            thing=Ref("person", person.id),
            before=before,
            after=columns,
        )
    for name, value in columns.items():
        setattr(person, name, value)
    return person
