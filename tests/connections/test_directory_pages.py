"""Pages of the directory: looking for something, one service, what people here know, and the administrator's page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.connections.actions.directory_local import Known, confirm_local, keep_local, set_staleness
from ownwords.connections.models import DirectorySetting, LocalKnowledge
from ownwords.connections.queries.directory import stale_before
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.connections.directory_feeds import districts, place, record, service, taken
from tests.measures.pages import day_of, key, seen
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
SEARCH = "/directory/"


@pytest.fixture
def shed() -> Any:
    """One service that was taken in."""
    taken(record())
    return service()


def at(name: str, *ids: Any) -> str:
    """The address of a page of the directory."""
    return reverse(f"directory:{name}", args=ids)


@pytest.fixture
def administrator(sam: Person) -> Account:
    """The administrator of Sam's organisation."""
    return make.appointed(sam.organisation, "administrator")


def test_a_person_looks_and_finds(own: Client, shed: Any) -> None:
    """USE_DIRECTORY: by a word, with where and by whom."""
    page = seen(own, f"{SEARCH}?q=woodwork")
    assert "Shed on the Hill" in page.text
    assert "Bradford (BD1)" in page.text
    assert page.leads_to(at("service", shed.id))
    assert "Nothing found" in seen(own, f"{SEARCH}?q=astronomy").text


def test_a_postcode_is_sent_in_no_address_and_only_its_district_goes_on(own: Client, shed: Any) -> None:
    """connecting R21: reduced to its district, never kept or logged."""
    districts()
    answer = own.post(SEARCH, {"q": "shed", "near": "bd1 1aa", "miles": "3"})
    assert answer.status_code == 302
    assert "near=BD1&" in answer["Location"]
    assert "1AA" not in answer["Location"].upper().replace("BD1", "")
    page = seen(own, answer["Location"])
    assert "0.5 miles away" in page.text
    assert page.value("near") == "BD1"


def test_a_postcode_that_somebody_put_into_an_address_is_reduced_at_once(own: Client, shed: Any) -> None:
    """connecting R21: the page itself never shows or follows it."""
    answer = own.get(f"{SEARCH}?q=shed&near=BD1+1AA")
    assert answer.status_code == 302
    assert "1AA" not in answer["Location"]


def test_what_is_no_postcode_comes_back_with_everything_typed(own: Client, shed: Any) -> None:
    """A refused form comes back filled."""
    answer = own.post(SEARCH, {"q": "shed", "near": "the hill"})
    assert answer.status_code == 422
    assert "This is no postcode" in answer.content.decode()
    assert "the hill" in answer.content.decode()


@pytest.mark.parametrize(("typed", "said"), [("BT1", "Northern Ireland"), ("ZE1", "does not hold ZE1")])
def test_a_district_that_is_not_there_is_said_in_plain_words(
    own: Client, shed: Any, typed: str, said: str
) -> None:
    """connecting R21."""
    districts()
    from ownwords.connections.models import PostcodeDistrict

    PostcodeDistrict.objects.filter(district="BT1").delete()
    assert said in seen(own, f"{SEARCH}?q=&near={typed}&miles=5").text


def test_without_a_table_nearby_says_so(own: Client, shed: Any) -> None:
    """Nothing is asked outside."""
    assert "nobody has put in a table" in seen(own, f"{SEARCH}?q=&near=BD1&miles=5").text


@pytest.mark.parametrize(
    "address", ["?day=xx", "?miles=7", "?kind=none", "?needs=all", "?q=%00", "?after=zz", "?q=" + "x" * 500]
)
def test_an_address_that_somebody_changed_is_answered(own: Client, shed: Any, address: str) -> None:
    """Bad input."""
    assert own.get(SEARCH + address).status_code in (200, 422)


def test_a_service_says_when_where_what_it_costs_and_how_to_get_in(own: Client, shed: Any) -> None:
    """The page of a service."""
    text = seen(own, at("service", shed.id)).text
    for words in (
        "Every Tuesday and Thursday, 10:00 to 12:30",
        "1 Hill Road",
        "Bus 7 stops outside.",
        "Everybody: free",
        "Step-free from the car park",
        "Ade Bell, Coordinator",
        "Nobody here has said anything yet.",
    ):
        assert words in text


