"""Pages of standard measures: purpose first, everything typed still there, nothing reached that is not theirs."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.measures.actions import responses
from ownwords.measures.models import Answer, Asking, Response
from ownwords.people.models import Account, Person
from ownwords.people.sight import Sight
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.forms import begin, filled, phq, switched_on
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
PAGE_MOST = 24


def page_of(client: Client, name: str, *args: object) -> str:
    """Return a page below a person."""
    return client.get(reverse(f"measures:{name}", args=args)).content.decode()


def test_before_the_first_question_stands_what_one_has_to_know(own: Client, sam: Person) -> None:
    """refocus R5: why, how long, that it may be left out, who will see it."""
    page = page_of(own, "instrument_begin", sam.id, "phq-9")
    for told in (
        "It shows whether low mood",
        "about 3 minutes",
        "You may leave out any question",
        "Who can see this?",
        "the last 2 weeks",
    ):
        assert told in page


def test_a_refused_form_comes_back_with_everything_typed(own: Client, sam: Person) -> None:
    """House rule 7: an answer off the scale, a day that does not exist: words, 422, and the rest still there."""
    response = begin(opened_by(sam.account, sam))
    url = reverse("measures:response_fill", args=[sam.id, response.id])
    typed = {
        "version": 1,
        "item-1": "2",
        "item-2": "9",
        "answered_on_day": "31",
        "answered_on_month": "2",
        "answered_on_year": "2026",
    }
    page = own.post(url, typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Give a whole number: 0 to 3." in text
    assert "There is no 31 February 2026." in text
    assert 'name="item-1" type="radio" value="2" checked' in text
    assert 'value="31"' in text
    assert not Answer.objects.exists()


def test_text_in_a_number_is_refused_in_words(own: Client, sam: Person) -> None:
    """Bad input: a scale from 0 to 100 is typed, and what is typed may be anything."""
    switched_on(sam, "eq-5d-5l")
    response = begin(opened_by(sam.account, sam), "eq-5d-5l")
    url = reverse("measures:response_fill", args=[sam.id, response.id])
    for typed in ("eighty", "101", "7.5", "-1", "٣", "1e2"):
        page = own.post(url, {"version": 1, "item-6": typed, "item-1": "1"})
        assert page.status_code == 422
        assert "Give a whole number: 0 to 100." in page.content.decode()
        assert f'value="{typed}"' in page.content.decode()
    both = own.post(url, {"version": 1, "item-6": "80", "item-6-other": "rather_not"})
    assert "but not both" in both.content.decode()
    assert own.post(url, {"version": 1, "item-6": " 80 "}).status_code == 302
    assert Answer.objects.get(item="6").value == 80


def test_a_second_window_does_not_overwrite_the_first(own: Client, sam: Person) -> None:
    """Bad input: two forms at once; what was typed second comes back to be looked at again."""
    response = begin(opened_by(sam.account, sam))
    url = reverse("measures:response_fill", args=[sam.id, response.id])
    own.post(url, {"version": 1, "item-1": "1", "save": "later"})
    page = own.post(url, {"version": 1, "item-1": "3", "item-2": "2", "save": "later"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Somebody changed this since you opened it." in text
    assert 'name="item-2" type="radio" value="2" checked' in text
    assert Answer.objects.get(item="1").value == 1
    assert own.post(url, {"version": 2, "item-1": "3", "save": "later"}).status_code == 302


def test_a_new_edition_is_said_when_a_form_is_taken_up_again(own: Client, sam: Person) -> None:
    """A form half filled and resumed after the edition changed."""
    response = begin(opened_by(sam.account, sam))
    Response.objects.filter(pk=response.pk).update(edition="an older one")
    assert "has a new edition since it was begun" in page_of(own, "response_fill", sam.id, response.id)
    assert "The form has a new edition since" in page_of(own, "instrument_begin", sam.id, "phq-9")


def test_what_was_begun_is_offered_to_go_on_or_to_begin_afresh(own: Client, sam: Person) -> None:
    """refocus R17: resumable."""
    begin(opened_by(sam.account, sam))
    page = page_of(own, "instrument_begin", sam.id, "phq-9")
    assert "Go on with it" in page
    assert "Begin afresh" in page
    url = reverse("measures:instrument_begin", args=[sam.id, "phq-9"])
    refused = own.post(url, {"way": "self", "visibility": "team", "submission": str(uuid4())})
    assert refused.status_code == 422
    assert "begun already" in refused.content.decode()
    fresh = own.post(f"{url}?afresh=1", {"way": "self", "visibility": "team", "submission": str(uuid4())})
    assert fresh.status_code == 302
    assert Response.objects.filter(removed_at__isnull=False).count() == 1


def test_a_worker_asks_and_the_person_answers_not_today(own: Client, staff: Client, sam: Person) -> None:
    """House rule 5: asked, not today, rather not; without blame."""
    staff.post(reverse("measures:instrument_offer", args=[sam.id, "gad-7"]), {"reply": "asked"})
    page = page_of(own, "instrument", sam.id, "gad-7")
    assert "asked on" in page
    asking = Asking.objects.get()
    url = reverse("measures:asking_answer", args=[sam.id, asking.id])
    own.post(url, {"version": asking.version, "reply": "later"})
    asking.refresh_from_db()
    assert asking.reply == "later"
    assert "asked on" not in page_of(own, "instrument", sam.id, "gad-7")
    assert "not today" in page_of(staff, "instrument", sam.id, "gad-7")
    assert own.get(reverse("measures:instrument_offer", args=[sam.id, "gad-7"])).status_code == 404


def test_a_worker_types_in_a_form_from_paper(staff: Client, own: Client, sam: Person) -> None:
    """Ways: self, together, read aloud, paper; with who typed it in."""
    url = reverse("measures:instrument_begin", args=[sam.id, "phq-9"])
    begun = staff.post(url, {"way": "paper", "present": "Ruth", "visibility": "team"})
    staff.post(begun["Location"], {"version": 1, "item-1": "1", "save": "finish"})
    page = page_of(own, "response", sam.id, Response.objects.get().id)
    assert "typed in by Amina Yusuf" in page
    assert "with Ruth" in page


def names() -> tuple[str, ...]:
    """Every page about one form."""
    return (
        "response",
        "response_fill",
        "response_correct",
        "response_sight",
        "response_remove",
        "response_restore",
        "response_rescore",
    )


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_private_form_is_found_by_nobody_but_the_person(
    sam: Person, staff: Client, leading: Client, method: str
) -> None:
    """refocus R11; F8: forbidden = not found, and a POST changes nothing."""
    kept = filled(opened_by(sam.account, sam), phq(1), sight=Sight("me"))
    for client in (staff, leading):
        for name in names():
            url = reverse(f"measures:{name}", args=[sam.id, kept.id])
            assert getattr(client, method)(url, {"version": kept.version}).status_code == 404, name
    kept.refresh_from_db()
    assert kept.version == 2


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_form_of_somebody_else_is_not_found_below_this_person(
    sam: Person, own: Client, staff: Client, method: str
) -> None:
    """platform 11: an id taken from another record opens nothing, even for who may open both."""
    jo = make.person(sam.placements.get().team, "Jo")
    theirs = filled(opened_by(jo.account, jo), phq(*[1] * 9))
    event = theirs.item_events.get()
    for client in (own, staff):
        for name in names():
            url = reverse(f"measures:{name}", args=[sam.id, theirs.id])
            assert getattr(client, method)(url).status_code == 404, name
        talked = reverse("measures:event_talked", args=[sam.id, event.id])
        assert getattr(client, method)(talked).status_code == 404


def test_the_lead_reads_and_changes_nothing(sam: Person, leading: Client) -> None:
    """RS-24: no edit right on another person's answers, on any page."""
    kept = filled(opened_by(sam.account, sam), phq(1))
    page = page_of(leading, "response", sam.id, kept.id)
    assert "Every answer" in page
    assert "Put answers right" not in page
    for name in ("response_fill", "response_correct", "response_remove", "response_sight"):
        url = reverse(f"measures:{name}", args=[sam.id, kept.id])
        assert leading.post(url, {"version": kept.version, "item-1": "3"}).status_code == 404


