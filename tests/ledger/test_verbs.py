"""Everything that is written into the ledger can be read by the person it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownwords.ledger.sentences import SENTENCES, sentence
from ownwords.ledger.verbs import Verb

PACKAGE = Path(__file__).resolve().parents[2] / "ownwords"


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_has_its_sentence(verb: Verb) -> None:
    """platform 14: no act that a person cannot read."""
    assert sentence(verb.value).strip()
    assert verb in SENTENCES


def test_every_verb_is_written_by_something() -> None:
    """A verb that nothing writes any more goes."""
    written = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "verbs.py"
    )
    assert [verb.name for verb in Verb if f"Verb.{verb.name}" not in written] == []
