"""A verdict of `measures.method.change` as the words of a panel: what can be told, and how it was worked out."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.measures.method.change import Change, Verdict
from ownwords.measures.method.chart.scales import short

_VERDICTS: dict[Verdict, str | Promise] = {
    Verdict.RECOVERED: gettext_lazy("From %(first)s to %(last)s: reliably improved, and past the cut-off."),
    Verdict.IMPROVED: gettext_lazy("From %(first)s to %(last)s: reliably improved."),
    Verdict.WITHIN_CHANCE: gettext_lazy(
        "From %(first)s to %(last)s: smaller than this form can tell apart from chance."
    ),
    Verdict.DETERIORATED: gettext_lazy("From %(first)s to %(last)s: reliably deteriorated."),
    Verdict.ONE_SCORE: gettext_lazy("There is one score only, so nothing can be said about change."),
    Verdict.NO_THRESHOLD: gettext_lazy(
        "From %(first)s to %(last)s. No published threshold says what this form can tell apart from chance."
    ),
}


def verdict_words(change: Change) -> str:
    """Return what the numbers can tell, for ``Panel.verdict_words``. A small difference is never called none."""
    last = "" if change.last is None else short(change.last)
    return _VERDICTS[change.verdict] % {"first": short(change.first), "last": last}


def method_words(change: Change) -> tuple[str, ...]:
    """Return method, threshold, spread, reliability and source, for ``Panel.method_words`` (measures 20)."""
    found = []
    if change.points is not None:
        found.append(
            _("A change of at least %(points)s counts as reliable.") % {"points": short(change.points)}
        )
    if change.method:
        found.append(_("Method: %(method)s.") % {"method": change.method})
    if change.sd is not None and change.reliability is not None:
        values = {"sd": short(change.sd), "reliability": f"{change.reliability:g}"}
        found.append(_("Standard deviation %(sd)s, reliability %(reliability)s.") % values)
    elif change.points is not None:
        found.append(_("The standard deviation and the reliability behind it are not both published."))
    if change.source:
        found.append(_("Source: %(source)s.") % {"source": change.source.rstrip(".")})
    return tuple(found)
