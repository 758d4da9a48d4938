"""What finds passages for codes: the words of their rules, or a model that compares meanings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.suggesting.expressions import read_expressions
from ownwords.inquiry.method.suggesting.likeness import MOST_NEAR, SHORTEST, nearest
from ownwords.inquiry.method.suggesting.matching import Matcher
from ownwords.inquiry.method.text.spans import Span
from ownwords.inquiry.models import Code, Suggestion
from ownwords.inquiry.queries import suggest_model
from ownwords.inquiry.queries.suggest_texts import meanings_to_look, rules_to_look
from ownwords.people.refusals import Refused

OWN_WORDS = "own words"
MOST_FOUND = 500
"""So many passages of one text a rule proposes: one whose words stand everywhere says nothing."""


MOST_MEANINGS = 60
"""With so many sentences passages are compared on a page: each takes about a seventieth of a second."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a code might fit."""

    code_id: UUID
    span: Span
    version: str
    score: float | None = None


class Finder(Protocol):
    """Finds passages. ``stretch``: so many of a text's passages are looked through at once."""

    model: str
    stretch: int
    codes: list[Code]

    def find(self, words: str, pieces: Sequence[Span]) -> Iterator[Found]:
        """Yield what is found in some passages of a text, each passage and code once."""

    def thin_out(self, here: QuerySet[Suggestion]) -> None:
        """Keep only as many proposals of one text as are proposed of a whole one."""


def finder_for(opened: OpenedStudy, by: str, code_id: UUID | None, *, patient: bool = False) -> Finder:
    """Return what finds passages by rule or by meaning; ``patient``: nobody waits for a page meanwhile.

    Raises:
        Refused: there is nothing to look by, or too much for a page.
    """
    return ByRule(opened, code_id) if by == "rule" else ByMeaning(opened, code_id, patient=patient)


class ByRule:
    """Passages in which words of a code's rule stand."""

    stretch, model = 1_000_000, OWN_WORDS

    def __init__(self, opened: OpenedStudy, code_id: UUID | None) -> None:
        rules = rules_to_look(opened, code_id)
        if not rules:
            raise Refused({"": _("No words are named for a code yet. Name some first.")})
        self.codes = list(rules)
        self._versions = {code.id: str(version) for code, (_lines, version) in rules.items()}
        self._matcher = Matcher({code.id: read_expressions(lines) for code, (lines, _v) in rules.items()})

    def find(self, words: str, pieces: Sequence[Span]) -> Iterator[Found]:
        """See `Finder`."""
        many: Counter[UUID] = Counter()
        for piece in pieces:
            keys = dict.fromkeys(hit.key for hit in self._matcher.hits(words[piece.start : piece.end]))
            for key in keys:
                many[key] += 1
                if many[key] <= MOST_FOUND:
                    yield Found(key, piece, self._versions[key])

    def thin_out(self, here: QuerySet[Suggestion]) -> None:
        """See `Finder`; there are never too many."""


class ByMeaning:
    """Passages that a model finds like what a code says."""

    stretch = 16

    def __init__(self, opened: OpenedStudy, code_id: UUID | None, *, patient: bool) -> None:
        if not suggest_model.there_is_a_model():
            raise Refused({"": not_here()})
        told = meanings_to_look(opened, code_id)
        if not told:
            raise Refused({"": _("No code says yet what it is. Say that first, or code some passages.")})
        if not patient and code_id is None and sum(map(len, told.values())) > MOST_MEANINGS:
            raise Refused(
                {"code": _("There are too many codes to compare with at once. Choose one of them.")}
            )
        self._model = suggest_model.the_model()
        self.model, self.codes = self._model.name, list(told)
        self._meant = {code.id: self._model.vectors(said) for code, said in told.items()}

    def find(self, words: str, pieces: Sequence[Span]) -> Iterator[Found]:
        """See `Finder`."""
        said = [one for one in pieces if len(words[one.start : one.end].split()) >= SHORTEST]
        vectors = self._model.vectors([words[one.start : one.end] for one in said])
        for near in nearest(vectors, self._meant):
            yield Found(near.key, said[near.place], self._model.version, round(near.score, 4))

    def thin_out(self, here: QuerySet[Suggestion]) -> None:
        """See `Finder`."""
        rank = Window(RowNumber(), partition_by=F("code_id"), order_by=[F("score").desc(), F("start").asc()])
        beyond = here.annotate(rank=rank).filter(rank__gt=MOST_NEAR).values_list("id", flat=True)
        Suggestion.objects.filter(pk__in=list(beyond)).delete()


def not_here() -> str:
    """Say that this service cannot compare meanings, and what to do."""
    first = _("This service does not compare meanings: the model for it is not installed.")
    return f"{first} {_('Whoever runs the service can add it; nothing else needs it.')}"
