"""Links for one rating: one line, one answer, nothing else; dead links tell nothing and lose nothing."""

from __future__ import annotations

import threading
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.measures.actions.lines import remove_line, share_line
from ownwords.measures.actions.links import LinkGone, make_link, rate_by_link, withdraw_link
from ownwords.measures.actions.ratings import Rated
from ownwords.measures.models import Line, Rating, RatingLink, Schedule, Wording
from ownwords.measures.queries.links import door, held
from ownwords.people.access import NotFound
from ownwords.people.invitations import digest
from ownwords.people.models import Account, Person
from ownwords.people.queries.looks import what_was_done
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


def secret_for(line: Line, by: Account | None = None) -> str:
    """Make a link and return its secret."""
    made = make_link(opened=opened_by(by or line.person.account, line.person), line_id=line.id)
    return made.path.rstrip("/").rsplit("/", 1)[1]


def page(secret: str) -> str:
    return reverse("rate_by_link", args=[secret])


FOUR = Rated(Decimal(4))


def test_a_link_rates_one_line_once_and_is_spent(sam: Person, worker: Account, client: Client) -> None:
    """measures: rating by link without an account; the answer says which wording was seen and how it came."""
    line = make.line(sam, "Getting out")
    secret = secret_for(line, worker)
    sent = {"value": "7", "note": "A good day", "wording": str(line.wordings.get().id)}
    answer = client.post(page(secret), sent)
    assert answer["Location"] == reverse("rated_by_link")
    assert "Your answer is kept" in client.get(answer["Location"]).content.decode()
    kept = Rating.objects.get()
    assert kept.value == 7
    assert (kept.note, kept.way, kept.written_by_id) == ("A good day", "link", None)
    assert RatingLink.objects.get().rating == kept
    again = client.post(page(secret), {"value": "2", "note": "Another"})
    assert again.status_code == 404
    assert Rating.objects.count() == 1
    deeds = what_was_done(opened_by(sam.account, sam)).deeds
    assert (deeds[0].who, deeds[0].reason) == ("The service", "By a link")


def test_looking_uses_nothing_up_and_shows_one_line_only(sam: Person, client: Client) -> None:
    """Mail scanners open links; whoever holds one sees the words and the scale, and no name."""
    line = make.line(sam, "Sleeping through")
    make.line(sam, "Something else entirely")
    make.rating(line, 3, note="What I said before")
    secret = secret_for(line)
    for _time in range(3):
        assert client.head(page(secret)).status_code == 200
        answer = client.get(page(secret))
    words = answer.content.decode()
    assert "Sleeping through" in words
    for hidden in ("Something else", "What I said before", str(sam.id), "Sam"):
        assert hidden not in words
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert RatingLink.objects.get().used_at is None


def test_every_dead_link_gets_the_same_page(sam: Person, client: Client) -> None:
    """Bad input: used, expired, withdrawn, made up, of a closed line: alike, and without telling whose it is."""
    opened = opened_by(sam.account, sam)
    used, expired, withdrawn, closed = (secret_for(make.line(sam, f"Line {n}")) for n in range(4))
    rate_by_link(secret=used, rated=FOUR)
    links = {one.secret_hash: one for one in RatingLink.objects.all()}
    past = timezone.now() - timedelta(seconds=1)
    RatingLink.objects.filter(pk=links[digest(expired)].pk).update(
        made_at=past - timedelta(days=14), expires_at=past
    )
    withdraw_link(opened=opened, link_id=links[digest(withdrawn)].id)
    Line.objects.filter(pk=links[digest(closed)].line_id).update(
        closed_on=timezone.localdate(), closed_as="reached"
    )
    secrets = (used, expired, withdrawn, closed, "x" * 43, "garbage", "' OR 1=1")
    pages = {client.get(page(secret)).content for secret in secrets}
    assert len(pages) == 1
    assert all(client.get(page(secret)).status_code == 404 for secret in secrets)
    assert b"Sam" not in pages.pop()
    for secret in secrets:
        with pytest.raises(LinkGone):
            rate_by_link(secret=secret, rated=FOUR)
    assert Rating.objects.count() == 1


def test_what_was_typed_into_a_dead_link_comes_back(sam: Person, client: Client) -> None:
    """House rule 7: the answer was not kept, so it is shown and not swallowed."""
    secret = secret_for(make.line(sam))
    rate_by_link(secret=secret, rated=FOUR)
    answer = client.post(page(secret), {"value": "9", "note": "Long <b>words</b>"})
    assert answer.status_code == 404
    words = answer.content.decode()
    assert "was not kept" in words
    assert "Number: 9" in words
    assert "Long &lt;b&gt;words&lt;/b&gt;" in words


