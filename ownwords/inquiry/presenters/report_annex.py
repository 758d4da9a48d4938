"""The annexes of a report: checklists with the places where each item stands, and the audit trail by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.inquiry.method.reporting.blocks import Block, Heading, Table, Words, paragraph
from ownwords.inquiry.method.reporting.checklists import Listed, checklist
from ownwords.inquiry.models import Method
from ownwords.inquiry.presenters.checklist_facts import Row, counts, rows_of, standing_words
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.report_trail import Told
from ownwords.inquiry.queries.report_whole import Whole


def annexes(whole: Whole, at: Places, sections: dict[str, str]) -> Iterator[Block]:
    """Yield COREQ and SRQR, and the elements of a narrative synthesis where the study is one."""
    names = ["coreq", "srqr"] + (["synthesis"] if whole.known.study.method == Method.SYNTHESIS else [])
    for name in names:
        of = checklist(name)
        said = {number: one for (of_list, number), one in whole.said.items() if of_list == name}
        yield from checklist_blocks(of, rows_of(of, whole.known, said, at), sections, level=2, at=at)


def checklist_blocks(
    of: Listed, rows: list[Row], sections: dict[str, str], *, level: int, at: Places
) -> Iterator[Block]:
    """Yield one checklist as a table: item, what is said, where it stands.

    Args:
        sections: titles of the report's sections, by anchor; empty where the checklist stands alone.
    """
    yield Heading(_(of.called), level, f"annex-{of.name}")
    yield paragraph(source_words(of), soft=True)
    yield paragraph("; ".join(f"{words}: {n}" for words, n in counts(rows)) + ".", at("checklist", of.name))
    standings = standing_words()
    table = tuple(
        (
            Words(
                f"{one.item.number}. {one.words}", at("checklist", of.name, part=f"item-{one.item.number}")
            ),
            Words(said_words(one)),
            place_words(one, sections),
            Words(standings[one.standing]),
        )
        for one in rows
    )
    yield Table(_(of.called), (_("Item"), _("What is said"), _("Place"), _("How far")), table)


def source_words(of: Listed) -> str:
    """Return where a checklist comes from. The words of its items are ours."""
    values = {"source": of.source, "doi": of.doi}
    return _("After %(source)s, doi %(doi)s. The items stand here in words of our own.") % values


def said_words(one: Row) -> str:
    """Return what is said to an item: by the record, by the team, and what is missing."""
    lines = [fact.words for fact in one.facts if not fact.missing]
    lines += [one.own] if one.own else []
    lines += [
        _("Missing: %(what)s") % {"what": fact.words} for fact in one.facts if fact.missing and not one.own
    ]
    return "\n".join(lines) or _("Not said yet.")


def place_words(one: Row, sections: dict[str, str]) -> Words:
    """Return the place that the team names, else the section of the report that says it."""
    if one.place:
        return Words(one.place)
    if one.item.section in sections and (one.own or any(not fact.missing for fact in one.facts)):
        return Words(sections[one.item.section], f"#{one.item.section}")
    return Words(_("not said"))


def trail_table(lines: Iterable[Told]) -> Table:
    """Return the audit trail as a table."""
    rows = tuple(
        (Words(date_format(one.day, "j F Y")), Words(one.who), Words(one.what), Words(one.about))
        for one in lines
    )
    return Table(_("What was done, the newest first"), (_("Day"), _("Who"), _("What"), _("About")), rows)
