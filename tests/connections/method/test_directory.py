"""Reading records of Open Referral: sound ones whole, unsound ones told, and nothing trusted at any depth."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.connections.method.directory import document, text
from ownwords.connections.method.directory.document import Header, Item
from ownwords.connections.method.directory.gathering import Notes, gather
from ownwords.connections.method.directory.remarks import Remark, Weight
from ownwords.connections.method.directory.rows import is_free, is_step_free, row_of
from ownwords.connections.method.directory.services import as_record, read_service
from ownwords.connections.method.times import Freq, Weekday

AT = ("service_at_locations", 0, "location")
WHERE = "service_at_locations[0].location"
BASE: dict[str, Any] = {
    "id": "s1", "name": "Shed", "description": "Woodwork.", "status": "active", "email": "a@example.org",
    "organization": {"id": "o1", "name": "Trust", "description": "x"},
    "schedules": [{"id": "t1", "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}],
    "service_at_locations": [{"id": "l1", "location": {
        "id": "p1", "location_type": "physical", "latitude": 53.8, "longitude": -1.7,
        "addresses": [{"address_1": "1 Hill Road", "city": "Bradford", "postal_code": "BD1 1AA"}]}}],
    "phones": [{"number": "01632 960 001", "extension": 4}],
    "cost_options": [{"option": "Everybody", "amount": 2.5}],
    "attributes": [{"taxonomy_term": {"term": "Woodwork", "code": "w"}}],
    "languages": [{"id": "1"}, {"name": "Urdu"}],
    "service_areas": [{"name": "Bradford"}],
    "minimum_age": 18,
}  # fmt: skip


def changed(*path: Any, to: Any) -> dict[str, Any]:
    """The base record with the value at a path changed."""
    made = deepcopy(BASE)
    inner: Any = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return made


def paths(read: Any) -> set[str]:
    """Where something was remarked."""
    return {one.path for one in read.remarks if one.weight is not Weight.NOTE}


def test_a_sound_record_is_read_whole() -> None:
    """connecting 3.3: organisation, places, times, costs, words of kinds, languages, areas."""
    read = read_service(BASE, "contents[0]", "hsds-3")
    assert read.remarks == ()
    found = read.service
    assert found is not None
    assert found.organization is not None
    assert found.organization.name == "Trust"
    assert found.schedules[0].rule is not None
    assert (found.schedules[0].rule.freq, found.schedules[0].rule.days) == (Freq.WEEKLY, (Weekday(1),))
    assert found.locations[0].addresses[0].postal_code == "BD1 1AA"
    assert (found.phones[0].number, found.phones[0].extension) == ("01632 960 001", "4")
    assert [one.name for one in found.terms] == ["Woodwork"]
    assert [one.name for one in found.languages] == ["Urdu"]


def test_fields_that_the_uk_profile_dropped_are_used_and_noted() -> None:
    """connecting 3.3: UK drops phones; a number to ring helps wherever it stands."""
    read = read_service(BASE, "", "oruk-3")
    assert read.service is not None
    assert read.service.phones
    assert [(one.path, one.weight) for one in read.remarks] == [("phones", Weight.NOTE)]


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (changed("email", to="not an address"), "email"),
        (changed("url", to="www.example.org"), "url"),
        (changed("url", to="javascript:alert(1)"), "url"),
        (changed("status", to="open"), "status"),
        (changed("status", to=["active"]), "status"),
        (changed("organization", to=[]), "organization"),
        (changed("organization", "name", to=None), "organization.name"),
        (changed("schedules", to={"a": 1}), "schedules"),
        (changed("schedules", 0, to="Tuesdays"), "schedules[0]"),
        (changed("schedules", 0, "opens_at", to="3pm"), "schedules[0].opens_at"),
        (changed("schedules", 0, "dtstart", to="0001-01-01"), "schedules[0].dtstart"),
        (changed("schedules", 0, "dtstart", to="2026-02-30"), "schedules[0].dtstart"),
        (changed("schedules", 0, "valid_to", to=20260101), "schedules[0].valid_to"),
        (changed(*AT, to="here"), WHERE),
        (changed(*AT, "latitude", to=100), f"{WHERE}.latitude"),
        (changed(*AT, "latitude", to="53.8"), f"{WHERE}.latitude"),
        (changed(*AT, "latitude", to=None), WHERE),
        (changed(*AT, "addresses", 0, to=None), f"{WHERE}.addresses[0]"),
        (changed("cost_options", 0, "amount", to="2.50"), "cost_options[0].amount"),
        (changed("cost_options", 0, "amount", to=-1), "cost_options[0].amount"),
        (changed("phones", 0, "number", to="ring the bell"), "phones[0].number"),
        (changed("minimum_age", to=1e400), "minimum_age"),
        (changed("minimum_age", to=True), "minimum_age"),
        (changed("attributes", 0, "taxonomy_term", to=7), "attributes[0].taxonomy_term"),
        (changed("description", to=["a", "b"]), "description"),
        (changed("description", to="x" * 100_000), "description"),
    ],
)  # fmt: skip
def test_what_is_unsound_costs_itself_and_says_where(made: dict[str, Any], path: str) -> None:
    """connecting R18: each fault with its path and a reason; the service loads."""
    read = read_service(made, "", "hsds-3")
    assert read.service is not None
    assert path in paths(read)
    assert all(
        (one.reason.endswith(".") and one.reason[0].isupper()) or one.reason[0] in "“0"
        for one in read.remarks
    )


@pytest.mark.parametrize(
    "made",
    [
        None, 7, [], "a", {}, {"id": "x"}, {"name": "x"}, {"id": 7, "name": "x"}, {"id": "", "name": "x"},
        {"id": "x" * 201, "name": "y"}, {"id": "a\x00", "name": "y"}, {"id": "x", "name": {"en": "y"}},
        {"id": "x", "name": "<p></p>"}, {"id": "x", "name": " \n "},
    ],
)  # fmt: skip
def test_a_record_without_id_or_name_is_refused_with_a_reason(made: Any) -> None:
    """connecting R18: a missing name."""
    read = read_service(made, "contents[3]")
    assert read.service is None
    assert any(one.weight is Weight.REFUSED and one.path.startswith("contents[3]") for one in read.remarks)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=15),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
PLACES = [
    (), ("name",), ("organization",), ("organization", "id"), ("schedules",), ("schedules", 0),
    ("schedules", 0, "byday"),    ("service_at_locations",), AT, (*AT, "addresses"),
    (*AT, "accessibility"), ("attributes",), ("attributes", 0, "taxonomy_term"),
    ("cost_options", 0), ("phones",), ("phones", 0, "extension"), ("languages", 0), ("strange",), ("confidential",),
    (*AT, "external_identifier"), ("contacts",), ("last_modified",),
]  # fmt: skip


@settings(max_examples=300)
@given(st.sampled_from(PLACES), JSON)
def test_anything_at_any_depth_is_read_or_told_and_what_was_read_can_be_read_again(
    path: tuple[Any, ...], to: Any
) -> None:
    """Bad input: never trust anything. What is kept is JSON, and read again it is the same service."""
    read = read_service(changed(*path, to=to) if path else to, "x", "hsds-3")
    if read.service is None:
        assert any(one.weight is Weight.REFUSED for one in read.remarks)
        return
    row = row_of(read.service)
    again = read_service(json.loads(row.record), "", "hsds-3")
    assert again.service is not None
    assert row_of(again.service).digest == row.digest
    assert "\x00" not in row.record
    row.record.encode("utf-8")


def test_a_sensitive_place_holds_town_and_district_alone() -> None:
    """connecting R21: whatever says so: the place, the join, the address, or the service."""
    for path in (
        ("confidential",),
        ("service_at_locations", 0, "confidential"),
        ("service_at_locations", 0, "location", "is_confidential"),
        ("service_at_locations", 0, "location", "addresses", 0, "mask_exact_address"),
    ):
        made = changed(*path, to=True)
        made["service_at_locations"][0]["location"]["what3words"] = "made.up.words"
        found = read_service(made).service
        assert found is not None
        record = json.dumps(as_record(found))
        assert found.locations[0].sensitive
        assert all(exact not in record for exact in ("Hill Road", "1AA", "53.8", "made.up"))
        assert "BD1" in record
    withheld = changed(
        "service_at_locations", 0, "location", "addresses", 0, "address_1", to="Address confidential"
    )
    found = read_service(withheld).service
    assert found is not None
    assert found.locations[0].sensitive


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("a<br>b", "a\nb"),
        ("<script>alert(1)</script>hello", "hello"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;x", "x"),
        ("Tom &amp; Jo", "Tom & Jo"),
        ("fewer than < 5 & more", "fewer than < 5 & more"),
        ("<img src=x onerror=alert(1)>", ""),
        ("a\x00b\u202ec", "abc"),
    ],
)
def test_html_becomes_plain_text(given: str, plain: str) -> None:
    """connecting R18: text is cleaned."""
    assert text.plain(given)[0] == plain


@given(st.text(alphabet="<>&;/scriptbamp lg\"'=!-?\n", max_size=60))
def test_cleaning_once_is_cleaning_enough(given: str) -> None:
    """What is clean stays as it is, and holds no element."""
    once = text.plain(given)[0]
    assert text.plain(once)[0] == once
    assert "<script" not in once.casefold()


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        ('{"total_items": 2, "contents": [{"id": 1}, {"id": 2}], "size": 2}', ["contents[0]", "contents[1]"]),
        ('[{"id": 1}, {"id": 2}]', ["[0]", "[1]"]),
        ('{"id": 1}', [""]),
        ('{"id": 1}\n{"id": 2}\n\n{"id": 3}\n', ["line 1", "line 2", "line 4"]),
        ('\ufeff {\n "id": 1 }', [""]),
    ],
)
def test_every_shape_of_a_feed_is_found(written: str, paths: list[str]) -> None:
    """A page, a list, one service, one service a line."""
    assert [one.path for one in document.items(written) if isinstance(one, Item)] == paths


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "empty"), ("  \n", "empty"), ("<!DOCTYPE html><html>", "html"), ("<xml/>", "xml"), ("hello", "not_json"),
        ("[1, 2", "not_json"), ('[{"a": NaN}]', "not_json"), ("[" * 200_000, "too_deep"),
        ('{"a": ' * 50_000, "too_deep"),
        ('[1] [2]', "not_json"), ('{"contents": 3}', "wrong_type"), ('{"a" 1}', "not_json"),
        ("[" + "9" * 5_000 + "]", "not_json"),
        ('{"id": 1}\n{"id": \n{"id": 3}', "not_json"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told(written: str, kind: str) -> None:
    """Bad input: depth, numbers without an end, halves, HTML."""
    assert kind in {one.kind for one in document.items(written) if isinstance(one, Remark)}


@given(st.text(alphabet='{}[]",:0123456789aeinlrtuscof \n\\', max_size=80))
def test_any_text_is_walked_to_its_end(written: str) -> None:
    """Bad input: no text breaks the reader."""
    for one in document.items(written):
        assert isinstance(one, Item | Header | Remark)


def test_a_broken_line_costs_itself() -> None:
    """One service a line."""
    notes = Notes()
    lines = [json.dumps({**BASE, "id": f"s{n}"}) for n in range(3)]
    found = list(
        gather(document.items("\n".join([lines[0], "{broken", lines[1], lines[2]])), "oruk-3", notes)
    )
    assert [one.external_id for one in found] == ["s0", "s1", "s2"]


@pytest.mark.parametrize(
    ("costs", "fees", "free"),
    [
        ([{"amount": 0}], "", True),
        ([{"amount": 0}, {"amount": 2}], "", False),
        ([{"option": "Free"}], "", True),
        ([{"option": "Free for members, 3 pounds for others"}], "", False),
        ([], "Free of charge.", True),
        ([], "", False),
        ([], "Feel free to ask", False),
    ],
)
def test_free_is_what_a_feed_says_is_free(costs: list[Any], fees: str, free: bool) -> None:
    """No guess: a price of 0, or the word alone."""
    found = read_service({**BASE, "cost_options": costs, "fees_description": fees}).service
    assert found is not None
    assert is_free(found) is free


@pytest.mark.parametrize(
    ("said", "yes"),
    [("Step-free from the street", True), ("Wheelchair accessible", True), ("No step-free access", False),
     ("Not wheelchair accessible", False), ("Ramp", False), ("", False)],
)  # fmt: skip
def test_step_free_is_said_and_not_taken_back(said: str, yes: bool) -> None:
    """No guess from other words."""
    found = read_service({**BASE, "accessibility": [{"description": said}]}).service
    assert found is not None
    assert is_step_free(found) is yes
