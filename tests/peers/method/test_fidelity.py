"""Fidelity: three views side by side, never one score."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method import fidelity
from ownwords.peers.method.fidelity import (
    TOO_FEW,
    Rater,
    Rating,
    SideBySide,
    packaged,
    raters_for,
    side_by_side,
)
from ownwords.people.method.definition_file import IncompleteDefinition, read_definition

ASKED = packaged()
TRUST = ASKED.domains[0].key


def rated(rater: Rater, domain: str, *values: int | None) -> list[Rating]:
    """Return ratings of one kind of rater."""
    return [Rating(rater, domain, value) for value in values]


def test_three_people_look_at_their_own_ratings_side_by_side() -> None:
    """PS-20: person 4, peer worker 3, supervisor 1 about trust stand beside each other; nobody averages them."""
    ratings = [
        *rated(Rater.PERSON, TRUST, 4),
        *rated(Rater.PEER, TRUST, 3),
        *rated(Rater.SUPERVISOR, TRUST, 1),
    ]
    trust, *rest = side_by_side(ratings, ASKED, raters_from=1)
    assert [view.median for view in (trust.person, trust.peer, trust.supervisor)] == [4, 3, 1]
    assert trust.person.counts == {value: int(value == 4) for value in range(11)}
    assert all(one.person == TOO_FEW for one in rest)


def test_a_team_sees_medians_and_distributions_from_five_raters_on() -> None:
    """PS-20, house rule 10: four raters are too few; of ten, a count of two is hidden with another one."""
    four = side_by_side(rated(Rater.PERSON, TRUST, 1, 2, 3, 4), ASKED)[0]
    assert four.person == four.supervisor == TOO_FEW
    ten = side_by_side(rated(Rater.PERSON, TRUST, 4, 4, 4, 4, 4, 4, 4, 4, 1, 1, None), ASKED)[0]
    assert (ten.person.raters, ten.person.median) == (10, 4)
    assert ten.person.counts[1] is None
    assert list(ten.person.counts.values()).count(None) >= 2


def test_peer_workers_and_supervisors_need_one_rater_more_and_show_the_middle_alone() -> None:
    """PS-20: who reads may be one of five and knows their own value; a value that stands alone is never shown."""
    assert [raters_for(who) for who in Rater] == [5, 6, 6]
    for who in (Rater.PEER, Rater.SUPERVISOR):
        five = side_by_side(rated(who, TRUST, 8, 8, 8, 8, 8), ASKED)[0]
        assert five.peer == five.supervisor == TOO_FEW
        six = getattr(side_by_side(rated(who, TRUST, 8, 8, 8, 8, 8, 1), ASKED)[0], who.value)
        assert (six.raters, six.median, six.counts) == (6, 8, {})


@given(
    some.lists(
        some.builds(
            Rating,
            some.sampled_from(list(Rater)),
            some.sampled_from([one.key for one in ASKED.domains]),
            some.none() | some.integers(0, 10),
        ),
        max_size=150,
    )
)
def test_no_count_that_is_shown_is_small(ratings: list[Rating]) -> None:
    """House rule 10: and a view of too few raters shows nothing at all."""
    for one in side_by_side(ratings, ASKED):
        for who in Rater:
            view = getattr(one, who.value)
            given_ = [r for r in ratings if (r.rater, r.domain) == (who, one.domain) and r.value is not None]
            assert (view == TOO_FEW) == (len(given_) < (5 if who is Rater.PERSON else 6))
            assert who is Rater.PERSON or not view.counts
            assert all(count is None or count == 0 or count >= 5 for count in view.counts.values())


def test_there_is_no_one_score() -> None:
    """PS-20: a result has a view for each kind of rater and no figure over them; no worker is named."""
    assert [field.name for field in fields(SideBySide)] == ["domain", "person", "peer", "supervisor"]
    assert [field.name for field in fields(Rating)] == ["rater", "domain", "value"]
    assert not [name for name in dir(fidelity) if "rank" in name or "total" in name or "overall" in name]


def test_the_questions_are_complete_and_our_own() -> None:
    """PS-20: four domains with a source, a licence, and words for both ends."""
    assert len(ASKED.domains) == 4
    assert "own words" in ASKED.provenance.licence.lower()
    assert (ASKED.low, ASKED.high) == (0, 10)
    assert ASKED.lowest != ASKED.highest


def test_faults_are_refused() -> None:
    """Bad input: an unknown domain, a value outside the scale, a scale that is none."""
    for domain, value in (("charm", 1), (TRUST, 11), (TRUST, -1)):
        with pytest.raises(ValueError):
            side_by_side([Rating(Rater.PERSON, domain, value)], ASKED)
    broken = 'edition="1"\nsource="s"\nlicence="l"\nlow=3\nhigh=3\nlowest="a"\nhighest="b"\n'
    broken += '[[domain]]\nkey="k"\nname="n"\nasks="a?"\n'
    with pytest.raises(IncompleteDefinition, match="low is less than high"):
        read_definition(broken, "x.toml", fidelity.questions)
