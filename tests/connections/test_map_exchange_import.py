"""Bringing a map in: looked at first, then kept whole or not at all; blank stays blank; taken off again at once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ownwords.connections.actions import map_exchange
from ownwords.connections.forms import map_exchange as map_forms
from ownwords.connections.models import MapItem, MapLink, MapStep, PersonMap
from ownwords.ledger.models import Act, Link
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.connections.map_files import carried, draw_small_map, look_at, say_yes, taken_away
from tests.connections.map_parts import agree, asked, at, key, looked, put, text
from tests.connections.method.test_exchange_uploads import BAD, CANVAS, zipped
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
FIELDS = (
    "words", "what", "relations", "ring", "angle", "helps", "gives_me", "i_give", "note",
    "ended_on", "ended_as", "ended_words",
)  # fmt: skip
TWO = (
    b"\xef\xbb\xbfegoID,alterID,name,ring\n1,a,Ann,1\n1,b,Bo,\n",
    b"egoID,Source,Target\n1,a,b\n",
)
TABLES = zipped({"items.csv": TWO[0], "ties.csv": TWO[1]})
GRAPHS = (
    b'<graphml><key id="n" for="node" attr.name="name"/>'
    b'<graph id="first"><node id="1"><data key="n">Ann</data></node></graph>'
    b'<graph id="second"><node id="1"><data key="n">Bo</data></node><node id="2"><data key="n">Cy</data></node>'
    b'<edge source="1" target="2"/></graph></graphml>'
)


@pytest.fixture
def kim() -> Person:
    """Somebody else, with an empty map."""
    return make.person(called="Kim")


@pytest.fixture
def kims(kim: Person) -> Client:
    """Kim, signed in."""
    return client_for((kim.account, "person"))


def names(person: Person) -> list[str]:
    """Return what stands on a map, over or not."""
    rows = MapItem.objects.filter(person=person, removed_at__isnull=True).order_by("created_at", "id")
    return list(rows.values_list("words", flat=True))


def stands(person: Person) -> dict[str, Any]:
    """Return what is said of everything on a map, and who is linked, by name."""
    rows = MapItem.objects.filter(person=person, removed_at__isnull=True).order_by("created_at", "id")
    links = MapLink.objects.filter(person=person, unlinked_at__isnull=True).select_related("one", "other")
    return {
        "items": [tuple(getattr(row, name) for name in FIELDS) for row in rows],
        "links": {frozenset((link.one.words, link.other.words)) for link in links},
        "asked": PersonMap.objects.filter(person=person, links_asked_on__isnull=False).exists(),
    }


@pytest.mark.parametrize("form", ["csv", "graphml"])
def test_a_map_taken_away_and_brought_in_elsewhere_is_the_same_map(
    sam: Person, own: Client, kim: Person, kims: Client, form: str
) -> None:
    """connecting R23: size, ties, rings, angles, blanks, endings and notes: everything comes back as it was."""
    draw_small_map(sam)
    shown = look_at(kims, kim, f"map.{form}", taken_away(own, sam, form))
    assert "5 on the map" in shown
    assert "2 links among them" in shown
    assert "1 of them is over" in shown
    assert names(kim) == []
    assert say_yes(kims, kim, shown).status_code == 303
    assert stands(kim) == stands(sam)
    assert len(stands(kim)["items"]) == 5
    assert set(agree(kims, kim).values()) == {"1", "3", "none"}


def test_nothing_is_kept_before_somebody_says_yes_and_blank_stays_not_stated(
    sam: Person, own: Client
) -> None:
    """connecting R4, R23: a preview with counts and what was left blank; nothing preset."""
    shown = look_at(own, sam, "map.zip", TABLES)
    assert "the ring: not stated for 1" in shown
    assert "whether it gives something: not stated for 2" in shown
    assert not MapItem.objects.exists()
    assert not Act.objects.filter(verb="map_imported").exists()
    say_yes(own, sam, shown)
    bo = MapItem.objects.get(words="Bo")
    assert (bo.what, bo.relations, bo.ring, bo.angle, bo.helps, bo.gives_me) == ("", [], None, None, "", None)
    assert Act.objects.get(verb="map_imported").about_id == sam.id


def test_network_canvas_asks_which_session_and_keeps_blank_as_not_stated(sam: Person, own: Client) -> None:
    """connecting R23, 3.1: several sessions in one file are told one by one; none is taken without a word."""
    which = look_at(own, sam, "canvas.zip", zipped(CANVAS))
    assert [name for name in ("P01: 3", "P02: 1", "P03: 0") if name not in which] == []
    assert "checked" not in which
    sent = {"seal": carried(which)["seal"]}
    assert own.post(at("map_import", sam), sent).status_code == 422
    assert own.post(at("map_import", sam), {**sent, "which": "9"}).status_code == 422
    shown = text(own.post(at("map_import", sam), {**sent, "which": "0"}))
    assert "There is no place on the map for these columns" in shown
    say_yes(own, sam, shown)
    rows = MapItem.objects.order_by("created_at", "id")
    assert [(one.words, one.what, one.ring, one.gives_me) for one in rows] == [
        ("Al", "person", None, None),
        ("Bo", "person", None, None),
        ("Library", "place", None, None),
    ]
    assert len(stands(sam)["links"]) == 2


@pytest.mark.parametrize(
    ("which", "kept"), [("0", ["Ann"]), ("1", ["Bo", "Cy"]), ("all", ["Ann", "Bo", "Cy"])]
)
def test_graphml_with_two_graphs_brings_one_or_both_never_one_without_a_word(
    sam: Person, own: Client, which: str, kept: list[str]
) -> None:
    """connecting R23: the person chooses; both can come in, side by side."""
    page = look_at(own, sam, "two.graphml", GRAPHS)
    assert "This file holds several maps" in page
    assert "All 2, side by side" in page
    shown = text(own.post(at("map_import", sam), {"seal": carried(page)["seal"], "which": which}))
    assert say_yes(own, sam, shown).status_code == 303
    assert names(sam) == kept


@pytest.mark.parametrize(("name", "content"), [one[:2] for one in BAD], ids=[one[0] for one in BAD])
def test_a_hostile_or_damaged_file_is_refused_on_the_page_and_nothing_is_kept(
    sam: Person, own: Client, name: str, content: bytes
) -> None:
    """connecting R23: a clear answer with its place; 422, and an empty map."""
    shown = look_at(own, sam, name, content, status=422)
    assert "Nothing of it was kept" in shown or "Choose a file" in shown
    assert not MapItem.objects.exists()


def test_fifty_megabytes_are_dropped_while_they_arrive_and_touch_no_disk(
    sam: Person, own: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """connecting R23: too large, in words; no temporary file, because a map is nobody else's."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shown = look_at(own, sam, "large.csv", b"egoID,alterID\n" + b"1,a\n" * (50 * 2**18), status=422)
    assert "more than 2 MB" in shown
    assert list(tmp_path.iterdir()) == []