def test_a_second_press_of_the_same_form_is_no_fault(sam: Person, client: Client) -> None:
    """Bad input: a double tap keeps one answer and says so both times."""
    secret, key = secret_for(make.line(sam)), str(uuid4())
    for _time in range(2):
        answer = client.post(page(secret), {"value": "5", "submission": key})
        assert answer["Location"] == reverse("rated_by_link")
    assert Rating.objects.count() == 1


@pytest.mark.parametrize(
    "typed", [{}, {"value": "11"}, {"value": "-1"}, {"value": "many"}, {"value": "3", "note": "x" * 2_001}]
)
def test_an_answer_that_does_not_fit_comes_back_and_the_link_still_works(
    sam: Person, client: Client, typed: dict[str, str]
) -> None:
    """Bad input: off the scale, no number, too many words."""
    secret = secret_for(make.line(sam))
    assert client.post(page(secret), typed).status_code == 422
    assert held(secret) is not None
    assert client.post(page(secret), {"value": "0"}).status_code == 303
    assert Rating.objects.get().value == 0


def test_rather_not_is_an_answer(sam: Person, client: Client) -> None:
    """measures 3: rather not say is none of blank and 0."""
    secret = secret_for(make.line(sam))
    client.post(page(secret), {"value": "rather_not"})
    kept = Rating.objects.get()
    assert (kept.given, kept.value) == ("rather_not", None)


def test_a_scale_of_ones_own_takes_a_number_with_a_comma(sam: Person, client: Client) -> None:
    """RS-14: own scale; a number as people write it."""
    secret = secret_for(make.line(sam, "Hours asleep", low=0, high=24, unit="hours"))
    assert 'inputmode="decimal"' in client.get(page(secret)).content.decode()
    client.post(page(secret), {"value": "7,5"})
    assert Rating.objects.get().value == Decimal("7.5")


