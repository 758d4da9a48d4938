"""Taking in a directory: sound records load, unsound ones are told, and nothing is half-written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection, transaction

from ownwords.connections.actions import directory_import as importing
from ownwords.connections.actions import directory_sql
from ownwords.connections.actions.directory_import import import_directory
from ownwords.connections.method.directory.document import items
from ownwords.connections.models import DirectoryImport, DirectoryPlace, DirectoryService, DirectorySource
from ownwords.connections.queries.directory import read_details
from ownwords.connections.queries.directory_search import Wanted, search_directory
from ownwords.ledger.models import Act
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.connections.directory_feeds import districts, place, record, service, taken

pytestmark = pytest.mark.django_db


def state() -> list[Any]:
    """Everything that is kept of services."""
    rows = DirectoryService.objects.order_by("external_id").values_list()
    return [list(rows), list(DirectoryPlace.objects.order_by("id").values_list())]


def test_sound_records_load_and_each_unsound_one_is_told_with_path_and_reason() -> None:
    """connecting R18: missing name, absent organisation and schedule, HTML, a bad e-mail, latitude 100."""
    globe = record(id="svc-7")
    place(globe)["latitude"] = 100
    done = taken(
        record(),
        record(id="svc-2", name=None),
        record(id="svc-3", organization=None),
        record(id="svc-4", schedules=None),
        record(id="svc-5", description="<p>Come <b>in</b></p><script>alert(1)</script>"),
        record(id="svc-6", email="nobody at all"),
        globe,
        "a text",
    )
    assert (done.records, done.read, done.refused, done.added) == (8, 6, 2, 6)
    told = {(one.path, one.kind) for one in done.remarks}
    assert told >= {
        ("[1].name", "no_name"),
        ("[2].organization", "no_organisation"),
        ("[3].schedules", "no_schedule"),
        ("[4].description", "html"),
        ("[5].email", "bad_email"),
        ("[6].service_at_locations[0].location.latitude", "out_of_range"),
        ("[7]", "wrong_type"),
    }
    assert all(one.reason.endswith(".") for one in done.remarks)
    assert read_details(service("svc-5")).description == "Come in"
    assert service("svc-7").places.get().latitude is None


def test_a_second_run_changes_nothing() -> None:
    """connecting R18: 0 added, 0 changed; ids, dates and places stay."""
    feed = [record(), record(id="svc-2", name="Choir"), record(id="svc-3", name=None)]
    taken(*feed)
    before = state()
    done = taken(*feed)
    assert (done.added, done.changed, done.back, done.gone, done.unchanged) == (0, 0, 0, 0, 2)
    assert state() == before


def test_of_two_records_with_one_id_the_first_is_kept_and_the_second_told() -> None:
    """connecting 3.3: one id 128 times under a header of 31; R18 repeated ids and wrong totals."""
    rows = [record() for _ in range(127)] + [record(name="Something else")]
    text = json.dumps({"total_items": 31, "total_pages": 1, "contents": rows})
    done = import_directory(source="list", items=items(text), profile="oruk-3")
    assert (done.read, done.added) == (1, 1)
    assert done.kinds == {"repeated": 126, "repeated_differently": 1, "wrong_total": 1}
    assert service().name == "Shed on the Hill"


def test_what_vanished_is_marked_and_stays_and_comes_back() -> None:
    """connecting R19: not deleted, not suggested, still there where it is linked."""
    taken(record(), record(id="svc-2", name="Choir"))
    kept = service("svc-2").id
    done = taken(record())
    assert (done.gone, done.unchanged) == (1, 1)
    gone = DirectoryService.objects.get(pk=kept)
    assert gone.gone_at is not None
    assert not gone.listed
    assert [one.service.name for one in search_directory(Wanted()).found] == ["Shed on the Hill"]
    assert taken(record()).gone == 0
    back = taken(record(), record(id="svc-2", name="Choir"))
    assert (back.back, back.added, back.changed) == (1, 0, 0)
    assert service("svc-2").listed


def test_a_feed_that_breaks_off_marks_nothing_as_gone() -> None:
    """Bad input: what was read stands, and nobody knows what else there was."""
    taken(record(), record(id="svc-2", name="Choir"))
    text = json.dumps([record(), record(id="svc-3", name="Chess")])[:-20]
    done = import_directory(source="list", items=items(text), profile="oruk-3")
    assert (done.whole, done.gone, done.read) == (False, 0, 1)
    assert service("svc-2").gone_at is None


@pytest.mark.parametrize(
    "text", ["", "[]", "<html>no</html>", "{", '{"contents": []}', "null", "12", '[{"id": 1}]']
)
def test_when_nothing_can_be_read_nothing_is_changed(text: str) -> None:
    """Bad input: an empty or broken feed takes nothing away."""
    taken(record())
    before = state()
    done = import_directory(source="list", items=items(text), profile="oruk-3")
    assert (done.read, done.gone, done.added) == (0, 0, 0)
    assert state() == before
    assert DirectoryImport.objects.count() == 1


def test_a_dry_run_says_what_would_happen_and_keeps_nothing() -> None:
    """The verb's --dry-run."""
    done = taken(record(), dry_run=True)
    assert (done.added, done.dry_run) == (1, True)
    assert not DirectoryService.objects.exists()
    assert not DirectorySource.objects.exists()
    assert not DirectoryImport.objects.exists()
    assert taken(record()).added == 1


