"""Lines in words: how they were rated last, since when nothing was said, how they are rated, why they were closed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.measures.actions.ratings import plain
from ownwords.measures.models import Direction, GivenAs, Line, Rating, Way, Wording
from ownwords.measures.presenters.chart_sentences import day, on_scale
from ownwords.measures.queries.lines import Followed
from ownwords.people.access import Opened

#: The widest whole-number scale that is offered as one press each; wider ones take a number.
MOST_TILES = 11
_DAYS_A_MONTH = 30.44


def numbers(line: Line) -> list[int]:
    """Return the numbers to press, lowest first; none where the scale is too wide or not in whole numbers."""
    if line.low != int(line.low) or line.high != int(line.high):
        return []
    count = int(line.high) - int(line.low) + 1
    return list(range(int(line.low), int(line.high) + 1)) if count <= MOST_TILES else []


def value_words(line: Line, rating: Rating) -> str:
    """Return "6 of 10", or how it was answered without a number."""
    if rating.value is None:
        return str(GivenAs(rating.given).label)
    words = on_scale(float(rating.value), float(line.low), float(line.high))
    return f"{words} ({line.unit})" if line.unit else words


def level_words(line: Line, wording: Wording, value: Decimal | None) -> str:
    """Return the person's own words for a level (goal attainment), or for an end of the scale; "" for none."""
    if value is None:
        return ""
    if value == line.low and wording.low_words:
        return wording.low_words
    if value == line.high and wording.high_words:
        return wording.high_words
    return str(wording.level_words.get(plain(value), ""))


def last_words(opened: Opened, one: Followed, today: date | None = None) -> str:
    """Say in one sentence what was last said on a line, and since when nothing was."""
    today = today or timezone.localdate()
    last = one.last
    who = {"person": opened.person.called}
    if last is None:
        since = {"day": day(one.line.started_on)}
        return _("Followed since %(day)s; not rated yet.") % since
    values = {"value": value_words(one.line, last), "day": day(last.rated_on)} | who
    said = _("Last rated on %(day)s: %(value)s.") % values
    quiet = quiet_words(last.rated_on, today)
    return f"{said} {quiet}" if quiet else said


def quiet_words(last: date, today: date) -> str:
    """Say for how long nothing was said, from two months on. It is no reproach."""
    months = int((today - last).days / _DAYS_A_MONTH)
    if months < 2:
        return ""
    if months < 24:
        return ngettext("Nothing for %(count)s month.", "Nothing for %(count)s months.", months) % {
            "count": months
        }
    years = months // 12
    return ngettext("Nothing for %(count)s year.", "Nothing for %(count)s years.", years) % {"count": years}


def scale_words(opened: Opened, line: Line) -> str:
    """Say from where to where, and which way is better."""
    ends = {"low": plain(line.low), "high": plain(line.high), "unit": line.unit}
    words = _("From %(low)s to %(high)s") % ends
    if line.unit:
        words = _("From %(low)s to %(high)s (%(unit)s)") % ends
    return f"{words}; {dict(direction_choices(opened))[line.direction]}"


def direction_choices(opened: Opened) -> list[tuple[str, str]]:
    """Return which way may be better: in the person's own voice to them, about them to everybody else."""
    if opened.is_own:
        return [(str(one), str(one.label)) for one in Direction]
    called = {"person": opened.person.called}
    return [
        (str(Direction.UP), _("higher is better for %(person)s") % called),
        (str(Direction.DOWN), _("lower is better for %(person)s") % called),
    ]


def who_rated(opened: Opened, rating: Rating) -> str:
    """Say whose answer it is and how it came here; who typed it in when it was on paper."""
    own = _("You") if opened.is_own else opened.person.called
    if rating.way == Way.SELF:
        return own
    if rating.way == Way.PAPER and rating.transcribed_by:
        typed = {"who": own, "name": rating.transcribed_by.name}
        if rating.transcribed_by_id == opened.person.account_id:
            return (
                _("%(who)s, on paper, typed in by themselves") % typed
                if not opened.is_own
                else _("You, on paper, typed in by yourself")
            )
        return _("%(who)s, on paper, typed in by %(name)s") % typed
    if rating.written_by is None or rating.written_by_id == opened.person.account_id:
        return f"{own}, {Way(rating.way).label}"
    return _("%(who)s, %(way)s (%(name)s)") % {
        "who": own,
        "way": Way(rating.way).label,
        "name": rating.written_by.name,
    }


def closed_words(opened: Opened, line: Line) -> str:
    """Return why a line was closed, with the person's own words about it where there are any."""
    if line.closed_on is None:
        return ""
    return closing_reason(line, own=opened.is_own)


def closing_reason(line: Line, *, own: bool) -> str:
    """Return the reason in words: to the person in their own voice, about them otherwise."""
    about_them = {
        "reached": _("they got there"),
        "no_longer": _("it no longer matters to them"),
        "changed": _("it became something different"),
        "resting": _("they want to leave it for now"),
        "other": _("another reason"),
    }
    return str(line.get_closed_as_display()) if own else str(about_them[line.closed_as])
