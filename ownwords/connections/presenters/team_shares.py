"""Whether connecting was explained, and what maps are made of, in words: no target, no order, no type of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.connections.method.shares import COLUMNS, spread
from ownwords.connections.models import ExplainedAnswer
from ownwords.connections.presenters.report import number
from ownwords.connections.queries.team_shares import SHARES, Explained, MapShares
from ownwords.people.method.small_numbers import Sum, hidden, limits

SHARE_WORDS: dict[str, str | Promise] = {
    "service": gettext_lazy("paid to be there, or a service"),
    "family": gettext_lazy("family"),
    "community": gettext_lazy("something both go to"),
}
BAND_WORDS: dict[str, str | Promise] = {
    "none": gettext_lazy("none"),
    "to-quarter": gettext_lazy("up to a quarter"),
    "to-half": gettext_lazy("up to half"),
    "to-three-quarters": gettext_lazy("up to three quarters"),
    "over": gettext_lazy("more than three quarters"),
    "not-known": gettext_lazy("not known"),
}


@dataclass(frozen=True, slots=True)
class ShownExplained:
    """The share in words. ``rows`` is empty while fewer than five have answered."""

    headline: str
    rows: Sequence[tuple[str, str]]
    counted_on: date
    least: int


def show_explained(found: Explained) -> ShownExplained:
    """Say to how many of the people supported now connecting was explained, as they say themselves."""
    least = limits().small_below
    people = {"people": number(found.people if found.people == 0 or found.people >= least else None)}
    if found.answers is None:
        nothing = _(
            "Fewer than %(least)s have answered where the team can see it (people supported now: %(people)s)."
        )
        return ShownExplained(nothing % {**people, "least": least}, (), found.counted_on, least)
    words = {
        **{str(value): str(label) for value, label in ExplainedAnswer.choices},
        "": _("not answered, or kept private"),
    }
    cells = {key: found.answers.get(key, 0) for key in words}
    away = hidden({**cells, "all": found.people}, [Sum("all", tuple(cells))])
    shown = {key: None if key in away or "all" in away else count for key, count in cells.items()}
    said = _("Explained, say %(yes)s of %(people)s people supported now.")
    return ShownExplained(
        said % {**people, "yes": number(shown["yes"])},
        [(words[key], number(count)) for key, count in shown.items()],
        found.counted_on,
        least,
    )


@dataclass(frozen=True, slots=True)
class ShownShares:
    """Bands across, one row for each share; ``rows`` is empty while fewer than five people have a map."""

    people: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    counted_on: date
    least: int


def show_shares(found: MapShares) -> ShownShares:
    """Put the spread of shares into words."""
    least = limits().small_below
    heads = [str(BAND_WORDS[key]) for key in COLUMNS]
    if not found.maps:
        small = 0 < found.people < least
        return ShownShares(number(None if small else found.people), heads, (), found.counted_on, least)
    spreads = spread(found.maps)
    rows = [[str(SHARE_WORDS[name]), *map(number, spreads.row(name))] for name in SHARES]
    return ShownShares(number(spreads.people), heads, rows, found.counted_on, least)
