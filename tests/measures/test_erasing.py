"""Erasing lines and measures: two people, nothing left of words and numbers anywhere, and a trace that it happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act
from ownwords.measures.actions.lines import restore_line
from ownwords.measures.models import Answer, ContextEvent, Course, ItemEvent, OwnAnswer, Response, Score
from ownwords.measures.queries.lines import followed
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, ErasureRequest, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.record.test_erasure import SECRET, decide, places_of

pytestmark = pytest.mark.django_db


def a_line(sam: Person) -> Any:
    """A line with the secret in every place that can hold words, in two versions."""
    line = make.line(sam, f"{SECRET} first", unit=SECRET)
    wording = line.wordings.get()
    wording.words, wording.low_words, wording.level_words = f"{SECRET} later", SECRET, {"1": SECRET}
    wording.save()
    kept = make.rating(line, 7, note=SECRET)
    kept.note = f"{SECRET} again"
    kept.save()
    OwnAnswer.objects.create(
        person=sam, written_by=sam.account, line=line, answer="better", words=SECRET, visibility="team"
    )
    return line


def an_event(sam: Person) -> Any:
    """Something that went on."""
    return ContextEvent.objects.create(
        person=sam,
        written_by=sam.account,
        kind="loss",
        words=SECRET,
        starts_on=date(2020, 1, 1),
        visibility="team",
    )


def a_form(sam: Person) -> Any:
    """A filled form with a result, an item that was met at once, and words about who was there."""
    now = timezone.now()
    form = Response.objects.create(
        person=sam, written_by=sam.account, instrument="phq-9", edition="1", definition_digest="0" * 64,
        visibility="team", present=SECRET, started_at=now, finished_at=now,
    )  # fmt: skip
    Answer.objects.create(response=form, item="9", given="answered", value=2)
    Score.objects.create(response=form, key="total", value=17, main=True, definition_digest="0" * 64)
    ItemEvent.objects.create(response=form, key="item-9", item="9")
    return form


@pytest.mark.parametrize("build", [a_line, an_event, a_form])
def test_words_and_numbers_are_gone_from_every_table(
    sam: Person, lead: Account, build: Callable[[Person], Any]
) -> None:
    """DESIGN house rule 7 and its exception: scans every column of every table, history included."""
    thing = build(sam)
    kind = thing._meta.model_name
    assert places_of(SECRET)
    own = opened_by(sam.account, sam)
    asked = ask_erasure(opened=own, thing=Ref(kind, thing.id), reason="It names somebody.")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
    thing.refresh_from_db()
    assert thing.erased_at is not None
    assert Act.objects.filter(verb="erased", thing_id=thing.id, actor_id=lead.id).exists()
    with pytest.raises(Refused):
        ask_erasure(opened=own, thing=Ref(kind, thing.id), reason="again")


def test_no_answer_is_left_of_an_erased_form_and_no_figure_counts_it(sam: Person, lead: Account) -> None:
    """Neither the answers, nor the result, nor that an item was met at once; also in history."""
    form = a_form(sam)
    assert Course.objects.get().scored == 1
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("response", form.id), reason="x")
    decide(lead, sam, asked)
    assert Course.objects.get().scored == 0
    assert not ItemEvent.objects.exists()
    with connection.cursor() as cursor:
        for table in ("answer", "score"):
            cursor.execute(
                f"SELECT (SELECT count(value) FROM measures_{table}), (SELECT count(value) FROM measures_{table}event)"
            )
            assert cursor.fetchone() == (0, 0)
        cursor.execute("SELECT count(*) FROM measures_itemeventevent")
        assert cursor.fetchone() == (0,)


def test_numbers_of_an_erased_line_are_gone_and_the_line_is_on_no_page(sam: Person, lead: Account) -> None:
    """A rating without its words still tells, so it goes too."""
    line = a_line(sam)
    own = opened_by(sam.account, sam)
    decide(lead, sam, ask_erasure(opened=own, thing=Ref("line", line.id), reason="x"))
    assert followed(own) == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(value) FROM measures_rating UNION ALL SELECT count(value) FROM measures_ratingevent"
        )
        assert cursor.fetchall() == [(0,), (0,)]


def test_asking_and_deciding_go_through_their_pages(sam: Person, own: Client, leading: Client) -> None:
    """One page for things of all rooms; the second lock lets exactly this through."""
    line = a_line(sam)
    ask = reverse("erase", args=[sam.id, "line", line.id])
    assert own.get(ask).status_code == 200
    assert own.post(ask, {"reason": " "}).status_code == 422
    assert own.post(ask, {"reason": "It names somebody."}).status_code == 303
    waiting = ErasureRequest.objects.get()
    assert sam.called in leading.get(reverse("waiting_erasures")).content.decode()
    answer = leading.post(reverse("erasure_decide", args=[sam.id, waiting.id]), {"answer": "agree"})
    assert answer.status_code == 303
    assert places_of(SECRET) == []
    assert own.get(ask).status_code == 404


def test_nobody_asks_about_what_they_do_not_see(sam: Person, worker: Account, staff: Client) -> None:
    """House rule 2: hidden and missing are answered alike, and so is a kind that does not exist."""
    hidden = make.line(sam, visibility="me")
    with pytest.raises(NotFound):
        ask_erasure(opened=opened_by(worker, sam), thing=Ref("line", hidden.id), reason="x")
    for kind in ("line", "nothing", "entry"):
        assert staff.get(reverse("erase", args=[sam.id, kind, hidden.id])).status_code == 404


@pytest.mark.postgres15
def test_nobody_calls_what_erases_one_kind_by_itself(sam: Person, lead: Account) -> None:
    """docs/decisions/0008: only the function that looks for two people may."""
    line = make.line(sam)
    for kind in ("line", "rating", "contextevent", "ownanswer", "response", "entry"):
        with (
            pytest.raises(Error),
            transaction.atomic(),
            seen_by(lead.id, "team_lead"),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT ownwords_erase_{kind}(%s, %s, now(), %s)", [line.id, sam.id, lead.id])


def test_what_is_erased_cannot_be_put_back(sam: Person, lead: Account) -> None:
    """RS-24: it stays out of view for the person as well."""
    line = a_line(sam)
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("line", line.id), reason="It hurts.")
    decide(lead, sam, asked)
    line.refresh_from_db()
    with pytest.raises((Refused, NotFound)):
        restore_line(opened=opened_by(sam.account, sam), line_id=line.id, version=line.version)
    line.refresh_from_db()
    assert line.removed_at is not None
