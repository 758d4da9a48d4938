"""Codes by an attribute of people or of texts, or by each text; and the passages behind each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import Analysed
from ownwords.inquiry.queries.matrix_columns import By, Columns, Of, columns_of


@dataclass(frozen=True, slots=True)
class Count:
    """One code in one column. ``units``: people, or texts; ``words`` that begin in its passages, each once."""

    codings: int
    units: int
    words: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A column in all: people (or texts) that have the value, those with a passage, passages, and words."""

    units: int
    units_coded: int
    codings: int
    words: int


@dataclass(frozen=True, slots=True)
class Table:
    """A matrix. ``cells``: by (code, place of the column), empty ones left out. ``left_out``: passages of nobody."""

    columns: Columns
    wholes: Sequence[Whole]
    cells: Mapping[tuple[UUID, int], Count]
    left_out: int


def table(analysed: Analysed, by: By, choice: Choice) -> Table:
    """Return the matrix.

    A passage over the words of two people counts once for each. The words of a cell are those of its people alone; by
    text, all words.
    """
    import numpy as np

    from ownwords.inquiry.method.queries.matrix import Words, matrix
    from ownwords.inquiry.queries import matrix_words as whose
    from ownwords.inquiry.queries.arrays_chosen import chosen_corpus

    found, columns = chosen_corpus(analysed, choice), columns_of(analysed.study, by)
    starts = whose.word_starts(analysed.study, found.sources)
    if by.of is Of.PEOPLE:
        said = whose.said_by(analysed.study, found.sources, columns.units)
        rows, person = whose.pieces(found.codings, said)
        codings, words = found.codings.of(rows), whose.words_of(starts, said)
    else:
        codings, person = found.codings, found.codings.document
        words = Words(starts[0], starts[1], starts[0])
    made = matrix(codings, np.asarray(person, np.int64), columns.column, words)
    cells = {
        (found.codes[one.code], one.group): Count(one.codings, one.people, one.words) for one in made.cells
    }
    wholes = [made.groups.get(number) for number in range(len(columns.keys))]
    shown = [Whole(w.people, w.people_coded, w.codings, w.words) if w else Whole(0, 0, 0, 0) for w in wholes]
    return Table(columns, shown, cells, made.left_out)


@dataclass(frozen=True, slots=True)
class CellPassage:
    """One passage of a cell, and whose words of it are meant (None by text)."""

    coding: UUID
    person: UUID | None


def passages_of(analysed: Analysed, by: By, choice: Choice, code: UUID, key: str) -> list[CellPassage] | None:
    """Return the passages behind a cell in order of text and place, as many as it counts; None: no such column."""
    import numpy as np

    from ownwords.inquiry.queries import matrix_words as whose
    from ownwords.inquiry.queries.arrays import corpus

    columns = columns_of(analysed.study, by)
    if key not in columns.keys:
        return None
    coders = None if choice.coder is None else [choice.coder]
    found = corpus(analysed, codes={code}, coders=coders, with_ids=True)
    rows, person = np.arange(len(found.codings)), found.codings.document
    if by.of is Of.PEOPLE:
        rows, person = whose.pieces(
            found.codings, whose.said_by(analysed.study, found.sources, columns.units)
        )
    group = np.append(np.array(columns.column, np.int64), -1)  # place -1, nobody, is in no column
    there = group[person] == columns.keys.index(key)
    rows, person = rows[there], person[there]
    order = np.lexsort((person, found.codings.start[rows], found.codings.document[rows]))
    chosen = zip(rows[order].tolist(), person[order].tolist(), strict=True)
    named = columns.units if by.of is Of.PEOPLE else None
    return [CellPassage(found.id_of(row), named[who] if named else None) for row, who in chosen]
