"""Wording of entries for pages: whose words, who can see them, tags in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.record.method import tools
from ownwords.record.method.definitions import Choice
from ownwords.record.method.tools import tags
from ownwords.record.models import Entry, Kind, Said, Standing


def who_said(opened: Opened, entry: Entry) -> str:
    """Return whose words an entry holds, and who wrote them down when that was somebody else."""
    if entry.said_by == Said.PERSON:
        own = _("You") if opened.is_own else opened.person.called
        if opened.person.account_id == entry.written_by_id:
            return own
        return _("%(who)s, written down by %(writer)s") % {"who": own, "writer": entry.written_by.name}
    if entry.said_by == Said.WORKER:
        return entry.said_by_name or entry.written_by.name
    who = entry.said_by_name or str(Said(entry.said_by).label)
    if entry.written_by_id == opened.person.account_id:
        return who
    return _("%(who)s, written down by %(writer)s") % {"who": who, "writer": entry.written_by.name}


def tag_words(entry: Entry) -> list[str]:
    """Return the tags of an entry in plain words, the person's own word last."""
    labels = {tag.key: _(tag.label) for tag in tags().tags}
    named = [labels[key] for key in entry.tags if key in labels]
    return [*named, entry.tag_words] if entry.tag_words else named


def about_words(entry: Entry) -> str:
    """Return what the words of an entry belong to: a name, a starting point, the subject of a preference."""
    if entry.kind == Kind.IDENTITY:
        return _label(tools.values_and_preferences().identity_prompts, entry.about)
    if entry.kind == Kind.PREFERENCE and entry.preference.subject not in ("", "own"):
        return _label(tools.values_and_preferences().preference_subjects, entry.preference.subject)
    if entry.kind == Kind.CRISIS:
        return ""
    return entry.about


def _label(choices: Iterable[Choice], key: str) -> str:
    return next((_(choice.label) for choice in choices if choice.key == key), key)


def approach_words(entry: Entry) -> str:
    """Return how something was told, in words; "" when that was not said."""
    return _label(tools.values_and_preferences().approaches, entry.approach).lower() if entry.approach else ""


def when_words(entry: Entry) -> str:
    """Return when something happened: the day, the person's own words for it, or both; "" when not said."""
    exact = date_format(entry.happened_on, "j F Y") if entry.happened_on else ""
    return joined_by_comma([entry.happened_words, exact])


def joined_by_comma(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, with commas between them."""
    return ", ".join(part for part in parts if part)


def standing_words(opened: Opened, entry: Entry) -> str:
    """Return how the person stands to words that somebody else offered; "" for the person's own."""
    if entry.standing == Standing.OWN:
        return ""
    by = {"who": who_said(opened, entry), "person": opened.person.called}
    if entry.standing == Standing.OFFERED:
        if entry.kind == Kind.STRENGTH:
            return _("Noticed by %(who)s. It waits for an answer.") % by
        return (
            _("This waits for an answer.") if opened.is_own else _("This waits for %(person)s’s answer.") % by
        )
    said = {
        Standing.KEPT: _("You said yes to this.")
        if opened.is_own
        else _("%(person)s said yes to this.") % by,
        Standing.NOT_QUITE: _("You said: not quite.")
        if opened.is_own
        else _("%(person)s said: not quite.") % by,
        Standing.DECLINED: _("You said no to this.")
        if opened.is_own
        else _("%(person)s said no to this.") % by,
    }[Standing(entry.standing)]
    if entry.kind == Kind.STRENGTH and entry.standing == Standing.KEPT:
        return _("Noticed by %(who)s, and kept.") % by
    return said


def shortened(words: str, most: int = 60) -> str:
    """Return the first words of a text, for a link that is read out; the words themselves stand beside it."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else one_line[: most - 1].rstrip() + "…"
