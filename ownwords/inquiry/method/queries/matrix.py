"""Codes by an attribute of people: codings, people, words in each cell, and what each is a share of. Loads numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints, dense
from ownwords.inquiry.method.queries.runs import joined

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Whole:
    """What the cells of a group are shares of: its people, those with a coding, its codings, the words they said."""

    people: int
    people_coded: int
    codings: int
    words: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One code in one group: codings, different people, and words that begin in a coded passage (each counted once)."""

    code: int
    group: int
    codings: int
    people: int
    words: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells that are not empty, in order of code and group; each group in all; how many codings are nobody's."""

    cells: tuple[Cell, ...]
    groups: Mapping[int, Whole]
    left_out: int


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Where words begin, one entry each, in any order, and whose they are (-1: nobody's, such as a heading)."""

    document: Ints
    start: Ints
    person: Ints


def matrix(codings: Codings, person: Ints, group: Sequence[int], words: Words) -> Matrix:
    """Count codes by group of people.

    ``person``: whose passage each coding is, -1 for nobody's (left out, and counted as such); give a passage over two
    people's turns as two. ``group``: for each person 0, 1, 2... the number of a group; everybody is in one, if only in
    "not said". Raises ValueError for columns of different lengths or a person without a group.
    """
    if len(person) != len(codings) or (person >= len(group)).any() or (words.person >= len(group)).any():
        raise ValueError("each coding needs its person, and each person a group")
    of = np.array(group, np.int64)
    theirs = person != NOBODY
    some, whose = codings.of(theirs), person[theirs]
    pairs, place = dense(some.code * (len(of) + 1) + whose)
    said = _words(some, place, len(pairs), whose, words)
    code, who = np.divmod(pairs, len(of) + 1)
    cells = _cells(code, of[who], np.bincount(place, minlength=len(pairs)), said)
    return Matrix(cells, _wholes(of, whose, words), int((~theirs).sum()))


def _cells(code: Ints, group: Ints, codings: Ints, words: Ints) -> tuple[Cell, ...]:
    """Add up (code, person) to (code, group)."""
    size = int(group.max(initial=0)) + 1
    keys, place = dense(code * size + group)
    people = np.bincount(place, minlength=len(keys))
    sums = [np.zeros(len(keys), np.int64) for _ in range(2)]
    for total, each in zip(sums, (codings, words), strict=True):
        np.add.at(total, place, each)
    rows = zip(keys.tolist(), sums[0].tolist(), people.tolist(), sums[1].tolist(), strict=True)
    return tuple(Cell(key // size, key % size, coded, number, said) for key, coded, number, said in rows)


def _wholes(of: Ints, whose: Ints, words: Words) -> dict[int, Whole]:
    coded, said = np.unique(whose), words.person[words.person != NOBODY]
    size = int(of.max(initial=-1)) + 1
    columns = (of, of[coded], of[whose], of[said])
    counts = [np.bincount(one, minlength=size).tolist() for one in columns]
    return {group: Whole(*(one[group] for one in counts)) for group in np.unique(of).tolist()}


def _words(some: Codings, place: Ints, size: int, whose: Ints, words: Words) -> Ints:
    """Return for each (code, person) how many of that person's own words begin in passages of that code."""
    stride = int(max(some.end.max(initial=0), words.start.max(initial=0))) + 1
    documents = int(max(some.document.max(initial=0), words.document.max(initial=0))) + 1
    begins = np.sort((words.person * documents + words.document) * stride + words.start, kind="stable")
    base = (place * documents + some.document) * stride
    starts, ends = joined(base + some.start, base + some.end)
    of, within = np.divmod(starts, documents * stride)
    person = np.zeros(size, np.int64)
    person[place] = whose
    shift = person[of] * documents * stride + within - starts
    inside = np.searchsorted(begins, ends + shift) - np.searchsorted(begins, starts + shift)
    found = np.zeros(size, np.int64)
    np.add.at(found, of, inside)
    return found
