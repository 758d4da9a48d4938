"""Quotations of a report in words: who speaks by pseudonym and number, and why something is not quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.reporting.blocks import Block, Heading, Quote, Words, paragraph
from ownwords.inquiry.models import Stands
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.report_people import Person
from ownwords.inquiry.queries.report_quotations import Quoted, Why
from ownwords.inquiry.queries.report_themes import Extract
from ownwords.inquiry.queries.report_whole import Whole


def called(one: Person) -> str:
    """Return how somebody is named beside their words: "Maple (participant 3; nurse)"."""
    beside = "".join(f"; {value}" for _name, value in one.beside)
    return _("%(pseudonym)s (participant %(number)s%(beside)s)") % {
        "pseudonym": one.pseudonym, "number": one.number, "beside": beside,
    }  # fmt: skip


def extracts(whole: Whole, chosen: Iterable[Extract], at: Places, level: int) -> Iterator[Block]:
    """Yield what speaks for a theme, then what speaks against it, then how many may not be shown, and why."""
    rows = list(chosen)
    for stands, words in ((Stands.FOR, ""), (Stands.AGAINST, _("What speaks against it"))):
        shown = [one for one in rows if one.stands == stands and not one.empty]
        quotes = [(one, whole.quotations[one.coding_id]) for one in shown]
        if words and any(quoted.why is None for _one, quoted in quotes):
            yield Heading(words, level)
        for one, quoted in quotes:
            if quoted.why is None:
                yield quote(quoted, one.note, at)
        yield from _not_shown(rows, stands, (quoted for _one, quoted in quotes))


def quote(one: Quoted, note: str, at: Places) -> Quote:
    """Return one quotation. The words of several people stand each on a line of their own, with a name before them."""
    place = at("passage", one.coding_id)
    several = len({piece.who for piece in one.pieces}) > 1
    lines = [f"{_name(piece.who)}: {piece.words}" if several else piece.words for piece in one.pieces]
    words = "\n".join(lines) + ("…" if one.cut else "")
    who = ", ".join(called(person) for person in one.people) or _where(one)
    return Quote(words, Words(who, place), note)


def _name(who: Person | None) -> str:
    return who.pseudonym if who else _("Interviewer")


def _where(one: Quoted) -> str:
    """Return where a passage that no participant says stands: a document with its page."""
    if one.page is None:
        return one.title
    return _("%(title)s, page %(page)s") % {"title": one.title, "page": one.page}


def _not_shown(rows: list[Extract], stands: str, quoted: Iterable[Quoted]) -> Iterator[Block]:
    """Yield how many passages are not shown, in words: they were chosen, and are not passed over in silence."""
    of = Counter(one.why for one in quoted)
    gone = sum(one.empty for one in rows if one.stands == stands)
    struck = ngettext(
        "%(num)s passage was struck out or withdrawn.", "%(num)s passages were struck out or withdrawn.", gone
    )
    not_agreed = ngettext(
        "%(num)s passage is not quoted: somebody who speaks in it has not agreed to that.",
        "%(num)s passages are not quoted: somebody who speaks in them has not agreed to that.",
        of[Why.NOT_AGREED],
    )
    nobody = ngettext(
        "%(num)s passage is not quoted: nobody has said yet who speaks in it.",
        "%(num)s passages are not quoted: nobody has said yet who speaks in them.",
        of[Why.NOBODY_KNOWN],
    )
    out = ngettext(
        "%(num)s passage is out of view.", "%(num)s passages are out of view.", of[Why.OUT_OF_VIEW]
    )
    told = (
        (gone, struck),
        (of[Why.NOT_AGREED], not_agreed),
        (of[Why.NOBODY_KNOWN], nobody),
        (of[Why.OUT_OF_VIEW], out),
    )
    for n, words in told:
        if n:
            yield paragraph(words % {"num": n}, soft=True)
