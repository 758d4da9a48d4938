"""The first page of every role, and what stands on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.actions import make_links, note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Look
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.schedules import About, Reminding, Rhythm, make_schedule
from ownwords.people.models import Account, Person, Team
from ownwords.record.models import Conversation, Entry, Goal, NotAsked, Share, Step
from ownwords.site.queries import homes
from ownwords.site.queries.team import team_page
from tests import factories as make
from tests.around_sam import opened_by
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
TODAY_MOST = 13
LONG_AGO = timedelta(days=40)


@pytest.fixture
def team() -> Team:
    """A team."""
    return make.team(name="Harbour team")


@pytest.fixture
def sam(team: Team) -> Person:
    """A person of the team."""
    return make.person(team, "Sam")


@pytest.fixture
def amina(team: Team) -> Account:
    """A worker of the team."""
    return make.staff(team, name="Amina Yusuf")


def own(person: Person) -> Client:
    """The person, signed in."""
    return client_for((person.account, "person"))


def goal(of: Person, words: str = "I want to keep pigeons.", **fields: Any) -> Entry:
    """Make a goal; fields of the entry are given as entry_..."""
    about = {name[6:]: fields.pop(name) for name in list(fields) if name.startswith("entry_")}
    entry = make.entry(of, words, "goal", **about)
    Goal.objects.create(entry=entry, **{"origin": "person", **fields})
    return entry


def promise(entry: Entry, words: str, by: Account | None, **fields: Any) -> Step:
    """Make a promise; without a worker, a step of the person's own."""
    owner = {"owner": "worker", "owner_account": by, "owner_name": by.name} if by else {"owner": "person"}
    who = entry.written_by_id
    return Step.objects.create(
        entry=entry, person=entry.person, words=words, written_by_id=who, changed_by_id=who, **owner, **fields
    )


def older(entry: Entry) -> Entry:
    """Return an entry made 40 days ago: written so at once, for what was said first never changes."""
    then = timezone.now() - LONG_AGO
    return make.entry(entry.person, entry.words + " once", entry.kind, created_at=then)


def page(client: Client, name: str, **find: str) -> str:
    """Return a page that must answer."""
    answer = client.get(reverse(name), find)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("role", "where"),
    [
        ("worker", "today"),
        ("team_lead", "team"),
        ("peer_worker", "shared"),
        ("researcher", "studies"),
        ("administrator", "health"),
    ],
)
def test_every_role_begins_where_its_work_is(team: Team, role: str, where: str) -> None:
    """Homes: each role has its own."""
    appointed = role in ("administrator", "researcher")
    who = make.appointed(team.organisation, role) if appointed else make.staff(team, role)
    assert client_for((who, role)).get(reverse("home"))["Location"] == reverse(where)


def test_signed_out_is_asked_to_sign_in(client: Client) -> None:
    """Nothing is shown before."""
    assert "/login/" in client.get(reverse("home"))["Location"]


def test_a_researcher_is_told_that_no_record_is_visible(team: Team) -> None:
    """Researchers see no record at all."""
    who = make.appointed(team.organisation, "researcher")
    assert "nobody’s record" in page(client_for((who, "researcher")), "studies")


def test_the_persons_home_shows_their_words_goals_and_what_was_promised(sam: Person, amina: Account) -> None:
    """Homes; RS-06: an overdue promise stands there until it is kept or explained."""
    make.entry(sam, "I miss the sea.", visibility="me")
    promise(goal(sam), "Ring the club", amina, due_on=timezone.localdate() - timedelta(days=1))
    promise(goal(sam, "Another"), "Oil the door", None)
    found = page(own(sam), "home")
    for words in (
        "I miss the sea.",
        "I want to keep pigeons.",
        "Ring the club",
        "Oil the door",
        "Amina Yusuf",
    ):
        assert words in found
    assert "the day has passed" in found
    assert "only you" in found
    assert not Look.objects.exists()


