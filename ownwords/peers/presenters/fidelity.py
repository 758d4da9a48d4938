"""Three views of each domain, in words and counts. No total, no mean over domains, nothing about one worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.peers.method.fidelity import Domain, SideBySide, View, packaged


@dataclass(frozen=True, slots=True)
class ShownView:
    """One view: how many gave a value, the middle of them, and how many gave which; words where nothing is shown."""

    raters: str
    middle: str
    counts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One domain with its three views, in the order person, peer worker, peer supervisor."""

    domain: Domain
    views: tuple[ShownView, ...]


def domain_rows(found: Iterable[SideBySide]) -> list[DomainRow]:
    """Return the domains in the order of the questions."""
    known = {one.key: one for one in packaged().domains}
    return [
        DomainRow(known[one.domain], tuple(_view(view) for view in (one.person, one.peer, one.supervisor)))
        for one in found
    ]


def _view(view: View) -> ShownView:
    if view.median is None:
        return ShownView(_("too few"), "", ())
    counts = tuple((str(value), _shown(count)) for value, count in view.counts.items())
    return ShownView(_shown(view.raters), f"{view.median:g}", counts)


def _shown(count: int | None) -> str:
    return _("few") if count is None else str(count)
