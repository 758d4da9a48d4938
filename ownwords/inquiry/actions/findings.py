"""Findings: what a study says in the end, and on which themes it rests. Each change can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Finding, FindingTheme, Study, Theme
from ownwords.people import rules
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import Refused

MOST_STATEMENT, MOST_MEANING, MOST_FINDINGS, MOST_THEMES = 1_000, 10_000, 200, 40


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its statement in a sentence, what it means, and the themes that it rests on."""

    statement: str
    meaning: str = ""
    themes: Sequence[UUID] = ()

    def put_into(self, finding: Finding) -> None:
        """Write its words into a row. Raises Refused: field -> what does not fit."""
        words = rules.own_words(self.statement, field="statement", most=MOST_STATEMENT)
        finding.statement = " ".join(words.split())
        finding.meaning = rules.own_words(self.meaning, field="meaning", needed=False, most=MOST_MEANING)

    def themes_here(self, opened: OpenedStudy, standing: set[UUID]) -> set[UUID]:
        """Return the chosen themes. One out of view stays where it stands already, and is not chosen anew."""
        chosen = set(self.themes)
        there = Theme.objects.filter(study_id=opened.study.id, removed_at__isnull=True, pk__in=chosen)
        if set(there.values_list("id", flat=True)) | (chosen & standing) != chosen:
            raise Refused({"themes": _("One of these themes is not there any more. Choose again.")})
        if len(chosen) > MOST_THEMES:
            raise Refused({"themes": _("Choose at most %(most)s themes.") % {"most": MOST_THEMES}})
        return chosen


def add_finding(*, opened: OpenedStudy, found: Found, submission: UUID | None = None) -> Finding:
    """Keep a finding, last among them. Raises NotFound: not who codes. Refused."""
    opened.needs(Need.CODE)
    finding = Finding(study=opened.study, made_by_id=opened.me, submission=submission)
    found.put_into(finding)

    def keep() -> Finding:
        Study.objects.select_for_update().get(pk=opened.study.id)
        themes = found.themes_here(opened, set())
        here = Finding.objects.filter(study_id=opened.study.id)
        if here.filter(removed_at__isnull=True).count() >= MOST_FINDINGS:
            raise Refused({"": _("A study holds at most %(most)s findings.") % {"most": MOST_FINDINGS}})
        finding.position = last_place(here)
        doing = Doing(opened, "finding_made", finding.statement)
        doing.make(finding)
        doing.make_many([_resting(opened, finding, one) for one in sorted(themes)])
        doing.keep()
        return finding

    return kept_once(opened, Finding, submission, keep, lambda before: before.statement == finding.statement)


@transaction.atomic
def change_finding(*, opened: OpenedStudy, finding_id: UUID, version: int, found: Found) -> Finding:
    """Say a finding differently, or let it rest on other themes. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=True), finding_id, version)
    before = state_of(finding)
    found.put_into(finding)
    stands = {one.theme_id: one for one in FindingTheme.objects.filter(finding=finding)}
    wanted = found.themes_here(opened, set(stands))
    doing = Doing(opened, "finding_changed", finding.statement)
    doing.change(finding, before)
    for theme_id, row in stands.items():
        if theme_id not in wanted:
            doing.take_away(row)
    doing.make_many([_resting(opened, finding, one) for one in sorted(wanted - set(stands))])
    if doing.keep() is None:
        raise nothing_different()
    return finding


def _resting(opened: OpenedStudy, finding: Finding, theme_id: UUID) -> FindingTheme:
    return FindingTheme(study=opened.study, finding=finding, theme_id=theme_id, made_by_id=opened.me)
