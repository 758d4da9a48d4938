"""A finding with everything below it: themes, codes, passages of two people, for and against."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Coding, Finding, Participant, Source, Speaker, Theme, ThemeCode
from tests import studying as make

TALK = "Asker: What helps?\nMaple: Walking with the dog helps.\nBirch: Being alone is worse for me."


@dataclass
class Chain:
    """What stands from the finding down to the words."""

    finding: Finding
    theme: Theme
    code: Code
    text: Source
    speaks_for: Coding
    against: Coding
    maple: Participant
    birch: Participant


def chain(opened: OpenedStudy, statement: str = "Walking together opens talk.") -> Chain:
    """Make a finding that rests on a theme with one passage for it, of Maple, and one against, of Birch."""
    study = opened.study
    text = make.source(study, TALK)
    people = [make.participant(study, name) for name in ("Maple", "Birch")]
    for one in people:
        Speaker.objects.filter(source=text, label=one.pseudonym).update(participant=one)
    code = make.code(study, "Side by side")
    theme = make.theme(study, "Talk needs no table", statement="Words come while doing something else.")
    ThemeCode.objects.create(study=study, theme=theme, code=code, made_by=study.made_by)
    at = TALK.index("Walking"), TALK.index("Being")
    for_it = make.coding(code, text, at[0], at[0] + 21)
    other = make.code(study, "Alone")
    against = make.coding(other, text, at[1], at[1] + 11)
    make.extract(theme, for_it, note="So plain")
    make.extract(theme, against, "against")
    finding = make.finding(study, statement, themes=[theme])
    return Chain(finding, theme, code, text, for_it, against, *people)
