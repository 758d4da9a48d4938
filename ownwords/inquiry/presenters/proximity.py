"""Passages near one another, in a sentence and as a table to take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.queries.passages import quotations_of
from ownwords.inquiry.queries.proximity import Answer, Near, Unit

AT_ONCE = 200


def said(answer: Answer, near: Near, names: Mapping[UUID, str]) -> str:
    """Return the sentence: how many passages of the first code have one of the second so near."""
    whole = ngettext(
        "Of %(num)s passage of “%(first)s”, %(there)s has a passage of “%(second)s” %(near)s.",
        "Of %(num)s passages of “%(first)s”, %(there)s have a passage of “%(second)s” %(near)s.",
        answer.of,
    )
    ends = {"first": names[near.first], "second": names[near.second], "near": how_near(near)}
    return whole % {"num": answer.of, "there": len(answer.pairs), **ends}


def how_near(near: Near) -> str:
    """Return what counts as near, in words."""
    if near.unit is Unit.TURNS:
        if not near.within:
            return _("in the same turn")
        words = ngettext("at most %(num)s turn away", "at most %(num)s turns away", near.within)
        return words % {"num": near.within}
    if not near.within:
        return _("that touches or overlaps it")
    words = ngettext("at most %(num)s character away", "at most %(num)s characters away", near.within)
    return words % {"num": near.within}


def apart(number: int, unit: Unit) -> str:
    """Return how far two passages are from one another, in words."""
    if unit is Unit.TURNS:
        if not number:
            return _("in one turn")
        return ngettext("%(num)s turn on", "%(num)s turns on", number) % {"num": number}
    if not number:
        return _("they touch or overlap")
    return ngettext("%(num)s character between", "%(num)s characters between", number) % {"num": number}


def flat(opened: OpenedStudy, answer: Answer) -> Iterator[tuple[Any, ...]]:
    """Give a row for each pair, reading the words of some pairs at a time."""
    for begin in range(0, len(answer.pairs), AT_ONCE):
        some = answer.pairs[begin : begin + AT_ONCE]
        words = quotations_of(opened, {key for pair in some for key in (pair.one, pair.other)})
        for pair in some:
            if pair.one in words and pair.other in words:
                one, other = words[pair.one], words[pair.other]
                yield (
                    one.coding.source.title, one.turn or "", one.speaker, one.words,
                    other.turn or "", other.speaker, other.words, pair.apart,
                )  # fmt: skip
