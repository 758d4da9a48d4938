"""Measures of one map: size, density, isolates, closeness, shares, reciprocity (docs/connections-measures.md).

The person in the middle ("ego") is left out of everything except ``effective_size`` and ``constraint``, which look from
the middle and are for research exports only. A link has no direction and counts once; a link of somebody to themselves
is no link.

>>> people = (Alter("a", kinds=("family",)), Alter("b", kinds=("family", "friend")))
>>> here = PersonalMap(people, ties=(("a", "b"),))
>>> density(here).value, share(here, {"family"}).value
(1.0, 0.75)
>>> density(PersonalMap(people[:1])).why
<Why.NOT_DEFINED: 'not defined'>

An alter with several kinds counts in fractions: with two kinds, one half in each. So shares over all kinds come to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

RINGS = (1, 2, 3)
EGO = ("ego",)  # a node that no alter can be: alters are text


class What(StrEnum):
    """What stands on a map."""

    PERSON = "person"
    PLACE = "place"
    ACTIVITY = "activity"
    GROUP = "group"


class Why(StrEnum):
    """Why a measure has no value. The three are never the same as 0, nor as one another."""

    NOT_DEFINED = "not defined"
    NOT_ASKED = "not asked"
    NOT_ANSWERED = "none answered"


class MapFault(ValueError):
    """A map that cannot be: ``path`` says where, such as ``ties[3][1]``; ``reason`` what is wrong."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Alter:
    """Somebody or something on the map. ``ring``: 1 inner, 2 middle, 3 outer, None not placed yet.

    ``gives``: they give me something; ``takes``: I give them something; None where it was not asked or answered.
    """

    id: str
    what: What | None = None
    kinds: tuple[str, ...] = ()
    ring: int | None = None
    gives: bool | None = None
    takes: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonalMap:
    """The present map of one person. ``ties`` are links between alters, as pairs of ids; ended ones are left out.

    ``links_asked``: whether links between alters were asked about at all. Without it ``ties`` are not used. Raises
    MapFault for an id that stands twice, a ring that is none, and a tie to an alter that is not there.
    """

    alters: tuple[Alter, ...]
    ties: tuple[tuple[str, str], ...] = ()
    links_asked: bool = True

    def __post_init__(self) -> None:
        known: set[str] = set()
        for place, alter in enumerate(self.alters):
            if alter.id in known:
                raise MapFault(f"alters[{place}].id", f"{alter.id!r} stands twice")
            if alter.ring is not None and alter.ring not in RINGS:
                raise MapFault(f"alters[{place}].ring", f"{alter.ring!r} is no ring; it can be 1, 2 or 3")
            known.add(alter.id)
        for place, tie in enumerate(self.ties):
            for end, id_ in enumerate(tie):
                if id_ not in known:
                    raise MapFault(f"ties[{place}][{end}]", f"there is no {id_!r} on the map")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure: a value, or the reason why there is none; never both.

    ``counted`` is how many alters it rests on and ``missing`` how many had to be left out, where that can happen.
    """

    value: float | None = None
    why: Why | None = None
    counted: int = 0
    missing: int = 0

    def __post_init__(self) -> None:
        if (self.value is None) == (self.why is None):
            raise ValueError("a figure has either a value or a reason why it has none")


def size(of: PersonalMap, what: What | None = None) -> int:
    """Return how many stand on the map: all, or those of one sort. 0 is a real answer."""
    return len(of.alters) if what is None else sum(alter.what == what for alter in of.alters)


def tie_count(of: PersonalMap) -> Figure:
    """Return how many different pairs of alters are linked."""
    return _from_links(of, lambda graph: graph.number_of_edges())


def density(of: PersonalMap) -> Figure:
    """Return the links there are out of those there could be, 2m / n(n - 1), the person left out; 0 to 1.

    Not defined under two alters: networkx would say 0 there.
    """
    n = len(of.alters)
    if of.links_asked and n < 2:
        return Figure(why=Why.NOT_DEFINED, counted=n)
    return _from_links(of, lambda graph: 2 * graph.number_of_edges() / (n * (n - 1)))


def isolates(of: PersonalMap) -> Figure:
    """Return how many alters are linked with no other; all of them when no link was stated."""
    return _from_links(of, lambda graph: sum(degree == 0 for _, degree in graph.degree))


def components(of: PersonalMap) -> Figure:
    """Return into how many separate clusters the map falls with the person taken out; 0 for an empty map."""
    from networkx import number_connected_components

    return _from_links(of, number_connected_components)


def mean_closeness(of: PersonalMap) -> Figure:
    """Return the mean closeness of the alters that were placed: 3 inner ring, 2 middle, 1 outer.

    ``missing``: how many were not placed. They are left out, not guessed.
    """
    placed = [4 - alter.ring for alter in of.alters if alter.ring is not None]
    away = len(of.alters) - len(placed)
    if not of.alters:
        return Figure(why=Why.NOT_DEFINED)
    if not placed:
        return Figure(why=Why.NOT_ANSWERED, missing=away)
    return Figure(sum(placed) / len(placed), counted=len(placed), missing=away)


def kind_weights(of: PersonalMap) -> Mapping[str, Fraction]:
    """Return how many alters each kind has, by name; one with several kinds gives an equal part to each."""
    found: dict[str, Fraction] = {}
    for alter in of.alters:
        kinds = sorted(set(alter.kinds))
        for kind in kinds:
            found[kind] = found.get(kind, Fraction(0)) + Fraction(1, len(kinds))
    return dict(sorted(found.items()))


def kinds_present(of: PersonalMap) -> int:
    """Return how many different kinds of relation there are."""
    return len(kind_weights(of))


def diversity(of: PersonalMap) -> Figure:
    """Return the Shannon entropy of the kinds of relation, in nats: 0 for one kind, log k for k equally frequent ones.

    Rests on the alters with a stated kind; the others are ``missing``. Source: Shannon 1948.
    """
    weights = kind_weights(of)
    counted = sum(bool(alter.kinds) for alter in of.alters)
    if (none := _no_kinds(of, counted)) is not None:
        return none
    parts = [float(weight / counted) for weight in weights.values()]
    entropy = max(0.0, -sum(part * log(part) for part in parts))
    return Figure(entropy, counted=counted, missing=len(of.alters) - counted)


def share(of: PersonalMap, kinds: Collection[str]) -> Figure:
    """Return the part of all ties that is of some kinds, such as {"service"}; 0 to 1.

    The denominator is everybody on the map; those with no kind stated are told as ``missing``, and when that is all of
    them there is no answer.
    """
    counted = sum(bool(alter.kinds) for alter in of.alters)
    if (none := _no_kinds(of, counted)) is not None:
        return none
    part = sum((weight for kind, weight in kind_weights(of).items() if kind in kinds), Fraction(0))
    return Figure(float(part / len(of.alters)), counted=counted, missing=len(of.alters) - counted)


def reciprocity(of: PersonalMap) -> Figure:
    """Return the part of ties that both give and take, out of those where both were asked."""
    asked = [alter for alter in of.alters if alter.gives is not None and alter.takes is not None]
    away = len(of.alters) - len(asked)
    if not asked:
        return Figure(why=Why.NOT_ASKED, missing=away)
    both = sum(alter.gives is True and alter.takes is True for alter in asked)
    return Figure(both / len(asked), counted=len(asked), missing=away)


def external_internal(of: PersonalMap, group: Collection[str]) -> Figure:
    """Return the E-I index of the person's ties: (outside - inside) / (outside + inside), -1 to 1.

    Inside are ties of the kinds in ``group``, in fractions as in ``share``. It moves with the size of the group and is
    not rescaled. Source: Krackhardt and Stern 1988, Social Psychology Quarterly 51(2).
    """
    counted = sum(bool(alter.kinds) for alter in of.alters)
    if (none := _no_kinds(of, counted)) is not None:
        return none
    inside = sum((weight for kind, weight in kind_weights(of).items() if kind in group), Fraction(0))
    found = float((counted - 2 * inside) / counted)
    return Figure(found, counted=counted, missing=len(of.alters) - counted)


def effective_size(of: PersonalMap) -> Figure:
    """Return Burt's effective size seen from the middle, n - 2m/n. Research export only.

    The person counts as tied to everybody on the map, all ties alike. Not defined for an empty map. Source: Borgatti
    1997, Connections 20(1), for ties without weights.
    """
    from networkx import effective_size as burt

    if of.links_asked and not of.alters:
        return Figure(why=Why.NOT_DEFINED)
    return _from_links(of, lambda graph: burt(_with_ego(graph, 1.0), nodes=[EGO])[EGO])


def constraint(
    of: PersonalMap, *, ego_weight: float = 1.0, weights: Mapping[frozenset[str], float] | None = None
) -> Figure:
    """Return Burt's constraint on the person in the middle. Research export only.

    ``ego_weight`` is the weight of every tie of the person, ``weights`` that of links (1 where there is none). A
    published constraint means little without its weights: the same network can give 0.0854 and 0.0734. Not defined for
    an empty map. Raises ValueError for a weight that is not above 0. Source: Burt 1992, Structural Holes.
    """
    from networkx import constraint as burt

    given = weights or {}
    if min([ego_weight, *given.values()]) <= 0:
        raise ValueError("a tie has a weight above 0")
    if of.links_asked and not of.alters:
        return Figure(why=Why.NOT_DEFINED)

    def found(graph: nx.Graph[object]) -> float:
        for one, other in graph.edges:
            graph[one][other]["weight"] = given.get(frozenset((str(one), str(other))), 1.0)
        return burt(_with_ego(graph, ego_weight), nodes=[EGO], weight="weight")[EGO]

    return _from_links(of, found)


def distinct_ties(ties: Iterable[tuple[str, str]]) -> frozenset[frozenset[str]]:
    """Return the pairs that are linked: direction does not count, nor repetition, nor a tie of one with itself."""
    return frozenset(frozenset(tie) for tie in ties if tie[0] != tie[1])


def _from_links(of: PersonalMap, measure: Callable[[nx.Graph[object]], float]) -> Figure:
    if not of.links_asked:
        return Figure(why=Why.NOT_ASKED, counted=len(of.alters))
    return Figure(measure(_graph(of)), counted=len(of.alters))


def _graph(of: PersonalMap) -> nx.Graph[object]:
    import networkx as nx

    graph: nx.Graph[object] = nx.Graph()
    graph.add_nodes_from(alter.id for alter in of.alters)
    graph.add_edges_from(sorted(tuple(sorted(tie)) for tie in distinct_ties(of.ties)))
    return graph


def _with_ego(graph: nx.Graph[object], weight: float) -> nx.Graph[object]:
    graph.add_edges_from([(EGO, alter, {"weight": weight}) for alter in list(graph)])
    return graph


def _no_kinds(of: PersonalMap, counted: int) -> Figure | None:
    if not of.alters:
        return Figure(why=Why.NOT_DEFINED)
    return None if counted else Figure(why=Why.NOT_ANSWERED, missing=len(of.alters))
