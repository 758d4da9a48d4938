"""How many participants speak for each theme, and how many documents do.

Somebody speaks for a theme where their own words stand in a passage of one of its codes, or in one that was chosen for
it, and in that passage nobody has found that it speaks against the theme. With a theme its sub-themes are counted.
Whose words a passage holds is found as the tables of codes by people find it (`queries.matrix_words`): both agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Participant, Source, SourceKind, Stands
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.theme_extracts import extracts_seen
from ownwords.inquiry.queries.theme_members import member_rows

Pairs = Counter[tuple[UUID, UUID]]


@dataclass(frozen=True, slots=True)
class Carried:
    """``people`` of all ``speak`` who say something in the study; ``documents`` of all ``written``."""

    people: int
    speak: int
    documents: int
    written: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """Who takes part and which texts are documents: whatever can speak for a theme."""

    people: tuple[UUID, ...]
    documents: frozenset[UUID]
    said: Any
    sources: tuple[UUID, ...]


def carried_by(opened: OpenedStudy, within: Mapping[UUID, Collection[UUID]]) -> dict[UUID, Carried]:
    """Return how many carry each theme (eleven queries, however many themes there are).

    Args:
        within: for each theme, itself and the sub-themes that are counted with it.
    """
    wanted = {"theme_id__in": set().union(*within.values())}
    members = list(member_rows(opened).filter(**wanted).values_list("theme_id", "code_id"))
    chosen = list(extracts_seen(opened).filter(**wanted).values_list("theme_id", "coding_id", "stands"))
    frame = _frame(opened)
    codings = seen_by_viewer(opened).codings
    by_code = _counted(opened, frame, codings.filter(code_id__in={code for _theme, code in members}), "code")
    picked = codings.filter(id__in={coding for _theme, coding, _stands in chosen})
    by_coding = _by_coding(_counted(opened, frame, picked, "id"))
    own = _own(members, chosen, by_code, by_coding, dict(picked.values_list("id", "code_id")))
    speak = {frame.people[n] for n in set(frame.said.person.tolist()) if n >= 0}
    empty = Carried(0, len(speak), 0, len(frame.documents))
    return {
        theme: _carried(set().union(*(own.get(one, ()) for one in its)), frame, empty)
        for theme, its in within.items()
    }


def _own(
    members: Collection[tuple[UUID, UUID]],
    chosen: Collection[tuple[UUID, UUID, str]],
    by_code: Pairs,
    by_coding: Mapping[UUID, set[UUID]],
    code_of: Mapping[UUID, UUID],
) -> dict[UUID, set[UUID]]:
    """Return who speaks for each theme itself, without those that hang on it."""
    own = {theme: set[UUID]() for theme in (*(one for one, _code in members), *(one[0] for one in chosen))}
    against: dict[UUID, Pairs] = {}
    for theme, coding, stands in chosen:
        if stands == Stands.AGAINST:
            gone = [(code_of[coding], who) for who in by_coding.get(coding, ())]
            against.setdefault(theme, Counter()).update(gone)
        else:
            own[theme] |= by_coding.get(coding, set())
    whose = _by_code(by_code)
    for theme, code in members:
        less = against.get(theme, Counter())
        own[theme] |= {who for who, times in whose.get(code, ()) if times > less[code, who]}
    return own


def _carried(cases: set[UUID], frame: _Frame, empty: Carried) -> Carried:
    documents = len(cases & frame.documents)
    return replace(empty, people=len(cases) - documents, documents=documents)


def _frame(opened: OpenedStudy) -> _Frame:
    from ownwords.inquiry.queries.arrays import sources_in_order
    from ownwords.inquiry.queries.matrix_words import said_by

    study = opened.study
    here = Participant.objects.filter(study_id=study.id, withdrew_on__isnull=True)
    people = tuple(here.order_by("id").values_list("id", flat=True))
    kinds = Source.objects.filter(study_id=study.id, removed_at__isnull=True, kind=SourceKind.DOCUMENT)
    sources = sources_in_order(study)
    return _Frame(
        people, frozenset(kinds.values_list("id", flat=True)), said_by(study, sources, people), sources
    )


def _counted(opened: OpenedStudy, frame: _Frame, rows: QuerySet[Coding], by: str) -> Pairs:
    """Count passages by (code or coding, participant), and by (the same, document)."""
    import numpy as np

    from ownwords.inquiry.queries.arrays import corpus
    from ownwords.inquiry.queries.matrix_words import pieces

    found = corpus(replace(seen_by_viewer(opened), codings=rows), with_ids=by == "id")
    place, person = pieces(found.codings, frame.said)
    key = found.codings.code if by == "code" else np.arange(len(found.codings))
    name = found.codes.__getitem__ if by == "code" else found.id_of
    counted: Pairs = Counter()
    some = person >= 0
    _add(counted, key[place[some]], person[some], name, frame.people)
    documents = [n for n, one in enumerate(found.sources) if one in frame.documents]
    written = np.isin(found.codings.document, documents)
    _add(counted, key[written], found.codings.document[written], name, found.sources)
    return counted


def _add(counted: Pairs, keys: Any, cases: Any, name: Any, names: tuple[UUID, ...]) -> None:
    import numpy as np

    pairs, times = np.unique(np.asarray(keys, np.int64) * len(names) + cases, return_counts=True)
    for pair, n in zip(pairs.tolist(), times.tolist(), strict=True):
        key, case = divmod(pair, len(names))
        counted[name(key), names[case]] += n


def _by_coding(counted: Pairs) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for coding, case in counted:
        found.setdefault(coding, set()).add(case)
    return found


def _by_code(counted: Pairs) -> dict[UUID, list[tuple[UUID, int]]]:
    found: dict[UUID, list[tuple[UUID, int]]] = {}
    for (code, case), times in counted.items():
        found.setdefault(code, []).append((case, times))
    return found
