"""Rating a line, and putting right what was rated. Nothing is altered without trace (RS-24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    nothing_different,
    put_back,
    save_change,
    signed,
    state_of,
    take_out_of_view,
)
from ownwords.measures.models import GivenAs, Line, Rating, Way, Wording
from ownwords.measures.queries.lines import open_line, ratings_of, removed_ratings_of, wording_now
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused

PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rated:
    """What somebody answered: a number, or in which other way; 0 is a number."""

    value: Decimal | None
    given: str = GivenAs.ANSWERED
    note: str = ""
    rated_on: date | None = None


def checked_value(line: Line, rated: Rated) -> Decimal | None:
    """Return the number that is kept, None for none. Raises Refused: off the scale, or a number and no number."""
    rules.one_of(rated.given, GivenAs.values, field="given")
    if rated.given != GivenAs.ANSWERED:
        if rated.value is not None:
            raise Refused({"value": _("Give a number, or say that you would rather not, but not both.")})
        return None
    if rated.value is None:
        raise Refused({"value": _("Choose a number, or say that you would rather not.")})
    if not rated.value.is_finite() or not line.low <= rated.value <= line.high:
        ends = {"low": plain(line.low), "high": plain(line.high)}
        raise Refused({"value": _("Give a number from %(low)s to %(high)s.") % ends})
    if rated.value != rated.value.quantize(PLACES):
        raise Refused({"value": _("Give at most two places after the point.")})
    return rated.value


def plain(value: Decimal) -> str:
    """Return a number as people write it: 7, not 7.00."""
    return f"{value.normalize():f}"


def rate_line(
    *,
    opened: Opened,
    line_id: UUID,
    rated: Rated,
    wording_id: UUID | None = None,
    way: str = "",
    submission: UUID | None = None,
) -> Rating:
    """Keep what somebody answered on a line.

    Args:
        wording_id: the wording that was on the page; the present one when left out. Another wording saved in
            between does not change which words the person saw.
        way: how the answer came here; by the person, or together with who writes it down, when left out.
        submission: the form's own key: the same key twice keeps one rating and returns it.

    Raises:
        NotFound: no such line for this viewer. Refused: off the scale, in the future, the line is closed.
    """
    may_write(opened)
    line = open_line(opened, line_id)
    day = day_that_was(rated.rated_on, opened, field="rated_on")
    if line.closed_on is not None and day > line.closed_on:
        raise Refused({"": _("This line is closed. Take it up again to rate it.")})
    wording = _wording(line, wording_id)
    way = way or (Way.SELF if opened.is_own else Way.TOGETHER)

    def make() -> Rating:
        return new_rating(opened, line, wording, rated, day=day, way=way, submission=submission)

    def same(before: Rating) -> bool:
        return (before.given, before.value, before.note) == (rated.given, rated.value, rated.note)

    return kept_once(ratings_of(opened), opened, submission, make, same=same)


@dataclass(frozen=True, slots=True)
class Answer:
    """One of several answers given at once: on which line, with which words before their eyes."""

    line_id: UUID
    rated: Rated
    wording_id: UUID | None = None
    submission: UUID | None = None


class SomeRefused(Refused):
    """Some of several answers do not fit, so none was kept. `rows`: place among the answers -> field -> words."""

    def __init__(self, rows: dict[int, dict[str, str]]) -> None:
        super().__init__({})
        self.rows = rows


@transaction.atomic
def rate_several(*, opened: Opened, answers: Sequence[Answer], way: str = "") -> list[Rating]:
    """Keep what somebody answered on several lines: all of it, or nothing when one answer does not fit.

    Raises:
        NotFound: a line is not there for this viewer. SomeRefused: which answers do not fit, and why.
    """
    kept, wrong = [], {}
    for place, one in enumerate(answers):
        try:
            kept.append(
                rate_line(
                    opened=opened,
                    line_id=one.line_id,
                    rated=one.rated,
                    wording_id=one.wording_id,
                    way=way,
                    submission=one.submission,
                )
            )
        except Refused as no:
            wrong[place] = no.messages
    if wrong:
        raise SomeRefused(wrong)
    return kept


def new_rating(
    opened: Opened,
    line: Line,
    wording: Wording,
    rated: Rated,
    *,
    day: date,
    way: str,
    submission: UUID | None,
) -> Rating:
    """Write a checked rating, with its act."""
    rating = Rating(
        **signed(opened),
        line=line,
        wording=wording,
        rated_on=day,
        given=rated.given,
        value=checked_value(line, rated),
        note=rules.own_words(rated.note, field="note", needed=False, most=2_000),
        way=rules.one_of(way, Way.values, field="way"),
        transcribed_by_id=opened.viewer.account_id if way == Way.PAPER else None,
        submission=submission,
    )
    rating.save(force_insert=True)
    keep_act(opened, Verb.RATED, rating)
    return rating


def _wording(line: Line, wording_id: UUID | None) -> Wording:
    if wording_id is None:
        return wording_now(line)
    found = line.wordings.filter(pk=wording_id).first()
    if found is None:
        raise Refused({"": _("The words on this page are no longer here. Open the page again.")})
    return found


@transaction.atomic
def correct_rating(*, opened: Opened, rating_id: UUID, version: int, rated: Rated) -> Rating:
    """Put a rating right. What stood there stays in its history.

    Raises:
        Refused: neither the person nor who wrote it down, or nothing is different.
    """
    rating = locked(opened, ratings_of(opened), rating_id, version)
    if not (opened.is_own or rating.written_by_id == opened.viewer.account_id):
        raise Refused(
            {
                "": _("Only %(person)s or who wrote this down can correct it.")
                % {"person": opened.person.called}
            }
        )
    before = state_of(rating)
    rating.value, rating.given = checked_value(rating.line, rated), rated.given
    rating.note = rules.own_words(rated.note, field="note", needed=False, most=2_000)
    rating.rated_on = day_that_was(rated.rated_on or rating.rated_on, opened, field="rated_on")
    closed = rating.line.closed_on
    if closed is not None and rating.rated_on > max(closed, before["rated_on"]):
        raise Refused({"rated_on": _("The line was closed before this day.")})
    if before == state_of(rating):
        raise nothing_different()
    return save_change(opened, rating, Verb.RATING_CORRECTED, before)


def remove_rating(*, opened: Opened, rating_id: UUID, version: int, reason: str) -> Rating:
    """Take a rating out of view, with a reason; it can be put back."""
    return take_out_of_view(
        opened=opened,
        rows=ratings_of(opened),
        thing_id=rating_id,
        version=version,
        reason=reason,
        verb=Verb.RATING_REMOVED,
    )


def restore_rating(*, opened: Opened, rating_id: UUID, version: int) -> Rating:
    """Put a rating back that was taken out of view."""
    return put_back(
        opened=opened,
        rows=removed_ratings_of(opened),
        thing_id=rating_id,
        version=version,
        verb=Verb.RATING_RESTORED,
    )