def test_no_file_and_two_files_are_refused_in_words(sam: Person, own: Client) -> None:
    """connecting R23: bad input on the page."""
    assert own.post(at("map_import", sam), {}).status_code == 422
    two = [SimpleUploadedFile(f"{n}.csv", TWO[0]) for n in range(2)]
    assert own.post(at("map_import", sam), {"file": two}).status_code == 400
    assert not MapItem.objects.exists()


def test_what_a_page_carries_along_is_for_this_person_and_cannot_be_altered(
    sam: Person, own: Client, kim: Person, kims: Client
) -> None:
    """DESIGN house rule 7: what was shown is what is kept; another's page, an altered or an old one is refused."""
    shown = look_at(own, sam, "map.zip", TABLES)
    seal = carried(shown)["seal"]
    for client, person, sent in ((kims, kim, seal), (own, sam, seal[:-2] + "xx"), (own, sam, "")):
        answer = client.post(at("map_import_keep", person), {"seal": sent, "which": "0"})
        assert answer.status_code == 422
        assert "Choose the file again" in text(answer)
    for which in ("all", "7", "-1", "x", ""):
        assert own.post(at("map_import_keep", sam), {"seal": seal, "which": which}).status_code == 422
    assert not MapItem.objects.exists()


def test_a_page_that_stood_open_too_long_asks_for_the_file_again(
    sam: Person, own: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """platform: what a page carries along is good for some hours."""
    shown = look_at(own, sam, "map.zip", TABLES)
    monkeypatch.setattr(map_forms, "HOURS", -1)
    answer = say_yes(own, sam, shown)
    assert answer.status_code == 422
    assert "stood open for too long" in text(answer)
    assert not MapItem.objects.exists()


def test_the_same_form_sent_twice_keeps_one_map(sam: Person, own: Client) -> None:
    """platform: a double press adds nothing twice."""
    shown = look_at(own, sam, "map.zip", TABLES)
    mark = key()
    assert [say_yes(own, sam, shown, submission=mark).status_code for _ in range(2)] == [303, 422]
    # the second time, names stand there already and the page asks; with an answer it finds what it kept
    assert say_yes(own, sam, shown, submission=mark, same="add").status_code == 303
    assert names(sam) == ["Ann", "Bo"]


def test_names_that_stand_on_the_map_are_asked_about_and_can_be_left_out(sam: Person, own: Client) -> None:
    """connecting R4: no choice is made beforehand; links of the file lead to who stands there."""
    ann = put(sam, "ann", ring=3)
    shown = look_at(own, sam, "map.zip", TABLES)
    assert "this name stands on the map already" in shown
    refused = say_yes(own, sam, shown)
    assert refused.status_code == 422
    assert names(sam) == ["ann"]
    assert say_yes(own, sam, text(refused), same="leave").status_code == 303
    assert names(sam) == ["ann", "Bo"]
    ann.refresh_from_db()
    assert (ann.ring, ann.version) == (3, 1)
    assert stands(sam)["links"] == {frozenset(("ann", "Bo"))}
    again = look_at(own, sam, "map.zip", TABLES)
    nothing = say_yes(own, sam, again, same="leave")
    assert nothing.status_code == 422
    assert "Everything in this file stands on the map already" in text(nothing)
    assert say_yes(own, sam, again, same="add").status_code == 303
    assert names(sam) == ["ann", "Bo", "Ann", "Bo"]


def test_a_fault_in_the_middle_keeps_nothing(
    sam: Person, own: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DESIGN house rule 7: in one transaction: all of it, or nothing."""
    shown = look_at(own, sam, "map.zip", TABLES)

    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(map_exchange, "make_links", breaks)
    with pytest.raises(RuntimeError):
        say_yes(own, sam, shown)
    assert not MapItem.objects.exists()
    assert not MapStep.objects.exists()


def test_what_a_file_brought_is_taken_off_at_once_and_each_can_be_put_back(sam: Person, own: Client) -> None:
    """connecting R6, R23: an import can be undone as a whole; what stood there before stays."""
    put(sam, "Before")
    say_yes(own, sam, look_at(own, sam, "map.zip", TABLES))
    page = looked(own, at("map_import", sam))
    assert "2 of it on the map today" in page
    made = Link.objects.filter(relation="brought in").values_list("from_id", flat=True)[0]
    assert own.get(at("map_import_off", sam, made)).status_code == 303
    assert names(sam) == ["Before", "Ann", "Bo"]
    assert own.post(at("map_import_off", sam, made)).status_code == 303
    assert names(sam) == ["Before"]
    assert "Brought in before" not in looked(own, at("map_import", sam))
    assert own.post(at("map_import_off", sam, made)).status_code == 404
    bo = MapItem.objects.get(words="Bo")
    assert own.post(at("item_restore", sam, bo.id), {"version": bo.version}).status_code == 303
    assert names(sam) == ["Before", "Bo"]


def test_each_item_that_came_in_can_be_undone_like_one_added_by_hand(sam: Person, own: Client) -> None:
    """connecting R6: the last actions can be undone one by one, latest first."""
    say_yes(own, sam, look_at(own, sam, "map.zip", TABLES))
    assert list(MapStep.objects.order_by("number").values_list("number", "did")) == [
        (1, "added"),
        (2, "added"),
        (3, "linked"),
        (4, "asked"),
    ]
    for number in (4, 3, 2):
        assert own.post(at("map_undo", sam), {"version": number}).status_code == 303
    assert names(sam) == ["Ann"]
    assert stands(sam) == {"items": [("Ann", "", [], 1, None, "", None, None, "", None, "", "")],
                           "links": set(), "asked": False}  # fmt: skip


def test_links_are_said_to_be_asked_only_when_the_map_was_empty(sam: Person, own: Client) -> None:
    """connecting R16: of those who stood there before, the file says nothing."""
    put(sam, "Before")
    say_yes(own, sam, look_at(own, sam, "map.zip", TABLES))
    assert not stands(sam)["asked"]


def test_who_sees_what_comes_in_is_asked_and_holds_for_all_of_it(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R3: a whole import can be for the person alone."""
    say_yes(own, sam, look_at(own, sam, "map.zip", TABLES), visibility="me")
    assert set(MapItem.objects.values_list("visibility", flat=True)) == {"me"}
    assert agree(staff, sam) == {}


def test_a_worker_brings_nothing_in_unless_asked_and_sees_only_what_is_theirs_to_see(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R1, R3: 403 and kept; once asked, an "only me" name is not called a double."""
    put(sam, "Ann", visibility="me")
    assert staff.get(at("map_import", sam)).status_code == 403
    for route in ("map_import", "map_import_keep"):
        assert staff.post(at(route, sam), {"file": SimpleUploadedFile("x.zip", TABLES)}).status_code == 403
    assert Act.objects.filter(verb="map_refused").count() == 2
    asked(sam, worker)
    shown = look_at(staff, sam, "map.zip", TABLES)
    assert "stands on the map already" not in shown
    assert say_yes(staff, sam, shown).status_code == 303
    assert Act.objects.get(verb="map_imported").actor_id == worker.id
    assert sorted(names(sam)) == ["Ann", "Ann", "Bo"]


def test_three_hundred_come_in_within_the_patience_of_a_person(sam: Person, own: Client) -> None:
    """DESIGN 4: the largest map that is taken; statements do not grow with it."""
    from tests.queries import asked as statements

    rows = b"".join(b"1,n%d,Name %d,%d\n" % (n, n, n % 3 + 1) for n in range(300))
    ties = b"".join(b"1,n%d,n%d\n" % (n, n + 1) for n in range(299))
    content = zipped(
        {"items.csv": b"egoID,alterID,name,ring\n" + rows, "ties.csv": b"egoID,Source,Target\n" + ties}
    )
    shown = look_at(own, sam, "map.zip", content)
    with statements() as sent:
        assert say_yes(own, sam, shown).status_code == 303
    assert len(sent) <= 40, len(sent)
    assert MapLink.objects.count() == 299
