"""A team's distribution in words, ready for `measures/chart/distribution.html`. Numbers held back are said to be so."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.measures.method.chart.distribution import FEWEST_PEOPLE, Completeness, Distribution, Held, bars


@dataclass(frozen=True, slots=True)
class ShownDistribution:
    """Completeness as (words, number), bars as (words, number, length of 100); length None where held back."""

    id: str
    title: str
    sentence: str
    completeness: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, str, float | None], ...]
    note: str


def show_distribution(distribution: Distribution) -> ShownDistribution:
    """Put a distribution into words."""
    return ShownDistribution(
        distribution.id,
        distribution.title,
        _sentence(distribution.completeness),
        _completeness(distribution.completeness),
        tuple(
            (
                one.bar.words,
                people(one.bar.count, one.bar.held),
                None if one.bar.count is None else one.length,
            )
            for one in bars(distribution)
        ),
        distribution.note,
    )


def people(count: int | None, held: Held = Held.SMALL) -> str:
    """Return a number of people, or why it is not shown."""
    if count is not None:
        return str(count)
    if held is Held.BESIDE:
        return _("not shown, to keep another number hidden")
    return _("fewer than %(least)s") % {"least": FEWEST_PEOPLE}


def _completeness(known: Completeness) -> tuple[tuple[str, str], ...]:
    return (
        (_("could be asked"), people(known.eligible)),
        (_("were asked"), people(known.asked)),
        (_("answered once"), people(known.once)),
        (_("answered twice or more"), people(known.twice)),
    )


def _sentence(known: Completeness) -> str:
    """Say how much of a team is known, and that the rest is not."""
    if known.eligible is None or known.twice is None:
        return _("Too few people answered to say how many of the team this is.")
    if known.eligible == 0:
        return _("There is no one to count.")
    share = round(100 * known.twice / known.eligible)
    return _(
        "%(twice)s of %(eligible)s people answered at least twice (%(share)s%%). Nothing is known about the others."
    ) % {"twice": known.twice, "eligible": known.eligible, "share": share}
