"""A form sent again: the same words are kept once, other words are never taken for the same."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from ownwords.people.actions.keeping import state_of
from ownwords.people.queries.seen import shares_of
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

Thing = TypeVar("Thing", bound=Model)


def sent_before() -> Refused:
    """Return what is said of a form that was used before, for something else."""
    again = _("This form has been sent before, and was kept then. Open it again to add something else.")
    return Refused({"": again})


def says(put_into: Callable[[Thing], object], sight: Sight | None = None) -> Callable[[Thing], bool]:
    """Return a check for `kept_once`: whether what a form kept before is just what is sent now.

    Args:
        put_into: writes what is sent now into a row; of what it does not touch, nothing is asked.
        sight: who is to see it, where the form says so.
    """

    def same(before: Thing) -> bool:
        now = copy(before)
        put_into(now)
        if state_of(now) != state_of(before):
            return False
        return sight is None or _seen_by(before) == (sight.visibility, set(sight.named))

    return same


def _seen_by(thing: Thing) -> tuple[str, set[object]]:
    return getattr(thing, "visibility", ""), set(shares_of([thing.pk]).get(thing.pk, []))


def columns(**values: object) -> Callable[[object], None]:
    """Return what writes these columns into a row, for `says`."""

    def put_into(row: object) -> None:
        for name, value in values.items():
            setattr(row, name, value)

    return put_into
