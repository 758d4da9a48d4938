"""What changed between forms, in words: never without method, SD, r and threshold, and a small one is never none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.measures.method import change as changes
from ownwords.measures.method.change import Verdict
from ownwords.measures.method.definitions import ReliableChange
from ownwords.measures.method.definitions import Score as Defined
from ownwords.measures.presenters.results import plain, source_words
from ownwords.measures.queries.responses import Filled


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change of one score between two forms, in words."""

    heading: str
    from_to: str
    verdict: str
    method: tuple[str, ...]
    important: str
    important_source: str


def shown_changes(results: Sequence[Filled], key: str) -> list[ShownChange]:
    """Return the change of one score since the first and since the last form that have it; nothing for one form.

    Args:
        results: finished forms, the oldest first.
    """
    scored = [one for one in results if (row := one.now(key)) is not None and row.value is not None]
    if len(scored) < 2:
        return []
    first, before, last = scored[0], scored[-2], scored[-1]
    found = [_change(_("Since the first form"), first, last, key)]
    if before is not first:
        found.append(_change(_("Since the last form before"), before, last, key))
    return found


def _number(filled: Filled, key: str) -> float:
    row = filled.now(key)
    return float(row.value) if row is not None and row.value is not None else 0.0


def _change(heading: str, first: Filled, last: Filled, key: str) -> ShownChange:
    defined = last.instrument.score(key)
    better = last.instrument.better(defined)
    one, two = _number(first, key), _number(last, key)
    rule = defined.reliable_change
    confirmed = rule if rule is not None and rule.source.confirmed else None
    found = changes.change(one, two, rule=confirmed, direction=better)
    important = defined.important_difference
    noticed = None
    if important is not None and important.source.confirmed:
        noticed = changes.important_difference(one, two, rule=important, direction=better)
    return ShownChange(
        heading=heading,
        from_to=_from_to(
            first.response.answered_on, last.response.answered_on, one, two, found.towards_better or 0
        ),
        verdict=_verdict_words(found.verdict),
        method=tuple(_method(rule, defined)),
        important=_("%(reads)s (%(points)s points).")
        % {"reads": _upper(_(noticed.reads)), "points": plain(noticed.points)}
        if noticed
        else "",
        important_source=source_words(important.source) if noticed and important else "",
    )


def _from_to(first: date, last: date, one: float, two: float, towards: float) -> str:
    told = {
        "one": plain(one),
        "two": plain(two),
        "first": date_format(first, "j F Y"),
        "last": date_format(last, "j F Y"),
        "points": _points(abs(round(towards, 3))),
    }
    if towards > 0:
        return _("From %(one)s on %(first)s to %(two)s on %(last)s: %(points)s towards better.") % told
    if towards < 0:
        return _("From %(one)s on %(first)s to %(two)s on %(last)s: %(points)s away from better.") % told
    return _("%(one)s on %(first)s and %(two)s on %(last)s: the same number.") % told


def _points(value: float) -> str:
    number = plain(value)
    return ngettext("%(points)s point", "%(points)s points", 1 if number == "1" else 2) % {"points": number}


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _verdict_words(verdict: Verdict) -> str:
    return {
        Verdict.RECOVERED: _("Reliably improved, and past the cut-off."),
        Verdict.IMPROVED: _("Reliably improved: more than chance alone would give."),
        Verdict.DETERIORATED: _("Reliably harder: more than chance alone would give."),
        Verdict.WITHIN_CHANCE: _("This is smaller than this form can tell apart from chance."),
        Verdict.NO_THRESHOLD: _(
            "Nobody has published, or nobody has confirmed, what this form can tell apart from chance."
        ),
        Verdict.ONE_SCORE: _("There is one score only, so nothing can be said about change."),
    }[verdict]


def _method(rule: ReliableChange | None, defined: Defined) -> Iterator[str]:
    """Method, threshold, SD, r and source: a verdict never travels without them (measures 20)."""
    if rule is None:
        if defined.no_reliable_change:
            yield _(defined.no_reliable_change)
        return
    if not rule.source.confirmed:
        told = _("A threshold of %(points)s points is quoted, and nobody has confirmed it. It is not used.")
        yield told % {"points": plain(rule.points)}
        return
    yield _("Threshold: a change of at least %(points)s points counts as reliable.") % {
        "points": plain(rule.points)
    }
    yield _("Method: %(method)s.") % {"method": rule.variant}
    yield _("Standard deviation (SD): %(sd)s.") % {
        "sd": plain(rule.sd) if rule.sd is not None else _("not stated")
    }
    reliability = plain(rule.reliability) if rule.reliability is not None else _("not stated")
    yield _("Reliability (r): %(reliability)s.") % {"reliability": reliability}
    yield source_words(rule.source)
