"""Made-up maps for the tests of connecting."""

from __future__ import annotations

from hypothesis import strategies as st

from ownwords.connections.method.exchange.model import Item, SharedMap
from ownwords.connections.method.network import Alter, PersonalMap, What

KINDS = ("family", "friend", "service", "neighbour", "community")
kinds = st.lists(st.sampled_from(KINDS), max_size=3).map(tuple)
yes_no = st.sampled_from((True, False, None))
rings = st.sampled_from((1, 2, 3, None))
words = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)


@st.composite
def ties(draw: st.DrawFn, ids: list[str]) -> tuple[tuple[str, str], ...]:
    """Ties among some ids: twice, both ways round and of one with itself as well."""
    if not ids:
        return ()
    one = st.sampled_from(ids)
    return tuple(draw(st.lists(st.tuples(one, one), max_size=30)))


@st.composite
def maps(draw: st.DrawFn, *, asked: bool = True) -> PersonalMap:
    """A map of up to nine alters."""
    count = draw(st.integers(0, 9))
    alters = tuple(
        Alter(
            f"a{n}",
            draw(st.sampled_from((*What, None))),
            draw(kinds),
            draw(rings),
            draw(yes_no),
            draw(yes_no),
        )
        for n in range(count)
    )
    return PersonalMap(alters, draw(ties([alter.id for alter in alters])), asked)


@st.composite
def shared_maps(draw: st.DrawFn) -> tuple[SharedMap, ...]:
    """Up to three maps as files hold them, with names that try a reader's patience."""
    return tuple(
        _shared(draw, f"case {place}", draw(words) + str(place)) for place in range(draw(st.integers(1, 3)))
    )


def _shared(draw: st.DrawFn, case: str, session: str) -> SharedMap:
    ids = draw(st.lists(words.filter(bool), max_size=5, unique=True))
    part = st.one_of(st.none(), st.floats(0, 1))
    more = st.dictionaries(st.sampled_from(("note", "=sum", "z & <k>")), words.filter(bool), max_size=2)
    items = tuple(
        Item(
            id_, draw(words), draw(st.sampled_from((*What, None))),
            draw(st.lists(words.filter(bool), max_size=2).map(tuple)),
            draw(rings), draw(part), draw(part), draw(yes_no), draw(yes_no), draw(words), draw(words), draw(more),
        )
        for id_ in ids
    )  # fmt: skip
    return SharedMap(items, draw(ties(ids)), case, session, draw(st.booleans()))
