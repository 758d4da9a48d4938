"""Values and treatment preferences: every field, in order, used or not, and who can see each."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import Wording, add_entry
from ownwords.record.actions.links import use_in
from ownwords.record.method import tools
from ownwords.record.models import Entry, Goal, Kind, Preference, Said
from ownwords.record.queries.links import rests_on, where_used
from ownwords.record.queries.values import values_of
from tests import factories as make
from tests.around_sam import opened_by
from tests.queries import asked

pytestmark = pytest.mark.django_db


def page_of(client: Client, sam: Person) -> str:
    """The page with all sections."""
    return client.get(reverse("record:values", args=[sam.id])).content.decode()


def add(client: Client, sam: Person, kind: str, **typed: str) -> int:
    """Send the form for one kind; return the status."""
    typed.setdefault("visibility", "team")
    return int(client.post(reverse("record:entry_add", args=[sam.id, kind]), typed).status_code)


def test_the_page_has_every_section_and_says_why(sam: Person, own: Client) -> None:
    """refocus 1.5 and R5; DESIGN house rule 5."""
    page, tool = page_of(own, sam), tools.values_and_preferences()
    assert tool.purpose.skip in page
    for field in tool.fields:
        assert f'id="{field.key}"' in page
    assert reverse("record:entry_add", args=[sam.id, "understanding"]) not in page


def test_each_section_takes_its_own_short_form(sam: Person, own: Client) -> None:
    """refocus 1.5: people with a name, identity with an optional start, a story with its time and mark."""
    assert add(own, sam, "people", about="Ruth", words="We look after each other.") == 303
    assert add(own, sam, "identity", words="I am a fisherman.", about="work") == 303
    assert (
        add(own, sam, "story", words="The harbour burnt.", happened_words="as a child", not_read_aloud="on")
        == 303
    )
    assert add(own, sam, "crisis", words="Call Ruth.", about="In the blue folder") == 303
    wish = {
        "subject": "home-visits",
        "words": "Ring first",
        "not_wanted": "Letting yourself in",
        "why": "It scares me",
    }
    assert add(own, sam, "preference", force="must", **wish) == 303
    page = page_of(own, sam)
    for words in (
        "Work and what I do",
        "as a child",
        "Not to be read aloud",
        "In the blue folder",
        *wish.values(),
    ):
        assert (words if words != "home-visits" else "Visits at home") in page
    assert "This must be so" in page


def test_what_matters_is_put_in_order_by_pressing(sam: Person, own: Client) -> None:
    """refocus 1.5 "rankable"; platform 3.2: no drag-only control."""
    _first, _second, third = (make.entry(sam, words) for words in ("sea", "tea", "peace"))
    move = reverse("record:values_order", args=[sam.id, third.id])
    own.post(move, {"direction": "up"})
    own.post(move, {"direction": "up"})
    own.post(move, {"direction": "up"})
    rows = values_of(opened_by(sam.account, sam))[Kind.MATTERS]
    assert [row.words for row in rows] == ["peace", "sea", "tea"]
    assert {row.version for row in rows} == {1}
    assert own.post(move, {"direction": "sideways"}).status_code == 303


def test_the_person_answers_the_workers_understanding(sam: Person, own: Client, staff: Client) -> None:
    """refocus 1.5: yes, not quite, no."""
    assert add(staff, sam, "understanding", words="You want quiet.") == 303
    entry = Entry.objects.get()
    assert entry.standing == "offered"
    answer = reverse("record:entry_answer", args=[sam.id, entry.id])
    assert "Yes, that is right" in page_of(own, sam)
    assert own.post(answer, {"standing": "maybe", "version": "1"}).status_code == 422
    assert (
        own.post(
            answer, {"standing": "not_quite", "answer_words": "Quiet, not alone.", "version": "1"}
        ).status_code
        == 303
    )
    assert "Quiet, not alone." in page_of(staff, sam)
    assert staff.post(answer, {"standing": "kept", "version": "2"}).status_code == 404


def test_each_thing_says_where_it_is_used_and_that_unused_is_no_fault(
    sam: Person, own: Client, staff: Client
) -> None:
    """refocus R6."""
    value, opened = make.entry(sam, "I want to see the sea."), opened_by(sam.account, sam)
    assert "Not used in a goal or a talk yet." in page_of(own, sam)
    goal = add_entry(
        opened=opened, kind=Kind.GOAL, wording=Wording("A day in Whitby"), detail=Goal(origin="person")
    )
    use_in(opened=opened, source=goal, relation="why", targets=[value.id])
    assert "A day in Whitby" in page_of(own, sam)
    assert [use.words for use in where_used(opened, [value])[value.id]] == ["A day in Whitby"]
    assert rests_on(opened, [goal.id], "why") == {goal.id: [value]}
    Entry.objects.filter(pk=goal.pk).update(visibility="me")
    assert "A day in Whitby" not in page_of(staff, sam)


def test_links_hold_only_to_what_the_viewer_sees_and_keep_what_they_do_not(
    sam: Person, worker: Account
) -> None:
    """ids of other people are refused; a hidden link survives somebody else's save."""
    private = make.entry(sam, "private", visibility="me")
    goal = make.entry(sam, "A goal", "goal")
    Goal.objects.create(entry=goal, origin="person")
    own, theirs = opened_by(sam.account, sam), opened_by(worker, sam)
    use_in(opened=own, source=goal, relation="why", targets=[private.id])
    for stranger in (private.id, make.entry(make.person()).id):
        with pytest.raises(Refused):
            use_in(opened=theirs, source=goal, relation="why", targets=[stranger])
    use_in(opened=theirs, source=goal, relation="why", targets=[])
    assert rests_on(own, [goal.id], "why") == {goal.id: [private]}


