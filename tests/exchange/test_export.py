"""The copy of a person's record: all of it, nothing of anybody else, the same bytes for the same data and day."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model, UUIDField
from django.urls import reverse
from django.utils import timezone

from ownwords.exchange.actions.export import export_as_operator
from ownwords.exchange.copies import copy_as_zip
from ownwords.exchange.queries.export_plain import LEFT_OUT
from ownwords.exchange.queries.export_rows import TRACE, everything
from ownwords.ledger.actions import make_links, note_act, note_look
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act, Link, Look, Outgoing
from ownwords.ledger.verbs import Verb
from ownwords.measures.models import (
    Answer,
    Asking,
    ContextEvent,
    ItemEvent,
    MeasureShare,
    OwnAnswer,
    RatingLink,
    Response,
    Schedule,
    Score,
)
from ownwords.people.access import NotFound
from ownwords.people.models import Account, ErasureRequest, Invitation, Person
from ownwords.record.models import (
    Conversation,
    Draft,
    Entry,
    Goal,
    Kind,
    NotAsked,
    OtherView,
    Preference,
    Share,
    Step,
    Strength,
)
from tests import factories as make
from tests.exchange.rooms import fill_connections, fill_peers
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
#: Kept of accounts, teams and trusts themselves, not of one person; the copy names them where they appear.
NOT_ABOUT_A_PERSON = {
    "Account",
    "Organisation",
    "Team",
    "Membership",
    "Appointment",
    "Counted",
    "InstrumentSwitch",
    "StepLabel",
    "CommunityWork",
    "PracticeCheck",
    "PracticeRating",
    "RecordingRule",
    "PeerSettings",
    "PeerProfile",
    "AnsweringHours",
    "OwnNote",
    "Supervision",
    "SupervisionItem",
    "TeamCount",
    "TeamFigure",
    "PostcodeDistrict",
    "LocalKnowledge",
}
#: About the person, and in no copy: messages between meetings (PS-22); earlier versions of what was withheld from them
#: for a time (PS-05).
IN_NO_COPY = {"Message", "SafetyShareEvent"}
#: Only some of them are the person's to see.
ONLY = {
    "SafetyShare": {"withheld_at__isnull": True},
    "MatchReason": {"account__person__isnull": False},
    "MatchAnswer": {"side": "person"},
}
DETAILS: dict[str, type[Model]] = {
    "goal": Goal,
    "strength": Strength,
    "preference": Preference,
    "conversation": Conversation,
}
MINE = {
    Goal: {
        "origin": "family",
        "why": "{mark} why",
        "obstacles": [{"obstacle": "{mark} rain", "then": "bus"}],
    },
    Strength: {"domain": "work", "example": "{mark} example"},
    Preference: {"subject": "touch", "not_wanted": "{mark} unwanted"},
    Conversation: {
        "template": "grow",
        "answers": [{"step": "goal", "voice": "person", "words": "{mark} said"}],
    },
}


def _marked(value: Any, mark: str) -> Any:
    return json.loads(json.dumps(value).replace("{mark}", mark))


def fill(person: Person, worker: Account, mark: str) -> None:
    """Keep something of every kind about a person; every text of it holds the mark."""
    sister = make.account(f"{mark} Ruth")
    make.beside(person, sister, "supporter")
    Invitation.objects.create(
        secret_hash=uuid4().hex,
        whom="supporter",
        name=f"{mark} Dev",
        person=person,
        expires_at=timezone.now(),
    )
    for kind in Kind.values:
        _entry(person, worker, sister, kind, mark)
    gone = make.entry(person, f"{mark} out of view")
    Entry.objects.filter(pk=gone.pk).update(
        removed_at=timezone.now(), removed_by_id=worker.id, removed_reason=f"{mark} reason"
    )
    Draft.objects.create(
        account=person.account, person=person, form="add:note", fields={"words": f"{mark} draft"}
    )
    NotAsked.objects.create(person=person, practice="goals", words=f"{mark} not asked")
    ErasureRequest.objects.create(
        person=person, thing_kind="entry", thing_id=gone.id, asked_by=person.account, reason=f"{mark} please"
    )
    fill_measures(person, worker, sister, mark)
    fill_connections(person, worker, sister, mark)
    fill_peers(person, worker, mark)
    note_look(actor_id=worker.id, role="worker", about_id=person.id, part="plan")
    note_act(
        verb=Verb.PERSON_ADDED, actor_id=worker.id, role="worker", about_id=person.id, reason=f"{mark} act"
    )
    Person.objects.filter(pk=person.pk).update(contact_wishes=f"{mark} wishes")


def fill_measures(person: Person, worker: Account, sister: Account, mark: str) -> None:
    """Keep something of every kind of the room of measures."""
    line = make.line(person, f"{mark} line")
    signed = {"person": person, "written_by": worker, "changed_by_id": worker.id}
    given = make.rating(line, 4, note=f"{mark} note")
    plan = Schedule.objects.create(
        **signed, line=line, first_on=DAY, every="year", asked_by_person=True, remind_by=""
    )
    now = timezone.now()
    RatingLink.objects.create(
        person=person, line=line, schedule=plan, secret_hash=uuid4().hex, expires_at=now + timedelta(days=1),
        used_at=now, rating=given,
    )  # fmt: skip
    OwnAnswer.objects.create(**signed, line=line, answer="better", words=f"{mark} own", visibility="team")
    ContextEvent.objects.create(
        **signed, kind="housing", words=f"{mark} event", starts_on=DAY, visibility="team"
    )
    Asking.objects.create(**signed, instrument="phq-9")
    form = Response.objects.create(
        **signed, instrument="phq-9", edition="1", definition_digest="0" * 64, visibility="team",
        present=f"{mark} present", started_at=now, finished_at=now,
    )  # fmt: skip
    Answer.objects.create(response=form, item="1", given="answered", value=0)
    Score.objects.create(response=form, key="total", value=3, main=True, definition_digest="0" * 64)
    ItemEvent.objects.create(response=form, key="item-9", item="9")
    MeasureShare.objects.create(person=person, thing_id=line.id, account=sister, made_by_id=worker.id)
    MeasureShare.objects.create(
        person=person, thing_id=form.id, account=sister, made_by_id=worker.id
    ).delete()
    Outgoing.objects.create(
        key=f"{mark} key", about_id=person.id, channel="email", address="a@b.test", body=f"{mark} body",
        not_after=now,
    )  # fmt: skip


def _entry(person: Person, worker: Account, sister: Account, kind: str, mark: str) -> None:
    entry = make.entry(person, f"{mark} {kind} first", kind)
    Entry.objects.filter(pk=entry.pk).update(words=f"{mark} {kind} now", version=2)
    if model := DETAILS.get(kind):
        model.objects.create(entry=entry, **_marked(MINE[model], mark))  # type: ignore[attr-defined]
    Step.objects.create(
        entry=entry,
        person=person,
        words=f"{mark} {kind} step",
        owner="worker",
        owner_account=worker,
        written_by_id=worker.id,
        changed_by_id=worker.id,
    )
    OtherView.objects.create(entry=entry, said_by="worker", author=worker, words=f"{mark} {kind} view")
    Share.objects.create(entry=entry, person=person, account=sister, made_by_id=person.account_id)
    make_links(
        about_id=person.id,
        source=Ref(kind, entry.id),
        relation="uses",
        targets=[Ref("strength", uuid4())],
        made_by_id=worker.id,
    )


@pytest.fixture
def two() -> tuple[Person, Person]:
    """Sam and Jo, in one team with one worker, with something of every kind about each."""
    team = make.team()
    worker = make.staff(team, name="Amina Yusuf")
    sam, jo = make.person(team, "Sam"), make.person(team, "Jo")
    fill(sam, worker, "SAMS")
    fill(jo, worker, "JOS")
    return Person.objects.get(pk=sam.pk), Person.objects.get(pk=jo.pk)


def files_of(made: bytes) -> dict[str, str]:
    """Return name -> text of every file of a copy."""
    with ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def about(model: type[Model], person: Person) -> Any:
    """Return the rows of a model about a person; None for a model that is not about people."""
    names = {field.attname for field in model._meta.concrete_fields}
    rows = model._default_manager.all()  # type: ignore[attr-defined]
    if model is Person:
        return rows.filter(pk=person.pk)
    if model.__name__ in NOT_ABOUT_A_PERSON | IN_NO_COPY or model.__name__.startswith("Directory"):
        return None
    rows = rows.filter(**ONLY.get(model.__name__, {}))
    if "pgh_obj_id" in names:
        tracked = model._meta.get_field("pgh_obj").related_model
        ours = about(tracked, person)
        deleted = rows.filter(person_id=person.pk) if "person_id" in names else rows.none()
        return None if ours is None else rows.filter(pgh_obj_id__in=ours.values("pk")) | deleted
    if "about_id" in names:
        return rows.filter(about_id=person.pk)
    if "person_id" in names:
        return rows.filter(person_id=person.pk)
    if through := {"line_id", "response_id", "copy_id", "match_id", "rating_id", "share_id"} & names:
        return rows.filter(**{f"{through.pop().removesuffix('_id')}__person_id": person.pk})
    assert "entry_id" in names, f"{model.__name__}: is it about a person? Say so here and in the copy."
    return rows.filter(entry__person_id=person.pk)


def our_models() -> list[type[Model]]:
    """Return every model of the rooms that keep something."""
    rooms = ("people", "record", "measures", "connections", "peers", "ledger")
    return [model for room in rooms for model in apps.get_app_config(room).get_models()]


def walk(part: Any) -> Any:
    """Yield every mapping in nested data."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from walk(inner)


