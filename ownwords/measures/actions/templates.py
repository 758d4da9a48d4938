"""Beginning several lines together from a template (structure as data; the words are the person's)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.ids import new_id
from ownwords.measures.actions.common import may_write
from ownwords.measures.actions.lines import LineWords, Place, Scale, add_line
from ownwords.measures.method.template_catalogue import templates
from ownwords.measures.models import Line
from ownwords.measures.queries.lines import lines_of
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight


@dataclass(frozen=True, slots=True)
class Filled:
    """One place of a template that the person filled in."""

    slot: str
    words: LineWords
    weight: int = 1


@transaction.atomic
def begin_set(
    *,
    opened: Opened,
    template: str,
    filled: Sequence[Filled],
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> list[Line]:
    """Begin one line for each place that was filled in; places left empty begin none.

    The same form sent twice keeps the lines once and returns them.

    Raises:
        NotFound: no such template. Refused: nothing was filled in, or a text does not fit ("<slot>:<field>").
    """
    may_write(opened)
    made = templates().get(template)
    if made is None:
        raise NotFound
    if not filled:
        raise Refused({"": _("Fill in at least one place. The others can stay empty.")})
    if submission is not None:
        before = lines_of(opened).filter(submission=submission).first()
        if before is not None:
            return list(lines_of(opened).filter(set_id=before.set_id))
    set_id = new_id()
    scale = Scale(made.direction, Decimal(made.low), Decimal(made.high))
    kept: list[Line] = []
    for number, one in enumerate(filled):
        place = Place(made.key, made.slot(one.slot).key, set_id, one.weight)
        try:
            kept.append(
                add_line(
                    opened=opened,
                    words=one.words,
                    scale=scale,
                    place=place,
                    sight=sight,
                    submission=submission if number == 0 else None,
                )
            )
        except Refused as no:
            raise Refused({f"{one.slot}:{name}": text for name, text in no.messages.items()}) from None
        if kept[0].set_id != set_id:  # the same form, sent twice at the same moment
            return list(lines_of(opened).filter(set_id=kept[0].set_id))
    return kept
