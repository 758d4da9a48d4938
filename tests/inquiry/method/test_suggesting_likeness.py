"""Ranking by likeness of meaning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.inquiry.method.suggesting import minilm
from ownwords.inquiry.method.suggesting.likeness import nearest
from tests.inquiry.suggesting import SmallModel


@settings(max_examples=40)
@given(st.integers(0, 2**32 - 1), st.integers(0, 12), st.integers(1, 4), st.integers(1, 5))
def test_the_most_alike_come_first_and_no_more_than_asked(
    seed: int, many: int, meanings: int, most: int
) -> None:
    """inquiry 9: held against sorting every pair; the meaning that is most alike counts."""
    dice = np.random.default_rng(seed)
    rows, meant = (_unit(dice.normal(size=(n, 5))) for n in (many, meanings))
    found = nearest(rows, {"code": meant}, least=-0.2, most=most)
    wanted = sorted(((max(float(a @ b) for b in meant), place) for place, a in enumerate(rows)), reverse=True)
    assert [one.place for one in found] == [place for score, place in wanted[:most] if score >= -0.2]
    assert [one.score for one in found] == pytest.approx([s for s, _p in wanted[:most] if s >= -0.2])


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True) if len(rows) else rows


def test_a_code_without_meaning_and_a_text_without_passages_propose_nothing() -> None:
    """inquiry 9: nothing said, nothing found."""
    model = SmallModel()
    assert nearest(model.vectors(["a dog"]), {"code": np.empty((0, 5))}) == []
    assert nearest(np.empty((0, 5)), {"code": model.vectors(["a dog"])}) == []


def test_what_is_less_alike_than_the_least_is_not_proposed() -> None:
    """inquiry 9: a score that says nothing is not shown as one that does."""
    model = SmallModel()
    found = nearest(model.vectors(["a dog", "a letter"]), {"code": model.vectors(["dog dog"])}, least=0.5)
    assert [one.place for one in found] == [0]


def test_a_service_without_the_packages_says_so_and_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """inquiry 9: the model is an optional extra; asking whether it is there loads nothing."""
    monkeypatch.setattr(minilm, "find_spec", lambda name: None if name == minilm.MODEL else object())
    assert minilm.installed() is False
    monkeypatch.setattr(minilm, "find_spec", lambda name: object())
    assert minilm.installed() is True