def test_every_row_about_the_person_is_in_the_copy_and_none_about_another(two: tuple[Person, Person]) -> None:
    """platform 20: complete and exclusive, over every model of the rooms, a new one included."""
    sam, jo = two
    text = files_of(copy_as_zip(sam, DAY))["record.json"]
    copy = json.loads(text)
    ids = {str(one["id"]) for one in walk(copy) if "id" in one}
    versions = 0
    for model in our_models():
        rows = about(model, sam)
        if rows is None:
            continue
        assert rows.exists(), f"nothing of {model.__name__} was made: the test does not see it"
        if "pgh_obj" in {field.name for field in model._meta.fields}:
            versions += rows.count()
        elif model._meta.pk.name == "id":
            assert {str(one) for one in rows.values_list("pk", flat=True)} <= ids, model.__name__
        if model not in (Person,) and isinstance(model._meta.pk, UUIDField):
            theirs = {str(one) for one in about(model, jo).values_list("pk", flat=True)}
            assert not [one for one in theirs if one in text], model.__name__
    account_versions = len(copy["account"]["versions"])
    assert sum("kind_of_change" in one for one in walk(copy)) == versions + account_versions
    assert str(jo.id) not in text


def test_every_column_is_in_the_copy_or_is_left_out_by_name(two: tuple[Person, Person]) -> None:
    """platform 20: a column added tomorrow is in the copy tomorrow."""
    sam, _jo = two
    copy = json.loads(files_of(copy_as_zip(sam, DAY))["record.json"])
    goal = next(one for one in copy["entries"] if one["kind"] == "goal")
    for model, found in (
        (Entry, copy["entries"][0]),
        (Person, copy["person"]),
        (Goal, goal["details"]),
        (Step, goal["steps"][0]),
        (Look, copy["looks"][0]),
        (Act, copy["acts"][0]),
        (Link, copy["links"][0]),
    ):
        wanted = {field.attname for field in model._meta.concrete_fields} - LEFT_OUT
        assert wanted <= set(found), model.__name__