def test_what_the_person_planned_to_look_at_now_is_one_press_away(sam: Person) -> None:
    """RS-14, RS-15: from the first page to the number in one press; what is not due yet is left out."""
    due, later = make.line(sam, "Sleep that holds"), make.line(sam, "The allotment")
    who, today = opened_by(sam.account, sam), timezone.localdate()
    for line, first in ((due, today), (later, today + timedelta(days=400))):
        make_schedule(opened=who, about=About(line.id), rhythm=Rhythm(first, "year"), reminding=Reminding(""))
    found = page(own(sam), "home")
    assert "A good time to look again" in found
    assert reverse("measures:rate", args=[sam.id, due.id]) in found
    assert "The allotment" not in found
    plans = own(sam).get(reverse("measures:schedules", args=[sam.id])).content.decode()
    assert plans.count("Look now") == 1
    make.rating(due, 4)
    assert "A good time to look again" not in page(own(sam), "home")


def test_the_persons_home_asks_fifteen_questions_at_most(sam: Person, amina: Account) -> None:
    """Query budget, the same however much there is."""
    client = own(sam)
    promise(goal(sam), "Ring the club", amina)
    make.entry(sam)
    client.get(reverse("home"))
    with asked() as few:
        client.get(reverse("home"))
    for n in range(12):
        promise(goal(sam, f"Goal {n}"), "Ring", amina)
        make.entry(sam, f"Words {n}")
    with asked() as many:
        client.get(reverse("home"))
    assert len(few) == len(many) <= 15, many


def test_nobody_has_asked_me_goes_to_the_team_and_comes_back_answered(
    sam: Person, amina: Account, team: Team
) -> None:
    """R19: the person sees the three practices and flags one; the team answers; nobody is blamed."""
    make.beside(sam, amina, "named_worker")
    client, lead = own(sam), client_for((make.staff(team, "team_lead"), "team_lead"))
    for _ in range(2):
        assert client.post(reverse("not_asked"), {"practice": "strengths"}).status_code == 302
    flag = NotAsked.objects.get()
    assert "Your team has not answered yet" in page(client, "home")
    assert "nobody has asked them" in page(lead, "team")
    worker = client_for((amina, "worker"))
    assert "nobody has asked them" in page(worker, "today")
    address = reverse("answer_not_asked", args=[sam.id, flag.id])
    assert worker.get(address).status_code == 200
    assert worker.post(address, {"words": ""}).status_code == 422
    assert worker.post(address, {"words": "On Thursday, if you like."}).status_code == 302
    assert "On Thursday, if you like." in page(client, "home")
    assert "nobody has asked them" not in page(lead, "team")


def test_the_person_closes_their_own_flag_without_a_word(sam: Person) -> None:
    """They have been asked now."""
    client = own(sam)
    client.post(reverse("not_asked"), {"practice": "goals"})
    flag = NotAsked.objects.get()
    client.post(reverse("answer_not_asked", args=[sam.id, flag.id]))
    flag.refresh_from_db()
    assert flag.answered_by == sam.account


@pytest.mark.parametrize("practice", ["", "money", "x" * 5000])
def test_a_practice_that_does_not_exist_is_refused(sam: Person, practice: str) -> None:
    """Bad input."""
    assert own(sam).post(reverse("not_asked"), {"practice": practice}).status_code == 422


def test_today_shows_own_promises_first_then_those_of_others(sam: Person, amina: Account, team: Team) -> None:
    """R8; own first, also for people whose named worker somebody else is."""
    make.beside(sam, amina, "named_worker")
    jo, bo = make.person(team, "Jo"), make.staff(team, name="Bo")
    day = timezone.localdate()
    promise(goal(jo), "Ring the landlord", amina, due_on=day - timedelta(days=3))
    promise(goal(sam), "Bring the form", bo, due_on=day)
    promise(goal(sam), "Much later", bo, due_on=day + timedelta(days=60))
    promise(goal(jo), "Of somebody else", bo, due_on=day)
    promise(goal(sam), "Sam's own step", None, due_on=day)
    found = page(client_for((amina, "worker")), "today")
    assert found.index("Ring the landlord") < found.index("Bring the form")
    assert "the day has passed" in found
    for words in ("Much later", "Of somebody else", "own step"):
        assert words not in found
    assert set(Look.objects.values_list("about_id", "part")) == {
        (sam.id, "list:today"),
        (jo.id, "list:today"),
    }


