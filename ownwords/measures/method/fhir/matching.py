"""Which instrument a response answers, and which of its items a stranger's question is. No guessing: what does not
match by an address, a code or the very words is left to the reader of the report, who can say it with ``links``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.codes import BASE, LOINC, may_show_text, split_canonical
from ownwords.measures.method.fhir.questionnaire import GROUP, Question, QuestionnaireRead
from ownwords.measures.method.fhir.reader import Node

_LOINC_AT_END = re.compile(r"(?:^|/)(\d{1,7}-\d)$")  # "/44250-9": how LHC-Forms writes link ids
_NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question is to an instrument: one of its items, one of its scores, a group of ours, or nothing known."""

    kind: str = ""  # "item", "score", "group", ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Says what the questions of one response mean for one instrument."""

    instrument: Instrument
    questionnaire: QuestionnaireRead | None
    links: Mapping[str, str]  # link id -> item key or score key, said by whoever imports
    ours: bool  # the response answers a questionnaire that we wrote

    def meaning(self, link_id: str, text: str) -> Meaning:
        """Return the first that fits: what was said, our own link id, LOINC there, LOINC in the link id, the words."""
        if link_id in self.links:
            return self._by_key(self.links[link_id])
        if self.ours:
            return Meaning("group", GROUP) if link_id == GROUP else self._by_key(link_id)
        question = self.questionnaire.question(link_id) if self.questionnaire else None
        codes = [*(question.loinc if question else ()), *_LOINC_AT_END.findall(link_id)]
        for code in codes:
            if (found := self._by_loinc(code)).kind:
                return found
        return self._by_words(question, text)

    def _by_key(self, key: str) -> Meaning:
        if any(item.key == key for item in self.instrument.items):
            return Meaning("item", key)
        return Meaning("score", key) if any(one.key == key for one in self.instrument.scores) else Meaning()

    def _by_loinc(self, code: str) -> Meaning:
        for item in self.instrument.items:
            if item.loinc and item.loinc == code:
                return Meaning("item", item.key)
        for score in self.instrument.scores:
            if score.loinc and score.loinc == code:
                return Meaning("score", score.key)
        return Meaning()

    def _by_words(self, question: Question | None, text: str) -> Meaning:
        if not may_show_text(self.instrument):
            return Meaning()
        asked = {_plain(words) for words in (text, question.text if question else "") if words}
        found = [item.key for item in self.instrument.items if item.text and _plain(item.text) in asked]
        return Meaning("item", found[0]) if len(found) == 1 else Meaning()


def _plain(text: str) -> str:
    """Return words alone, for comparison.

    >>> _plain("Feeling bad about yourself-or that you…?") == _plain("feeling bad about yourself - or that you")
    True
    """
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def named_instrument(
    response: Node,
    instruments: Mapping[str, Instrument],
    questionnaire: QuestionnaireRead | None,
    base: str = BASE,
) -> Instrument | None:
    """Return the instrument that a response answers: by our address, by the panel's LOINC code, by its items' codes.

    By items' codes only where at least half of the instrument's coded items are there and no other instrument fits.
    """
    key, _ = split_canonical(response.text("questionnaire"), base)
    if key in instruments:
        return instruments[key]
    panels = set(questionnaire.loinc) if questionnaire else set()
    for one in instruments.values():
        if panels and one.codes.get("loinc-panel") in panels:
            return one
    codes = set(_codes_in(response, questionnaire))
    fitting = [one for one in instruments.values() if _fits(one, codes)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(instrument: Instrument, codes: set[str]) -> bool:
    own = {item.loinc for item in instrument.items if item.loinc}
    return bool(own) and len(own & codes) * 2 >= len(own)


def _codes_in(node: Node, questionnaire: QuestionnaireRead | None) -> Iterable[str]:
    for item in node.children("item"):
        link = item.text("linkId")
        yield from _LOINC_AT_END.findall(link)
        question = questionnaire.question(link) if questionnaire else None
        yield from question.loinc if question else ()
        yield from _codes_in(item, questionnaire)
        for answer in item.children("answer"):
            yield from _codes_in(answer, questionnaire)


def is_loinc(system: str) -> bool:
    """Whether a code system is LOINC, with or without a closing stroke."""
    return system.rstrip("/") == LOINC
