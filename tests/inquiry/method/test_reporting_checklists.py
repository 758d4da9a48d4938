"""Checklists as data: all items, each once, in words of our own; an incomplete file is refused."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from ownwords.inquiry.method.reporting.checklists import NAMES, Incomplete, checklist, read
from ownwords.inquiry.method.reporting.facts import Fact, Standing, standing


def data(name: str) -> dict[str, Any]:
    """Return what a file holds."""
    file = (
        resources.files("ownwords.inquiry").joinpath("data").joinpath("checklists").joinpath(f"{name}.toml")
    )
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "items", "known"), [("coreq", 32, 24), ("srqr", 21, 9), ("synthesis", 4, 3)]
)
def test_each_checklist_is_whole_and_says_how_much_the_record_knows(
    name: str, items: int, known: int
) -> None:
    """inquiry 29: 24 of 32 items of COREQ and 9 of 21 of SRQR can be filled from the record."""
    of = checklist(name)
    assert (len(of.items), of.known) == (items, known)
    assert of.doi.startswith("10.")


def test_which_items_of_coreq_the_record_knows() -> None:
    """inquiry 2.8: 1, 8, 9 to 29, and 32."""
    assert [one.number for one in checklist("coreq").items if one.knows] == [1, 8, *range(9, 30), 32]
    assert [one.number for one in checklist("srqr").items if one.knows] == [*range(8, 16), 17]


def test_the_elements_of_a_synthesis_name_their_tools() -> None:
    """inquiry 2.5: four elements with tools."""
    assert all(one.tools for one in checklist("synthesis").items)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_lacks_an_item_or_says_one_twice_is_refused(name: str) -> None:
    """inquiry 29: nothing is left out in silence."""
    for spoil in (
        lambda d: d["item"].pop(),
        lambda d: d["item"].append(d["item"][0]),
        lambda d: d["item"][1].update(words=d["item"][0]["words"]),
        lambda d: d["item"][1].update(words=""),
        lambda d: d.update(doi=""),
        lambda d: d["item"][0].update(knows="" if d["item"][0].get("knows") else "who_led"),
    ):
        spoilt = data(name)
        spoil(spoilt)
        with pytest.raises(Incomplete):
            read(spoilt)


def test_no_checklist_of_another_name() -> None:
    """inquiry 29."""
    with pytest.raises(KeyError):
        checklist("../coreq")


def test_how_far_an_item_is_answered() -> None:
    """inquiry 29: missing is said as missing; words of the team fill a gap that the record leaves."""
    known, gap = Fact("12 took part."), Fact("Why is not kept.", missing=True)
    assert standing([], "") is Standing.ASKED
    assert standing([gap], "") is Standing.ASKED
    assert standing([gap], "Because.") is Standing.SAID
    assert standing([known, gap], "") is Standing.PARTLY
    assert standing([known, gap], "Because.") is Standing.FILLED
    assert standing([known], "") is Standing.FILLED