@pytest.mark.parametrize("name", ["record.html", "record.json"])
def test_both_forms_hold_the_persons_words_and_nobody_elses(two: tuple[Person, Person], name: str) -> None:
    """platform 20; DESIGN house rule 2: nothing about me that I cannot see."""
    sam, _jo = two
    text = files_of(copy_as_zip(sam, DAY))[name]
    assert "JOS" not in text
    for kind in Kind.values:
        for part in ("first", "now", "step", "view"):
            assert f"SAMS {kind} {part}" in text
    assert "NEVER" not in text
    for part in (
        "noted",
        "came about",
        "did",
        "by two",
        "passed on",
        "why",
        "rain",
        "example",
        "unwanted",
        "said",
        "out of view",
        "reason",
        "not asked",
        "wishes",
    ):
        assert f"SAMS {part}" in text
    assert "Amina Yusuf" in text


def test_the_same_data_on_the_same_day_gives_the_same_bytes(two: tuple[Person, Person]) -> None:
    """platform 3.3: byte for byte reproducible."""
    sam, _jo = two
    assert copy_as_zip(sam, DAY) == copy_as_zip(Person.objects.get(pk=sam.pk), DAY)


def test_of_an_erased_entry_only_the_trace_is_in_the_copy() -> None:
    """Nothing lost: erasure leaves a trace without content."""
    sam = make.person(called="Sam")
    entry = make.entry(sam, "SECRET")
    Entry.objects.filter(pk=entry.pk).update(words="", original_words="", erased_at=timezone.now())
    files = files_of(copy_as_zip(sam, DAY))
    assert "SECRET" not in "".join(files.values())
    assert set(json.loads(files["record.json"])["entries"][0]) == {"erased", *TRACE}
    assert "erased" in files["record.html"]


def test_what_was_typed_by_somebody_else_and_not_saved_is_not_in_it(two: tuple[Person, Person]) -> None:
    """A draft is seen by whoever types it and by nobody else."""
    sam, _jo = two
    Draft.objects.create(
        account=make.account(), person=sam, form="add:note", fields={"words": "HALF A THOUGHT"}
    )
    assert "HALF A THOUGHT" not in files_of(copy_as_zip(sam, DAY))["record.json"]


