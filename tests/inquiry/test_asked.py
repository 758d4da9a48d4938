"""What whoever is asked back sees and says by their link: findings in plain words, and nothing of anybody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.models import CheckingReply, CheckingRound, Coding, Respondent, Source, Study
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.asked_links import group, link_for, may_be_quoted, opened_round, page, put, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


@pytest.fixture
def held(inquiry: Study) -> CheckingRound:
    """An open round."""
    return opened_round(inquiry, summary="We talked with nine people.")


@pytest.fixture
def secret(held: CheckingRound) -> str:
    """The link of one respondent."""
    return link_for(make.asked(held.study, round=held))


def test_the_first_page_says_who_asks_and_for_what_without_any_research_tool(
    client: Client, inquiry: Study, held: CheckingRound, secret: str
) -> None:
    """inquiry 27, connecting R25: a page of their own, in plain words; leaving it out is said to be fine."""
    put(held)
    text = shown(client, page("asked", secret))
    for words in (
        "We talked with nine people.",
        "Ines Okafor",
        inquiry.title,
        "You may leave out any of it",
        "Being heard",
    ):
        assert words in text
    assert f"/studies/{inquiry.id}" not in text
    assert "crisis-heading" in text
    answer = client.get(page("asked", secret))
    assert "no-store" in answer["Cache-Control"]
    assert Respondent.objects.get().read_at is not None


def test_a_finding_is_answered_in_own_words_and_the_newest_holds(
    client: Client, held: CheckingRound, secret: str
) -> None:
    """inquiry 27: four answers, words, change of mind; the earlier answer stays kept."""
    one, two = put(held, position=1), put(held, "Waiting wears people out.", position=2)
    where = page("asked_finding", secret, one.id)
    first = client.post(where, {"answer": "partly", "words": "Not always.", "submission": uuid4()})
    assert first.status_code == 303
    assert str(two.id) in first["Location"]
    assert "Not always." in shown(client, where)
    client.post(where, {"answer": "no", "words": "", "submission": uuid4()})
    assert [(one.answer, one.words) for one in CheckingReply.objects.order_by("said_at")] == [
        ("partly", "Not always."), ("no", ""),
    ]  # fmt: skip
    assert CheckingReply.objects.filter(typed_by__isnull=False).count() == 0
    act = Act.objects.filter(verb="study_replied").latest("id")
    assert (act.actor_id, act.about_id) == (None, None)
    # What was answered can be taken back, acts cannot: not even their digests tell answers apart.
    assert len(set(Act.objects.filter(verb="study_replied").values_list("after_digest", flat=True))) == 1


def test_an_answer_stands_beside_the_words_that_were_read(
    client: Client, held: CheckingRound, secret: str
) -> None:
    """inquiry 27: put differently meanwhile, it is read again with everything typed, and the next press keeps it."""
    one = put(held)
    where, form = (
        page("asked_finding", secret, one.id),
        {"answer": "no", "words": "Not I", "submission": uuid4()},
    )
    assert 'name="version" value="1"' in shown(client, where)
    type(one).objects.filter(pk=one.pk).update(words="Being asked helps.", version=2)
    refused = client.post(where, {**form, "version": "1"})
    again = refused.content.decode()
    assert refused.status_code == 422
    for words in (
        "put differently while you were reading",
        "Being asked helps.",
        "Not I",
        'name="version" value="2"',
    ):
        assert words in again
    assert not CheckingReply.objects.exists()
    assert client.post(where, {**form, "version": "2"}).status_code == 303
    assert CheckingReply.objects.get().words == "Not I"


def test_every_answer_may_be_left_out_but_an_empty_form_says_so(
    client: Client, held: CheckingRound, secret: str
) -> None:
    """inquiry 27: words alone are an answer; nothing at all is kept as nothing."""
    one = put(held)
    where = page("asked_finding", secret, one.id)
    assert client.post(where, {"answer": "", "words": ""}).status_code == 422
    assert client.post(where, {"answer": "", "words": "It is more than that."}).status_code == 303
    assert client.post(page("asked_whole", secret), {"words": "Thank you for asking."}).status_code == 303
    assert "Thank you for asking." in shown(client, page("asked", secret))
    refused = client.post(where, {"answer": "best", "words": "Kept on the page"})
    assert refused.status_code == 422
    assert "Kept on the page" in refused.content.decode()
    assert CheckingReply.objects.count() == 2


def test_a_form_sent_again_is_kept_once_and_never_as_something_else(
    client: Client, held: CheckingRound, secret: str
) -> None:
    """Bad input: a replay of a form, as it was and with other words."""
    one, form = put(held), uuid4()
    where = page("asked_finding", secret, one.id)
    for _time in range(2):
        assert client.post(where, {"answer": "agree", "words": "Yes", "submission": form}).status_code == 303
    client.post(where, {"answer": "no", "words": "No", "submission": uuid4()})
    assert client.post(where, {"answer": "agree", "words": "Yes", "submission": form}).status_code == 303
    changed = client.post(where, {"answer": "agree", "words": "Forged", "submission": form})
    assert changed.status_code == 422
    assert CheckingReply.objects.count() == 2


@pytest.fixture
def quoted(inquiry: Study, held: CheckingRound) -> tuple[Source, Coding]:
    """A passage of a focus group that illustrates the finding."""
    text, ash, _birch = group(inquiry)
    may_be_quoted(ash)
    start = text.texts.get().words.index("I felt")
    made = make.coding(make.code(inquiry), text, start, start + 95)
    put(held, quotes=[made.id])
    return text, made


def test_quotations_are_live_by_pseudonym_and_of_people_who_agreed(
    client: Client, held: CheckingRound, secret: str, quoted: tuple[Source, Coding]
) -> None:
    """inquiry 27, 28: the words of those who agreed, never the label in the text; withdrawn ones vanish."""
    where = page("asked_finding", secret, held.findings.get().id)
    text = shown(client, where)
    assert "I felt heard for once." in text
    assert "Willow" in text
    assert "Ash:" not in text
    assert "For me" not in text
    Coding.objects.update(start=0, end=0)
    assert "I felt heard" not in shown(client, where)


def test_words_of_nobody_yet_are_not_quoted(
    client: Client, held: CheckingRound, secret: str, quoted: tuple[Source, Coding]
) -> None:
    """inquiry 28: where it is not known who speaks, nobody can have agreed; a document needs nobody's agreement."""
    where = page("asked_finding", secret, held.findings.get().id)
    text, _made = quoted
    text.turns.update(speaker=None)
    assert "I felt heard" not in shown(client, where)
    Source.objects.update(kind="document")
    assert "I felt heard" in shown(client, where)


