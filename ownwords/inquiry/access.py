"""The only way to a study. Whoever does not work in it today, or not with that duty, is told that there is none.

Row-level security repeats the same rule in the database, as a second lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.inquiry.models import Duty, Study, StudyMember
from ownwords.people.access import NotFound
from ownwords.people.models.spans import current
from ownwords.people.roles import Permission, RoleName
from ownwords.people.routes import thing_page
from ownwords.people.viewer import Viewer

OPERATOR: dict[str, Any] = {"actor_id": None, "role": "operator"}
"""What an act says of whoever runs the service, at the command line: nobody's account."""


class Need(StrEnum):
    """What a page of a study asks of whoever opens it."""

    READ = "works in the study"
    CODE = "codes in the study, or leads it"
    LEAD = "leads the study"
    KEY = "keeps the key of the study"


@dataclass(frozen=True, slots=True)
class OpenedStudy:
    """A study that the viewer works in, with their place in it."""

    study: Study
    viewer: Viewer
    member: StudyMember

    @property
    def me(self) -> UUID:
        """The viewer's account."""
        return self.viewer.account_id

    @property
    def signature(self) -> dict[str, Any]:
        """What every act in a study says in the ledger: who, in which role."""
        return {"actor_id": self.viewer.account_id, "role": self.viewer.role}

    def has(self, need: Need) -> bool:
        """Whether the viewer's duty in this study is enough."""
        if need is Need.KEY:
            return self.member.keeps_key
        duties = {Need.CODE: {Duty.LEAD, Duty.CODER}, Need.LEAD: {Duty.LEAD}}
        return need is Need.READ or self.member.duty in duties[need]

    def needs(self, need: Need) -> None:
        """Raise NotFound unless the viewer's duty is enough; every action that writes begins with it."""
        if not self.has(need):
            raise NotFound


def working_in(viewer: Viewer) -> QuerySet[StudyMember]:
    """Return the viewer's places in studies of the organisation they are a researcher of, today."""
    if viewer.role is not RoleName.RESEARCHER:
        return StudyMember.objects.none()
    ours = Q(study__organisation_id=viewer.organisation_id, account_id=viewer.account_id)
    return StudyMember.objects.filter(current(), ours).select_related("study")


def open_study(viewer: Viewer, study_id: UUID, need: Need = Need.READ) -> OpenedStudy:
    """Open one study. Raises NotFound: no such study, not the viewer's, or not with this duty."""
    member = working_in(viewer).filter(study_id=study_id).first()
    if member is None:
        raise NotFound
    opened = OpenedStudy(member.study, viewer, member)
    opened.needs(need)
    return opened


def study_page(need: Need = Need.READ) -> Callable[[Any], Any]:
    """Declare a page of the study `study_id` of the address: `view(request, opened, ...)`."""
    permission = Permission.SEE_STUDIES if need is Need.READ else Permission.WORK_IN_STUDY

    def opens(viewer: Viewer, address: dict[str, Any]) -> OpenedStudy:
        return open_study(viewer, address.pop("study_id"), need)

    return thing_page(permission, opens)
