"""Codes by who said it: passages, people and words, each a share of something, each open to its passages."""

from __future__ import annotations

import csv
import io
import random
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Attribute, AttributeValue, Code, Participant, Source, Speaker
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import everything, seen_by_viewer
from ownwords.inquiry.queries.matrix import passages_of, table
from ownwords.inquiry.queries.matrix_columns import By, Of
from ownwords.inquiry.queries.matrix_words import beginnings
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
GROUP = "Asker: What helps?\nP1: The dog helps a lot.\nP2: Not being alone.\nP1: Yes.\nP3: The garden."
CALLED = ("Maple", "Rowan", "Hazel", "Aspen")


@pytest.fixture
def work(opened: OpenedStudy) -> Attribute:
    """A focus group and an interview: two nurses, a peer worker, and one of whom nothing is stated or said."""
    study = opened.study
    people = {name: make.participant(study, name) for name in CALLED}
    group = make.source(study, GROUP, "Group 1", kind="group", position=1)
    alone = make.source(study, title="Interview 1", position=2)
    for source, label, name in (
        (group, "P1", "Maple"), (group, "P2", "Rowan"), (group, "P3", "Hazel"), (alone, "P1", "Maple"),
    ):  # fmt: skip
        Speaker.objects.filter(source=source, label=label).update(participant=people[name])
    kept = Attribute.objects.create(study=study, made_by=study.made_by, name="Work")
    for name, value in (("Maple", "Nurse"), ("Rowan", "Nurse"), ("Hazel", "Peer worker")):
        AttributeValue.objects.create(study=study, attribute=kept, participant=people[name], value=value)
    for source, value in ((group, "2024"),):
        AttributeValue.objects.create(study=study, attribute=kept, source=source, value=value)
    return kept


def words(of: str) -> tuple[int, int]:
    """Return where some words of the group stand."""
    return GROUP.index(of), GROUP.index(of) + len(of)


def test_a_matrix_counts_passages_people_and_words_with_what_they_are_shares_of(
    opened: OpenedStudy, work: Attribute
) -> None:
    """inquiry 15: not stated is a column of its own; a passage of two people counts for both; an asker is nobody."""
    group = Source.objects.get(title="Group 1")
    code = make.code(opened.study, "What helps")
    make.coding(code, group, *words("dog helps"))
    make.coding(code, group, *words("helps a lot.\nP2: Not being"))
    make.coding(code, group, *words("What helps?"))
    made = table(seen_by_viewer(opened), By(Of.PEOPLE, work.id), Choice())
    assert made.columns.names == ("Nurse", "Peer worker", "")
    cell = made.cells[code.id, 0]
    assert (cell.codings, cell.units, cell.words) == (3, 2, 6)
    assert (code.id, 1) not in made.cells
    assert made.left_out == 1
    said = [GROUP.split("P1: ")[1], GROUP.split("P2: ")[1], "Yes.", make.WORDS.split("P1: ")[1]]
    assert made.wholes[0].units == 2
    assert made.wholes[0].units_coded == 2
    assert made.wholes[0].words == sum(len(one.split("\n")[0].split()) for one in said)
    assert made.wholes[1].units == 1
    assert made.wholes[2].units == 1
    assert made.wholes[2].words == 0


def test_by_text_every_passage_counts(opened: OpenedStudy, work: Attribute) -> None:
    """inquiry 15, 2.4: in documents there is no speaker; the text is the case."""
    group, alone = Source.objects.order_by("position")
    code = make.code(opened.study, "What helps")
    make.coding(code, group, *words("What helps?"))
    make.coding(code, group, *words("dog helps"))
    make.coding(code, alone, 0, 10)
    each = table(seen_by_viewer(opened), By(), Choice())
    assert each.columns.names == ("Group 1", "Interview 1")
    assert [each.cells[code.id, n].codings for n in (0, 1)] == [2, 1]
    assert each.wholes[0].words == len(GROUP.split())
    by_year = table(seen_by_viewer(opened), By(Of.TEXTS, work.id), Choice())
    assert by_year.columns.names == ("2024", "")
    assert [one.units for one in by_year.wholes] == [1, 1]
    assert by_year.cells[code.id, 1].units == 1


