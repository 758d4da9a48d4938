"""Which codes meet, from the page: as many as a count by hand says, each number open to its passages."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from itertools import combinations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.models import Code, Coding
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import everything, seen_by_viewer
from ownwords.inquiry.queries.cooccurrence import Meeting, pairs, passages_of
from ownwords.people.models import Account
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
TURNS = [(0, 22), (23, 78), (79, 96)]


@pytest.fixture
def some(opened: OpenedStudy) -> list[Coding]:
    """Sixty codings of five codes on three texts, an empty one among them."""
    dice = random.Random(5)
    texts = [make.source(opened.study, title=f"Interview {n}", position=n) for n in range(3)]
    codes = [make.code(opened.study, f"Code {n}") for n in range(5)]
    made = {}
    for _ in range(60):
        start = dice.randrange(0, 90)
        span = (start, min(start + dice.choice((3, 10, 25)), len(make.WORDS)))
        code, text = dice.choice(codes), dice.choice(texts)
        made[code.id, text.id, *span] = (code, text, *span)
    found = [make.coding(*one) for one in made.values()]
    make.coding(codes[0], texts[0], 30, 30)
    return found


def near(one: Coding, other: Coding, kind: Kind) -> bool:
    """Whether two codings meet, said as plainly as one can."""
    if one.source_id != other.source_id:
        return False
    turns = [{n for n, (a, b) in enumerate(TURNS) if x.start < b and a < x.end} for x in (one, other)]
    gap = max(one.start, other.start) - min(one.end, other.end)
    return {
        Kind.OVERLAP: gap < 0,
        Kind.EXACT: (one.start, one.end) == (other.start, other.end),
        Kind.WITHIN: gap <= 4,
        Kind.TURN: bool(turns[0] & turns[1]),
        Kind.DOCUMENT: True,
    }[kind]


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.INSIDE])
def test_counts_are_those_of_a_count_by_hand_and_open_their_pairs(
    opened: OpenedStudy, some: list[Coding], kind: Kind
) -> None:
    """inquiry 14."""
    expected = Counter(
        frozenset((one.code_id, other.code_id))
        for one, other in combinations(some, 2)
        if near(one, other, kind)
    )
    meeting = Meeting(kind, 4 if kind is Kind.WITHIN else 0)
    found = pairs(seen_by_viewer(opened), meeting)
    assert {frozenset((one.first, one.second)): one.count for one in found} == expected
    assert [one.count for one in found] == sorted(expected.values(), reverse=True)
    for one in found[:5]:
        number, behind = passages_of(
            seen_by_viewer(opened), meeting, (one.first, one.second), first=0, most=5000
        )
        assert number == one.count == len(set(map(frozenset, behind)))
        known = {each.id: each for each in some}
        assert all(near(known[a], known[b], kind) for a, b in behind)
        assert {(known[a].code_id, known[b].code_id) for a, b in behind} == {(one.first, one.second)}


def test_inside_says_which_lies_in_which(opened: OpenedStudy) -> None:
    """inquiry 14: the only way of meeting in which order matters; what touches does not overlap."""
    text = make.source(opened.study)
    inner, outer = make.code(opened.study, "Dog"), make.code(opened.study, "Walking")
    make.coding(inner, text, 30, 40)
    make.coding(outer, text, 25, 50)
    make.coding(outer, text, 40, 45)
    found = pairs(seen_by_viewer(opened), Meeting(Kind.INSIDE))
    assert [(one.first, one.second, one.count) for one in found if one.first != one.second] == [
        (inner.id, outer.id, 1)
    ]
    over = pairs(seen_by_viewer(opened), Meeting(Kind.OVERLAP))
    assert {(one.count) for one in over} == {1}


def test_codes_are_chosen_by_branch_by_use_and_one_by_one(opened: OpenedStudy, some: list[Coding]) -> None:
    """A branch is a code with all below it; the most used are those with the most passages."""
    codes = list(Code.objects.order_by("name"))
    Code.objects.filter(pk__in=[codes[1].id, codes[2].id]).update(parent=codes[0])
    analysed = everything(opened.study)

    def met(choice: Choice) -> set[object]:
        return {
            code
            for one in pairs(analysed, Meeting(Kind.DOCUMENT, choice=choice))
            for code in (one.first, one.second)
        }

    assert met(Choice(branch=codes[0].id)) == {one.id for one in codes[:3]}
    assert met(Choice(chosen=[codes[3].id])) == {codes[3].id}
    used = Counter(one.code_id for one in some).most_common()
    assert met(Choice(most=2)) <= {code for code, number in used if number >= used[1][1]}
    assert met(Choice(coder=opened.study.id)) == set()


def test_the_page_leads_from_a_number_to_the_words(leads: Client, opened: OpenedStudy) -> None:
    """House rule 9: two clicks to the words; the table can be taken away; queries do not grow with pairs."""
    text = make.source(opened.study)
    one, other = make.code(opened.study, "Dog"), make.code(opened.study, "=Walking")
    make.coding(one, text, 47, 54)
    make.coding(other, text, 27, 61)
    address = reverse("inquiry:cooccurrence", args=[opened.study.id])
    with asked() as statements:
        page = leads.get(address).content.decode()
    assert len(statements) <= 25
    link = page.split('href="')
    pair = next(part.split('"')[0] for part in link if "co-occurrence/pair/" in part).replace("&amp;", "&")
    with asked() as further:
        shown = leads.get(pair).content.decode()
    assert len(further) <= 25
    assert shown.count("inq-pair") == 1
    assert make.WORDS[27:61] in shown
    table = leads.get(reverse("inquiry:cooccurrence_file", args=[opened.study.id]))
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert {rows[1][0], rows[1][1]} == {"Dog", "'=Walking"}
    assert rows[1][2:] == ["1", "1"]


@pytest.mark.parametrize(
    "query",
    ["?kind=x&codes=y&code=z&coder=q&page=0&within=-3", "?kind=within&within=abc&page=999", "?codes=chosen"],
)
def test_an_address_that_makes_no_sense_is_taken_for_the_usual(
    leads: Client, opened: OpenedStudy, query: str
) -> None:
    """Nobody is shown a fault because of an address that was typed or cut."""
    address = reverse("inquiry:cooccurrence", args=[opened.study.id])
    assert leads.get(address + query).status_code == 200
    assert leads.get(address + "pair/" + query).status_code == 404


def test_in_a_blind_study_what_is_hidden_is_in_no_number(
    opened: OpenedStudy, codes: Client, coder: Account
) -> None:
    """inquiry 22: by any page."""
    opened.study.blind = True
    opened.study.save(update_fields=["blind"])
    text = make.source(opened.study)
    for name in ("Dog", "Walking"):
        make.coding(make.code(opened.study, name), text, 27, 61)
    page = codes.get(reverse("inquiry:cooccurrence", args=[opened.study.id])).content.decode()
    assert "No two of these codes meet" in page
    assert list(pairs(seen_by_viewer(make.opened_by(coder, opened.study)), Meeting())) == []
    assert len(pairs(everything(opened.study), Meeting())) == 1