def test_who_takes_back_that_they_may_be_quoted_is_quoted_no_more(
    client: Client, held: CheckingRound, secret: str, quoted: tuple[Source, Coding]
) -> None:
    """inquiry 28: the newest answer to being quoted holds."""
    where = page("asked_finding", secret, held.findings.get().id)
    ash = quoted[0].speakers.get(label="Ash").participant
    assert ash is not None
    may_be_quoted(ash, agreed=False)
    assert "I felt heard" not in shown(client, where)


def test_what_others_said_back_is_never_shown(client: Client, held: CheckingRound, secret: str) -> None:
    """inquiry 27: nobody who is asked sees anybody else who is."""
    one = put(held)
    other = make.asked(held.study, "Staff", "Somebody else", round=held)
    theirs = link_for(other)
    client.post(page("asked_finding", theirs, one.id), {"answer": "no", "words": "Quite the opposite"})
    for where in (page("asked", secret), page("asked_finding", secret, one.id)):
        text = shown(client, where)
        assert "Quite the opposite" not in text
        assert "Somebody else" not in text
    client.post(page("asked_finding", secret, one.id), {"answer": "agree", "words": ""})
    assert CheckingReply.objects.get(words="Quite the opposite").respondent == other


def test_every_link_that_does_not_work_is_answered_alike_and_gives_the_words_back(
    client: Client, inquiry: Study, held: CheckingRound, secret: str
) -> None:
    """Bad input: wrong, withdrawn, expired, closed, and a finding of another round of the same study."""
    one, elsewhere = put(held), put(opened_round(inquiry, title="Another"), "A finding of another round")
    typed = {"answer": "no", "words": "I typed this"}
    wrong = [client.get(page("asked", bad)).content for bad in ("x", "A" * 43)]
    assert wrong[0] == wrong[1]
    other = client.post(page("asked_finding", secret, elsewhere.id), typed)
    assert other.status_code == 404
    who = Respondent.objects.filter(round=held)
    for closing in ({"withdrawn_at": timezone.now()}, {"expires_at": timezone.now() - timedelta(days=1)}):
        before = who.values(*closing).get()
        who.update(**closing)
        assert client.get(page("asked", secret)).status_code == 404
        who.update(**before)
    CheckingRound.objects.filter(pk=held.pk).update(closed_on=timezone.localdate())
    late = client.post(page("asked_finding", secret, one.id), typed)
    assert late.status_code == 404
    assert "I typed this" in late.content.decode()
    assert one.words not in late.content.decode()
    assert CheckingReply.objects.count() == 0
