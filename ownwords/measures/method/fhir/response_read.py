"""FHIR R4 QuestionnaireResponse -> an administration, and a report of everything that could not be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ownwords.measures.method.definitions import Given, Instrument
from ownwords.measures.method.fhir.answers import Taken, Taker, as_json, has_value, how_given
from ownwords.measures.method.fhir.codes import BASE, COMPLETION_MODE, split_canonical, version_of
from ownwords.measures.method.fhir.dates import read_when
from ownwords.measures.method.fhir.matching import Matcher, Meaning
from ownwords.measures.method.fhir.questionnaire import QuestionnaireRead
from ownwords.measures.method.fhir.reader import Node, refuse_modifiers, resource
from ownwords.measures.method.fhir.remarks import Remark, remark
from ownwords.measures.method.fhir.response import (
    MODES,
    STATUS,
    Administration,
    Answers,
    ResponseRead,
    StoredTotal,
    Stray,
)

_READ = frozenset(
    "resourceType id meta language text extension contained questionnaire status subject authored author source "
    "item".split()
)
_NUMBER = re.compile(r"\s*[+-]?\d{1,9}(\.\d{1,9})?\s*$")


@dataclass(slots=True)
class _Pile:
    """What a walk through a response finds."""

    taken: dict[str, list[Taken]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    totals: list[StoredTotal] = field(default_factory=list)


def read_response(
    found: Mapping[str, Any],
    instrument: Instrument,
    *,
    questionnaire: QuestionnaireRead | None = None,
    links: Mapping[str, str] | None = None,
    base: str = BASE,
    path: str = "",
) -> ResponseRead:
    """Read a QuestionnaireResponse as answers to one instrument.

    ``questionnaire`` is the one that came with it, if any; ``links`` says which item or score a stranger's link id is.
    Every answer is either in the administration or in ``strays`` with its path; totals are in ``totals`` only.
    Raises FhirFault for what is no R4 QuestionnaireResponse.
    """
    node = resource(found, "QuestionnaireResponse", path)
    status = node.code("status", STATUS)
    key, version = split_canonical(node.text("questionnaire"), base)
    edition = instrument.edition if version in ("", version_of(instrument)) else version
    matcher = Matcher(instrument, questionnaire, links or {}, ours=key == instrument.key)
    pile = _Pile()
    _about(node, status, edition, instrument, pile)
    for item in node.children("item"):
        _walk(item, matcher, pile, base)
    kept = _administration(node, instrument, edition, _settled(pile, instrument), base)
    if kept.when is None:
        key = "part_date" if kept.when_text else "no_date"
        pile.remarks.append(remark(key, f"{node.path}.authored", value=kept.when_text))
    return ResponseRead(kept, tuple(pile.remarks), tuple(pile.strays), tuple(pile.totals))


def _administration(
    node: Node, instrument: Instrument, edition: str, answers: Answers, base: str
) -> Administration:
    """Return what stands around the answers, with them."""
    when, text = read_when(node, "authored")
    return Administration(
        instrument=instrument.key,
        edition=edition,
        answers=answers,
        when=when,
        status=node.text("status"),
        mode=_mode(node, base),
        subject=node.reference("subject"),
        author=node.reference("author"),
        source=node.reference("source"),
        id=node.text("id"),
        when_text="" if when else text,
    )


def _about(node: Node, status: str, edition: str, instrument: Instrument, pile: _Pile) -> None:
    """Note what stands around the answers."""
    if status == "entered-in-error":
        pile.remarks.append(remark("entered_in_error", f"{node.path}.status"))
    if edition != instrument.edition:
        pile.remarks.append(
            remark("other_edition", f"{node.path}.questionnaire", value=edition, own=instrument.edition)
        )
    if unread := sorted(name for name in node.value if name not in _READ and not name.startswith("_")):
        pile.remarks.append(remark("unread", node.path, value=", ".join(unread)))


def _walk(item: Node, matcher: Matcher, pile: _Pile, base: str) -> None:
    """Read one item, the items in it, and the items under its answers."""
    refuse_modifiers(item)
    link_id = item.need("linkId")
    meaning = matcher.meaning(link_id, item.text("text"))
    answers, inner = item.children("answer"), item.children("item")
    if meaning.kind == "item":
        _take(item, link_id, meaning, matcher, pile, base)
    elif meaning.kind == "score":
        _total(item, link_id, meaning, pile)
    elif answers or not (inner or meaning.kind):
        _stray(item, link_id, matcher, pile)
    for under in (*inner, *(one for answer in answers for one in answer.children("item"))):
        _walk(under, matcher, pile, base)


def _take(item: Node, link_id: str, meaning: Meaning, matcher: Matcher, pile: _Pile, base: str) -> None:
    question = matcher.questionnaire.question(link_id) if matcher.questionnaire else None
    taker = Taker(matcher.instrument, matcher.instrument.item(meaning.key), link_id, question, base)
    pile_here = pile.taken.setdefault(meaning.key, [])
    given, reason = how_given(item, base)
    if given is Given.NOT_CHOSEN and not taker.item.may_not_be_chosen:
        given = Given.BLANK  # this question is for everybody
    said = [answer for answer in item.children("answer") if has_value(answer)]
    if given is not None and said:
        aside = "; ".join(as_json(answer) for answer in said)
        noted = remark("value_and_reason", item.path, link=link_id, value=aside)
        pile_here.append(Taken(None, item.path, aside, (noted,)))
    elif given is Given.BLANK:
        noted = remark("absent_reason", item.path, link=link_id, value=reason)
        pile_here.append(Taken(given, item.path, reason, (noted,)))
    elif given is not None or not said:
        pile_here.append(Taken(given or Given.BLANK, item.path))
    else:
        pile_here.extend(taker.take(answer) for answer in said)


def _settled(pile: _Pile, instrument: Instrument) -> Answers:
    """Return one value for each item that was there; what cannot be settled is a blank and a stray."""
    found: dict[str, int | Given] = {}
    for item in instrument.items:
        if not (taken := pile.taken.get(item.key)):
            continue
        found[item.key] = Given.BLANK
        for one in taken:
            pile.remarks.extend(one.remarks)
            if one.value is None:
                pile.strays.append(Stray(one.path, item.key, one.shown))
        usable = [one for one in taken if one.value is not None]
        values = {one.value for one in usable}
        if len(values) == 1 and len(usable) == len(taken):
            found[item.key] = next(iter(values))  # type: ignore[assignment]
        if len(taken) > 1:
            _note_twins(item.key, taken, pile)
    return found


def _note_twins(key: str, taken: list[Taken], pile: _Pile) -> None:
    """Say that an item was answered more than once, and keep the answers where they differ."""
    same = len({one.value for one in taken}) == 1 and taken[0].value is not None
    values = str(taken[0].value) if same else "; ".join(str(one.value) for one in taken)
    pile.remarks.append(
        remark("twice_same" if same else "twice_different", taken[-1].path, link=key, value=values)
    )
    if not same:
        pile.strays.extend(
            Stray(one.path, key, one.shown or str(one.value)) for one in taken if one.value is not None
        )


def _total(item: Node, link_id: str, meaning: Meaning, pile: _Pile) -> None:
    """Keep a total that came along, also one written as text."""
    for answer in item.children("answer"):
        value, text, written = number_of(answer)
        path = f"{answer.path}.{answer.chosen()}"
        if value is None:
            pile.remarks.append(remark("total_not_number", path, value=text))
            pile.strays.append(Stray(path, link_id, as_json(answer)))
        elif written:
            pile.remarks.append(remark("number_as_text", path, value=text))
        pile.totals.append(StoredTotal(path, meaning.key, value, text))


def number_of(node: Node) -> tuple[float | None, str, bool]:
    """Return (number, as it stands, whether it was text) of a ``value[x]``; number None where it is none."""
    name = node.chosen()
    if name in ("valueDecimal", "valueInteger"):
        number = node.number(name)
        return (None if number is None else float(number)), str(number), False
    if name == "valueQuantity" and (quantity := node.child(name)):
        number = quantity.number("value")
        return (None if number is None else float(number)), str(number), False
    if name == "valueString":
        text = node.text(name)
        return (float(text), text, True) if _NUMBER.match(text) and text.isascii() else (None, text, False)
    return None, as_json(node), False


def _stray(item: Node, link_id: str, matcher: Matcher, pile: _Pile) -> None:
    """Keep aside a question that is not this instrument's, with everything that was answered to it."""
    values = [as_json(answer) for answer in item.children("answer")] or [""]
    absent = matcher.questionnaire and not matcher.questionnaire.question(link_id)
    key = "not_in_questionnaire" if absent else "unknown_link"
    pile.remarks.append(remark(key, item.path, link=link_id, value="; ".join(values) or "no answer"))
    pile.strays.extend(Stray(item.path, link_id, value) for value in values)


def _mode(node: Node, base: str) -> str:
    """Return how a form was filled in: our word if it is there, HL7's code in our words, else the code."""
    names = {code: word for word, code in reversed(MODES.items())}
    codes = [
        one
        for extension in node.extensions(COMPLETION_MODE)
        for one in extension.coding("valueCodeableConcept")
    ]
    own = [one.text("code") for one in codes if one.text("system") == f"{base}/CodeSystem/modes"]
    other = [names.get(one.text("code"), one.text("code")) for one in codes]
    return (own or other or [""])[0]


def check_totals(totals: tuple[StoredTotal, ...], own: Mapping[str, float | None]) -> tuple[Remark, ...]:
    """Compare totals that came along with those of our own rules (score key -> value, None: no score).

    measures 6: a difference is said; neither number is replaced. 0.005 apart counts as the same.
    """
    found = []
    for total in totals:
        ours = own.get(total.score)
        if total.value is None:
            continue
        if ours is None:
            found.append(remark("total_unchecked", total.path, value=total.value))
        elif abs(ours - total.value) > 0.005:
            found.append(remark("total_differs", total.path, value=total.value, own=ours))
    return tuple(found)