def test_a_supporter_sees_only_what_is_shared_by_name(sam: Person) -> None:
    """House rule 2."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    own = opened_by(sam.account, sam)
    hidden = filled(own, phq(1))
    shown = filled(own, phq(2), sight=Sight("named", (sister.id,)))
    client = client_for((sister, "supporter"))
    status = [
        client.get(reverse("measures:response", args=[sam.id, one.id])).status_code for one in (hidden, shown)
    ]
    assert status == [404, 200]
    assert client.get(reverse("measures:instrument_begin", args=[sam.id, "phq-9"])).status_code == 404
    listed = page_of(client, "instruments", sam.id)
    assert "Can be filled in" not in listed
    assert "or nothing that you can see" in page_of(client, "instrument", sam.id, "gad-7")


def test_a_form_filled_in_by_oneself_says_by_you(own: Client, staff: Client, sam: Person) -> None:
    """DESIGN, the look: the person's own page speaks to the person."""
    one = filled(opened_by(sam.account, sam), phq(1), sight=Sight("team"))
    assert "by you" in page_of(own, "response", sam.id, one.id)
    assert "by the person" in page_of(staff, "response", sam.id, one.id)


def test_forged_fields_and_tokens_break_nothing(own: Client, sam: Person) -> None:
    """Bad input: broken tokens, unknown replies, NUL, an odd version."""
    response = begin(opened_by(sam.account, sam))
    fill = reverse("measures:response_fill", args=[sam.id, response.id])
    assert own.post(fill, {"version": "x", "item-1": "1"}).status_code == 409
    assert own.post(fill, {"version": "1", "item-1": "\x00"}).status_code == 422
    remove = reverse("measures:response_remove", args=[sam.id, response.id])
    assert own.post(remove, {"version": "1", "reason": " "}).status_code == 422
    restore = reverse("measures:response_restore", args=[sam.id, response.id])
    assert own.post(restore, {"version": "99"}).status_code == 302
    assert own.get(reverse("measures:instrument", args=[sam.id, "nothing-here"])).status_code == 404


