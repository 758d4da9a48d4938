"""The second lock on what is made of codes and on what participants do, asked past every page and query."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ownwords.inquiry.models import (
    CheckingFinding,
    CheckingReply,
    Consent,
    ParticipantKey,
    Study,
    Suggestion,
    ThemeExtract,
)
from ownwords.ledger.models import Act
from ownwords.measures.queries.links import door
from ownwords.people.invitations import digest
from ownwords.people.models import Account, Person
from ownwords.people.viewer import seen_by
from tests import factories
from tests import studying as make
from tests.around_sam import sam
from tests.inquiry.asked_links import link_for, opened_round, put

__all__ = ["sam"]
pytestmark = pytest.mark.django_db


def ask(sql: str, *values: Any) -> list[Any]:
    """Return what the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_what_is_put_to_nobody_any_more_is_not_seen_by_a_link(inquiry: Study) -> None:
    """inquiry 27: neither read nor answered."""
    held = opened_round(inquiry)
    secret, out = link_for(make.asked(inquiry, round=held)), put(held, removed_at=timezone.now())
    with door("link", digest(secret)):
        assert not CheckingFinding.objects.exists()
        row = {"study": inquiry, "respondent": held.respondents.get(), "finding": out}
        with pytest.raises(DatabaseError), transaction.atomic():
            CheckingReply.objects.create(**row, answer="no")


def test_acts_of_who_takes_part_are_read_by_no_researcher(inquiry: Study, leader: Account) -> None:
    """RS-30: what participants do themselves would say who they are."""
    for role in ("researcher", "operator", "person", "worker", ""):
        Act.objects.create(
            verb="study_exported", role=role, thing_kind="study", thing_id=inquiry.id, after_digest=role
        )
    with seen_by(leader.id, "researcher"):
        assert set(Act.objects.values_list("after_digest", flat=True)) == {"researcher", "operator"}


def test_versions_of_what_was_chosen_are_hidden_while_coding_is_blind(inquiry: Study, coder: Account) -> None:
    """inquiry 22: which passage was chosen, and why, in no version either."""
    laid = make.coding(make.code(inquiry), make.source(inquiry), 25, 30)
    make.extract(make.theme(inquiry), laid, note="As plain as can be")
    versions = ThemeExtract.pgh_event_model.objects  # type: ignore[attr-defined]
    with seen_by(coder.id, "researcher"):
        assert versions.count() == 1
    Study.objects.update(blind=True)
    with seen_by(coder.id, "researcher"):
        assert versions.count() == 0
    with seen_by(inquiry.made_by_id, "researcher"):
        assert versions.count() == 1


def test_what_another_decided_on_a_suggestion_stays_as_they_decided(inquiry: Study, coder: Account) -> None:
    """inquiry 9: seen by both where coding is not blind, and yet nobody else's to change or take away."""
    text, by = make.source(inquiry), inquiry.made_by
    Suggestion.objects.create(
        study=inquiry, source=text, code=make.code(inquiry), text_version=1, start=0, end=5, by="rule",
        model="own words", model_version="1", asked_by=by, accepted=False, decided_by=by, decided_at=timezone.now(),
    )  # fmt: skip
    with seen_by(coder.id, "researcher"):
        assert Suggestion.objects.count() == 1
        assert Suggestion.objects.update(score=1) == 0
        assert Suggestion.objects.all().delete()[0] == 0


@pytest.mark.parametrize("as_who", ["another", "nobody"])
def test_a_reply_is_typed_in_under_ones_own_name(inquiry: Study, coder: Account, as_who: str) -> None:
    """inquiry 27: who typed it is kept, and is neither somebody else nor the respondent themselves."""
    who = make.asked(inquiry)
    typed_by = inquiry.made_by if as_who == "another" else None
    with seen_by(coder.id, "researcher"):
        with pytest.raises(DatabaseError), transaction.atomic():
            CheckingReply.objects.create(study=inquiry, respondent=who, words="Forged", typed_by=typed_by)
        CheckingReply.objects.create(study=inquiry, respondent=who, words="Said so", typed_by=coder)


def test_who_said_no_to_taking_part_gives_nothing_past_the_page(inquiry: Study, sam: Person) -> None:
    """RS-30."""
    maple = make.participant(inquiry)
    ParticipantKey.objects.create(participant=maple, study=inquiry, name="Sam", person=sam)
    give = "SELECT ownwords_give_entry(%s, 'matters', gen_random_uuid(), 'Words', 'x', 'x') IS NULL"
    Consent.objects.create(study=inquiry, participant=maple, to="part", agreed=False, made_by=inquiry.made_by)
    assert sam.account is not None
    with seen_by(sam.account.id, "person"):
        assert ask(give, maple.id) == [(True,)]
    Consent.objects.create(study=inquiry, participant=maple, to="part", agreed=True, made_by=inquiry.made_by)
    with seen_by(sam.account.id, "person"):
        assert ask(give, maple.id) == [(False,)]
    elsewhere = make.study(make.researcher(factories.organisation()))
    given = "SELECT pseudonym FROM ownwords_given_to(%s)"
    with seen_by(inquiry.made_by_id, "researcher"):
        assert ask(given, inquiry.id) == [("Maple",)]
    with seen_by(elsewhere.made_by_id, "researcher"):
        assert ask(given, inquiry.id) == []
