"""The words of `measures.method.chart.sentences`, in the page's language: to the person, or about them."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from ownwords.measures.method.chart.scales import short
from ownwords.measures.method.chart.sentences import Facts, Key, Sentence

_SAME: dict[Key, str | Promise] = {
    Key.FORM_NONE: gettext_lazy("Nothing has been answered on %(words)s yet."),
    Key.FORM_ONCE: gettext_lazy("%(words)s was answered once, on %(on)s: %(latest)s."),
    Key.FORM_MANY: ngettext_lazy(
        "%(words)s was answered %(count)s time from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "%(words)s was answered %(count)s times from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "count",
    ),
    Key.FORM_HIGHER: gettext_lazy("On this form, higher is better."),
    Key.FORM_LOWER: gettext_lazy("On this form, lower is better."),
    Key.ALWAYS: gettext_lazy("Every one of them was %(value)s."),
    Key.EXTREMES: gettext_lazy("The lowest was %(lowest)s and the highest %(highest)s."),
    Key.PAUSE: gettext_lazy("Nothing from %(since_month)s to %(until_month)s; no line is drawn there."),
    Key.PAUSES: ngettext_lazy(
        "%(count)s longer time without a number, from %(since_month)s to %(until_month)s. No line is drawn there.",
        "%(count)s longer times without a number, the longest from %(since_month)s to %(until_month)s. "
        "No line is drawn there.",
        "count",
    ),
    Key.NOT_APPLICABLE: ngettext_lazy("Once it did not apply.", "%(count)s times it did not apply.", "count"),
    Key.BLANK: ngettext_lazy("Once it was left blank.", "%(count)s times it was left blank.", "count"),
    Key.REWORDED: ngettext_lazy(
        "The words were changed once, on %(on)s.",
        "The words were changed %(count)s times, last on %(on)s.",
        "count",
    ),
    Key.CLOSED: gettext_lazy("This line was closed on %(on)s: %(reason)s."),
    Key.CUT_OFF: gettext_lazy("The thin broken line at %(at)s is a published threshold. Source: %(words)s."),
    Key.EVENTS: ngettext_lazy(
        "%(count)s thing that happened is marked with the letter %(first)s. It has no number.",
        "%(count)s things that happened are marked with the letters %(first)s to %(last)s. They have no number.",
        "count",
    ),
}

_TO_THE_PERSON: dict[Key, str | Promise] = {
    Key.NONE: gettext_lazy("You have not rated “%(words)s” yet."),
    Key.ONCE: gettext_lazy("You rated “%(words)s” once, on %(on)s: %(latest)s."),
    Key.MANY: ngettext_lazy(
        "You rated “%(words)s” %(count)s time from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "You rated “%(words)s” %(count)s times from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "count",
    ),
    Key.MANY_CLOSED: ngettext_lazy(
        "You rated “%(words)s” %(count)s time from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the last was %(latest)s.",
        "You rated “%(words)s” %(count)s times from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the last was %(latest)s.",
        "count",
    ),
    Key.HIGHER: gettext_lazy("Higher is better for you."),
    Key.LOWER: gettext_lazy("Lower is better for you."),
    Key.RATHER_NOT: ngettext_lazy(
        "Once you would rather not say.", "%(count)s times you would rather not say.", "count"
    ),
    Key.USUAL_RANGE: ngettext_lazy(
        "Your usual range is %(low)s to %(high)s. It was worked out once, from %(count)s rating "
        "between %(since)s and %(until)s.",
        "Your usual range is %(low)s to %(high)s. It was worked out once, from %(count)s ratings "
        "between %(since)s and %(until)s.",
        "count",
    ),
    Key.LAST: ngettext_lazy("Your last answer:", "Your last %(count)s answers:", "count"),
    Key.LAST_NONE: gettext_lazy("You have not rated this yet."),
}

_ABOUT_THEM: dict[Key, str | Promise] = {
    Key.NONE: gettext_lazy("%(person)s has not rated “%(words)s” yet."),
    Key.ONCE: gettext_lazy("%(person)s rated “%(words)s” once, on %(on)s: %(latest)s."),
    Key.MANY: ngettext_lazy(
        "%(person)s rated “%(words)s” %(count)s time from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "%(person)s rated “%(words)s” %(count)s times from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the latest is %(latest)s.",
        "count",
    ),
    Key.MANY_CLOSED: ngettext_lazy(
        "%(person)s rated “%(words)s” %(count)s time from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the last was %(latest)s.",
        "%(person)s rated “%(words)s” %(count)s times from %(since_month)s to %(until_month)s. "
        "The first was %(first)s, the last was %(latest)s.",
        "count",
    ),
    Key.HIGHER: gettext_lazy("Higher is better for %(person)s."),
    Key.LOWER: gettext_lazy("Lower is better for %(person)s."),
    Key.RATHER_NOT: ngettext_lazy(
        "Once %(person)s would rather not say.",
        "%(count)s times %(person)s would rather not say.",
        "count",
    ),
    Key.USUAL_RANGE: ngettext_lazy(
        "%(person)s’s usual range is %(low)s to %(high)s. It was worked out once, from %(count)s rating "
        "between %(since)s and %(until)s.",
        "%(person)s’s usual range is %(low)s to %(high)s. It was worked out once, from %(count)s ratings "
        "between %(since)s and %(until)s.",
        "count",
    ),
    Key.LAST: ngettext_lazy("%(person)s’s last answer:", "%(person)s’s last %(count)s answers:", "count"),
    Key.LAST_NONE: gettext_lazy("%(person)s has not rated this yet."),
}


def said(sentence: Sentence, person: str | None = None) -> str:
    """Return a sentence to the person, or about them when a name is given. Words that they typed stay as they are."""
    values = sentence.values
    filled: Facts = {name: _written(name, value) for name, value in values.items() if name != "count"}
    if "count" in values:
        filled["count"] = values["count"]
    if "latest" in values and "high" in values:
        filled["latest"] = on_scale(float(values["latest"]), float(values["low"]), float(values["high"]))  # type: ignore[arg-type]
    if person is not None:
        filled["person"] = person
    words = _SAME.get(sentence.key) or (_TO_THE_PERSON if person is None else _ABOUT_THEM)[sentence.key]
    return words % filled


def in_a_row(found: Iterable[Sentence], person: str | None = None) -> str:
    """Return sentences one after the other."""
    return " ".join(said(one, person) for one in found)


def on_scale(value: float, low: float, high: float) -> str:
    """Return "6 of 10", or "6 on a scale from 1 to 7" where a scale does not begin at 0."""
    values = {"value": short(value), "low": short(low), "high": short(high)}
    return (
        _("%(value)s of %(high)s") if low == 0 else _("%(value)s on a scale from %(low)s to %(high)s")
    ) % values


def _written(name: str, value: str | float | date) -> str:
    if isinstance(value, date):
        return month(value) if name.endswith("_month") else day(value)
    return value if isinstance(value, str) else short(value)


def day(on: date) -> str:
    """Return "3 May 2024"."""
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    """Return "May 2024"."""
    return f"{months()[on.month - 1]} {on.year}"


def months() -> tuple[str, ...]:
    """Return the names of the months in the page's language."""
    return _names(translation.get_language(), "F")


def short_months() -> tuple[str, ...]:
    """Return the short names of the months in the page's language."""
    return _names(translation.get_language(), "M")


@functools.lru_cache(maxsize=64)
def _names(_language: str | None, form: str) -> tuple[str, ...]:
    """Keep the names of months: a table of 1,500 rows asks for one in each."""
    return tuple(date_format(date(2000, number, 1), form) for number in range(1, 13))