def test_pages_cost_no_query_a_form(own: Client, sam: Person, worker: Account) -> None:
    """Query budgets: twelve forms cost what two cost, on every page."""
    opened = opened_by(sam.account, sam)
    for _number in range(2):
        filled(opened, phq(*[1] * 9))
    urls = [
        reverse("measures:instruments", args=[sam.id]),
        reverse("measures:instrument", args=[sam.id, "phq-9"]),
        reverse("measures:response", args=[sam.id, Response.objects.all()[0].id]),
    ]
    statements(own, urls[0])  # the first page of a session asks once more
    few = [len(statements(own, url)) for url in urls]
    for _number in range(10):
        filled(opened, phq(*[1] * 9))
    many = [statements(own, url) for url in urls]
    assert [len(one) for one in many] == few
    assert max(few) <= PAGE_MOST, "\n".join(one[:100] for one in max(many, key=len))


def statements(client: Client, url: str) -> list[str]:
    """What a page asks the database."""
    with asked() as found:
        assert client.get(url).status_code == 200
    return found


def test_what_is_out_of_view_is_listed_to_the_person_and_comes_back(own: Client, sam: Person) -> None:
    """House rule 7."""
    kept = filled(opened_by(sam.account, sam), phq(1))
    own.post(
        reverse("measures:response_remove", args=[sam.id, kept.id]),
        {"version": kept.version, "reason": "Not mine"},
    )
    page = page_of(own, "instrument", sam.id, "phq-9")
    assert "Not mine" in page
    restore = reverse("measures:response_restore", args=[sam.id, kept.id])
    assert "Somebody changed this" in own.post(restore, {"version": "99"}, follow=True).content.decode()
    assert responses.responses_of(opened_by(sam.account, sam)).count() == 0
    own.post(restore, {"version": kept.version + 1})
    assert responses.responses_of(opened_by(sam.account, sam)).count() == 1
