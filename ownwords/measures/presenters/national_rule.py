"""What the national rule of NHS Talking Therapies says of one person's forms, labelled as that and nothing more.

The rule is made for counting in services. It stands folded away on the pages of the two forms it looks at, with the
forms that were used, and is never the person's own result.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ownwords.measures.method.change import Verdict
from ownwords.measures.method.talking_therapies import Outcome, Pair, Referral, outcome
from ownwords.measures.method.talking_therapies_rules import packaged
from ownwords.measures.queries.responses import Filled, series_of

DEPRESSION, ANXIETY = "phq-9", "gad-7"


def national_words(depression: Sequence[Filled], anxiety: Sequence[Filled]) -> list[str]:
    """Return what the rule says, sentence by sentence; nothing unless both forms were scored twice.

    Args:
        depression, anxiety: finished PHQ-9 and GAD-7 of one person, the oldest first.
    """
    pairs = {DEPRESSION: _pair(depression), ANXIETY: _pair(anxiety)}
    if not all(pair.whole for pair in pairs.values()):
        return []
    # No problem is kept here, so the anxiety form is the usual one, and the sentences say so.
    return _words(outcome(Referral("", "", finished=False, pairs=pairs), packaged()), pairs)


def _pair(filled: Sequence[Filled]) -> Pair:
    values = [point.value for point in series_of(filled) if point.value is not None]
    return Pair(values[0] if values else None, values[-1] if len(values) > 1 else None)


def _words(found: Outcome, pairs: dict[str, Pair]) -> list[str]:
    told = {
        "one": f"{pairs[DEPRESSION].first:g}",
        "two": f"{pairs[DEPRESSION].last:g}",
        "three": f"{pairs[ANXIETY].first:g}",
        "four": f"{pairs[ANXIETY].last:g}",
    }
    said = [
        _("This rule is made for counting in services. It looks at the first and the last form kept here."),
        _("PHQ-9 from %(one)s to %(two)s, and GAD-7 from %(three)s to %(four)s, the usual anxiety form.")
        % told,
        _("At the first forms: at caseness (a score at or above a cut-off).")
        if found.at_caseness
        else _("At the first forms: below both cut-offs, so the rule does not speak of recovery."),
    ]
    if found.change is not None:
        said.append(
            {
                Verdict.IMPROVED: _("The rule calls this reliable improvement."),
                Verdict.DETERIORATED: _("The rule calls this reliable deterioration."),
            }.get(
                found.change, _("Both differences are smaller than these forms can tell apart from chance.")
            )
        )
    if found.at_caseness:
        said.append(_recovery(found))
    return said


def _recovery(found: Outcome) -> str:
    if found.reliably_recovered:
        return _("The rule calls this reliable recovery: both last scores are below the cut-offs as well.")
    if found.recovered:
        return _("The rule calls this recovery: both last scores are below the cut-offs.")
    return _("The rule does not call this recovery: a last score is still at a cut-off or above it.")
