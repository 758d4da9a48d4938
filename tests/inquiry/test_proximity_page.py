"""Codes near one another: the page, the table and the command give what looking at each pair gives."""

from __future__ import annotations

import csv
import io
import json
import random
from contextlib import nullcontext
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.cli.inquiry import query
from ownwords.cli.words import run_in_words
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.proximity import Near, Unit, near_one_another
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
TURNS = [(0, 22), (23, 78), (79, 96)]


@pytest.fixture
def some(opened: OpenedStudy) -> list[Coding]:
    """Forty codings of two codes on three texts, an empty one among them."""
    dice = random.Random(7)
    texts = [make.source(opened.study, title=f"Interview {n}", position=n) for n in range(3)]
    codes = [make.code(opened.study, name) for name in ("Dog", "Heard")]
    made = {}
    for _ in range(40):
        start = dice.randrange(0, 90)
        span = (start, min(start + dice.choice((2, 6, 20)), len(make.WORDS)))
        code, text = dice.choice(codes), dice.choice(texts)
        made[code.id, text.id, *span] = (code, text, *span)
    found = [make.coding(*one) for one in made.values()]
    make.coding(codes[0], texts[0], 30, 30)
    return found


def apart(one: Coding, other: Coding, unit: Unit) -> int:
    """How far two passages are from one another, said as plainly as one can."""
    if unit is Unit.CHARACTERS:
        return max(0, one.start - other.end, other.start - one.end)
    turns = [{n for n, (a, b) in enumerate(TURNS) if x.start < b and a < x.end} for x in (one, other)]
    return min((abs(a - b) for a in turns[0] for b in turns[1]), default=99)


@pytest.mark.parametrize(
    ("unit", "within"), [(Unit.CHARACTERS, 0), (Unit.CHARACTERS, 9), (Unit.TURNS, 0), (Unit.TURNS, 1)]
)
def test_pairs_equal_a_count_by_hand(
    opened: OpenedStudy, some: list[Coding], unit: Unit, within: int
) -> None:
    """inquiry 14: within n characters or turns, never over the end of a text."""
    first, second = (next(one.code_id for one in some if one.code.name == name) for name in ("Dog", "Heard"))
    answer = near_one_another(seen_by_viewer(opened), Near(first, second, within, unit))
    wanted = {}
    for one in some:
        if one.code_id != first:
            continue
        away = [
            apart(one, each, unit)
            for each in some
            if each.code_id == second and each.source_id == one.source_id
        ]
        if away and min(away) <= within:
            wanted[one.id] = min(away)
    assert {pair.one: pair.apart for pair in answer.pairs} == wanted
    known = {one.id: one for one in some}
    assert all(apart(known[pair.one], known[pair.other], unit) == pair.apart for pair in answer.pairs)
    assert answer.of == sum(one.code_id == first for one in some)


def test_the_page_lists_pairs_with_both_passages_and_hands_out_the_same_as_a_table(
    leads: Client, opened: OpenedStudy, some: list[Coding]
) -> None:
    """inquiry 14: page and CSV say the same; few statements."""
    first, second = (next(one.code_id for one in some if one.code.name == name) for name in ("Dog", "Heard"))
    near = Near(first, second, 30)
    answer = near_one_another(seen_by_viewer(opened), near)
    address = reverse("inquiry:proximity", args=[opened.study.id])
    said = urlencode({"first": first, "second": second, "within": 30, "unit": "characters"})
    leads.get(f"{address}?{said}")
    with asked() as statements:
        page = leads.get(f"{address}?{said}").content.decode()
    assert f"Of {answer.of} passages of “Dog”, {len(answer.pairs)} have" in page
    assert page.count('class="inq-pair"') == min(20, len(answer.pairs))
    assert len([one for one in statements if '"inquiry_' in one]) <= 10
    table = leads.get(reverse("inquiry:proximity_file", args=[opened.study.id]) + f"?{said}")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [int(row[-1]) for row in rows[1:]] == [pair.apart for pair in answer.pairs]


def test_the_page_asks_for_two_different_codes(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 14: what makes no sense is said, not guessed."""
    code = make.code(opened.study)
    address = reverse("inquiry:proximity", args=[opened.study.id])
    assert "Choose two codes." in leads.get(address).content.decode()
    same = leads.get(f"{address}?first={code.id}&second={code.id}&within=-1&unit=miles").content.decode()
    assert "Choose two different codes." in same
    other = make.code(make.study(make.researcher(make.make.organisation())))
    assert leads.get(f"{address}?first={code.id}&second={other.id}").status_code == 404
    assert leads.get(reverse("inquiry:proximity_file", args=[opened.study.id])).status_code == 404


def test_the_command_line_gives_the_same(
    opened: OpenedStudy,
    some: list[Coding],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """inquiry 14: `ownwords inquiry query STUDY proximity`."""
    monkeypatch.setattr("ownwords.cli.runtime.django_database", nullcontext)
    study = str(opened.study.id)
    asked_for = [
        study,
        "proximity",
        "--first",
        "Dog",
        "--second",
        "Heard",
        "--within",
        "1",
        "--unit",
        "turns",
        "--json",
    ]
    assert run_in_words(query.command, asked_for) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    first, second = (next(one.code_id for one in some if one.code.name == name) for name in ("Dog", "Heard"))
    found = near_one_another(seen_by_viewer(opened), Near(first, second, 1, Unit.TURNS)).pairs
    assert [(row["passage"], row["apart"]) for row in rows] == [(str(pair.one), pair.apart) for pair in found]
    assert run_in_words(query.command, [study, "proximity", "--first", "Dog"]) != 0
    assert run_in_words(query.command, [study, "proximity", "--first", "Dog", "--second", "Dog"]) != 0