def test_a_worker_sees_only_what_is_shared(sam: Person, staff: Client) -> None:
    """refocus R11: visibility per entry, in every section."""
    make.entry(sam, "for the team", "story")
    make.entry(sam, "just mine", "story", visibility="me")
    page = page_of(staff, sam)
    assert "for the team" in page
    assert "just mine" not in page


def test_words_are_kept_and_shown_letter_for_letter_in_any_script(sam: Person, own: Client) -> None:
    """peer-support PS-07; right to left."""
    words = "  I’d like\r\nto see the sea — 🌊 e\u0301 שלום <i>"
    add(own, sam, "matters", words=words)
    assert Entry.objects.get().words == words.replace("\r\n", "\n")
    assert (
        '<p class="ow-said__words" dir="auto">  I’d like\nto see the sea — 🌊 e\u0301 שלום &lt;i&gt;</p>'
        in page_of(own, sam)
    )


@pytest.mark.parametrize("address", ["values_print", "values_print?blank", "map_print"])
def test_sheets_to_print_and_fill_in_by_hand(sam: Person, own: Client, address: str) -> None:
    """refocus R3."""
    make.entry(sam, "I want to see the sea.")
    entry = make.entry(sam, "Ring first", "preference")
    Preference.objects.create(entry=entry, subject="home-visits", not_wanted="Letting yourself in")
    name, _, blank = address.partition("?")
    page = own.get(reverse(f"record:{name}", args=[sam.id]), {"blank": "1"} if blank else {}).content.decode()
    assert ("Ring first" in page) is (address == "values_print")


@pytest.mark.parametrize("page", ["values", "values_print", "meaning", "strengths", "strengths_print"])
def test_pages_ask_as_much_for_fifty_entries_as_for_five(sam: Person, staff: Client, page: str) -> None:
    """platform: query budgets; no more than 12."""
    address, counts = reverse(f"record:{page}", args=[sam.id]), []
    staff.get(address)
    for number in (1, 9):
        for _one in range(number):
            for kind in ("matters", "story", "meaning", "helped"):
                make.entry(sam, "words", kind)
            for kind, detail in (
                ("strength", {"domain": "people"}),
                ("preference", {"subject": "medication"}),
            ):
                add_entry(
                    opened=opened_by(sam.account, sam), kind=kind, wording=Wording("words"),
                    detail=Entry._meta.get_field(kind).related_model(**detail),
                )  # fmt: skip
        with asked() as statements:
            staff.get(address)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12


def test_another_voice_is_named(sam: Person, own: Client, staff: Client) -> None:
    """DESIGN house rule 1: who said it, and who wrote it down."""
    add(staff, sam, "helped", words="Long walks.", said_by=Said.FAMILY, said_by_name="Ruth")
    add(staff, sam, "worse", words="Being rushed.", said_by=Said.PERSON)
    page = page_of(own, sam)
    assert "Ruth, written down by Amina Yusuf" in page
    assert "You, written down by Amina Yusuf" in page
