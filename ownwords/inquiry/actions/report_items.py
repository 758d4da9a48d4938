"""What a team says to an item of a checklist, and where in its report that stands. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.method.reporting.checklists import Listed
from ownwords.inquiry.models import ReportItem
from ownwords.people import rules
from ownwords.people.refusals import Refused, StaleEdit

MOST_WORDS, MOST_PLACE = 20_000, 120


@dataclass(frozen=True, slots=True)
class SaidTo:
    """The words and the place; both may be empty, which takes back what was said."""

    words: str = ""
    place: str = ""

    def put_into(self, item: ReportItem) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        item.words = rules.own_words(self.words, needed=False, most=MOST_WORDS)
        item.place = " ".join(
            rules.own_words(self.place, field="place", needed=False, most=MOST_PLACE).split()
        )


@transaction.atomic
def say_to_item(*, opened: OpenedStudy, of: Listed, number: int, version: int, said: SaidTo) -> ReportItem:
    """Keep what is said to one item.

    Args:
        version: of what stood there when the form was opened; 0 where nothing did.

    Raises:
        NotFound: not who codes. StaleEdit: somebody else said something since. Refused.
    """
    opened.needs(Need.CODE)
    rows = ReportItem.objects.select_for_update().filter(
        study_id=opened.study.id, checklist=of.name, number=number
    )
    there = rows.first()
    if there is not None:
        return _changed(opened, of, there, version, said)
    item = ReportItem(study=opened.study, made_by_id=opened.me, checklist=of.name, number=number)
    said.put_into(item)
    if not (item.words or item.place):
        raise Refused({"words": _("Write something, or say where it stands.")})
    try:
        with transaction.atomic():
            _kept(opened, of, item, None)
    except IntegrityError:  # somebody was quicker
        raise StaleEdit(rows.get()) from None
    return item


def _changed(opened: OpenedStudy, of: Listed, there: ReportItem, version: int, said: SaidTo) -> ReportItem:
    before = state_of(there)
    said.put_into(there)
    if state_of(there) == before:
        return there
    if there.version != version:
        raise StaleEdit(ReportItem.objects.get(pk=there.pk))
    _kept(opened, of, there, before)
    return there


def _kept(opened: OpenedStudy, of: Listed, item: ReportItem, before: dict[str, object] | None) -> None:
    doing = Doing(opened, "report_item_said", f"{of.called} {item.number}")
    if before is None:
        doing.make(item)
    else:
        doing.change(item, before)
    doing.keep()
