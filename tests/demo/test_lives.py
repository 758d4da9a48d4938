"""The made-up people: safe to show, true to the rules of the record, and different from each other."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ownwords.demo import reading
from ownwords.demo.lives import test_numbers as numbers_for_tests
from ownwords.people.method import nhs_number
from ownwords.record.method.tools import tags

BANNED = (
    "service user", "non-compliant", "noncompliant", "failed to attend", "discharged", "dropped out", "manipulative",
)  # fmt: skip
DRAMA = re.compile(r"^(01632 960\d{3}|07700 900\d{3})$")
PEOPLE = reading.people()
SAYINGS = [(person, saying) for person in PEOPLE for saying in person["say"]]


def _texts(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        return [text for value in part.values() for text in _texts(value)]
    if isinstance(part, list):
        return [text for value in part for text in _texts(value)]
    return []


def test_there_are_about_seventy_people_in_six_teams() -> None:
    """The demonstration service: two trusts' worth of three teams, about 70 people."""
    assert 70 <= len(PEOPLE) <= 80
    assert len({person["team"] for person in PEOPLE}) == 6


def test_no_banned_word_stands_anywhere_in_the_data() -> None:
    """DESIGN house rule 3 and the look: some words are in no string."""
    everything = " ".join(_texts([reading.service(), PEOPLE])).lower()
    assert [word for word in BANNED if word in everything] == []


def test_every_telephone_number_is_one_that_nobody_has() -> None:
    """Only the ranges that Ofcom keeps for drama."""
    phones = [person["phone"] for person in PEOPLE if "phone" in person]
    phones += [team["phone"] for team in reading.service()["team"]]
    spaced = [phone if " " in phone else f"{phone[:5]} {phone[5:]}" for phone in phones]
    assert [phone for phone in spaced if not DRAMA.match(phone)] == []
    assert len(set(phones)) == len(phones)


def test_every_mail_address_belongs_to_nobody() -> None:
    """Only example.org."""
    addresses = [text for text in _texts([reading.service(), PEOPLE]) if "@" in text]
    assert [address for address in addresses if not address.endswith("@example.org")] == []


def test_every_nhs_number_is_valid_and_from_the_range_for_tests() -> None:
    """Platform: no number that somebody could have."""
    numbers = numbers_for_tests()
    assert len(set(numbers)) == len(numbers) >= len(PEOPLE)
    assert all(nhs_number.is_valid(number) and nhs_number.is_test_number(number) for number in numbers)


def test_every_person_has_a_voice() -> None:
    """No two entries hold the same words."""
    words = Counter(saying["words"] for _person, saying in SAYINGS)
    assert [text for text, times in words.items() if times > 1] == []


def test_everybody_has_said_something_and_fifteen_have_said_a_lot() -> None:
    """At least 12 people in depth, the others with four entries or more."""
    lengths = [len(person["say"]) for person in PEOPLE]
    assert min(lengths) >= 4
    assert sum(length >= 15 for length in lengths) >= 12


def test_every_tag_is_one_that_the_record_knows() -> None:
    """RS-10: tags are from the list, or in own words beside it."""
    known = {tag.key for tag in tags().tags}
    assert {tag for _person, saying in SAYINGS for tag in saying.get("tags", [])} <= known


@pytest.mark.parametrize(
    ("name", "kinds"), [("uses", {"strength"}), ("why_links", {"matters", "people", "identity", "meaning"})]
)
def test_goals_rest_on_what_goals_may_rest_on(name: str, kinds: set[str]) -> None:
    """Refocus 1.7: strengths used are strengths, and why it matters is something that matters."""
    for person in PEOPLE:
        named = {saying["key"]: saying["kind"] for saying in person["say"] if "key" in saying}
        assert {named[key] for saying in person["say"] for key in saying.get(name, [])} <= kinds, person[
            "key"
        ]


def test_no_goal_is_looked_at_later_than_in_four_weeks() -> None:
    """Refocus 1.7: an active goal is looked at again within four weeks."""
    assert all(saying.get("review", 0) <= 28 for _person, saying in SAYINGS)


def test_a_key_that_nobody_reads_is_refused() -> None:
    """A misspelt key in a data file is a mistake, not a wish."""
    with pytest.raises(reading.WrongData, match="wrods"):
        reading._check({"key": "x", "say": [{"kind": "note", "wrods": "?"}]})