def test_today_shows_reviews_visits_and_whom_i_have_not_been_in_touch_with(
    sam: Person, amina: Account, team: Team
) -> None:
    """Homes: what is due for the people whose named worker I am; worded about us, never about them."""
    jo = make.person(team, "Jo")
    for one in (sam, jo):
        make.beside(one, amina, "named_worker")
    day = timezone.localdate()
    goal(sam, "Look at this one", review_on=day)
    goal(sam, "Not this one", review_on=day + timedelta(days=30))
    talk = make.entry(sam, "About the loft", "conversation")
    Conversation.objects.create(entry=talk, template="visit", held_on=day, look_again_on=day)
    found = page(client_for((amina, "worker")), "today")
    assert "Look at this one" in found
    assert "Not this one" not in found
    assert "About the loft" in found
    seen = homes.today(make.viewing(amina))
    assert [one.called for one in seen.not_in_touch] == ["Jo"]
    assert "our calendar" in found


def test_today_shows_what_was_said_long_ago_and_is_not_used(sam: Person, amina: Account) -> None:
    """R6: unused after 30 days appears on the worker's list, never as a fault of the person."""
    make.beside(sam, amina, "named_worker")
    used = older(Entry(person=sam, words="I bake", kind="strength"))
    unused = older(Entry(person=sam, words="I sing", kind="strength"))
    make.entry(sam, "Said today", "strength")
    rests = goal(sam)
    make_links(
        about_id=sam.id,
        source=Ref("goal", rests.id),
        relation="uses",
        targets=[Ref("strength", used.id)],
        made_by_id=None,
    )
    assert [one.id for one in homes.today(make.viewing(amina)).unused] == [unused.id]


def test_what_a_person_keeps_to_themselves_is_on_nobodys_list(
    sam: Person, amina: Account, team: Team
) -> None:
    """Visibility per entry holds on every list."""
    make.beside(sam, amina, "named_worker")
    day = timezone.localdate()
    secret = goal(sam, "My secret", review_on=day, entry_visibility="me")
    promise(secret, "Secret promise", amina, due_on=day)
    make.entry(sam, "Secret strength", "strength", visibility="me", created_at=timezone.now() - LONG_AGO)
    lead = client_for((make.staff(team, "team_lead"), "team_lead"))
    for found in (page(client_for((amina, "worker")), "today"), page(lead, "team")):
        assert "ecret" not in found


def test_a_new_worker_reads_what_they_have_not_done_yet(amina: Account) -> None:
    """R15: private, and gone when done."""
    viewer = make.viewing(amina)
    assert homes.not_yet_done(viewer) == ["conversation", "promise", "value", "strength", "goal"]
    for verb, kind in (
        (Verb.ENTRY_ADDED, "conversation"),
        (Verb.STEP_REVIEWED, "step"),
        (Verb.ENTRY_ADDED, "preference"),
        (Verb.ENTRY_ADDED, "strength"),
    ):
        note_act(verb=verb, actor_id=amina.id, role="worker", thing=Ref(kind, amina.id))
    assert homes.not_yet_done(viewer) == ["goal"]
    assert "New here?" in page(client_for((amina, "worker")), "today")


def test_today_asks_at_most_thirteen_questions(sam: Person, amina: Account, team: Team) -> None:
    """Query budget, the same for one person and for thirty."""
    client = client_for((amina, "worker"))
    make.beside(sam, amina, "named_worker")
    promise(goal(sam, review_on=timezone.localdate()), "One", amina)
    client.get(reverse("today"))
    with asked() as few:
        client.get(reverse("today"))
    for n in range(30):
        one = make.person(team, f"Person {n}", signs_in=False)
        make.beside(one, amina, "named_worker")
        promise(goal(one, review_on=timezone.localdate(), entry_written_by=amina), f"Promise {n}", amina)
    with asked() as many:
        client.get(reverse("today"))
    assert len(few) == len(many) <= TODAY_MOST, "\n".join(one[:90] for one in many)


def test_the_team_page_shows_promises_and_workers_without_ranking(
    sam: Person, amina: Account, team: Team
) -> None:
    """Homes, RS-05: who promised what by when; no figure of a worker."""
    bo = make.staff(team, name="Bo")
    day = timezone.localdate()
    promise(goal(sam), "Later", amina, due_on=day + timedelta(days=3))
    promise(goal(sam), "Sooner", bo, due_on=day)
    lead = client_for((make.staff(team, "team_lead", "Lee"), "team_lead"))
    found = page(lead, "team")
    assert found.index("Sooner") < found.index("Later")
    workers = [row.account.name for row in team_page(make.viewing(bo)).members]
    assert workers == ["Amina Yusuf", "Bo", "Lee"]
    assert Look.objects.filter(part="list:team", about_id=sam.id).exists()


