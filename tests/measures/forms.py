"""Forms for tests, filled through the actions that pages use."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from ownwords.measures.actions import responses
from ownwords.measures.actions.responses import Beginning
from ownwords.measures.method.definitions import Given
from ownwords.measures.method.scoring import Answers
from ownwords.measures.models import InstrumentSwitch, Response
from ownwords.people.access import Opened
from ownwords.people.models import Person

ALL = tuple(str(number) for number in range(1, 11))


def phq(*values: int) -> dict[str, int | Given]:
    """Return the answers of a PHQ-9 from the first question on; the rest stays blank."""
    return {key: values[place] if place < len(values) else Given.BLANK for place, key in enumerate(ALL)}


def begin(opened: Opened, instrument: str = "phq-9", **beginning: Any) -> Response:
    """Begin a form."""
    return responses.begin_response(opened=opened, instrument=instrument, beginning=Beginning(**beginning))


def filled(opened: Opened, answers: Answers, instrument: str = "phq-9", **beginning: Any) -> Response:
    """Begin and finish a form; `answered_on` is its day."""
    day = beginning.pop("answered_on", None)
    response = begin(opened, instrument, **beginning)
    return responses.answer_response(
        opened=opened,
        response_id=response.id,
        version=response.version,
        answers=answers,
        finish=True,
        answered_on=day,
    )


def switched_on(person: Person, instrument: str) -> InstrumentSwitch:
    """Switch a measure on in the person's organisation, straight in the database."""
    return InstrumentSwitch.objects.create(
        organisation_id=person.organisation_id, instrument=instrument, on=True, changed_by_id=uuid4()
    )
