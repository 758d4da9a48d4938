"""Tables of speakers, and a person's corrections of a proposal."""

from __future__ import annotations

from docx import Document

from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.speakers import corrected, propose
from tests.inquiry.method.text.made import saved

TEXT = "Anna: one\nTruth: two\nANNA: three\nBen: four"


def table(*rows: tuple[str, ...]) -> bytes:
    """Return a Word file with one table."""
    document = Document()
    made = document.add_table(len(rows), len(rows[0]))
    for row, words in zip(made.rows, rows, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said
    return saved(document)


def test_a_column_of_speakers_gives_turns() -> None:
    """inquiry 4: a Word table with a speaker column; an empty cell goes on with the speaker above."""
    found = read(
        table(
            ("Time", "Speaker", "Words"),
            ("00:12", "Anna", "Hello: you"),
            ("", "", "and"),
            ("1:02", "BEN:", "Hi"),
        )
    )
    assert [(turn.label, found.text[turn.said_from : turn.end], turn.at_ms) for turn in found.turns] == [
        (None, "Time\tSpeaker\tWords", None),
        ("Anna", "Hello: you\n\t\tand", 12000),
        ("BEN", "Hi", 62000),
    ]


def test_each_table_is_looked_at_by_itself() -> None:
    """inquiry 4: figures before a transcript do not hide it, and a table inside a cell has no turns of its own."""
    document = Document()
    figures, talk = document.add_table(2, 2), document.add_table(2, 2)
    for table_, words in ((figures, "Leeds 1 York 2"), (talk, "Anna hello Ben hi")):
        for cell, said in zip(
            (cell for row in table_.rows for cell in row.cells), words.split(), strict=True
        ):
            cell.text = said
    inner = talk.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Cara", "inside"
    found = read(saved(document), "a.docx")
    assert [turn.label for turn in found.turns] == [None, "Anna", "Ben"]


def test_a_table_of_figures_is_no_transcript() -> None:
    """inquiry 4: names beside numbers are no turns."""
    assert read(table(("Leeds", "12"), ("York", "13")), "a.docx").turns == ()


def test_labels_are_merged_and_taken_back() -> None:
    """inquiry 4: the user corrects the proposal before it counts; the text stays as it is."""
    turns = corrected(propose(TEXT).turns, {"ANNA": "Anna", "Truth": None, "Ben": "P2"})
    assert [(turn.label, TEXT[turn.said_from : turn.end]) for turn in turns] == [
        ("Anna", "one\nTruth: two"),
        ("Anna", "three"),
        ("P2", "four"),
    ]


def test_a_first_label_that_is_none_leaves_words_of_nobody() -> None:
    """inquiry 4."""
    first = corrected(propose(TEXT).turns, {"Anna": None})[0]
    assert (first.label, TEXT[first.said_from : first.end]) == (None, "Anna: one")


def test_correcting_nothing_changes_nothing() -> None:
    """inquiry 4: labels that nobody spoke of stay."""
    assert corrected(propose(TEXT).turns, {}) == propose(TEXT).turns
