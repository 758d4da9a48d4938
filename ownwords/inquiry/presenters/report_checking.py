"""What checking back said, in a report: each group by itself, whoever sees it differently first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.checking_back.results import OfRound, Put, Said
from ownwords.inquiry.method.reporting.blocks import Block, Heading, Quote, Table, Words, paragraph
from ownwords.inquiry.models import Answer
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.report_sections import facts, own
from ownwords.inquiry.queries.report_whole import Whole

#: Whoever sees it differently is told first.
ORDER = (Answer.NO, Answer.PARTLY, Answer.AGREE, Answer.NOT_MINE)


def checking(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield the rounds: what was put to whom, and what came back; where groups are furthest apart first."""
    yield Heading(_("What people said back"), 2, "checking")
    yield from facts(whole, at, "returned", "checked")
    for one in whole.known.rounds:
        yield Heading(one.title, 3)
        for put in one.findings:
            yield from _put(one, put, at, _too_few(whole, one))
        if any(said for _name, said in one.whole):
            yield Heading(_("To all of it"), 4)
            few = _too_few(whole, one)
            for name, said in one.whole:
                yield from _words(name, said, named=name not in few)
        if one.what_changed:
            yield paragraph(
                _("What changed after it: %(what)s") % {"what": one.what_changed}, at("round", one.round_id)
            )
        elif one.closed_on:
            yield paragraph(_("Missing: what changed after it."), at("round", one.round_id), soft=True)
    yield from own(whole, at, "checking")


def _too_few(whole: Whole, of: OfRound) -> frozenset[str]:
    """Return the groups in which fewer were asked than must be alike before somebody is described."""
    asked = {group.name: group.asked for put in of.findings for group in put.groups}
    asked |= {group.name: group.asked for group in of.own_words}
    return frozenset(name for name, many in asked.items() if many < whole.known.study.fewest_alike)


def _put(of: OfRound, put: Put, at: Places, few: frozenset[str]) -> Iterator[Block]:
    yield Heading(put.words, 4)
    if put.taken_out:
        yield paragraph(_("Put to nobody any more, after somebody had answered."), soft=True)
    place = at("round_results", of.round_id) or at("round", of.round_id)
    head = (_("Group"), *(str(answer.label) for answer in ORDER), _("no answer"))
    rows = tuple(
        (
            Words(one.name, place),
            *(Words(str(getattr(one.counts, answer))) for answer in ORDER),
            Words(str(one.counts.not_answered)),
        )
        for one in put.groups
    )
    yield Table(_("What each group said. Groups are not added up."), head, rows)
    for one in put.groups:
        yield from _words(one.name, one.said, named=one.name not in few)
    for earlier in put.earlier:
        yield paragraph(_("Before that, it was put in other words:"), soft=True)
        yield from _put(of, earlier, at, few)


def _words(group: str, said: Iterable[Said], *, named: bool) -> Iterator[Block]:
    """Yield what a group said in words: of those only who agreed to being quoted.

    A group of few describes whoever is in it; so there nobody is `named`, and their other words stay apart from these.
    """
    kept_back = 0
    for one in said:
        if one.words and one.quotable:
            answer = str(Answer(one.answer).label) if one.answer else ""
            parts = (one.called if named else "", group, answer)
            yield Quote(one.words, Words(" · ".join(part for part in parts if part)))
        elif one.words:
            kept_back += 1
    if kept_back:
        words = ngettext(
            "%(group)s: %(num)s reply is not quoted, for want of agreement to it.",
            "%(group)s: %(num)s replies are not quoted, for want of agreement to it.",
            kept_back,
        )
        yield paragraph(words % {"group": group, "num": kept_back}, soft=True)