def test_shares_of_goals_are_exact_and_hidden_when_few(team: Team, amina: Account) -> None:
    """RS-04: 40 goals give the exact shares, with the number unclassified; 3 goals give no figure."""
    viewer = make.viewing(amina)
    people = [make.person(team, f"P{n}", signs_in=False) for n in range(10)]
    fields: list[dict[str, Any]] = [{"kind_by_person": "personal"}] * 3
    for n, about in enumerate(fields):
        goal(people[n], entry_written_by=amina, **about)
    assert team_page(viewer).goals is None
    rest: list[dict[str, Any]] = (
        [{"kind_by_person": "personal", "kind_by_worker": "clinical"}] * 13
        + [{"kind_by_worker": "clinical", "origin": "worker"}] * 10
        + [{"kind_by_person": "service", "origin": "service"}] * 6
        + [{"kind_by_person": "unsure"}] * 4
        + [{}] * 4
    )
    for n, about in enumerate(rest):
        goal(people[n % 10], entry_written_by=amina, **about)
    found = team_page(viewer).goals
    assert found is not None
    assert found.total == 40
    assert [(one.count, one.percent) for one in found.kinds] == [(16, 40), (10, 25), (6, 15), (4, 10)]
    assert found.unclassified == 4
    assert [one.count for one in found.origins] == [24, 0, 0, 10, 6]


def test_people_without_a_goal_of_their_own_are_a_question_to_the_team(team: Team, amina: Account) -> None:
    """RS-07: a question, no name, nothing below five."""
    lead = client_for((make.staff(team, "team_lead"), "team_lead"))
    people = [make.person(team, f"P{n}", signs_in=False) for n in range(5)]
    for one in people[:4]:
        goal(one, kind_by_worker="clinical", entry_written_by=amina)
    goal(people[4], kind_by_person="personal", entry_written_by=amina)
    assert "none of theirs" not in page(lead, "team")
    goal(make.person(team, "P6", signs_in=False), kind_by_worker="service", entry_written_by=amina)
    assert "5 people have open goals, and none of theirs" in page(lead, "team")


def test_the_team_page_asks_at_most_twelve_questions(sam: Person, amina: Account, team: Team) -> None:
    """Query budget."""
    client = client_for((make.staff(team, "team_lead"), "team_lead"))
    promise(goal(sam), "One", amina)
    client.get(reverse("team"))
    with asked() as few:
        client.get(reverse("team"))
    for n in range(20):
        one = make.person(team, f"P{n}", signs_in=False)
        promise(goal(one, entry_written_by=amina), f"Promise {n}", make.staff(team))
    with asked() as many:
        client.get(reverse("team"))
    assert len(few) == len(many) <= 12, many


@pytest.mark.parametrize("role", ["supporter", "peer_worker"])
def test_shared_with_me_shows_what_was_shared_and_nothing_else(sam: Person, team: Team, role: str) -> None:
    """Supporters and peer workers see what is shared with them."""
    who = make.account("Ruth") if role == "supporter" else make.staff(team, role)
    make.beside(sam, who, role)
    open_entry = make.entry(sam, "Open to Ruth", visibility="named")
    make.entry(sam, "Open to the team only")
    Share.objects.create(entry=open_entry, person=sam, account=who, made_by_id=sam.account_id)
    found = page(client_for((who, role)), "shared")
    assert "Open to Ruth" in found
    assert "Open to the team only" not in found
    assert Look.objects.get().part == "list:shared"


def test_shared_with_me_asks_no_question_a_person(team: Team) -> None:
    """No query a row."""
    ruth = make.account("Ruth")
    client = client_for((ruth, "supporter"))

    def one_more(n: int) -> None:
        one = make.person(team, f"P{n}")
        make.beside(one, ruth, "supporter")
        entry = make.entry(one, visibility="named")
        Share.objects.create(entry=entry, person=one, account=ruth, made_by_id=one.account_id)

    one_more(0)
    client.get(reverse("shared"))
    with asked() as few:
        client.get(reverse("shared"))
    for n in range(1, 12):
        one_more(n)
    with asked() as many:
        client.get(reverse("shared"))
    assert len(few) == len(many) <= 10, many
