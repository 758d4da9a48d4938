"""Results in words: the answers, the score with its range and direction, how it was worked out, and what changed.

No number stands here without what it rests on, and a small difference is never called none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.measures.actions.results import reason_words
from ownwords.measures.method.definitions import (
    Combine,
    Direction,
    Given,
    Instrument,
    Item,
    Source,
)
from ownwords.measures.method.definitions import Score as Defined
from ownwords.measures.method.scoring import (
    UnknownRule,
    WrongAnswer,
    explain,
    score,
)
from ownwords.measures.method.special import CANNOT_SAY, Finding
from ownwords.measures.models import GivenAs, Origin, Score
from ownwords.measures.queries.responses import Filled, answers_of
from ownwords.people.wording import in_a_row


def plain(value: float | Decimal) -> str:
    """Return a number as people write it: 7, not 7.000."""
    return f"{Decimal(str(value)).normalize():f}"


# ---- questions and answers -----------------------------------------------------------------------


def question_words(item: Item) -> str:
    """Return the words of a question, or its number where the licence lets nobody but the service provide them."""
    return item.text or _("Question %(number)s") % {"number": item.key}


def anchor_words(instrument: Instrument, item: Item) -> dict[int, str]:
    """Return number -> the words to choose it by: all words, or numbers with what words there are."""
    texts = {anchor.value: anchor.text for anchor in item.anchors or instrument.anchors if anchor.text}
    if all(value in texts for value in item.legal):
        return {value: texts[value] for value in item.legal}
    return {value: f"{value}: {texts[value]}" if value in texts else str(value) for value in item.legal}


def other_answers(item: Item) -> list[tuple[Given, str]]:
    """Return the answers to a question that are no number, as it offers them."""
    found = [(Given.RATHER_NOT, _("Rather not say"))]
    if item.may_not_apply:
        found.append((Given.NOT_APPLICABLE, _("Does not apply to me")))
    if item.may_not_be_chosen:
        found.append((Given.NOT_CHOSEN, _("Not important to me")))
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """One question with its answer in words; `met` where the answer was met at once."""

    number: str
    question: str
    answer: str
    met: bool


def said(filled: Filled) -> list[Said]:
    """Return every question of a form with what was answered."""
    met = {event.item for event in filled.events}
    return [
        Said(item.key, question_words(item), answer_words(filled, item), item.key in met)
        for item in filled.instrument.items
    ]


def answer_words(filled: Filled, item: Item) -> str:
    """Return what was answered to one question. A blank, "rather not" and 0 read differently."""
    row = filled.answers.get(item.key)
    if row is None:
        return _("Did not come with this form") if filled.response.source else _("Left empty")
    if row.given == GivenAs.ANSWERED and row.value is not None:
        return anchor_words(filled.instrument, item).get(row.value, str(row.value))
    if row.given == GivenAs.BLANK:
        return _("Left empty")
    return dict(other_answers(item)).get(Given(row.given), str(GivenAs(row.given).label))


# ---- one score -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShownScore:
    """One score of a form with everything that is said about it."""

    key: str
    name: str
    value: str  # "13", or "" where there is none
    scale: str  # "on a scale from 0 to 27"
    why_none: str
    direction: str
    band: str
    band_source: str
    prorated: str
    stated: str
    how: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]  # every rule it was worked out under: (rule, result), where several


def shown_scores(filled: Filled) -> list[ShownScore]:
    """Return the scores of a finished form in the order of the instrument."""
    found = []
    for defined in filled.instrument.scores:
        row = filled.now(defined.key)
        if row is not None:
            found.append(_shown(filled, defined, row))
    return found


def _shown(filled: Filled, defined: Defined, row: Score) -> ShownScore:
    better = filled.instrument.better(defined)
    band = next((one for one in defined.bands if row.band and one.key == row.band), None)
    return ShownScore(
        key=defined.key,
        name=_(defined.name),
        value="" if row.value is None else plain(row.value),
        scale=_("on a scale from %(low)s to %(high)s")
        % {"low": plain(defined.low), "high": plain(defined.high)},
        why_none=reason_words(row.why_none) if row.why_none else "",
        direction=_("Lower is better.") if better is Direction.DOWN else _("Higher is better."),
        band=_band_words(band.words, band.low, band.high) if band else "",
        band_source=source_words(defined.bands_source) if band and defined.bands_source else "",
        prorated=_("Some questions were left open; the mean of the others stands for them.")
        if row.prorated
        else "",
        stated=_stated(filled, row),
        how=tuple(how_words(filled, row)),
        rules=tuple(_rules(filled, defined.key)),
    )


def _band_words(words: str, low: float, high: float) -> str:
    return _("The publisher calls %(low)s to %(high)s “%(band)s”.") % {
        "low": plain(low),
        "high": plain(high),
        "band": _(words),
    }


def _stated(filled: Filled, row: Score) -> str:
    stated = filled.stated(row.key)
    if stated is None or stated.value is None:
        return ""
    told = {"stated": plain(stated.value), "source": filled.response.source}
    if row.origin == Origin.STATED:
        return (
            _("Stated by %(source)s. The answers did not come with it, so it was not worked out here.") % told
        )
    if not stated.differs:
        return _("%(source)s states %(stated)s as well.") % told
    return _("%(source)s states %(stated)s. That is not what the answers give. Both are kept.") % told


def _rules(filled: Filled, key: str) -> Iterator[tuple[str, str]]:
    rows = [row for row in filled.computed if row.key == key]
    if len(rows) > 1:
        for row in rows:
            result = reason_words(row.why_none) if row.value is None else plain(row.value)
            yield _("Rule %(rule)s") % {"rule": row.rule}, result


# ---- how it was worked out -----------------------------------------------------------------------


def how_words(filled: Filled, row: Score) -> Iterator[str]:
    """Tell how a score came about: items used, turned round, missing, rule, formula, sources."""
    if row.origin == Origin.STATED:
        return
    try:
        scored = score(filled.instrument, answers_of(filled.answers.values()), rule=row.rule)
    except (UnknownRule, WrongAnswer):
        yield _("The rule %(rule)s that made this is no longer among the definitions.") % {"rule": row.rule}
        return
    result = scored.score(row.key)
    for reason in explain(filled.instrument, result):
        if words := _TOLD[reason.key](reason.values):
            yield words
    if row.definition_digest != filled.instrument.digest:
        yield _("The definition of this form has been changed since. Work it out again to see both.")


Told = Mapping[str, object]


def _answered(told: Told) -> str:
    return _("%(answered)s of %(of)s questions that count were answered.") % dict(told)


def _items(found: object) -> str:
    keys = [str(key) for key in found] if isinstance(found, Sequence) else []
    return in_a_row(keys)


def _missing(told: Told) -> str:
    return _("Not answered: %(items)s.") % {"items": _items(told["items"])}


def _turned(told: Told) -> str:
    return _("Turned round before adding, because high means the opposite there: %(items)s.") % {
        "items": _items(told["items"])
    }


def _combined(told: Told) -> str:
    factor = {"points": told["points"], "factor": plain(float(str(told["factor"])))}
    return {
        Combine.SUM: _("The answers add up to %(points)s."),
        Combine.MEAN: _("The answers add up to %(points)s; the score is their mean."),
        Combine.MEAN_TIMES: _("The answers add up to %(points)s; the score is their mean times %(factor)s."),
        Combine.SUM_TIMES: _("The answers add up to %(points)s; the score is that times %(factor)s."),
        Combine.PERCENT: _(
            "The answers add up to %(points)s; the score is their share of the most, times 100."
        ),
        Combine.CONVERTED: _("The answers add up to %(points)s; a table gives the score for that."),
    }.get(Combine(str(told["combine"])), "") % factor


def _prorated(told: Told) -> str:
    missing, most = int(str(told["missing"])), told["most"]
    one = "The mean of the others stands for %(missing)s missing answer; the most that may be missing is %(most)s."
    many = "The mean of the others stands for %(missing)s missing answers; the most that may be missing is %(most)s."
    return ngettext(one, many, missing) % {"missing": missing, "most": most}


def _no_score(told: Told) -> str:
    most = _("At most %(most)s may be missing.") % dict(told)
    return f"{reason_words(str(told['why']))} {most}"


def _rule(told: Told) -> str:
    told = {**told, "citation": str(told["citation"]).rstrip(".")}
    if told["ours"]:
        return _("Rule for missing answers, version %(version)s: our own, careful one.") % told
    if not told["confirmed"]:
        return (
            _("Rule for missing answers, version %(version)s: %(citation)s. Not confirmed by the publisher.")
            % told
        )
    return _("Rule for missing answers, version %(version)s: %(citation)s.") % told


def _formula(told: Told) -> str:
    if not told:
        return ""
    told = {**told, "citation": str(told["citation"]).rstrip(".")}
    if not told["confirmed"]:
        return _("Way of scoring: %(citation)s. Not confirmed by the publisher.") % told
    return _("Way of scoring: %(citation)s.") % told


_TOLD: dict[str, Callable[[Told], str]] = {
    "answered": _answered,
    "missing": _missing,
    "turned-round": _turned,
    "combined": _combined,
    "prorated": _prorated,
    "no-score": _no_score,
    "rule": _rule,
    "formula": _formula,
    "better": lambda _told: "",
}


def source_words(source: Source) -> str:
    """Return where a fact comes from, and whether nobody has confirmed it."""
    text = _("Source: %(source)s.") % {"source": source.citation.rstrip(".")}
    return text if source.confirmed else f"{text} {_('Not confirmed.')}"


def finding_words(finding: Finding | None) -> str:
    """Return what a rule of its own says of a form; "" for none. It describes answers and is no diagnosis."""
    if finding is None:
        return ""
    if finding.outcome == CANNOT_SAY:
        return _("Too many questions were left open to say which pattern these answers follow.")
    told = {
        "ptsd": _("By the form’s own rule these answers follow the pattern of PTSD. This is no diagnosis."),
        "complex-ptsd": _(
            "By the form’s own rule these answers follow the pattern of complex PTSD. This is no diagnosis."
        ),
        "neither": _("By the form’s own rule these answers follow neither of its two patterns."),
        "met": _("By the form’s own rule these answers meet all four of its groups. This is no diagnosis."),
        "not-met": _("By the form’s own rule these answers do not meet all four of its groups."),
    }
    return told.get(finding.outcome, _("Profile: %(profile)s.") % {"profile": finding.outcome})


# ---- around it -----------------------------------------------------------------------------------


def short_result(filled: Filled) -> str:
    """Return the first score of a form in a few words, or that there is none."""
    defined = filled.instrument.scores[0]
    row = filled.now(defined.key)
    if row is None or row.value is None:
        return _("no score")
    told = {"value": plain(row.value), "low": plain(defined.low), "high": plain(defined.high)}
    return _("%(value)s on a scale from %(low)s to %(high)s") % told
