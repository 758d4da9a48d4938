"""What the record knows of the analysis: who coded, the codes and where they came from, memos, stages, judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Category, Chart, Source, SourceText, Stage, StudyStep
from ownwords.inquiry.queries.codes import Shown, codebook
from ownwords.inquiry.queries.sight import visible_codings, visible_memos

CODE_STEPS = (
    "code_made",
    "code_changed",
    "code_moved",
    "code_removed",
    "code_restored",
    "code_split",
    "codes_merged",
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """``coders``: passages by who coded them; ``memos``: by kind; ``on_saturation``: memos that speak of it;
    ``judged``: categories that somebody has called saturated, with the day; ``changes``: steps on the codebook;
    ``corrected``: texts in more than one version.
    """

    coders: Sequence[tuple[str, int]]
    tree: Sequence[Shown]
    memos: Counter[str]
    on_saturation: int
    judged: Sequence[tuple[str, date | None, str]]
    stages: Sequence[tuple[str, date | None]]
    charts: Sequence[Chart]
    changes: Counter[str]
    first_change: datetime | None
    last_change: datetime | None
    steps: int
    corrected: int

    @property
    def passages(self) -> int:
        """How many passages were coded."""
        return sum(n for _name, n in self.coders)

    @property
    def origins(self) -> Counter[str]:
        """How many codes came from where."""
        return Counter(one.code.origin for one in self.tree)


def analysis_of(opened: OpenedStudy) -> Analysis:
    """Return what is known (ten queries)."""
    study = opened.study.id
    coded = visible_codings(opened).order_by().values("coder__name", "brought_by").annotate(n=Count("id"))
    coders: Counter[str] = Counter()
    for row in coded:
        coders[row["brought_by"] or row["coder__name"]] += row["n"]
    memos = visible_memos(opened).filter(removed_at__isnull=True)
    kinds = Counter(dict(memos.order_by().values("kind").annotate(n=Count("id")).values_list("kind", "n")))
    speaks = Q(title__icontains="saturat") | Q(words__icontains="saturat")
    categories = Category.objects.filter(study_id=study, removed_at__isnull=True, saturated_on__isnull=False)
    stages = Stage.objects.filter(study_id=study, removed_at__isnull=True).order_by("position", "id")
    changes, first, last, steps = _steps(opened)
    return Analysis(
        sorted(coders.items(), key=lambda one: (-one[1], one[0])), codebook(opened), kinds,
        memos.filter(speaks).count(), list(categories.values_list("code__name", "saturated_on", "saturation")),
        list(stages.values_list("name", "began_on")),
        list(Chart.objects.filter(study_id=study, removed_at__isnull=True).order_by("position", "id")),
        changes, first, last, steps, _corrected(opened),
    )  # fmt: skip


def _steps(opened: OpenedStudy) -> tuple[Counter[str], datetime | None, datetime | None, int]:
    """Return how often the codebook was changed in which way, when first and last; and how many steps there are."""
    rows = StudyStep.objects.filter(study_id=opened.study.id, undone_at__isnull=True)
    if opened.study.blind:
        rows = rows.filter(account_id=opened.me)
    found = list(
        rows.order_by().values("did").annotate(n=Count("id"), first=Min("done_at"), last=Max("done_at"))
    )
    on_codes = [one for one in found if one["did"] in CODE_STEPS]
    first = min((one["first"] for one in on_codes), default=None)
    last = max((one["last"] for one in on_codes), default=None)
    return Counter({one["did"]: one["n"] for one in on_codes}), first, last, sum(one["n"] for one in found)


def _corrected(opened: OpenedStudy) -> int:
    texts = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return texts.filter(pk__in=SourceText.objects.filter(number__gt=1).values("source_id")).count()
