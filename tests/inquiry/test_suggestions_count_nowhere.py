"""A suggestion that nobody has accepted is in no count, list or file; an accepted one says where it came from."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.suggestions import accept, set_aside
from ownwords.inquiry.models import Coding, Suggestion
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.all_addresses import addresses, things_of
from tests.inquiry.suggesting import ready, rule, suggestion

pytestmark = pytest.mark.django_db
FORMS = ("csv", "xlsx", "html", "docx", "qdpx")
NOT_ALIKE = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|name="submission" value="[^"]*"|nonce="[^"]*"'
)


def taken(client: Client, opened: OpenedStudy, form: str) -> dict[str, bytes]:
    """Return what is in a file from the page, part by part, without when it was made."""
    answer = client.post(reverse("inquiry:exchange", args=[opened.study.id]), {"form": form})
    assert answer.status_code == 200, form
    content = answer.getvalue()
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: re.sub(rb'\d{4}-\d\d-\d\dT[\d:.]+Z|modifiedDateTime="[^"]*"', b"", part)
        for name, part in parts.items()
    }


def pages(client: Client, opened: OpenedStudy, ids: dict[str, Any]) -> dict[str, str]:
    """Return every page of the study but those about suggestions, without what differs every time."""
    found = {}
    for name, address in addresses(ids).items():
        if "/suggestions/" in address:
            continue
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            main = answer.content.decode().partition("<main")[2]
            found[name] = re.sub(r" · <a [^>]*suggestions[^<]*</a>", "", NOT_ALIKE.sub("", main))
    return found


def test_no_file_holds_an_open_suggestion(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 9: nor one that was set aside: table, sheet, page, document, project."""
    text, code = ready(opened)
    make.coding(code, text, 48, 60)
    before = {form: taken(leads, opened, form) for form in FORMS}
    rule(code, "dog")
    suggestion(code, text, 24, 47)
    set_aside(opened=opened, ids=[suggestion(code, text, 62, 70).id])
    for form in FORMS:
        now = taken(leads, opened, form)
        assert now.keys() == before[form].keys()
        assert [name for name in now if now[name] != before[form][name]] == [], form


def test_no_page_of_the_study_counts_or_shows_one(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 9: codes, passages, matrix, co-occurrence, saturation, search, themes and all others."""
    ready(opened)
    ids = things_of(opened.study)
    Suggestion.objects.all().delete()
    first, before = (pages(leads, opened, ids) for _twice in range(2))
    code = Coding.objects.get(pk=ids["coding_id"]).code
    text = Coding.objects.get(pk=ids["coding_id"]).source
    for start, end in ((0, 10), (40, 50), (52, 60)):
        suggestion(code, text, start, end)
    set_aside(opened=opened, ids=[Suggestion.objects.get(start=52).id])
    after = pages(leads, opened, ids)
    still = [name for name in before if before[name] == first.get(name)]
    assert len(still) > 30
    assert [name for name in still if before[name] != after.get(name)] == []


def test_a_table_says_where_an_accepted_one_came_from(
    leads: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 9: how, by which model and version, how alike, accepted by whom and when."""
    text, code = ready(opened)
    make.coding(code, text, 0, 5, coder)
    accept(opened=opened, ids=[suggestion(code, text, 24, 47).id])
    hand, made = csv.DictReader(io.StringIO(taken(leads, opened, "csv")[""].decode("utf-8-sig"), newline=""))
    columns = ("origin", "suggested_by", "suggested_by_version", "likeness", "accepted_by")
    assert [made[one] for one in columns] == ["meaning", "small model", "7", "0.46", "Ines Okafor"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", made["accepted_on"])
    assert [hand[one] for one in columns] == ["hand", "", "", "", ""]
    sheet = taken(leads, opened, "xlsx")
    assert any(b"suggested_by_version" in part for part in sheet.values())


def test_no_query_but_their_own_reads_suggestions() -> None:
    """inquiry 9: held by the code itself: only these files name the table."""
    root = Path(__file__).resolve().parents[2] / "ownwords"
    naming = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"\bSuggestion\b|suggestion__", path.read_text(encoding="utf-8"))
        and path.is_relative_to(root / "inquiry")
        and "migrations" not in path.parts
    }
    apart = {one for one in naming if not re.search(r"suggest|actions/rules\.py|/method/", one)}
    assert apart == {"inquiry/models/__init__.py", "inquiry/queries/export_rows.py"}
