"""Themes, findings, charts, categories: out with a study, in, and out again the same."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from lxml import etree

from ownwords.inquiry.actions.refi_operator import import_refi_as_operator
from ownwords.inquiry.method.refi.model.project import MADE_KINDS
from ownwords.inquiry.models import Chart, ChartCell, Coding, Study, Theme
from ownwords.inquiry.queries.chart_cells import cells_of
from ownwords.inquiry.queries.chart_frame import cases_of, columns_of
from ownwords.inquiry.queries.chart_sight import charting_whole
from ownwords.inquiry.queries.refi_made_kinds import MADE
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.refi_studies import all_of, inside, made_of_codes, rich, taken_out

pytestmark = pytest.mark.django_db
SCHEMA = Path(__file__).parent / "refi" / "schema" / "Project.xsd"


@pytest.fixture
def full(inquiry: Study, coder: Account) -> Study:
    """A study with everything in it."""
    rich(inquiry, coder)
    made_of_codes(inquiry)
    return inquiry


def beside(file: bytes) -> dict[str, Any]:
    """Return our own file of a package."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        found: dict[str, Any] = json.loads(archive.read("ownwords.json"))
    return found


def with_beside(file: bytes, found: dict[str, Any]) -> bytes:
    """Return a package with another file of ours in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, json.dumps(found) if name == "ownwords.json" else before.read(name))
    return out.getvalue()


def how_many(study: Study) -> dict[str, int]:
    """Return how many rows of each kind a study has."""
    return {kind: model._default_manager.filter(study_id=study.id).count() for kind, model in MADE.items()}


def stale_in(study: Study) -> set[str]:
    """Return the summaries that are older than their passages."""
    chart = Chart.objects.get(study=study)
    found = cells_of(charting_whole(study), chart, columns_of(study, chart), cases_of(study, chart))
    return {one.summary for one in found.values() if one.stale}


def test_everything_made_of_codes_goes_out_and_comes_back_the_same(full: Study) -> None:
    """inquiry 24: export, import, export gives the same; GUIDs stay, nothing is lost."""
    first = all_of(full)
    assert set(MADE) == set(MADE_KINDS) <= beside(first).keys()
    brought = import_refi_as_operator(file=io.BytesIO(first))
    assert inside(all_of(brought.study)) == inside(first)
    assert how_many(brought.study) == how_many(full)
    assert not brought.listed("lost")
    assert brought.came["chart_cells"] == 2


def test_what_is_older_than_its_passages_stays_so_and_nothing_else_becomes_so(full: Study) -> None:
    """inquiry 16, 24."""
    assert stale_in(full) == set()
    assert stale_in(import_refi_as_operator(file=io.BytesIO(all_of(full))).study) == set()
    Coding.objects.filter(study=full).update(changed_at=timezone.now())
    Coding.objects.filter(study=full).update(made_at="2026-01-01T10:00:00Z")
    assert stale_in(full) == {"Walks.", ""}
    assert stale_in(import_refi_as_operator(file=io.BytesIO(all_of(full))).study) == {"Walks.", ""}


def test_the_same_file_again_keeps_nothing_twice(full: Study) -> None:
    """inquiry 24: a set that we wrote is a theme that is here, not a second thing."""
    before = how_many(full)
    again = import_refi_as_operator(file=io.BytesIO(all_of(full)), study=full)
    assert how_many(full) == before
    assert again.came == {}
    assert again.there["themes"] == 2
    assert not again.listed("lost")


def test_themes_are_sets_of_codes_for_other_programs(full: Study) -> None:
    """inquiry 23, 24: valid against the XSD; Set and MemberCode."""
    with zipfile.ZipFile(io.BytesIO(all_of(full))) as archive:
        tree = etree.fromstring(archive.read("project.qde"))
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    names = {"p": "urn:QDA-XML:project:1.0"}
    sets = {one.get("name"): one for one in tree.findall(".//p:Sets/p:Set", names)}
    assert list(sets) == ["Being with somebody: how", "Company"]
    members = sets["Being with somebody: how"].findall("p:MemberCode", names)
    assert len(members) == 1
    assert sets["Being with somebody: how"].findtext("p:Description", namespaces=names) == "Not alone"


def test_what_is_out_of_view_does_not_go_out(full: Study) -> None:
    """inquiry 24: a theme out of view takes what hangs on it with it."""
    Theme.objects.filter(study=full).update(removed_at=timezone.now())
    found = beside(all_of(full))
    assert not {"themes", "theme_codes", "extracts", "finding_themes"} & found.keys()
    assert "findings" in found


def test_a_blind_study_keeps_others_summaries_and_extracts_back(full: Study, coder: Account) -> None:
    """inquiry 22: no export shows what another coded before both have finished."""
    Study.objects.filter(pk=full.pk).update(blind=True)
    full.refresh_from_db()
    found = beside(taken_out(make.opened_by(coder, full)))
    assert not {"chart_cells", "extracts", "incidents"} & found.keys()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("themes", {"name": ""}),
        ("themes", {"name": "x", "status": "named"}),
        ("chart_cells", {"summary": "x", "chart": "nothing"}),
        ("relations", {"of": None}),
        ("report_items", {"checklist": "other", "number": 1}),
        ("report_items", {"checklist": "coreq", "number": -1}),
        ("stages", {"name": 7}),
    ],
)
def test_what_makes_no_sense_is_told_and_stops_nothing(full: Study, kind: str, said: dict[str, Any]) -> None:
    """inquiry 26: anybody can have written the file."""
    file = all_of(full)
    found = beside(file)
    found[kind][str(uuid4())] = said
    found[kind]["no guid"] = next(iter(found[kind].values()))
    brought = import_refi_as_operator(file=io.BytesIO(with_beside(file, found)))
    assert how_many(brought.study) == how_many(full)
    assert [one.count for one in brought.listed("lost") if one.kind == kind] == [2]
    assert ChartCell.objects.filter(study=brought.study).count() == 2


def test_themes_that_go_round_in_a_circle_come_in_without_it(full: Study) -> None:
    """inquiry 26."""
    file = all_of(full)
    found = beside(file)
    over, below = found["themes"]
    found["themes"][over]["parent"], found["themes"][below]["parent"] = below, over
    new = import_refi_as_operator(file=io.BytesIO(with_beside(file, found))).study
    assert Theme.objects.filter(study=new, parent=None).count() == 1


def test_themes_that_hang_too_deep_come_in_within_bounds(full: Study) -> None:
    """inquiry 26: a chain of a thousand, in bounded time; each below the one before but for those that start again."""
    found, ids = beside(file := all_of(full)), [str(uuid4()) for _n in range(1000)]
    for n, guid in enumerate(ids):
        found["themes"][guid] = {"name": f"Deep {n}", "parent": ids[n + 1] if n < 999 else None}
    brought = import_refi_as_operator(file=io.BytesIO(with_beside(file, found)))
    themes = Theme.objects.filter(study=brought.study, name__startswith="Deep")
    assert themes.count() == 1000
    tops = set(themes.filter(parent=None).values_list("name", flat=True))
    assert tops == {f"Deep {999 - n}" for n in range(0, 1000, 64)}
    assert [one.count for one in brought.listed("repaired") if one.kind == "themes"] == [15]
    assert not brought.listed("lost")
