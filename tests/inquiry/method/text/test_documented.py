"""What the page about material says is so."""

from __future__ import annotations

from pathlib import Path

from ownwords.inquiry.method.text.limits import MEGABYTE, USUAL
from ownwords.inquiry.method.text.notes import KINDS, Note
from ownwords.inquiry.method.text.reading import READERS, read
from ownwords.inquiry.method.text.refused import REASONS, CannotRead

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "inquiry-material.md").read_text(encoding="utf-8")


def test_every_format_and_limit_is_told() -> None:
    """inquiry section 1: formats and limits can be read, and hold."""
    assert all(f"`.{extension}`" in PAGE for extension in READERS)
    for limit in (
        USUAL.size // MEGABYTE,
        USUAL.characters,
        USUAL.entries,
        USUAL.ratio,
        USUAL.depth,
        USUAL.elements,
    ):
        assert f"{limit:,}" in PAGE


def test_every_refusal_says_what_was_wrong_and_what_to_do() -> None:
    """inquiry bad input: one kind of refusal, with a plain sentence."""
    values = {"size": 1, "limit": 2, "count": 3, "kind": "PDF", "encoding": "utf-8"}
    for reason in REASONS:
        refusal = CannotRead(reason, **values)
        assert str(refusal) == f"{refusal.wrong} {refusal.remedy}"
        assert "{" not in str(refusal)


def test_every_note_is_a_sentence() -> None:
    """inquiry section 3: what was repaired or lost is told."""
    assert all(Note(kind, 3, "utf-8").sentence.endswith(".") for kind in KINDS)
    assert all("{" not in Note(kind, 3, "utf-8").sentence for kind in KINDS)


def test_the_example_runs() -> None:
    """inquiry 4."""
    found = read(b"Anna: hello\nBEN: hi\nAnna: bye", "talk.txt")
    assert [(one.label, one.turns) for one in found.speakers] == [("Anna", 2), ("BEN", 1)]
