"""Beginning, rewording, closing and taking up lines.

A line keeps its id; its words are dated versions; another thing is another line (measures 11-13).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import make_links
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    checked_sight,
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    nothing_different,
    put_back,
    save_change,
    set_sight,
    share_with,
    signed,
    state_of,
    take_out_of_view,
)
from ownwords.measures.method.personal_range import LEAST
from ownwords.measures.models import Closing, Direction, HowOften, Line, OwnAnswer, RatingLink, Wording
from ownwords.measures.queries.lines import ABOUT, lines_of, ratings_of, wording_now
from ownwords.measures.queries.sight import seen, shares_of
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.invitations import still_open
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

MOST_ANCHOR = 200
MOST_UNIT = 40
WIDEST = Decimal(99999)
MOST_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class LineWords:
    """How a line is worded: the words, what its ends mean, and what single levels mean (number as text -> words)."""

    words: str
    low_words: str = ""
    high_words: str = ""
    level_words: Mapping[str, str] = field(default_factory=dict)

    def checked(self) -> LineWords:
        """Return the words as they will be kept. Raises Refused when something does not fit."""
        return LineWords(
            words=rules.own_words(self.words, most=2_000),
            low_words=rules.own_words(self.low_words, field="low_words", needed=False, most=MOST_ANCHOR),
            high_words=rules.own_words(self.high_words, field="high_words", needed=False, most=MOST_ANCHOR),
            level_words={
                key: rules.own_words(text, field=f"level_{key}", needed=False, most=MOST_ANCHOR)
                for key, text in self.level_words.items()
            },
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """What is rated: from where to where, which way is better, and how often somebody means to look."""

    direction: str = Direction.UP
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(10)
    unit: str = ""
    how_often: str = HowOften.WHEN_I_LIKE

    def checked(self) -> Scale:
        """Return the scale as it will be kept. Raises Refused when something does not fit."""
        if not (-WIDEST <= self.low <= WIDEST and -WIDEST <= self.high <= WIDEST):
            raise Refused(
                {"high": _("Give numbers between %(low)s and %(high)s.") % {"low": -WIDEST, "high": WIDEST}}
            )
        if self.low >= self.high:
            raise Refused({"high": _("The upper end must be above the lower end.")})
        rules.one_of(self.direction, Direction.values, field="direction")
        rules.one_of(self.how_often, HowOften.values, field="how_often")
        return replace(self, unit=rules.own_words(self.unit, field="unit", needed=False, most=MOST_UNIT))


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a line in a template: which template, which slot, made together with which others, its weight."""

    template: str
    slot: str
    set_id: UUID | None = None
    weight: int = 1