def test_times_that_nobody_vouches_for_say_so(own: Client) -> None:
    """connecting R20: past validity says "times not confirmed", past until says "ended"; 3pm is shown as written."""
    weekly = {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00"}
    taken(
        record(
            schedules=[
                {**weekly, "valid_to": "2021-03-31"},
                {**weekly, "dtstart": "2021-01-04", "until": "2021-06-30"},
                {**weekly, "opens_at": "3pm"},
            ]
        )
    )
    text = seen(own, at("service", service().id)).text
    assert "Times not confirmed since 31 March 2021." in text
    assert "Ended on 30 June 2021." in text
    assert "As the list writes it: MO – 3pm" in text
    assert "Next:" not in text


def test_a_sensitive_address_is_shown_by_area(own: Client) -> None:
    """connecting R21."""
    hidden = record()
    place(hidden)["confidential"] = True
    taken(hidden)
    answer = own.get(at("service", service().id)).content.decode()
    assert "The address is kept private" in answer
    assert "Bradford" in answer
    assert "Hill Road" not in answer
    assert "1AA" not in answer


def test_nothing_of_a_feed_becomes_markup(own: Client) -> None:
    """A feed is nobody's page: texts are escaped, links are links only when they are http."""
    taken(
        record(
            name="A < B <script>x</script>",
            url="javascript:alert(1)",
            description="1 < 2 & <img src=x onerror=a>",
        )
    )
    answer = own.get(at("service", service().id)).content.decode()
    assert "<script>x" not in answer
    assert "onerror" not in answer
    assert "javascript:" not in answer


def test_what_is_gone_or_closed_still_opens_and_says_so(own: Client) -> None:
    """connecting R19: it stays where it is linked."""
    taken(record(), record(id="svc-2", name="Choir", status="temporarily closed"))
    taken(record(id="svc-2", name="Choir", status="temporarily closed"))
    assert "no longer in the list" in seen(own, at("service", service().id)).text
    assert "closed for a while" in seen(own, at("service", service("svc-2").id)).text


def test_a_service_that_is_not_there_is_not_found(own: Client) -> None:
    """Missing is missing."""
    assert own.get(at("service", uuid4())).status_code == 404


# ---- what people here know ----------------------------------------------------------------------------------------


def typed(**fields: str) -> dict[str, str]:
    """A form as a browser sends it."""
    blank = dict.fromkeys(("turn_up", "step_free", "phone", "ask_for", "quiet_time", "cost", "words"), "")
    return {**blank, **day_of(None, "visited_on"), "submission": key(), "version": "0", **fields}


def test_a_worker_adds_what_the_list_lacks_and_an_import_never_touches_it(
    staff: Client, own: Client, shed: Any
) -> None:
    """connecting R19: phone, just turn up, quiet time, who to ask for, last visited by; re-import keeps it."""
    today = timezone.localdate()
    fields = typed(turn_up="yes", phone="01632 960 002", ask_for="Ade", quiet_time="Tuesdays after two")
    answer = staff.post(at("local", shed.id), {**fields, **day_of(today, "visited_on")})
    assert answer.status_code == 302
    taken(record(name="Shed under another name", phones=[{"number": "01632 960 999"}]))
    text = seen(own, at("service", shed.id)).text
    for words in ("Shed under another name", "01632 960 002", "Ade", "Tuesdays after two", "by Amina Yusuf"):
        assert words in text
    assert Act.objects.filter(verb="local_knowledge_added").count() == 1


def test_a_person_is_never_named(own: Client, staff: Client, sam: Person, shed: Any) -> None:
    """Persons as "somebody who uses the service"."""
    own.post(at("local", shed.id), typed(words="The back room is quiet."))
    text = seen(staff, at("service", shed.id)).text
    assert "Said by somebody who uses the service" in text
    assert "Sam" not in text


def test_staff_of_another_organisation_are_not_named(own: Client, shed: Any) -> None:
    """A name stays in its house."""
    far = client_for((make.staff(make.team(), name="Far Away"), "worker"))
    far.post(at("local", shed.id), typed(words="Nice."))
    text = seen(own, at("service", shed.id)).text
    assert "a worker of another organisation" in text
    assert "Far Away" not in text


def test_what_nobody_has_confirmed_for_a_year_is_marked_and_confirmed_by_one_press(
    staff: Client, shed: Any
) -> None:
    """connecting R19: anything not confirmed for a set time is marked stale."""
    staff.post(at("local", shed.id), typed(words="Ring the bell."))
    long_ago = timezone.localdate() - timedelta(days=400)
    LocalKnowledge.objects.update(confirmed_on=long_ago)
    assert "Not confirmed since" in seen(staff, at("service", shed.id)).text
    version = LocalKnowledge.objects.get().version
    staff.post(at("confirm", shed.id), {"version": version})
    assert "Not confirmed since" not in seen(staff, at("service", shed.id)).text
    assert LocalKnowledge.objects.get().confirmed_on == timezone.localdate()
    staff.post(at("confirm", shed.id), {"version": version})
    assert Act.objects.filter(verb="local_knowledge_confirmed").count() == 1


def test_two_who_write_at_once_see_both_texts(staff: Client, own: Client, shed: Any) -> None:
    """A conflict shows both; nothing is lost."""
    staff.post(at("local", shed.id), typed(words="Ring the bell."))
    answer = own.post(at("local", shed.id), typed(words="Knock at the side."))
    assert answer.status_code == 409
    assert "Ring the bell." in answer.content.decode()
    assert "Knock at the side." in answer.content.decode()
    assert LocalKnowledge.objects.get().notes == "Ring the bell."


def test_a_form_sent_twice_is_kept_once(staff: Client, shed: Any) -> None:
    """A double press."""
    fields = typed(words="Ring the bell.")
    assert [staff.post(at("local", shed.id), fields).status_code for _ in range(2)] == [302, 302]
    assert LocalKnowledge.objects.get().version == 1


def test_every_version_is_kept_and_staff_read_it(staff: Client, own: Client, shed: Any) -> None:
    """House rule 7: what stood there before, by whom and when."""
    staff.post(at("local", shed.id), typed(words="Ring the bell."))
    own.post(at("local", shed.id), typed(words="The bell is broken.", version="1"))
    text = seen(staff, at("local_history", shed.id)).text
    assert "Ring the bell." in text
    assert "The bell is broken." in text
    assert "Amina Yusuf" in text


def test_what_was_put_right_is_read_again_by_staff_and_by_who_said_it_alone(
    sam: Person, worker: Account, staff: Client, own: Client, shed: Any
) -> None:
    """connecting R19: a number that was somebody's own, and was taken out, is not read on by everybody."""
    staff.post(at("local", shed.id), typed(words="Ask for Ann on 01632 960 111."))
    own.post(at("local", shed.id), typed(words="Ask at the desk.", version="1"))
    staff.post(at("local", shed.id), typed(words="Ring the bell.", version="2"))
    text = seen(own, at("local_history", shed.id)).text
    assert "01632 960 111" not in text
    assert "Ask at the desk." in text
    assert "Ring the bell." in text
    beside = make.account("Ruth")
    make.beside(sam, beside, "supporter")
    text = seen(client_for((beside, "supporter")), at("local_history", shed.id)).text
    assert "Ask" not in text
    assert "Ring the bell." in text
    assert "01632 960 111" in seen(staff, at("local_history", shed.id)).text
    count = "SELECT count(*) FROM connections_localknowledgeevent WHERE notes LIKE %s"
    for who, role, found in ((beside, "supporter", 0), (sam.account, "person", 0), (worker, "worker", 1)):
        with seen_by(who.id, role), connection.cursor() as cursor:
            cursor.execute(count, ["%960 111%"])
            assert cursor.fetchone() == (found,)


def test_nothing_said_and_a_visit_tomorrow_are_refused(staff: Client, shed: Any) -> None:
    """Bad input: the form comes back with what was typed."""
    assert staff.post(at("local", shed.id), typed()).status_code == 422
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = staff.post(at("local", shed.id), typed(words="Ring.") | day_of(tomorrow, "visited_on"))
    assert answer.status_code == 422
    assert "This day has not come yet" in answer.content.decode()
    assert "Ring." in answer.content.decode()
    assert not LocalKnowledge.objects.exists()


def test_who_may_not_add_finds_no_such_page(sam: Person, shed: Any) -> None:
    """KEEP_LOCAL: a supporter reads, an administrator and a researcher do neither."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    supporter = client_for((sister, "supporter"))
    assert supporter.get(at("service", shed.id)).status_code == 200
    assert supporter.get(at("local", shed.id)).status_code == 404
    with pytest.raises(NotFound):
        keep_local(viewer=make.viewing(sister), service_id=shed.id, known=Known(notes="x"), version=0)
    with pytest.raises(NotFound):
        confirm_local(viewer=make.viewing(sister), service_id=shed.id, version=1)
    with seen_by(sister.id, "supporter"), pytest.raises(DatabaseError), transaction.atomic():
        LocalKnowledge.objects.create(
            service=shed,
            changed_by_id=sister.id,
            changed_by_role="x",
            confirmed_by_id=sister.id,
            confirmed_by_role="x",
        )


def test_nobody_signs_with_another_name(worker: Account, shed: Any) -> None:
    """The second lock: who wrote is who writes."""
    with seen_by(worker.id, "worker"), pytest.raises(DatabaseError), transaction.atomic():
        LocalKnowledge.objects.create(
            service=shed, changed_by_id=uuid4(), changed_by_role="worker", confirmed_by_id=worker.id,
            confirmed_by_role="worker",
        )  # fmt: skip


def test_answers_that_there_are_not_are_refused(worker: Account, shed: Any) -> None:
    """Bad input, past the form."""
    with pytest.raises(Refused):
        keep_local(viewer=make.viewing(worker), service_id=shed.id, known=Known(turn_up="maybe"), version=0)
    with pytest.raises(StaleEdit):
        keep_local(viewer=make.viewing(worker), service_id=shed.id, known=Known(notes="x"), version=3)
    with pytest.raises(NotFound):
        keep_local(viewer=make.viewing(worker), service_id=uuid4(), known=Known(notes="x"), version=0)


# ---- the administrator's page --------------------------------------------------------------------------------------


def test_the_administrator_sees_lists_reports_and_sets_how_long_things_hold(
    administrator: Account, worker: Account
) -> None:
    """MANAGE_DIRECTORY: sources, last imports with their reports, staleness time."""
    taken(record(), record(id="svc-2", name=None), source="Council list")
    runs = client_for((administrator, "administrator"))
    page = seen(runs, at("manage"))
    assert "Council list" in page.text
    assert "1 added, 0 changed, 0 unchanged, 0 gone, 1 refused." in page.text
    from ownwords.connections.models import DirectoryImport

    report = seen(runs, at("import_report", DirectoryImport.objects.get().id)).text
    assert "[1].name" in report
    assert "It has no name." in report
    assert runs.post(at("manage"), {"stale_months": "6", "version": "0"}).status_code == 302
    days = (timezone.localdate() - stale_before(make.viewing(worker))).days
    assert 180 <= days <= 185
    assert runs.post(at("manage"), {"stale_months": "0", "version": "1"}).status_code == 422
    assert runs.post(at("manage"), {"stale_months": "9", "version": "0"}).status_code == 409


def test_nobody_else_reaches_the_administrators_page(own: Client, staff: Client, worker: Account) -> None:
    """MANAGE_DIRECTORY."""
    for client in (own, staff):
        assert client.get(at("manage")).status_code == 404
        assert client.get(at("import_report", uuid4())).status_code == 404
    with pytest.raises(NotFound):
        set_staleness(viewer=make.viewing(worker), months=6, version=0)
    with seen_by(worker.id, "worker"), pytest.raises(DatabaseError), transaction.atomic():
        DirectorySetting.objects.create(organisation=worker.organisation, changed_by_id=worker.id)


def test_a_page_of_found_services_asks_little(own: Client) -> None:
    """Query budget: twenty cards cost what one costs."""
    districts()
    taken(*(record(id=f"s{n}", name=f"Shed {n}") for n in range(30)))
    for address, most in ((f"{SEARCH}?q=shed", 12), (f"{SEARCH}?q=shed&near=BD1&miles=5", 13)):
        with asked() as statements:
            seen(own, address)
        assert len(statements) <= most, statements
    with asked() as statements:
        seen(own, at("service", service("s1").id))
    assert len(statements) <= 9


def test_the_second_lock_reads_alike_for_everybody(sam: Person, shed: Any) -> None:
    """What feeds say is nobody's secret."""
    for account, role in ((sam.account, "person"), (make.staff(make.team()), "worker")):
        assert account is not None
        with seen_by(account.id, role), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM connections_directoryservice")
            assert cursor.fetchone()[0] == 1
