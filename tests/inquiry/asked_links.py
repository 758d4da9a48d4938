"""Rounds of checking back with links, for tests of the pages behind them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.models import (
    CheckingFinding,
    CheckingRound,
    Consent,
    Participant,
    Respondent,
    Source,
    Study,
)
from ownwords.people.invitations import digest, make_secret
from tests import studying as make

GROUP = (
    "Lead: Who wants to begin?\n"
    "Ash: I felt heard for once. My sister Ottilie said so too. It took years.\n"
    "Birch: For me it was the waiting in corridors.\n"
    "Ash: Yes, the waiting."
)


def link_for(who: Respondent) -> str:
    """Give a respondent a link; return its secret."""
    secret = make_secret()
    Respondent.objects.filter(pk=who.pk).update(
        secret_hash=digest(secret), expires_at=timezone.now() + timedelta(days=14)
    )
    return secret


def opened_round(study: Study, **columns: Any) -> CheckingRound:
    """Make an open round."""
    columns = {"title": "Does this match?", "opened_on": timezone.localdate(), **columns}
    return CheckingRound.objects.create(study=study, made_by=study.made_by, **columns)


def put(of: CheckingRound, words: str = "Being heard helps.", **columns: Any) -> CheckingFinding:
    """Put a finding to people in a round."""
    finding = make.finding(of.study)
    by = {"study": of.study, "made_by": of.made_by}
    return CheckingFinding.objects.create(**by, round=of, finding=finding, words=words, **columns)


def group(study: Study) -> tuple[Source, Participant, Participant]:
    """Make a focus group in which Ash and Birch speak, by other pseudonyms."""
    text = make.source(study, GROUP, "Group with Ash and Birch", kind="group")
    people = []
    for label, pseudonym in (("Ash", "Willow"), ("Birch", "Hazel")):
        who = make.participant(study, pseudonym)
        text.speakers.filter(label=label).update(participant=who)
        people.append(who)
    text.speakers.filter(label="Lead").update(asks=True)
    return text, people[0], people[1]


def may_be_quoted(who: Participant, agreed: bool = True) -> None:
    """Keep whether somebody agreed to be quoted."""
    Consent.objects.create(study=who.study, participant=who, to="quoting", agreed=agreed, made_by=who.made_by)


def words_round(text: Source, *people: Participant) -> list[str]:
    """Put their own words in a text to people; return the secret of each one's link."""
    held = opened_round(text.study, puts="words", sources=[text.id])
    asked = [make.asked(text.study, called=who.pseudonym, participant=who, round=held) for who in people]
    return [link_for(one) for one in asked]


def page(name: str, secret: str, *more: object) -> str:
    """Return an address behind a link."""
    return reverse(name, args=[secret, *more])


def shown(client: Client, address: str) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()
