"""A study and those who work in it, for every test of inquiry."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy, open_study
from ownwords.inquiry.models import (
    Category,
    CheckingGroup,
    CheckingRound,
    Code,
    Coding,
    Finding,
    FindingTheme,
    Participant,
    Respondent,
    Source,
    SourceText,
    Speaker,
    Study,
    StudyMember,
    Theme,
    ThemeExtract,
    Turn,
)
from ownwords.people.models import Account
from tests import factories as make
from tests.signed_in import client_for

WORDS = "Asker: What helps you?\nP1: Walking with the dog helps. Being heard helps more.\nAsker: Thank you."


def researcher(at: Any, name: str = "") -> Account:
    """Make a researcher of an organisation."""
    who = make.appointed(at, "researcher")
    if name:
        who.name = name
        who.save(update_fields=["name"])
    return who


def study(lead: Account, **columns: Any) -> Study:
    """Make a study led by this researcher, who also keeps its key."""
    columns = {"title": "How a team supports recovery", "method": "codebook", **columns}
    at = lead.appointments.get().organisation
    made = Study.objects.create(organisation=at, made_by=lead, **columns)
    StudyMember.objects.create(study=made, account=lead, duty="lead", keeps_key=True)
    return made


def member(of: Study, who: Account, duty: str = "coder", **columns: Any) -> StudyMember:
    """Let somebody work in a study."""
    return StudyMember.objects.create(study=of, account=who, duty=duty, **columns)


def opened_by(who: Account, of: Study) -> OpenedStudy:
    """Open a study as this account."""
    return open_study(make.viewing(who, "researcher"), of.id)


def source(of: Study, words: str = WORDS, title: str = "Interview 1", **columns: Any) -> Source:
    """Make a source with its text and a turn for each line; `Name: ` before the words is its speaker."""
    kept = Source.objects.create(
        study=of, made_by=of.made_by, title=title, length=len(words), **{"kind": "interview", **columns}
    )
    SourceText.objects.create(study=of, source=kept, number=1, words=words, made_by=of.made_by)
    at, speakers = 0, {}
    for number, line in enumerate(words.split("\n"), 1):
        label, found, _rest = line.partition(": ")
        if found and label not in speakers:
            speakers[label] = Speaker.objects.create(
                study=of, source=kept, label=label, asks=label == "Asker"
            )
        Turn.objects.create(
            study=of, source=kept, number=number, start=at, end=at + len(line),
            said_from=at + (len(label) + 2 if found else 0), speaker=speakers.get(label) if found else None,
        )  # fmt: skip
        at += len(line) + 1
    return kept


def code(of: Study, name: str = "What helps", **columns: Any) -> Code:
    """Make a code."""
    return Code.objects.create(study=of, made_by=of.made_by, name=name, folded=name.casefold(), **columns)


def coding(
    of: Code, at: Source, start: int, end: int, coder: Account | None = None, **columns: Any
) -> Coding:
    """Lay a code on a passage."""
    who = coder or of.made_by
    return Coding.objects.create(
        study_id=of.study_id, code=of, source=at, start=start, end=end, coder=who, **columns
    )


def participant(of: Study, pseudonym: str = "Maple") -> Participant:
    """Make a participant."""
    return Participant.objects.create(study=of, made_by=of.made_by, pseudonym=pseudonym)


def theme(of: Study, name: str = "Being heard", **columns: Any) -> Theme:
    """Make a theme."""
    return Theme.objects.create(study=of, made_by=of.made_by, name=name, **columns)


def extract(of: Theme, at: Coding, stands: str = "for", **columns: Any) -> ThemeExtract:
    """Choose a coded passage for a theme, or against it."""
    who = of.made_by
    return ThemeExtract.objects.create(
        study_id=of.study_id, theme=of, coding=at, stands=stands, made_by=who, **columns
    )


def finding(of: Study, statement: str = "Walking together opens talk.", **columns: Any) -> Finding:
    """Make a finding; `themes` are those that it rests on."""
    themes = columns.pop("themes", ())
    kept = Finding.objects.create(study=of, made_by=of.made_by, statement=statement, **columns)
    for one in themes:
        FindingTheme.objects.create(study=of, finding=kept, theme=one, made_by=of.made_by)
    return kept


def category(of: Code, **columns: Any) -> Category:
    """Make a code a category."""
    return Category.objects.create(study_id=of.study_id, code=of, made_by=of.made_by, **columns)


def asked(of: Study, group: str = "People", called: str = "R1", **columns: Any) -> Respondent:
    """Make an open round of checking back with one group and one respondent in it; `round` joins one that stands."""
    of_round = columns.pop("round", None) or CheckingRound.objects.create(
        study=of, made_by=of.made_by, title="Does this match?", opened_on=timezone.localdate()
    )
    found = of_round.groups.filter(name=group).first()
    in_group = found or CheckingGroup.objects.create(study=of, made_by=of.made_by, round=of_round, name=group)
    return Respondent.objects.create(
        study=of, made_by=of.made_by, round=of_round, group=in_group, called=called, **columns
    )


@pytest.fixture
def leader() -> Account:
    """A researcher who leads the study."""
    return researcher(make.organisation(), "Ines Okafor")


@pytest.fixture
def inquiry(leader: Account) -> Study:
    """A study."""
    return study(leader)


@pytest.fixture
def coder(inquiry: Study) -> Account:
    """Another researcher, who codes in the study."""
    who = researcher(inquiry.organisation, "Tom Reyes")
    member(inquiry, who)
    return who


@pytest.fixture
def opened(leader: Account, inquiry: Study) -> OpenedStudy:
    """The study, opened by who leads it."""
    return opened_by(leader, inquiry)


@pytest.fixture
def leads(leader: Account, inquiry: Study) -> Client:
    """Who leads the study, signed in."""
    return client_for((leader, "researcher"))


@pytest.fixture
def codes(coder: Account) -> Client:
    """Who codes in the study, signed in."""
    return client_for((coder, "researcher"))