@pytest.mark.parametrize("of", list(Of))
def test_sums_agree_with_the_lists(opened: OpenedStudy, work: Attribute, of: Of) -> None:
    """inquiry 15: each cell opens as many passages as it says, whatever the codings."""
    dice = random.Random(3)
    texts, codes = list(Source.objects.all()), [make.code(opened.study, f"Code {n}") for n in range(4)]
    done: set[Any] = set()
    while len(done) < 50:
        text, code = dice.choice(texts), dice.choice(codes)
        start = dice.randrange(text.length - 1)
        end = min(text.length, start + dice.choice((2, 9, 40)))
        if (text.id, code.id, start, end) not in done:
            done.add((text.id, code.id, start, end))
            make.coding(code, text, start, end)
    by, seen = By(of, None if of is Of.EACH else work.id), seen_by_viewer(opened)
    made = table(seen, by, Choice())
    for code in codes:
        for place, key in enumerate(made.columns.keys):
            behind = passages_of(seen, by, Choice(), code.id, key)
            cell = made.cells.get((code.id, place))
            assert behind is not None
            assert len(behind) == (cell.codings if cell else 0)
    for place, whole in enumerate(made.wholes):
        assert whole.codings == sum(one.codings for (_code, at), one in made.cells.items() if at == place)
    assert passages_of(seen, by, Choice(), codes[0].id, "=Nowhere") is None


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n\t\u00a0\u3000\u2028😀é"))))
def test_words_begin_where_they_stand_between_blanks(text: str) -> None:
    """Offsets are code points; every blank of Unicode parts words, as Python's own do."""
    assert beginnings(text).tolist() == [one.start() for one in re.finditer(r"\S+", text)]


def test_the_page_shows_the_cell_and_opens_it(leads: Client, opened: OpenedStudy, work: Attribute) -> None:
    """House rule 9; a table to take away says what each number is a share of."""
    group = Source.objects.get(title="Group 1")
    code = make.code(opened.study, "What helps")
    make.coding(code, group, *words("helps a lot.\nP2: Not being"))
    query = f"?by=people:{work.id}"
    address = reverse("inquiry:matrix", args=[opened.study.id])
    with asked() as statements:
        page = leads.get(address + query).content.decode()
    assert len(statements) <= 30
    assert "2 of 2 people" in page
    assert "not stated" in page
    cell = next(part.split('"')[0] for part in page.split('href="') if "matrix/cell/" in part)
    with asked() as further:
        shown = leads.get(cell.replace("&amp;", "&")).content.decode()
    assert len(further) <= 25
    assert "Words of Maple" in shown
    assert "Words of Rowan" in shown
    assert "2 passages" in shown
    rows = list(
        csv.DictReader(io.StringIO(leads.get(address + "table.csv" + query).content.decode("utf-8-sig")))
    )
    assert [(one["column"], one["passages"], one["people"], one["of so many"]) for one in rows] == [
        ("Nurse", "2", "2", "2"), ("Peer worker", "0", "0", "1"), ("not stated", "0", "0", "1"),
    ]  # fmt: skip


def test_who_withdrew_is_in_no_column(opened: OpenedStudy, work: Attribute) -> None:
    """inquiry 28: neither counted nor among those who could be."""
    code: Code = make.code(opened.study)
    make.coding(code, Source.objects.get(title="Group 1"), *words("The garden."))
    Participant.objects.filter(pseudonym="Hazel").update(withdrew_on="2026-01-01")
    made = table(everything(opened.study), By(Of.PEOPLE, work.id), Choice())
    assert made.columns.names == ("Nurse", "")
    assert made.cells == {}
    assert made.left_out == 1


@pytest.mark.parametrize("query", ["?by=x", "?by=people:x", "?by=texts:00000000-0000-0000-0000-000000000001"])
def test_an_address_that_makes_no_sense_shows_something_sensible(
    leads: Client, opened: OpenedStudy, query: str
) -> None:
    """Nobody is shown a fault because of an address that was typed or cut."""
    make.coding(make.code(opened.study), make.source(opened.study), 3, 9)
    address = reverse("inquiry:matrix", args=[opened.study.id])
    assert leads.get(address + query).status_code == 200
    assert leads.get(address + "cell/" + query).status_code == 404
