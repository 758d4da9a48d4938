"""Studies of a viewer, who works in one, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy, working_in
from ownwords.inquiry.models import Code, Participant, Source, StudyMember
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Appointment
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class HowFar:
    """How much of each there is in a study; what was taken out of view is not counted."""

    participants: int
    texts: int
    codes: int


def studies_of(viewer: Viewer) -> list[StudyMember]:
    """Return the viewer's places in studies, by title."""
    return list(working_in(viewer).order_by("study__title", "study_id"))


def members_of(opened: OpenedStudy) -> QuerySet[StudyMember]:
    """Return who works in the study today, by name."""
    members = StudyMember.objects.filter(current(), study_id=opened.study.id)
    return members.select_related("account").order_by("account__name", "id")


def member_named(opened: OpenedStudy, member_id: UUID) -> StudyMember:
    """Return one of those who work in the study today. Raises NotFound: no such member."""
    member = members_of(opened).filter(pk=member_id).first()
    if member is None:
        raise NotFound
    return member


def researchers_to_ask(opened: OpenedStudy) -> list[tuple[UUID, str]]:
    """Return the researchers of the organisation who do not work in the study today, by name."""
    at = Appointment.objects.filter(
        current(), organisation_id=opened.study.organisation_id, role=Appointment.Role.RESEARCHER
    )
    inside = StudyMember.objects.filter(current(), study_id=opened.study.id).values("account_id")
    found = Account.objects.filter(pk__in=at.values("account_id"), is_active=True).exclude(pk__in=inside)
    return list(found.order_by("name", "id").values_list("id", "name"))


def how_far(opened: OpenedStudy) -> HowFar:
    """Count what stands in the study (three queries)."""
    here = Q(study_id=opened.study.id)
    codes = Code.objects.filter(here, removed_at__isnull=True).aggregate(n=Count("id"))["n"]
    texts = Source.objects.filter(here, removed_at__isnull=True).aggregate(n=Count("id"))["n"]
    people = Participant.objects.filter(here, withdrew_on__isnull=True).aggregate(n=Count("id"))["n"]
    return HowFar(people, texts, codes)
