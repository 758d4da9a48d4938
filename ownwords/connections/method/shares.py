"""How shares of a map (service, family, community) are spread over a team's people: counts in bands, small ones hidden.

There is no mean, no order of people and no band that is called good: a spread only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ownwords.connections.method.network import Figure
from ownwords.people.method.small_numbers import Sum, hidden

#: Key and upper end of each band; a share is in the first band whose end it does not pass.
BANDS = (("none", 0.0), ("to-quarter", 0.25), ("to-half", 0.5), ("to-three-quarters", 0.75), ("over", 1.0))
UNKNOWN = "not-known"
COLUMNS = (*(key for key, _ in BANDS), UNKNOWN)


@dataclass(frozen=True, slots=True)
class Spread:
    """Counts by name of the share and band; None where a count is hidden. ``people``: of how many, None when hidden."""

    names: tuple[str, ...]
    counts: Mapping[tuple[str, str], int | None]
    people: int | None

    def row(self, name: str) -> tuple[int | None, ...]:
        """Return the counts of one share in the order of ``COLUMNS``. Raises KeyError for another name."""
        return tuple(self.counts[name, band] for band in COLUMNS)


def band_of(figure: Figure) -> str:
    """Return the band of a share; "not-known" where it has no value. Raises ValueError outside 0 to 1."""
    if figure.value is None:
        return UNKNOWN
    if not 0 <= figure.value <= 1:
        raise ValueError(f"{figure.value} is no share")
    return next(key for key, end in BANDS if figure.value <= end)


def spread(people: Sequence[Mapping[str, Figure]], *, below: int | None = None) -> Spread:
    """Return how each share is spread over some people; every person has the same shares, such as service and family.

    All shares are of the same people, so they are hidden together. Items marked "only me" must be left out of the maps
    before. Raises ValueError when people have different shares.
    """
    names = tuple(people[0]) if people else ()
    if any(set(one) != set(names) for one in people):
        raise ValueError("every person must have the same shares")
    found = Counter((name, band_of(one[name])) for one in people for name in names)
    whole = ("", "people")
    cells = {(name, band): found[name, band] for name in names for band in COLUMNS}
    sums = [Sum(whole, tuple((name, band) for band in COLUMNS)) for name in names]
    away = hidden(cells | {whole: len(people)}, sums, below=below)
    shown = {key: None if key in away else count for key, count in cells.items()}
    return Spread(names, shown, None if whole in away else len(people))
