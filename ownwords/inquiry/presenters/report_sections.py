"""The sections of a report that tell how a study was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.inquiry.method.reporting.blocks import Block, Heading, Listing, Table, Words, paragraph
from ownwords.inquiry.method.reporting.checklists import NAMES, checklist
from ownwords.inquiry.method.reporting.facts import Fact
from ownwords.inquiry.models import Method
from ownwords.inquiry.presenters.checklist_facts import ANSWERS
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.report_whole import Whole


def facts(whole: Whole, at: Places, *names: str) -> Iterator[Block]:
    """Yield what the record says to some questions as a list; what it does not know, as a remark."""
    found: list[Fact] = [fact for name in names for fact in ANSWERS[name](whole.known, at)]
    if known := [one for one in dict.fromkeys(found) if not one.missing]:
        yield Listing(tuple(Words(one.words, one.link) for one in known))
    for one in dict.fromkeys(found):
        if one.missing:
            yield paragraph(_("Missing: %(what)s") % {"what": one.words}, one.link, soft=True)


def own(whole: Whole, at: Places, section: str) -> Iterator[Block]:
    """Yield what the team says to the items that belong to a section; what stands to two items, once."""
    told: set[str] = set()
    for name in NAMES:
        for item in checklist(name).items:
            words = whole.own(name, item.number) if item.section == section else ""
            for line in words.split("\n\n"):
                if line.strip() and line.strip() not in told:
                    told.add(line.strip())
                    yield paragraph(line.strip(), at("checklist_item", name, item.number))


def wanting(whole: Whole, at: Places, checklist: str, number: int, words: str) -> Iterator[Block]:
    """Yield that something is still to be said, with the way to say it."""
    if not whole.own(checklist, number):
        yield paragraph(words, at("checklist_item", checklist, number), soft=True)


def question(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield what the study asks, and by which method."""
    yield Heading(_("Question and method"), 2, "question")
    asked = whole.known.study.question or _("Missing: what the study wants to find out.")
    yield paragraph(asked, at("study"), soft=not whole.known.study.question)
    yield from facts(whole, at, "method")
    yield from own(whole, at, "question")


def context(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield where the study takes place, and what is known before it."""
    yield Heading(_("Context"), 2, "context")
    yield from own(whole, at, "context")
    yield from wanting(
        whole, at, "srqr", 7, _("Missing: where the study takes place, and what matters there.")
    )


def people(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield whom the study looked for, who took part, and what describes them without singling anybody out."""
    yield Heading(_("Sampling and participants"), 2, "people")
    yield from facts(whole, at, "sampling", "approached", "how_many", "left", "ethics")
    yield from own(whole, at, "people")
    yield from _described(whole, at)


def _described(whole: Whole, at: Places) -> Iterator[Block]:
    there = whole.known.design.there
    names = list(dict.fromkeys(name for one in there for name, _value in one.beside))
    if not names:
        return
    rows = []
    for one in there:
        shown = dict(one.beside)
        called = Words(f"{one.pseudonym} ({one.number})", at("participant", one.id))
        rows.append((called, *(Words(shown.get(name, _("not shown"))) for name in names)))
    yield Table(_("Participants, each with their number"), (_("Participant"), *names), tuple(rows))
    words = _("A value is shown where at least %(fewest)s people share it, so that nobody is singled out.")
    yield paragraph(words % {"fewest": whole.known.study.fewest_alike}, soft=True)


def data(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield which talks and documents there are, and how they came about."""
    yield Heading(_("Data"), 2, "data")
    names = (
        "collected",
        "who_led",
        "places",
        "others_present",
        "guide",
        "repeats",
        "recorded",
        "field_notes",
    )
    yield from facts(whole, at, *names, "lengths", "processed")
    yield from own(whole, at, "data")


def analysis(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield how themes were made, by whom, of which codes; agreement only where it was asked for."""
    yield Heading(_("Analysis"), 2, "analysis")
    yield from facts(whole, at, "coders", "tree", "origins", "analysed", "saturation", "software")
    yield from own(whole, at, "analysis")
    if charts := whole.known.analysis.charts:
        yield Heading(_("Framework charts"), 3)
        yield Listing(tuple(Words(one.title, at("chart", one.id)) for one in charts))
    if whole.agreement:
        yield from _agreement(whole, whole.agreement)


def _agreement(whole: Whole, rows: Sequence[tuple[str, str, str, str]]) -> Iterator[Block]:
    yield Heading(_("Agreement between coders"), 3)
    if whole.known.study.method in (Method.REFLEXIVE, Method.GROUNDED):
        yield paragraph(
            _("The team asked for it. In this method a second coder checks nothing: a figure may not fit."),
            soft=True,
        )
    head = (_("Measure"), _("Mean over codes"), _("Rests on"), _("All codes together"))
    cells = tuple(tuple(Words(cell) for cell in row) for row in rows)
    yield Table(_("Over the texts that two coders have both finished"), head, cells)


def notes(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield what the team brings to it: own words, and the reflexive notes that were chosen."""
    yield Heading(_("Who we are, and what we bring to it"), 2, "notes")
    told = tuple(own(whole, at, "notes"))
    yield from told
    if not told:
        yield from wanting(
            whole, at, "srqr", 6, _("Missing: who the researchers are, and what they bring to it.")
        )
    for one in whole.notes:
        when = _("%(who)s, %(day)s") % {"who": one.made_by.name, "day": date_format(one.made_at, "j F Y")}
        yield Heading(one.title or when, 3)
        yield paragraph(one.words, at("memo_change", one.id))
        if one.title:
            yield paragraph(when, soft=True)


def ending(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield what follows, the limits, interests and money: all of it in words of the team."""
    yield Heading(_("What follows"), 2, "follows")
    yield from own(whole, at, "follows")
    yield from wanting(whole, at, "srqr", 18, _("Missing: how it sits with earlier work, and what it adds."))
    yield Heading(_("Limits"), 2, "limits")
    yield from own(whole, at, "limits")
    yield from wanting(whole, at, "srqr", 19, _("Missing: the limits of the study, in words of the team."))
    yield Heading(_("Interests and money"), 2, "other")
    yield from own(whole, at, "other")
    for number, words in ((20, _("Missing: conflicts of interest.")), (21, _("Missing: funding."))):
        yield from wanting(whole, at, "srqr", number, words)
