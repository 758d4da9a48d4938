"""Measures of a map: published values, formulas worked out another way, and what has no value."""

from __future__ import annotations

import csv
import doctest
from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method import network
from ownwords.connections.method.network import Alter, Figure, MapFault, PersonalMap, What, Why
from tests.connections.method.strategies import maps

PUBLISHED = Path(__file__).parent / "fixtures" / "published_densities.csv"


def people(count: int) -> tuple[Alter, ...]:
    """Alters without anything said about them."""
    return tuple(Alter(f"a{n}") for n in range(count))


def linked(of: PersonalMap) -> dict[str, set[str]]:
    """Who is linked with whom, from the definition."""
    found: dict[str, set[str]] = {alter.id: set() for alter in of.alters}
    for one, other in of.ties:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def test_the_published_densities_are_reproduced() -> None:
    """connecting R16: 102 densities of networks of 45 people, as printed, to 1e-8."""
    with PUBLISHED.open(newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = [(f"a{one}", f"a{other}") for one, other in combinations(range(45), 2)]
    assert len(rows) == 102
    for row in rows:
        count = round(float(row["density"]) * len(pairs))
        found = network.density(PersonalMap(people(45), tuple(pairs[:count]))).value
        assert found == pytest.approx(float(row["density"]), abs=1e-8, rel=0), row["ego"]


def test_the_one_network_whose_ties_were_counted_has_the_published_density() -> None:
    """connecting R16: 259 ties among 45 people, printed as 0.26161616."""
    pairs = [(f"a{one}", f"a{other}") for one, other in combinations(range(45), 2)]
    found = network.density(PersonalMap(people(45), tuple(pairs[:259])))
    assert found.value == pytest.approx(0.26161616, abs=1e-8, rel=0)


def test_a_worked_example() -> None:
    """connecting R16; 2.3. Five alters, a triangle and a pair."""
    of = PersonalMap(people(5), (("a0", "a1"), ("a1", "a2"), ("a2", "a0"), ("a3", "a4")))
    assert network.size(of) == 5
    assert network.tie_count(of).value == 4
    assert network.density(of).value == 0.4
    assert network.isolates(of).value == 0
    assert network.components(of).value == 2
    assert network.effective_size(of).value == pytest.approx(5 - 8 / 5)
    # In the triangle each is reached directly and through two who have three ties: (1 + 2/3) / 5; in the pair, through
    # one who has two: (1 + 1/2) / 5.
    by_hand = 3 * ((1 + 2 / 3) / 5) ** 2 + 2 * ((1 + 1 / 2) / 5) ** 2
    assert network.constraint(of).value == pytest.approx(by_hand)


def test_density_under_two_alters_is_not_defined_and_never_zero() -> None:
    """connecting R16; 2.3: n below 2."""
    for count in (0, 1):
        assert network.density(PersonalMap(people(count))) == Figure(why=Why.NOT_DEFINED, counted=count)


def test_not_asked_is_neither_zero_nor_not_defined() -> None:
    """connecting R16: links were never asked about, whatever stands on the map."""
    measures = (
        network.tie_count, network.density, network.isolates, network.components, network.effective_size,
        network.constraint,
    )  # fmt: skip
    for count in (0, 1, 4):
        for measure in measures:
            assert measure(PersonalMap(people(count), links_asked=False)).why is Why.NOT_ASKED


def test_a_map_with_no_links_has_only_isolates() -> None:
    """connecting R16; egor 86: star-shaped maps must not fail."""
    of = PersonalMap(people(7))
    assert network.isolates(of).value == 7
    assert network.density(of).value == 0
    assert network.components(of).value == 7
    assert network.effective_size(of).value == 7
    assert network.constraint(of).value == pytest.approx(1 / 7)


def test_an_empty_map_has_a_size_of_zero_and_no_shares() -> None:
    """connecting R16: shares with n = 0 are not defined, size 0 is a real answer; egor 16."""
    of = PersonalMap(())
    assert network.size(of) == 0
    assert network.isolates(of).value == 0
    assert network.components(of).value == 0
    for figure in (
        network.share(of, {"service"}), network.diversity(of), network.external_internal(of, {"family"}),
        network.mean_closeness(of), network.effective_size(of), network.constraint(of),
    ):  # fmt: skip
        assert figure.why is Why.NOT_DEFINED
    assert network.reciprocity(of).why is Why.NOT_ASKED


def test_size_by_sort_counts_places_alone_too() -> None:
    """connecting R2: a map with only places is a map."""
    of = PersonalMap((Alter("a", What.PLACE), Alter("b", What.PLACE), Alter("c")))
    assert [network.size(of, what) for what in What] == [0, 2, 0, 0]


def test_missing_closeness_is_left_out_and_counted() -> None:
    """connecting R16: two of three placed, inner and outer ring."""
    of = PersonalMap((Alter("a", ring=1), Alter("b", ring=3), Alter("c")))
    assert network.mean_closeness(of) == Figure(2.0, counted=2, missing=1)
    assert network.mean_closeness(PersonalMap(people(3))) == Figure(why=Why.NOT_ANSWERED, missing=3)


def test_several_kinds_count_in_fractions() -> None:
    """connecting R16: the rule is stated and tested. Family 1 + 1/2, friend 1/2, service 1, one not stated; n = 4."""
    of = PersonalMap(
        (
            Alter("a", kinds=("family",)), Alter("b", kinds=("family", "friend")), Alter("c", kinds=("service",)),
            Alter("d"),
        )
    )  # fmt: skip
    assert network.share(of, {"family"}) == Figure(1.5 / 4, counted=3, missing=1)
    assert network.share(of, {"service"}).value == 0.25
    assert network.share(of, {"nobody"}).value == 0
    parts = (1.5 / 3, 0.5 / 3, 1 / 3)
    assert network.diversity(of).value == pytest.approx(-sum(part * log(part) for part in parts))
    assert network.kinds_present(of) == 3
    assert network.external_internal(of, {"family"}).value == pytest.approx((1.5 - 1.5) / 3)
    assert network.share(PersonalMap(people(2)), {"family"}).why is Why.NOT_ANSWERED


def test_reciprocity_counts_only_where_both_were_asked() -> None:
    """connecting R16; 2.3: one gives and takes, one only takes, one was asked half."""
    of = PersonalMap(
        (Alter("a", gives=True, takes=True), Alter("b", gives=False, takes=True), Alter("c", gives=True))
    )
    assert network.reciprocity(of) == Figure(0.5, counted=2, missing=1)


@pytest.mark.parametrize(
    ("alters", "ties", "said"),
    [
        ((Alter("a"), Alter("a")), (), "alters[1].id: 'a' stands twice"),
        ((Alter("a", ring=4),), (), "alters[0].ring: 4 is no ring"),
        ((Alter("a"),), (("a", "a"), ("a", "b")), "ties[1][1]: there is no 'b' on the map"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    alters: tuple[Alter, ...], ties: tuple[tuple[str, str], ...], said: str
) -> None:
    """connecting R16: ties to alters that are not there, ids twice, rings that are none."""
    with pytest.raises(MapFault, match=said.replace("[", r"\[").replace("]", r"\]")):
        PersonalMap(alters, ties)


def test_a_figure_has_a_value_or_a_reason() -> None:
    """House rule 10: undefined is shown as undefined."""
    for wrong in ({}, {"value": 0.0, "why": Why.NOT_ASKED}):
        with pytest.raises(ValueError, match="either a value or a reason"):
            Figure(**wrong)


def test_constraint_depends_on_its_weights() -> None:
    """connecting 2.3: a published constraint needs its weights stated. Two linked alters, person's ties weigh 3."""
    of = PersonalMap(people(2), (("a0", "a1"),))
    assert network.constraint(of).value == pytest.approx(2 * (0.5 + 0.5 * 0.5) ** 2)
    assert network.constraint(of, ego_weight=3).value == pytest.approx(2 * (0.5 + 0.5 * 0.25) ** 2)
    doubled = network.constraint(of, ego_weight=3, weights={frozenset(("a0", "a1")): 2.0})
    assert doubled.value == pytest.approx(2 * (0.5 + 0.5 * 0.4) ** 2)
    with pytest.raises(ValueError, match="above 0"):
        network.constraint(of, ego_weight=0)


@given(maps())
def test_measures_of_links_agree_with_their_definitions(of: PersonalMap) -> None:
    """connecting R16: exact fractions and brute force, whatever ties come twice, both ways or lead back."""
    neighbours, n = linked(of), len(of.alters)
    m = sum(len(others) for others in neighbours.values()) // 2
    assert network.tie_count(of).value == m
    assert network.isolates(of).value == sum(not others for others in neighbours.values())
    assert network.components(of).value == clusters(neighbours)
    if n >= 2:
        assert network.density(of).value == pytest.approx(float(Fraction(2 * m, n * (n - 1))))
    if n >= 1:
        assert network.effective_size(of).value == pytest.approx(burt_effective_size(neighbours))
        assert network.constraint(of).value == pytest.approx(burt_constraint(neighbours))


def clusters(neighbours: dict[str, set[str]]) -> int:
    """How many clusters, by merging labels until nothing changes."""
    label = {id_: place for place, id_ in enumerate(neighbours)}
    for _ in neighbours:
        for one, others in neighbours.items():
            for other in others:
                label[one] = label[other] = min(label[one], label[other])
    return len(set(label.values()))


def burt_effective_size(neighbours: dict[str, set[str]]) -> float:
    """Burt's sum of what each alter adds: 1 - sum over others of the person's share in them."""
    n = len(neighbours)
    return sum(1 - Fraction(len(others), n) for others in neighbours.values()).__float__()


def burt_constraint(neighbours: dict[str, set[str]]) -> float:
    """Burt's double sum over direct and indirect shares of attention, in fractions."""
    n = len(neighbours)
    own = Fraction(1, n)
    whole = Fraction(0)
    for others in neighbours.values():
        through = sum((own * Fraction(1, len(neighbours[other]) + 1) for other in others), Fraction(0))
        whole += (own + through) ** 2
    return float(whole)


@given(maps())
def test_shares_over_all_kinds_come_to_those_with_a_kind(of: PersonalMap) -> None:
    """connecting R16: fractions neither lose nor add anybody; shares and entropy stay in their ranges."""
    named = {kind for alter in of.alters for kind in alter.kinds}
    stated = sum(bool(alter.kinds) for alter in of.alters)
    whole = network.share(of, named)
    if whole.value is not None:
        assert whole.value == pytest.approx(stated / len(of.alters))
        assert whole.missing + whole.counted == len(of.alters)
        assert 0 <= network.diversity(of).value <= log(len(named)) + 1e-9
        assert -1 <= network.external_internal(of, {"family"}).value <= 1
        assert network.external_internal(of, named).value == -1


@given(maps(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_said_plays_no_part(of: PersonalMap, dice: object) -> None:
    """connecting R16: alters and ties shuffled, every tie the other way round."""
    alters, ties = list(of.alters), [tie[::-1] for tie in of.ties]
    dice.shuffle(alters)
    dice.shuffle(ties)
    other = PersonalMap(tuple(alters), tuple(ties))
    measures = (
        network.density,
        network.isolates,
        network.constraint,
        network.diversity,
        network.mean_closeness,
    )
    for measure in measures:
        one, two = measure(of), measure(other)
        assert (one.why, one.counted, one.missing) == (two.why, two.counted, two.missing)
        assert one.value == (None if two.value is None else pytest.approx(two.value))


@given(maps(asked=False))
def test_what_needs_no_links_is_the_same_without_them(of: PersonalMap) -> None:
    """connecting R16: closeness, kinds and giving do not rest on links."""
    asked = PersonalMap(of.alters, of.ties)
    for measure in (network.mean_closeness, network.diversity, network.reciprocity):
        assert measure(of) == measure(asked)
    assert Counter(alter.what for alter in of.alters).total() == network.size(of)


def test_examples_of_the_module_run() -> None:
    """House style: a docstring's examples run."""
    assert doctest.testmod(network).failed == 0
