"""Projects in and out for whoever runs the service, which no duty in a study binds."""

from __future__ import annotations

from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OPERATOR
from ownwords.inquiry.actions.refi_import import Brought, keep
from ownwords.inquiry.method.brought.names import plain
from ownwords.inquiry.method.brought.own import choice, line, own, whole
from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.parts.guids import is_guid
from ownwords.inquiry.method.refi.reading.read import Reading, read
from ownwords.inquiry.models import Duty, Method, Study, StudyMember
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account, Appointment
from ownwords.people.models.spans import current
from ownwords.people.refusals import Refused

MOST_TITLE = 200


@transaction.atomic
def import_refi_as_operator(
    *, file: BinaryIO, study: Study | None = None, account: Account | None = None, title: str = ""
) -> Brought:
    """Bring a file into a study, or into a new one that is named after its project and led by an account.

    Users of the file become those who work in the study, by their exact name. What others coded is kept under the
    account, beside their names.

    Raises:
        Unreadable: the file is refused. Refused: nobody is there under whom it could be kept. Nothing was kept then.
    """
    reading = read(file)
    who = _under_whom(study, account)
    study = study or _new_study(reading, who, title)
    return keep(study, who.account_id, reading, _people(study), OPERATOR)


def researchers() -> QuerySet[Appointment]:
    """Return who is a researcher today, the first appointed first."""
    found = Appointment.objects.filter(current(), role=Appointment.Role.RESEARCHER, account__is_active=True)
    return found.select_related("account").order_by("starts_on", "id")


def _under_whom(study: Study | None, account: Account | None) -> StudyMember | Appointment:
    """Return a place in the study, or a researcher of the service."""
    if study is not None:
        members = _members(study)
        found = members.filter(account=account) if account else members.filter(duty=Duty.LEAD)
        if (member := found.order_by("starts_on", "id").first()) is not None:
            return member
        raise Refused({"": _("Whoever it is kept under must code in this study, or lead it.")})
    places = researchers().filter(account=account) if account else researchers()
    if (place := places.first()) is None:
        raise Refused({"": _("A study needs a researcher who leads it, and there is none.")})
    return place


def _members(study: Study) -> QuerySet[StudyMember]:
    found = StudyMember.objects.filter(current(), study_id=study.id).exclude(duty=Duty.READER)
    return found.select_related("account")


def _people(study: Study) -> dict[str, UUID]:
    """Return those who work in the study by id, and by name where only one of them is called so."""
    members = [one.account for one in _members(study)]
    names = [one.name for one in members]
    by_name = {one.name: one.id for one in members if names.count(one.name) == 1}
    return {**by_name, **{str(one.id): one.id for one in members}}


def _new_study(reading: Reading, who: StudyMember | Appointment, title: str) -> Study:
    project = reading.project
    study = Study(
        organisation_id=who.organisation_id,  # type: ignore[union-attr]
        title=plain(project.name or title, MOST_TITLE) or _("Study without a title"),
        question=project.description,
        made_by_id=who.account_id,
        changed_by_id=who.account_id,
    )
    _say_of_itself(study, project)
    study.save(force_insert=True)
    StudyMember.objects.create(study=study, account_id=who.account_id, duty=Duty.LEAD, keeps_key=True)
    note_act(verb=Verb.STUDY_MADE, **OPERATOR, thing=Ref("study", study.id), after={"title": study.title})
    return study


def _say_of_itself(study: Study, project: Project) -> None:
    """Write what our own file says of its study; another program's has no method that we know."""
    guid = next(iter(project.extra.get("project", {})), "")
    if is_guid(guid):
        study.guid = UUID(guid)
    said = own(project.extra, "project", guid)
    study.method = choice(said, "method", tuple(Method.values), Method.OWN)
    study.method_words = line(said, "method_words", 5_000) or (
        _("Not said yet: brought in from another program.") if study.method == Method.OWN else ""
    )
    study.ethics_reference = line(said, "ethics_reference")
    study.blind = said.get("blind") is True
    fewest = whole(said, "fewest_alike", 20)
    study.fewest_alike = fewest if fewest and fewest >= 2 else 3
