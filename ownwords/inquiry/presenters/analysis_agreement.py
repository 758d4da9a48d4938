"""Agreement in words: what each number is called, how it is printed, and when it does not fit the study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from ownwords.inquiry.method.agreement.passages.by_code import CodeTable
    from ownwords.inquiry.method.agreement.passages.coefficients import Overall
    from ownwords.inquiry.method.agreement.result import Result

NAMES = {
    "percent": gettext_lazy("Percent agreement"),
    "cohen": gettext_lazy("Cohen’s kappa"),
    "fleiss": gettext_lazy("Fleiss’ kappa"),
    "krippendorff-nominal": gettext_lazy("Krippendorff’s alpha"),
    "gwet-ac1": gettext_lazy("Gwet’s AC1"),
    "krippendorff-alpha-u-1995": gettext_lazy("Alpha-u (1995)"),
}
REASONS = {
    "Undefined: nobody coded anything.": gettext_lazy("undefined: nobody coded"),
    "Undefined: agreement needs two coders.": gettext_lazy("undefined: needs two coders"),
    "Undefined: no unit was coded by two coders.": gettext_lazy("undefined: no text in common"),
    "Undefined: only one category was used, so agreement cannot be told from chance.": gettext_lazy(
        "undefined: everything was coded, so chance cannot be told"
    ),
    "Undefined: the text is too short for passages to lie anywhere else.": gettext_lazy(
        "undefined: the text is too short"
    ),
}


@dataclass(frozen=True, slots=True)
class CodeShown:
    """One code: what it is called, its numbers, and how many passages there are to talk about."""

    id: UUID
    name: str
    values: Sequence[str]
    apart: int
    coded: int
    shared: int


@dataclass(frozen=True, slots=True)
class OverallShown:
    """One measure over all codes."""

    name: str
    mean: str
    rests: str
    pooled: str


def number(value: float | None, measure: str) -> str:
    """Return a value as it is printed: percent with one place, the others with two."""
    if value is None:
        return "–"
    return f"{value:.1%}" if measure == "percent" else f"{value:.2f}".replace("-", "−")


def result(found: Result) -> str:
    """Return a value, or why there is none."""
    if found.value is None:
        return str(REASONS[str(found.reason)])
    return number(found.value, found.measure)


def code_shown(
    code: UUID, names: Mapping[UUID, str], table: CodeTable, found: Sequence[Result], apart: int
) -> CodeShown:
    """Return one row of the table."""
    values = [result(one) for one in found]
    return CodeShown(code, names.get(code, ""), values, apart, table.coded, table.all_of_them)


def overall_shown(one: Overall) -> OverallShown:
    """Return one measure over all codes, the mean beside the pooled value."""
    codes = one.defined + one.undefined
    rests = _("mean of %(some)s of %(all)s codes") % {"some": one.defined, "all": codes}
    mean = number(one.mean, one.measure)
    return OverallShown(str(NAMES[one.measure]), mean, rests, result(one.pooled))