def test_the_rating_points_to_the_words_that_were_seen(sam: Person) -> None:
    """measures 11: reworded while the page was open; another line's wording is never taken."""
    line, other = make.line(sam), make.line(sam, "Other")
    first, secret = line.wordings.get(), secret_for(line)
    Wording.objects.create(line=line, number=2, words="Clearer", written_by=first.written_by)
    rate_by_link(secret=secret, rated=FOUR, wording_id=first.id)
    assert Rating.objects.get().wording == first
    secret = secret_for(line)
    rate_by_link(secret=secret, rated=FOUR, wording_id=other.wordings.get().id)
    assert Rating.objects.latest("created_at").wording.words == "Clearer"


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_is_kept(sam: Person) -> None:
    """Bad input: a link used twice at the same moment: one wins, the other is told."""
    secret = secret_for(make.line(sam))
    told: list[str] = []
    start = threading.Barrier(2)

    def answer(number: int) -> None:
        start.wait(20)
        try:
            rate_by_link(secret=secret, rated=Rated(Decimal(number)))
            told.append("kept")
        except LinkGone:
            told.append("gone")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=answer, args=(number,)) for number in (1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["gone", "kept"]
    assert Rating.objects.count() == 1


def test_the_database_itself_opens_nothing_but_the_line_of_the_link(sam: Person) -> None:
    """The second lock: inside the door of a link one line is there, and only one answer by link can be added."""
    line, other = make.line(sam, "Mine"), make.line(sam, "Other")
    make.rating(line, 3)
    secret = secret_for(line)
    with door("link", digest(secret)):
        assert list(Line.objects.values_list("id", flat=True)) == [line.id]
        assert not Rating.objects.exists()
        assert not Person.objects.exists()
        for columns in ({"line": other}, {"line": line, "way": "imported"}):
            wrong = {"person": sam, "line": line, "wording": line.wordings.get(), "value": 1, "way": "link"}
            with pytest.raises(DatabaseError), transaction.atomic():
                Rating(**wrong | columns).save(force_insert=True)
    with door("link", digest("y" * 43)):
        assert not Line.objects.exists()
        assert not RatingLink.objects.exists()


def test_who_may_make_a_link(sam: Person, worker: Account) -> None:
    """The person or a worker; not for a line that is hidden, closed, or of somebody else."""
    hidden = make.line(sam, "Only mine", visibility="me")
    with pytest.raises(NotFound):
        make_link(opened=opened_by(worker, sam), line_id=hidden.id)
    closed = make.line(sam, closed_on=timezone.localdate(), closed_as="reached")
    with pytest.raises(Refused):
        make_link(opened=opened_by(sam.account, sam), line_id=closed.id)
    ruth = make.account("Ruth")
    make.beside(sam, ruth, "supporter")
    with pytest.raises(NotFound):
        make_link(opened=opened_by(ruth, sam, "supporter"), line_id=hidden.id)


def test_a_link_is_shown_once_and_can_be_withdrawn(sam: Person, staff: Client) -> None:
    """Only the hash is kept, so the answer to the press is the only place where the link stands."""
    line = make.line(sam)
    address = reverse("measures:line_links", args=[sam.id, line.id])
    assert "Make a link" in staff.get(address).content.decode()
    shown = staff.post(address).content.decode()
    assert "/rate/" in shown
    later = staff.get(address).content.decode()
    assert "/rate/" not in later
    link = RatingLink.objects.get()
    assert "Links that still work" in later
    answer = staff.post(reverse("measures:link_withdraw", args=[sam.id, link.id]))
    assert answer["Location"] == address
    assert staff.post(reverse("measures:link_withdraw", args=[sam.id, link.id])).status_code == 404
    verbs = set(Act.objects.filter(about_id=sam.id).values_list("verb", flat=True))
    assert {"rating_link_made", "rating_link_withdrawn"} <= verbs


def test_too_many_tries_are_slowed_down(client: Client) -> None:
    """Nobody can try links by the thousand."""
    answers = [client.get(page("z" * 43)).status_code for _time in range(32)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_link_outlives_the_ending_of_support(sam: Person, client: Client) -> None:
    """RS-14: an ending shuts no door of the person's."""
    secret = secret_for(make.line(sam))
    sam.placements.update(ends_on=timezone.localdate(), ended_by="service")
    assert client.post(page(secret), {"value": "6"}).status_code == 303
    assert not Schedule.objects.exists()


def test_a_link_shows_nothing_to_a_worker_who_may_no_longer_see_the_line(
    sam: Person, worker: Account
) -> None:
    """measures 13: a link that staff made ends when the line is taken from them; the person's own link stays."""
    line = make.line(sam, "Getting out", visibility="team")
    by_worker, by_sam = secret_for(line, worker), secret_for(line)
    me = opened_by(sam.account, sam)
    line = share_line(opened=me, line_id=line.id, version=line.version, sight=Sight("named", (worker.id,)))
    assert held(by_worker) is not None
    share_line(opened=me, line_id=line.id, version=line.version, sight=Sight("me"))
    assert held(by_worker) is None
    assert held(by_sam) is not None


def test_a_line_taken_out_of_view_has_no_open_links(sam: Person) -> None:
    """What is out of view is rated by nobody, and shown to nobody."""
    line = make.line(sam, "Getting out")
    secret = secret_for(line)
    remove_line(opened=opened_by(sam.account, sam), line_id=line.id, version=line.version, reason="Enough.")
    assert held(secret) is None
    with pytest.raises(LinkGone):
        rate_by_link(secret=secret, rated=FOUR)
    assert not Rating.objects.exists()


@pytest.mark.parametrize("typed", ["NaN", "sNaN", "Infinity", "1e400", "-1", "11", "4.555", "1\x000"])
def test_what_is_no_number_of_the_scale_keeps_the_link_and_what_was_typed(
    sam: Person, client: Client, typed: str
) -> None:
    """Bad input is a clear answer; the link still works afterwards."""
    line = make.line(sam, "Hours out", high=Decimal("10.5"))
    secret = secret_for(line)
    answer = client.post(page(secret), {"value": typed, "note": "Kept here"})
    assert answer.status_code == 422 or typed == "11"
    assert "Kept here" in answer.content.decode()
    assert not Rating.objects.exists()
    assert client.post(page(secret), {"value": "0"}).status_code == 303
    assert Rating.objects.get().value == 0


def test_the_same_form_key_on_two_links_is_no_fault_of_the_service(sam: Person, client: Client) -> None:
    """A made-up form key that was used before keeps nothing twice and breaks nothing."""
    line, key = make.line(sam, "Getting out"), str(uuid4())
    first, second = secret_for(line), secret_for(line)
    assert client.post(page(first), {"value": "4", "submission": key}).status_code == 303
    assert client.post(page(second), {"value": "5", "submission": key}).status_code in {303, 404, 422}
    assert Rating.objects.count() == 1
