"""What the record knows of a study's plan and of those who take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import AgreedTo, Consent, SamplingDecision, SamplingGroup, StudyPaper
from ownwords.inquiry.queries.consents import holding
from ownwords.inquiry.queries.report_people import Person, people_of_report, taking_part
from ownwords.inquiry.queries.sampling import groups_of, in_no_group


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a paper, without its words."""

    kind: str
    number: int
    dated: date
    why: str
    piloted: bool | None


@dataclass(frozen=True, slots=True)
class Design:
    """People, whom the study looked for, what was decided, papers, and what people agreed to.

    ``agreed``: by question, how many said yes and how many no; ``how``: ways in which consent to taking part was given.
    """

    people: dict[UUID, Person]
    groups: Sequence[SamplingGroup]
    in_no_group: int
    decisions: int
    papers: Sequence[Version]
    agreed: dict[str, tuple[int, int]]
    how: Counter[str]

    @property
    def there(self) -> list[Person]:
        """Those who have not withdrawn."""
        return [one for one in self.people.values() if one.withdrew_on is None]

    @property
    def left(self) -> list[Person]:
        """Those who withdrew."""
        return [one for one in self.people.values() if one.withdrew_on is not None]

    def versions(self, kind: str) -> list[Version]:
        """Return the versions of one kind of paper, the first first."""
        return [one for one in self.papers if one.kind == kind]


def design_of(opened: OpenedStudy) -> Design:
    """Return what is known (fourteen queries)."""
    people = people_of_report(opened)
    groups = list(groups_of(opened))
    decisions = SamplingDecision.objects.filter(study_id=opened.study.id, removed_at__isnull=True).count()
    columns = ("kind", "number", "dated", "why", "piloted")
    papers = StudyPaper.objects.filter(study_id=opened.study.id).order_by("kind", "number")
    agreed = {to: _counted(holding(opened.study, to), taking_part(people)) for to in AgreedTo.values}
    there = {"study_id": opened.study.id, "participant__withdrew_on__isnull": True}
    part = Consent.objects.filter(**there, to=AgreedTo.PART, agreed=True).exclude(how="")
    newest_last = part.order_by("said_on", "made_at", "id")
    how = Counter(dict(newest_last.values_list("participant_id", "how")).values())
    versions = [Version(*row) for row in papers.values_list(*columns)]
    return Design(people, groups, in_no_group(opened), decisions, versions, agreed, how)


def _counted(said: dict[UUID, bool], there: Sequence[Person]) -> tuple[int, int]:
    answers = [said[one.id] for one in there if one.id in said]
    return sum(answers), len(answers) - sum(answers)
