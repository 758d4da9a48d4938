"""Results of checking back in words, and as a table to take away: group beside group, no sum over groups anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.checking_back.results import OfGroup, OfRound, Put
from ownwords.inquiry.models import Answer, Puts


@dataclass(frozen=True, slots=True)
class Line:
    """One answer with how many of each group gave it, in the order of the groups."""

    label: str
    numbers: list[int]


def lines(groups: tuple[OfGroup, ...]) -> list[Line]:
    """Return the rows of the table of one finding: a row for each answer, a column for each group."""
    names = (
        (Answer.AGREE.label, "agree"),
        (Answer.PARTLY.label, "partly"),
        (Answer.NO.label, "no"),
        (Answer.NOT_MINE.label, "not_mine"),
        (_("not answered"), "not_answered"),
    )
    return [Line(str(label), [getattr(one.counts, name) for one in groups]) for label, name in names]


def answer_words(answer: str) -> str:
    """Return an answer in words; "" is words without one of the answers."""
    return str(Answer(answer).label) if answer else _("no answer, in words only")


def how_far(put: Put) -> str:
    """Return in a sentence how far the groups are apart, or why it cannot be said."""
    found = put.furthest
    if found is None:
        if len(put.groups) < 2:
            return _("Only one group is asked, so there is nothing to compare.")
        silent = ", ".join(one.name for one in put.silent)
        return _("How far the groups are apart is undefined: no stand taken by %(groups)s.") % {
            "groups": silent
        }
    distance, one, other = found
    names = {"one": one.name, "other": other.name}
    if not distance:
        return _("%(one)s and %(other)s answered alike.") % names
    number = number_format(round(float(distance), 2), 2)
    return _("%(one)s and %(other)s are %(far)s apart (0 is alike, 1 as far as can be).") % {
        **names, "far": number
    }  # fmt: skip


def against(put: Put) -> str:
    """Return in a sentence how many of each group see it differently; nothing is added up over groups."""
    parts = []
    for one in put.groups:
        words = ngettext(
            "%(group)s: %(n)s of %(asked)s asked", "%(group)s: %(n)s of %(asked)s asked", one.asked
        )
        parts.append(words % {"group": one.name, "n": one.disconfirming, "asked": one.asked})
    return _("See it differently: %(groups)s.") % {"groups": "; ".join(parts)}


def as_table(found: OfRound) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
    """Return header and rows of a round's results: a row for each wording and group, or for each group."""
    if found.puts == Puts.WORDS:
        header = (_("group"), _("asked"), _("read"), _("comments"), _("additions"), _("struck out"))
        own = found.own_words
        return header, ((one.name, one.asked, one.read, one.commented, one.added, one.struck) for one in own)
    titles = (
        _("finding"), _("wording"), _("group"), _("asked"), _("agree"), _("partly"), _("no"),
        _("not my experience"), _("not answered"),
    )  # fmt: skip
    return titles, (row for put in found.findings for row in _rows(put))


def _rows(put: Put) -> Iterator[tuple[Any, ...]]:
    now = _("taken out") if put.taken_out else _("present")
    for wording, one in [(now, put), *((_("earlier"), before) for before in put.earlier)]:
        for group in one.groups:
            n = group.counts
            yield (
                one.words,
                wording,
                group.name,
                group.asked,
                n.agree,
                n.partly,
                n.no,
                n.not_mine,
                n.not_answered,
            )
