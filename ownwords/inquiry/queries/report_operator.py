"""A study as whoever runs the service reports on it: everything that counts, whoever coded it, and never the key."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from ownwords.inquiry.access import OPERATOR, OpenedStudy
from ownwords.inquiry.models import Duty, Study, StudyMember
from ownwords.people.viewer import Viewer

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class OperatedStudy(OpenedStudy):
    """A study that no duty opened. It answers for everybody; acts are signed by nobody’s account."""

    @property
    def me(self) -> UUID:
        """Nobody's account: nothing is anybody's own here."""
        return NOBODY

    @property
    def signature(self) -> dict[str, Any]:
        """What the ledger says of an act."""
        return OPERATOR


def operated(study: Study) -> OpenedStudy:
    """Return a study as its operator sees it: coding that is blind among its members hides nothing here."""
    seen = copy.copy(study)
    seen.blind = False
    nobody = StudyMember(study=study, duty=Duty.READER, keeps_key=False)
    return OperatedStudy(seen, cast(Viewer, None), nobody)
