"""Which question to the record is answered how; each item of a checklist with what is known and what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.inquiry.method.reporting.checklists import Item, Listed
from ownwords.inquiry.method.reporting.facts import Fact, Standing, standing
from ownwords.inquiry.models import ReportItem
from ownwords.inquiry.presenters import checklist_analysis as analysis
from ownwords.inquiry.presenters import checklist_findings as findings
from ownwords.inquiry.presenters import checklist_people as people
from ownwords.inquiry.presenters import checklist_talks as talks
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import Gathered

ANSWERS: dict[str, Callable[[Gathered, Places], list[Fact]]] = {
    function.__name__: function
    for function in (
        talks.who_led, talks.places, talks.others_present, talks.guide, talks.repeats, talks.recorded,
        talks.field_notes, talks.lengths, talks.collected, talks.units, people.sampling, people.approached,
        people.how_many, people.left, people.described, people.ethics, analysis.reflexive, analysis.method,
        analysis.saturation, analysis.coders, analysis.tree, analysis.origins, analysis.software, analysis.analysed,
        findings.quotations, findings.shares, findings.returned, findings.checked, findings.processed, findings.trust,
        findings.first_synthesis, findings.relationships, findings.robust,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An item, its words in the reader's language, what the record says, what the team says, and how far that goes."""

    item: Item
    words: str
    part: str
    facts: tuple[Fact, ...]
    said: ReportItem | None
    standing: Standing

    @property
    def own(self) -> str:
        """What the team says in its own words."""
        return self.said.words if self.said else ""

    @property
    def place(self) -> str:
        """Where in the report it stands, as the team says it."""
        return self.said.place if self.said else ""


def rows_of(of: Listed, known: Gathered, said: Mapping[int, ReportItem], at: Places) -> list[Row]:
    """Return every item of a checklist."""
    return [row_of(one, known, said.get(one.number), at) for one in of.items]


def row_of(item: Item, known: Gathered, said: ReportItem | None, at: Places) -> Row:
    """Return one item."""
    facts = [fact for name in item.knows for fact in ANSWERS[name](known, at)]
    once = tuple(dict.fromkeys(facts))
    words = said.words if said else ""
    return Row(item, _(item.words), _(item.part), once, said, standing(once, words))


def standing_words() -> dict[Standing, str]:
    """Return what each standing is called."""
    return {
        Standing.FILLED: _("filled"),
        Standing.PARTLY: _("partly filled"),
        Standing.SAID: _("said in your own words"),
        Standing.ASKED: _("still asked for"),
    }


def counts(rows: list[Row]) -> list[tuple[str, int]]:
    """Return how many items stand how, in words."""
    many = Counter(one.standing for one in rows)
    return [(words, many[one]) for one, words in standing_words().items()]
