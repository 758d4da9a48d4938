"""Which item of an instrument a stranger's question is. No guessing: what does not
match by an address, a code or the very words is left to the reader of the report, who can say it with ``links``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.codes import may_show_text
from ownwords.measures.method.fhir.questionnaire import GROUP, Question, QuestionnaireRead

LOINC_AT_END = re.compile(r"(?:^|/)(\d{1,7}-\d)$")  # "/44250-9": how LHC-Forms writes link ids
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
        codes = [*(question.loinc if question else ()), *LOINC_AT_END.findall(link_id)]
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
