"""Taking a map away as a file: what is in it, for whom, and that other programs read the same."""

from __future__ import annotations

import io
import zipfile

import networkx as nx
import polars as pl
import pytest
from django.test import Client

from ownwords.connections.actions.map_copies import keep_copy
from ownwords.connections.actions.map_items import remove_item
from ownwords.connections.method import network
from ownwords.connections.method.exchange.uploads import read_upload
from ownwords.connections.models import DirectoryPlace, DirectoryService, DirectorySource, MapItem
from ownwords.ledger.models import Act
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.map_files import draw_small_map, taken_away
from tests.connections.map_parts import at, looked, put, text
from tests.queries import asked as statements
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 14


def tables(content: bytes) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Open the ZIP as a statistician would."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["items.csv", "ties.csv"]
        items, ties = (pl.read_csv(archive.read(name), infer_schema=False) for name in archive.namelist())
    return items, ties


def test_a_second_reader_opens_both_files_with_the_same_size_ties_and_rings(sam: Person, own: Client) -> None:
    """connecting R23: Polars reads the tables and networkx the graph; the numbers are those of the map."""
    draw_small_map(sam)
    items, ties = tables(taken_away(own, sam))
    graph = nx.parse_graphml(taken_away(own, sam, "graphml").decode())
    assert items.height == graph.number_of_nodes() == 5
    assert ties.height == graph.number_of_edges() == 2
    rings = {"Ann": 1, "Bo": 3, "=Cy;\\ & <co>": 3, "The pier": None, "Dee": 2}
    assert {data["name"]: data.get("ring") for _, data in graph.nodes(data=True)} == rings
    assert items["ring"].to_list() == ["1", "3", "3", None, "2"]
    # what is over is marked, and does not count
    assert items["ended"].to_list() == [None, None, None, None, "drifted"]
    (one,) = read_upload("map.zip", taken_away(own, sam)).maps
    measured = one.network()
    assert (network.size(measured), network.tie_count(measured).value) == (4, 1)
    assert network.density(measured).value == pytest.approx(1 / 6)


def test_places_run_from_0_to_1_and_an_angle_that_nobody_chose_is_left_out(sam: Person, own: Client) -> None:
    """connecting 4: ring and angle are kept; x and y suit Network Canvas; what is not placed has none."""
    draw_small_map(sam)
    items, _ = tables(taken_away(own, sam))
    for axis in ("x", "y"):
        placed = [float(value) for value in items[axis] if value is not None]
        assert len(placed) == 3
        assert all(0 < value < 1 for value in placed)
    assert items["angle"].to_list() == [None, "200", None, None, None]
    # 200 degrees lies below the middle and a little to the left
    assert float(items["y"][1]) > 0.5
    assert float(items["x"][1]) < 0.5


def test_a_cell_that_would_run_in_a_spreadsheet_does_not(sam: Person, own: Client) -> None:
    """connecting R23: a name that begins with = is text in the file, and the same name when it is read here."""
    put(sam, "=1+1")
    content = taken_away(own, sam)
    assert tables(content)[0]["name"].to_list() == ["'=1+1"]
    assert read_upload("map.zip", content).maps[0].items[0].name == "=1+1"