class Page(HTMLParser):
    """Collects what a page that is read without its service must not have, and its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def test_the_page_is_whole_in_one_file_and_has_no_scripts(two: tuple[Person, Person]) -> None:
    """platform 3: no request to another host; readable offline; ids once each, so that links work."""
    sam, _jo = two
    text = files_of(copy_as_zip(sam, DAY))["record.html"]
    page = Page()
    page.feed(text)
    assert not {"script", "link", "img", "iframe", "form"} & set(page.tags)
    assert [one for one in page.addresses if not one.startswith(("#", "tel:"))] == []
    assert {one[1:] for one in page.addresses if one.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.count("h1") == 1
    assert re.search(r'<html lang="en', text)
    assert text.index("SAMS meaning now") < text.index('id="details"')


def test_words_that_look_like_markup_stay_words() -> None:
    """ASVS 1.2.1: output is encoded."""
    sam = make.person(called="<b>Sam</b>")
    make.entry(sam, "<script>alert(1)</script> \u202e 🌊 e\u0301")
    files = files_of(copy_as_zip(sam, DAY))
    assert "<script" not in files["record.html"]
    assert (
        json.loads(files["record.json"])["entries"][0]["words"]
        == "<script>alert(1)</script> \u202e 🌊 e\u0301"
    )
    assert "<b>Sam</b>" in files["README.txt"]


def test_the_person_reads_what_it_is_and_gets_it_with_one_press(two: tuple[Person, Person]) -> None:
    """platform 3.3: the person, from their own page, without asking; kept as an act; stored by nobody on the way."""
    sam, _jo = two
    client = client_for((sam.account, "person"))
    url = reverse("record_copy", args=[sam.id])
    assert client.get(url).status_code == 200
    response = client.post(url)
    assert response["Content-Type"] == "application/zip"
    assert "no-store" in response["Cache-Control"]
    assert re.fullmatch(
        r'attachment; filename="my-record-\d{4}-\d\d-\d\d\.zip"', response["Content-Disposition"]
    )
    files = files_of(response.content)
    assert "SAMS goal now" in files["record.html"]
    assert "JOS" not in "".join(files.values())
    act = Act.objects.get(verb=Verb.EXPORTED)
    assert (act.actor_id, act.about_id, act.role) == (sam.account_id, sam.id, "person")


def test_the_copy_made_behind_the_second_lock_is_the_whole_one(two: tuple[Person, Person]) -> None:
    """platform 12, 20: row-level security hides nothing of their own record from the person."""
    sam, _jo = two
    from ownwords.people.viewer import seen_by

    whole = copy_as_zip(sam, DAY)
    with seen_by(sam.account_id, "person"):
        seen = copy_as_zip(Person.objects.get(pk=sam.pk), DAY)
    assert files_of(seen)["record.json"] == files_of(whole)["record.json"]
    assert seen == whole


def test_nobody_else_gets_a_copy(two: tuple[Person, Person]) -> None:
    """platform 11: forbidden is not found."""
    sam, jo = two
    worker = make.staff(sam.placements.get().team)
    for viewer in ((worker, "worker"), (jo.account, "person")):
        client = client_for(viewer)
        assert client.get(reverse("record_copy", args=[sam.id])).status_code == 404
        assert client.post(reverse("record_copy", args=[sam.id])).status_code == 404
    assert not Act.objects.filter(verb=Verb.EXPORTED).exists()


def test_the_operators_copy_is_kept_in_the_record_too(two: tuple[Person, Person]) -> None:
    """`ownwords export person`: nobody takes a copy without the person being able to read it."""
    sam, _jo = two
    person, made = export_as_operator(person_id=sam.id)
    assert (person, len(files_of(made))) == (sam, 3)
    act = Act.objects.get(verb=Verb.EXPORTED)
    assert (act.actor_id, act.role, act.about_id) == (None, "operator", sam.id)
    with pytest.raises(NotFound):
        export_as_operator(person_id=uuid4())


def test_ten_years_of_use_take_as_many_queries_as_one_day(
    django_assert_max_num_queries: Any, two: tuple[Person, Person]
) -> None:
    """platform 20, 33: the number of queries does not grow with the record (docs/copies.md has the time)."""
    sam, _jo = two
    sam = Person.objects.select_related("account", "organisation").get(pk=sam.pk)
    writer = sam.account
    Entry.objects.bulk_create(
        Entry(
            person=sam,
            kind="note",
            words=f"Day {number}",
            original_words=f"Day {number}",
            written_by=writer,
            changed_by_id=writer.id,
            visibility="team",
        )
        for number in range(2000)
    )
    with django_assert_max_num_queries(160):
        made = copy_as_zip(sam, DAY)
    assert len(json.loads(files_of(made)["record.json"])["entries"]) > 2000


def test_reading_everything_takes_one_query_a_table(django_assert_max_num_queries: Any) -> None:
    """platform 33: query budgets are asserted."""
    sam = make.person()
    make.entry(sam)
    with django_assert_max_num_queries(20):
        everything(sam)
    assert connection.vendor == "postgresql"
