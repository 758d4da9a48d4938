"""The words for steps of connecting, and for what was in the way: data with a version, a source and a licence.

No label is tied to one of the two wheels: that the labels belong to the model is known, where each sits is not. Any
label may be used for either party, in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition

MOST_KEY, MOST_LABEL, MOST_VERSION = 40, 200, 20


@dataclass(frozen=True, slots=True)
class Term:
    """One step or barrier.

    Attributes:
        key: what is kept; never changed once it has been used.
        label: our own words for it, an English message id.
        belongs: the label of the model that it stands for, so that it can be traced and put right.
    """

    key: str
    label: str
    belongs: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All steps and barriers of one version, in the order in which they are offered; the order means nothing else."""

    version: str
    provenance: Provenance
    steps: tuple[Term, ...]
    barriers: tuple[Term, ...]

    def step(self, key: str) -> Term | None:
        """Return a step by its key; None for one that this version does not hold."""
        return next((term for term in self.steps if term.key == key), None)

    def barrier(self, key: str) -> Term | None:
        """Return a barrier by its key; None for one that this version does not hold."""
        return next((term for term in self.barriers if term.key == key), None)


def read_vocabulary(text: str, where: str) -> Vocabulary:
    """Return a vocabulary from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _build)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the program, read once."""
    file = resources.files("ownwords.connections").joinpath("data").joinpath("steps.toml")
    return read_vocabulary(file.read_text(encoding="utf-8"), "connections/data/steps.toml")


def worded(terms: Iterable[Term], labels: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return (key, words, own) of each term as a service words it; our own words where it has none of its own.

    ``own`` says whether the words are the service's, which are shown as they stand and are not translated.
    """
    return [(term.key, labels.get(term.key) or term.label, bool(labels.get(term.key))) for term in terms]


def _build(table: Table) -> Vocabulary:
    made = Vocabulary(
        version=table.text("version"),
        provenance=table.provenance(),
        steps=_terms(table, "steps"),
        barriers=_terms(table, "barriers"),
    )
    if len(made.version) > MOST_VERSION:
        table.note(f"version has more than {MOST_VERSION} characters")
    return made


def _terms(table: Table, name: str) -> tuple[Term, ...]:
    terms = tuple(Term(one.text("key"), one.text("label"), one.text("belongs")) for one in table.tables(name))
    note_repeated(table, name, (term.key for term in terms))
    for term in terms:
        if len(term.key) > MOST_KEY or len(term.label) > MOST_LABEL:
            table.note(f"{name} {term.key!r}: the key or the label is too long to be kept")
    return terms
