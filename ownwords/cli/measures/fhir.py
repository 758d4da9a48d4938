"""What the two FHIR verbs share: the file that was read, and somebody's record opened as one account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from ownwords.cli.files import read_whole
from ownwords.cli.words import Refusal
from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.bundle import FileRead, Reading
from ownwords.measures.method.fhir.codes import snomed_map
from ownwords.measures.method.fhir.remarks import FhirFault
from ownwords.measures.method.scoring import Answers, score

if TYPE_CHECKING:
    from ownwords.people.access import Opened


def read_file(file: Path, instrument: str, links: dict[str, str], *, snomed: bool) -> FileRead:
    """Read a file of FHIR R4. Raises Refusal in words for what cannot be read as a whole."""
    try:
        return Reading(
            instruments(), instrument, links, snomed_map() if snomed else None, own_scores
        ).read_text(read_whole(file))
    except FhirFault as fault:
        raise Refusal(f"{file}: {fault}") from fault


def own_scores(instrument: Instrument, answers: Answers) -> dict[str, float | None]:
    """Return our own scores of some answers by key; None where there is none."""
    return {one.key: one.value for one in score(instrument, answers).scores}


@contextmanager
def opened_as(name: str, role: str, person_id: UUID, *, part: str) -> Iterator[Opened]:
    """Open a record as one account, under the same rules and the same second lock as on a page; the look is kept.

    Raises Refusal: no such account, no role today, no such person or not for this account. Needs the database.
    """
    from django.db.models import Q

    from ownwords.people.access import NotFound, open_person
    from ownwords.people.models import Account
    from ownwords.people.viewer import seen_by, viewer_for

    account = Account.objects.filter(Q(signin_name=name) | Q(email=name), is_active=True).first()
    viewer = viewer_for(account, role or None) if account else None
    if viewer is None or (role and viewer.role != role):
        raise Refusal(
            f"Nobody who signs in as “{name}” has {f'the role {role}' if role else 'a role'} today."
        )
    try:
        with seen_by(viewer.account_id, viewer.role):
            yield open_person(viewer, person_id, part=part)
    except NotFound as missing:
        raise Refusal(f"There is nobody with the id {person_id}, or not for {viewer.name}.") from missing