def test_what_is_for_the_person_alone_is_in_nobody_elses_file(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R3: an "only me" item, its links and what was taken off are not in a worker's file."""
    made = draw_small_map(sam, visibility="me")
    put(sam, "Named only", visibility="named", named=(worker.id,))
    opened = opened_by(sam.account, sam)
    cy = made["Cy"]
    remove_item(opened=opened, item_id=cy.id, version=cy.version)
    theirs = tables(taken_away(staff, sam))[0]["name"].to_list()
    assert theirs == ["Ann", "Bo", "Dee", "Named only"]
    assert b"pier" not in taken_away(staff, sam, "graphml")
    mine = tables(taken_away(own, sam))[0]["name"].to_list()
    assert mine == ["Ann", "Bo", "The pier", "Dee", "Named only"]


def test_the_file_is_kept_nowhere_names_nobody_and_leaves_an_act(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """DESIGN house rule 8; platform: a download is in no cache, and who made one can be read."""
    put(sam, "Ann")
    for client, name in ((own, "my-map-"), (staff, "map-")):
        answer = client.post(at("map_export", sam), {"form": "graphml"})
        assert "no-store" in answer["Cache-Control"]
        assert answer["Content-Disposition"].startswith(f'attachment; filename="{name}20')
        assert answer["Content-Disposition"].endswith('.graphml"')
        assert b"Sam" not in answer.content
    acts = Act.objects.filter(verb="map_exported").order_by("at").values_list("actor_id", "about_id")
    assert list(acts) == [(sam.account_id, sam.id), (worker.id, sam.id)]


@pytest.mark.parametrize("sent", [{}, {"form": "pdf"}])
def test_a_kind_of_file_that_there_is_not_is_refused_in_words(
    sam: Person, own: Client, sent: dict[str, str]
) -> None:
    """connecting R23: the form comes back, and no act is left."""
    answer = own.post(at("map_export", sam), sent)
    assert answer.status_code == 422
    assert "Choose one of the answers" in text(answer)
    assert not Act.objects.filter(verb="map_exported").exists()


def test_a_dated_copy_can_be_taken_away_as_it_was(sam: Person, own: Client, staff: Client) -> None:
    """connecting R6, R23: a copy is the map of its day, also as a file."""
    opened = opened_by(sam.account, sam)
    ann = put(sam, "Ann", ring=1)
    copy = keep_copy(opened=opened)
    remove_item(opened=opened, item_id=ann.id, version=ann.version)
    assert "Make the file" in looked(own, at("map_copy_export", sam, copy.id))
    answer = own.post(at("map_copy_export", sam, copy.id), {"form": "csv"})
    assert tables(answer.content)[0]["name"].to_list() == ["Ann"]
    assert copy.taken_on.isoformat() in answer["Content-Disposition"]
    MapItem.objects.filter(pk=ann.pk).update(visibility="me")
    shown = staff.post(at("map_copy_export", sam, copy.id), {"form": "csv"})
    assert tables(shown.content)[0]["name"].to_list() == [None]


def test_of_a_service_with_a_sensitive_address_the_file_has_the_name_alone(sam: Person, own: Client) -> None:
    """connecting R21: shown by area only, and never exported exactly."""
    source = DirectorySource.objects.create(name="Feed", profile="oruk-3")
    details = {"locations": [{"addresses": [{"address_1": "7 Secret Row"}], "latitude": 51.5}]}
    refuge = DirectoryService.objects.create(
        source=source, external_id="1", name="Safe house", sort_key="safe house", digest="x", details=details
    )
    DirectoryPlace.objects.create(service=refuge, sensitive=True, exact=False, town="Hull", district="HU5")
    item = put(sam, "A safe place")
    MapItem.objects.filter(pk=item.pk).update(service_id=refuge.id)
    for form in ("csv", "graphml"):
        content = taken_away(own, sam, form)
        if form == "csv":
            content = b"".join(
                zipfile.ZipFile(io.BytesIO(content)).read(name) for name in ("items.csv", "ties.csv")
            )
        assert b"Safe house" in content
        assert not [word for word in (b"Secret", b"Hull", b"HU5", b"51.5") if word in content]


def test_an_empty_map_is_a_file_too(sam: Person, own: Client) -> None:
    """connecting R16: nobody on the map is a map."""
    items, ties = tables(taken_away(own, sam))
    assert (items.height, ties.height) == (1, 0)
    assert nx.parse_graphml(taken_away(own, sam, "graphml").decode()).number_of_nodes() == 0


def test_somebody_who_may_not_see_the_map_gets_no_file(sam: Person) -> None:
    """DESIGN: missing and forbidden are alike."""
    other = client_for((make.staff(make.team(make.organisation())), "worker"))
    assert other.post(at("map_export", sam), {"form": "csv"}).status_code == 404


def test_a_map_of_sixty_is_written_with_few_statements(sam: Person, own: Client) -> None:
    """platform: query budgets hold, however much stands on the map."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id, "visibility": "team"}
    MapItem.objects.bulk_create(MapItem(**mine, words=f"N{n}", ring=n % 3 + 1) for n in range(60))
    with statements() as sent:
        taken_away(own, sam)
    assert len(sent) <= MOST_STATEMENTS, sent