def test_a_fault_in_the_middle_of_writing_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """connecting R18: one transaction, nothing half-written."""
    taken(record())
    before = state()

    def broken(*_anything: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(importing, "_note", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        taken(record(name="Another name"), record(id="svc-2", name="Choir"))
    assert state() == before


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_what_is_closed_is_not_suggested_and_remains(status: str) -> None:
    """connecting R19: defunct or closed are not suggested but remain where they are linked."""
    taken(record())
    kept = service().id
    done = taken(record(status=status))
    assert done.changed == 1
    assert DirectoryService.objects.get(pk=kept).status == status
    assert search_directory(Wanted()).found == ()


def test_an_unknown_status_is_told_and_taken_as_not_said() -> None:
    """Bad input: a status that the format has not."""
    done = taken(record(status="open"), record(id="svc-2", status=7))
    assert done.kinds["unknown_status"] == 2
    assert service().status == ""


def test_a_sensitive_address_is_kept_nowhere() -> None:
    """connecting R21: shown by area only; nothing exact is in any table, so nothing exact can leave."""
    hidden = record(name="Safe house")
    place(hidden)["confidential"] = True
    taken(hidden)
    with connection.cursor() as cursor:
        cursor.execute("SELECT s.details::text || s.words::text FROM connections_directoryservice s")
        text = cursor.fetchone()[0]
    assert "Hill Road" not in text
    assert "1AA" not in text
    assert "53.79" not in text
    assert "BD1" in text
    kept = service().places.get()
    assert (kept.latitude, kept.exact, kept.sensitive, kept.district) == (None, False, True, "BD1")
    assert kept.town == "Bradford"


def test_a_place_without_a_point_stands_in_the_middle_of_its_district_once_the_table_is_there() -> None:
    """connecting 3.3: a service with a postcode and no coordinates can still be found nearby."""
    far = record()
    place(far)["latitude"] = None
    taken(far)
    assert service().places.get().latitude is None
    districts()
    found = service().places.get()
    assert (found.latitude, found.exact) == (53.795, False)


def test_unknown_fields_are_kept() -> None:
    """connecting R18: unknown fields are kept; signs that no text holds are not."""
    taken(record(capacity={"now": "full\x00", "since": [1, 2]}, odd="half \ud800 sign"))
    assert read_details(service()).extra == {
        "capacity": {"now": "full", "since": [1, 2]},
        "odd": "half  sign",
    }


def test_each_source_has_its_own_services() -> None:
    """The same id in two feeds is two services; what is missing from one says nothing about the other."""
    taken(record(), source="one")
    taken(record(name="Same id, other list"), source="two")
    assert DirectoryService.objects.count() == 2
    assert taken(record(id="svc-9"), source="two").gone == 1
    assert DirectoryService.objects.get(source__name="one").gone_at is None


def test_an_import_is_kept_with_its_report_and_in_the_ledger() -> None:
    """The administrator reads afterwards what an import said."""
    taken(record(), record(id="svc-2", name=None))
    kept = DirectoryImport.objects.get()
    assert kept.counts["added"] == 1
    assert kept.counts["refused"] == 1
    assert [one["path"] for one in kept.remarks] == ["[1].name"]
    assert Act.objects.filter(verb="directory_imported").count() == 1


def test_nobody_but_the_command_line_writes_what_a_feed_says() -> None:
    """connecting R18: the second lock; the web role reads services and writes none, whatever its role."""
    taken(record())
    administrator = make.appointed(make.organisation(), "administrator")
    with seen_by(administrator.id, "administrator"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM connections_directoryservice")
        assert cursor.fetchone()[0] == 1
        cursor.execute("UPDATE connections_directoryservice SET name = 'x'")
        assert cursor.rowcount == 0
        cursor.execute("DELETE FROM connections_directoryplace")
        assert cursor.rowcount == 0
        cursor.execute("SELECT count(*) FROM connections_directoryimport")
        assert cursor.fetchone()[0] == 1
    worker = make.staff(make.team())
    with seen_by(worker.id, "worker"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM connections_directoryimport")
        assert cursor.fetchone()[0] == 0


def test_the_statements_of_an_import_are_one_for_all_rows() -> None:
    """4: 2,000 records a second; the number of statements does not grow with the feed."""
    from tests.queries import asked

    def statements(*feed: Any) -> int:
        with asked() as sent:
            taken(*feed, source=f"list {len(feed)}")
        return len(sent)

    few = statements(*(record(id=f"a{n}") for n in range(2)))
    assert statements(*(record(id=f"b{n}") for n in range(200))) == few
    assert "%" not in directory_sql.STAGE
