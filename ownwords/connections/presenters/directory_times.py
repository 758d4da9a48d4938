"""Times in words: "Every Tuesday and Thursday, 10:00 to 12:30", what comes next, and how far it can be relied on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.method.directory.model import Schedule
from ownwords.connections.method.times import Freq, Rule, Session, State, Weekday, next_sessions, state


@dataclass(frozen=True, slots=True)
class TimesShown:
    """One schedule: its words, whatever the feed says beside it, and a mark in words where it cannot be relied on."""

    words: str
    mark: str
    notes: tuple[str, ...]
    link: str


def schedule_shown(schedule: Schedule, today: date) -> TimesShown:
    """Return a schedule for a page, as it stands on a day (connecting R20)."""
    rule = schedule.rule
    words = rule_words(rule) if rule else ""
    if not rule and schedule.written:
        words = _("As the list writes it: %(times)s") % {"times": schedule.written}
    notes = (schedule.description, schedule.notes, schedule.attending_type)
    mark = state_words(rule, today) if rule else _("Times not confirmed: they could not be read for certain.")
    return TimesShown(
        words, mark if words or rule else "", tuple(one for one in notes if one), schedule.schedule_link
    )


def state_words(rule: Rule, today: date) -> str:
    """Return how far a rule can be relied on today; nothing where somebody vouches for it."""
    found = state(rule, today)
    if found is State.ENDED:
        last = rule.until or rule.dtstart
        return _("Ended on %(day)s.") % {"day": _day(last)} if last else _("Ended.")
    if found is State.NOT_CONFIRMED:
        if rule.valid_to is not None and rule.valid_to < today:
            return _("Times not confirmed since %(day)s.") % {"day": _day(rule.valid_to)}
        return _("Times not confirmed: they are given from %(day)s on.") % {"day": _day(rule.valid_from)}
    return "" if rule.in_step else _("Times not confirmed: the list does not say from which day they count.")


def rule_words(rule: Rule) -> str:
    """Return a rule in words."""
    parts = [_how_often(rule), _clock(rule.opens, rule.closes)]
    words = ", ".join(part for part in parts if part)
    words = words[:1].upper() + words[1:]
    if rule.count is not None:
        times = ngettext("%(count)s time", "%(count)s times", rule.count) % {"count": rule.count}
        words = f"{words}, {times}"
    if rule.dtstart and rule.freq is not Freq.ONCE and rule.interval > 1:
        words = _("%(rule)s, counted from %(day)s") % {"rule": words, "day": _day(rule.dtstart)}
    if rule.until:
        words = _("%(rule)s, until %(day)s") % {"rule": words, "day": _day(rule.until)}
    return words


def _how_often(rule: Rule) -> str:
    if rule.freq is Freq.ONCE:
        return _day(rule.dtstart) if rule.dtstart else ""
    if rule.freq is Freq.WEEKLY:
        return _weekly(rule)
    return _monthly(rule)


def _weekly(rule: Rule) -> str:
    days = [one.day for one in rule.days] or ([rule.dtstart.weekday()] if rule.dtstart else [])
    named = _listed(str(WEEKDAYS[day]) for day in days)
    if rule.interval == 1:
        if len(days) == 7:
            return _("every day")
        return _("every %(days)s") % {"days": named} if named else _("every week")
    if rule.interval == 2:
        return _("every second %(days)s") % {"days": named} if named else _("every second week")
    told = {"weeks": rule.interval, "days": named}
    return _("every %(weeks)s weeks on %(days)s") % told if named else _("every %(weeks)s weeks") % told


def _monthly(rule: Rule) -> str:
    if rule.days:
        on = _listed(_of_month(one) for one in rule.days)
    elif rule.month_days:
        on = _listed(_month_day(one) for one in rule.month_days)
    else:
        on = _month_day(rule.dtstart.day) if rule.dtstart else ""
    if rule.days and rule.month_days:
        on = _("%(days)s that fall on %(dates)s") % {
            "days": on,
            "dates": _listed(_month_day(one) for one in rule.month_days),
        }
    told = {"on": on, "months": rule.interval}
    if not on:
        return ngettext("every month", "every %(months)s months", rule.interval) % told
    if rule.interval == 1:
        return _("%(on)s of every month") % told
    return _("%(on)s, every %(months)s months") % told


def _of_month(one: Weekday) -> str:
    day = str(WEEKDAYS[one.day])
    if one.ordinal == 0:
        return _("every %(days)s") % {"days": day}
    counted = {
        1: _("the first %(day)s"),
        2: _("the second %(day)s"),
        3: _("the third %(day)s"),
        4: _("the fourth %(day)s"),
        5: _("the fifth %(day)s"),
        -1: _("the last %(day)s"),
        -2: _("the last %(day)s but one"),
        -3: _("the last %(day)s but two"),
        -4: _("the last %(day)s but three"),
        -5: _("the last %(day)s but four"),
    }
    return counted[one.ordinal] % {"day": day}


def _month_day(day: int) -> str:
    if day == -1:
        return _("the last day")
    if day < 0:
        return _("day %(day)s from the end") % {"day": -day}
    return _("day %(day)s") % {"day": day}


def _clock(opens: time | None, closes: time | None) -> str:
    if opens is not None and closes is not None:
        return _("%(opens)s to %(closes)s") % {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
    if opens is not None:
        return _("from %(opens)s") % {"opens": f"{opens:%H:%M}"}
    return _("until %(closes)s") % {"closes": f"{closes:%H:%M}"} if closes is not None else ""


def _listed(words: Iterable[str]) -> str:
    several = list(dict.fromkeys(words))
    if len(several) < 2:
        return "".join(several)
    return _("%(first)s and %(last)s") % {"first": ", ".join(several[:-1]), "last": several[-1]}


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}" if day else ""


def next_words(rules: Iterable[Rule], now: datetime, *, most: int = 3) -> list[str]:
    """Return the next openings in words, in the zone of `now`; nothing where nobody vouches for any."""
    return [_session(one) for one in next_sessions(rules, now, most=most)]


def _session(one: Session) -> str:
    day = date_format(one.day, "l j F")
    if one.starts is None:
        return day
    opens = one.starts.time()
    closes = one.ends.time() if one.ends else None
    return _("%(day)s, %(times)s") % {"day": day, "times": _clock_of(opens, closes)}


def _clock_of(opens: time, closes: time | None) -> str:
    """As `_clock`, where midnight is a time and not nothing."""
    if closes is None:
        return _("from %(opens)s") % {"opens": f"{opens:%H:%M}"}
    return _("%(opens)s to %(closes)s") % {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