def add_line(
    *,
    opened: Opened,
    words: LineWords,
    scale: Scale | None = None,
    started_on: date | None = None,
    place: Place | None = None,
    about: Iterable[Ref] = (),
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Line:
    """Begin to follow something, in the person's words.

    Args:
        about: a goal, a value or a tie that the line is about, as references (a link each in the ledger).
        sight: who may see it; the person's own default when left out.
        submission: the form's own key: the same key twice keeps one line and returns it.

    Raises:
        Refused: a text or a choice does not fit. NotFound: this role does not write.
    """
    may_write(opened)
    words, scale = words.checked(), (scale or Scale()).checked()
    sight = checked_sight(opened, sight)
    started = day_that_was(started_on, opened, field="started_on")
    if place is not None and not 1 <= place.weight <= MOST_WEIGHT:
        raise Refused({"weight": _("Give a whole number from 1 to %(most)s.") % {"most": MOST_WEIGHT}})

    def make() -> Line:
        line = Line(
            **signed(opened),
            visibility=sight.visibility,
            direction=scale.direction,
            low=scale.low,
            high=scale.high,
            unit=scale.unit,
            how_often=scale.how_often,
            started_on=started,
            template=place.template if place else "",
            slot=place.slot if place else "",
            set_id=place.set_id if place else None,
            weight=place.weight if place else 1,
            submission=submission,
        )
        line.save(force_insert=True)
        share_with(opened, line, sight.named, new=True)
        _add_wording(opened, line, words, number=1)
        make_links(
            about_id=opened.person.id,
            source=Ref("line", line.id),
            relation=ABOUT,
            targets=about,
            made_by_id=opened.viewer.account_id,
        )
        keep_act(opened, Verb.LINE_ADDED, line)
        return line

    return kept_once(
        lines_of(opened), opened, submission, make, same=lambda line: wording_now(line).words == words.words
    )


def _add_wording(opened: Opened, line: Line, words: LineWords, *, number: int) -> Wording:
    wording = Wording(
        line=line,
        number=number,
        words=words.words,
        low_words=words.low_words,
        high_words=words.high_words,
        level_words=dict(words.level_words),
        written_by_id=opened.viewer.account_id,
    )
    wording.save(force_insert=True)
    return wording


@transaction.atomic
def reword_line(
    *,
    opened: Opened,
    line_id: UUID,
    version: int,
    words: LineWords,
    same_thing: bool | None,
    closing_words: str = "",
) -> Line:
    """Put a line in other words: the same thing said more clearly, or a different thing (measures 12).

    The same thing is another dated wording of this line. A different thing closes this line as "changed" and begins
    a new one on the same scale; both keep their histories. Returns the line to go on with.

    Raises:
        Refused: nobody said which of the two it is, nothing is different, or the line is closed.
        NotFound, StaleEdit: as `locked`.
    """
    line = locked(opened, lines_of(opened), line_id, version)
    if same_thing is None:
        raise Refused(
            {"same_thing": _("Say whether it is the same thing in clearer words, or a different thing.")}
        )
    if line.closed_on is not None:
        raise Refused({"": _("This line is closed. Take it up again first, or begin a new one.")})
    words, now = words.checked(), wording_now(line)
    if words == LineWords(now.words, now.low_words, now.high_words, now.level_words):
        raise nothing_different("words")
    before = state_of(line)
    if same_thing:
        _add_wording(opened, line, words, number=now.number + 1)
        return save_change(opened, line, Verb.LINE_REWORDED, before)
    return _as_something_else(opened, line, words, closing_words, before)


def _as_something_else(
    opened: Opened, line: Line, words: LineWords, closing_words: str, before: dict[str, object]
) -> Line:
    today = timezone.localdate()
    after = Line(
        **signed(opened),
        **{name: getattr(line, name) for name in _CARRIED},
        started_on=today,
    )
    after.save(force_insert=True)
    share_with(opened, after, shares_of([line.id]).get(line.id, ()), new=True)
    _add_wording(opened, after, words, number=1)
    keep_act(opened, Verb.LINE_ADDED, after)
    line.closed_on, line.closed_as, line.followed_by = today, Closing.CHANGED, after
    line.closed_words = rules.own_words(closing_words, field="closed_words", needed=False, most=2_000)
    save_change(opened, line, Verb.LINE_CLOSED, before)
    return after


#: What the next line takes over: the scale and who sees it, never the history.
_CARRIED = (
    "visibility",
    "direction",
    "low",
    "high",
    "unit",
    "how_often",
    "template",
    "slot",
    "set_id",
    "weight",
)


@transaction.atomic
def close_line(
    *,
    opened: Opened,
    line_id: UUID,
    version: int,
    closed_as: str,
    words: str = "",
    closed_on: date | None = None,
) -> Line:
    """Close a line, with a reason; what was rated stays on the chart (measures 13)."""
    line = locked(opened, lines_of(opened), line_id, version)
    if line.closed_on is not None:
        raise Refused({"": _("This line is closed already.")})
    before = state_of(line)
    line.closed_as = rules.one_of(closed_as, Closing.values, field="closed_as")
    line.closed_words = rules.own_words(words, field="closed_words", needed=False, most=2_000)
    line.closed_on = day_that_was(closed_on, opened, field="closed_on")
    if line.closed_on < line.started_on:
        raise Refused({"closed_on": _("This day lies before the line began.")})
    if ratings_of(opened).filter(line_id=line.id, rated_on__gt=line.closed_on).exists():
        raise Refused({"closed_on": _("There is a rating after this day. Give a later day.")})
    return save_change(opened, line, Verb.LINE_CLOSED, before)


@transaction.atomic
def reopen_line(*, opened: Opened, line_id: UUID, version: int) -> Line:
    """Take a closed line up again; that it was closed stays in its history."""
    line = locked(opened, lines_of(opened), line_id, version)
    if line.closed_on is None:
        raise Refused({"": _("This line is not closed.")})
    if line.followed_by_id is not None:
        raise Refused({"": _("This line became another one. Take that one up.")})
    before = state_of(line)
    line.closed_on, line.closed_as, line.closed_words = None, "", ""
    return save_change(opened, line, Verb.LINE_REOPENED, before)


@transaction.atomic
def set_how_often(*, opened: Opened, line_id: UUID, version: int, how_often: str) -> Line:
    """Change how often somebody means to look at a line."""
    line = locked(opened, lines_of(opened), line_id, version)
    before = state_of(line)
    line.how_often = rules.one_of(how_often, HowOften.values, field="how_often")
    return save_change(opened, line, Verb.LINE_CHANGED, before)


@transaction.atomic
def freeze_baseline(*, opened: Opened, line_id: UUID, version: int, until: date | None) -> Line:
    """Say up to which day the ratings make the person's usual range; None takes the range away (measures 22)."""
    line = locked(opened, lines_of(opened), line_id, version)
    before = state_of(line)
    line.baseline_until = None if until is None else day_that_was(until, opened, field="baseline_until")
    if line.baseline_until is not None:
        _enough_to_freeze(opened, line)
    return save_change(opened, line, Verb.LINE_CHANGED, before)


def _enough_to_freeze(opened: Opened, line: Line) -> None:
    """Raise Refused unless the ratings up to the day are enough for a usual range, and the line is rated in numbers."""
    rated = ratings_of(opened).filter(line_id=line.id, value__isnull=False, rated_on__lte=line.baseline_until)
    if (count := rated.count()) < LEAST:
        raise Refused(
            {
                "baseline_until": _(
                    "A usual range needs at least %(least)s ratings; up to this day there are %(count)s."
                )
                % {"least": LEAST, "count": count}
            }
        )


@transaction.atomic
def share_line(*, opened: Opened, line_id: UUID, version: int, sight: Sight) -> Line:
    """Decide who sees a line from now on, and with it what was said about it being different."""
    line = set_sight(opened=opened, rows=lines_of(opened), thing_id=line_id, version=version, sight=sight)
    answers = seen(opened, OwnAnswer.objects.all(), removed=True).filter(line_id=line.id)
    for answer in answers.select_for_update(of=("self",)):
        before = state_of(answer)
        answer.visibility = line.visibility
        share_with(opened, answer, sight.named)
        save_change(opened, answer, Verb.LINE_SHARED, before)
    if line.visibility != Visibility.TEAM:
        _withdraw_links_of_others(line, {opened.viewer.account_id, *sight.named})
    return line


def _withdraw_links_of_others(line: Line, seeing: set[UUID]) -> None:
    """Let no link show a line to somebody who made it and may no longer see the line; reminders' links stay."""
    rows = RatingLink.objects.filter(still_open(), line=line, made_by_id__isnull=False)
    rows.exclude(made_by_id__in=seeing).update(withdrawn_at=timezone.now())


def remove_line(*, opened: Opened, line_id: UUID, version: int, reason: str) -> Line:
    """Take a line out of view with all that was rated on it, with a reason; it can be put back."""
    return take_out_of_view(
        opened=opened,
        rows=lines_of(opened),
        thing_id=line_id,
        version=version,
        reason=reason,
        verb=Verb.LINE_REMOVED,
    )


def restore_line(*, opened: Opened, line_id: UUID, version: int) -> Line:
    """Put a line back that was taken out of view."""
    return put_back(
        opened=opened,
        rows=lines_of(opened, removed=True),
        thing_id=line_id,
        version=version,
        verb=Verb.LINE_RESTORED,
    )
