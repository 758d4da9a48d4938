"""Generated projects: odd names, odd characters, every kind of thing in every place where it may stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from ownwords.inquiry.method.refi.model.cases import Case, Value, Variable, VariableKind
from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.definition import Definition
from ownwords.inquiry.method.refi.model.project import EXTRA_KINDS, Project, User
from ownwords.inquiry.method.refi.model.selections import Coding
from ownwords.inquiry.method.refi.model.sources import Source
from ownwords.inquiry.method.refi.model.stamp import Stamp
from tests.inquiry.refi.corpora_graphs import graphs, links
from tests.inquiry.refi.corpora_sources import media, text_source

ODD = st.characters() | st.sampled_from("\x00\x0b\x1f\ud800\ufffe\ufeff\r\n\t&<>\"'😀é\u0301{}#")
WORDS = st.text(ODD, max_size=12)
NAMES = st.text(ODD, min_size=1, max_size=12).map(lambda text: "n" + text)
MOMENTS = st.sampled_from(
    ["", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.25+01:00", "yesterday", "2026-13-01T00:00:00Z"]
)
COLOURS = st.sampled_from(["", "#ffcc00", "#FFF", "rgba(1,2,3,0.5)", "red"])


@st.composite
def projects(draw: Callable[[Any], Any]) -> Project:
    """A project of a few of everything."""
    used: set[int] = set()

    def guid() -> str:
        number = draw(st.integers(0, 2**128 - 1).filter(lambda one: one not in used))
        used.add(number)
        return str(UUID(int=number))

    def some(guids: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(guids), max_size=2, unique=True))) if guids else ()

    users = tuple(User(guid(), draw(WORDS), draw(WORDS)) for _ in range(draw(st.integers(0, 2))))
    stamps = st.builds(
        Stamp, st.sampled_from(["", *(one.guid for one in users)]), MOMENTS, st.just(""), MOMENTS
    )
    note_guids = [guid() for _ in range(draw(st.integers(0, 2)))]
    codes: list[Code] = []
    for _ in range(draw(st.integers(0, 4))):
        codes.append(
            Code(
                guid=guid(),
                name=draw(WORDS),
                parent=draw(st.sampled_from(["", *(one.guid for one in codes)])),
                codable=draw(st.booleans()),
                colour=draw(COLOURS),
                definition=draw(st.builds(Definition, WORDS, WORDS, WORDS, WORDS)),
                notes=some(note_guids),
            )
        )
    variables = tuple(
        Variable(guid(), draw(WORDS), draw(st.sampled_from(VariableKind)), draw(WORDS))
        for _ in range(draw(st.integers(0, 2)))
    )

    def values() -> tuple[Value, ...]:
        given = st.none() | WORDS | st.sampled_from(["1", "true", "2026-01-02", "1.5", "-3"])
        return tuple(Value(one.guid, draw(given)) for one in variables if draw(st.booleans()))

    def codings() -> tuple[Coding, ...]:
        named = [one.guid for one in codes]
        return tuple(Coding(guid(), code, draw(stamps), some(note_guids)) for code in some(named))

    made = {"draw": draw, "guid": guid, "codings": codings, "values": values, "stamps": stamps}
    sources: list[Source] = []
    for _ in range(draw(st.integers(0, 3))):
        make = draw(st.sampled_from([text_source, media]))
        sources.append(make(made, WORDS, some(note_guids)))
    notes = tuple(text_source(made, WORDS, (), note=one) for one in note_guids)
    source_guids = [one.guid for one in sources]
    selection_guids = [place.guid for one in sources for place in one.selections]
    code_guids = [one.guid for one in codes]
    cases = tuple(
        Case(
            guid(),
            draw(NAMES),
            draw(WORDS),
            some(code_guids),
            values(),
            some(source_guids),
            some(selection_guids),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    sets = tuple(
        Set(guid(), draw(WORDS), draw(WORDS), some(code_guids), some(source_guids), some(note_guids))
        for _ in range(draw(st.integers(0, 2)))
    )
    plain = st.recursive(
        st.none() | st.booleans() | WORDS, lambda more: st.lists(more, max_size=2), max_leaves=3
    )
    extra = draw(
        st.dictionaries(st.sampled_from(EXTRA_KINDS), st.dictionaries(WORDS, st.dictionaries(WORDS, plain)))
    )
    return Project(
        name=draw(WORDS),
        origin="Ownwords 1",
        stamp=draw(stamps),
        users=users,
        codes=tuple(codes),
        variables=variables,
        cases=cases,
        sources=tuple(sources),
        notes=notes,
        links=links(made, WORDS, COLOURS, [*source_guids, *code_guids], some(note_guids)),
        sets=sets,
        graphs=graphs(made, WORDS, COLOURS),
        description=draw(WORDS),
        note_refs=some(note_guids),
        extra={kind: things for kind, things in extra.items() if things},
    )
