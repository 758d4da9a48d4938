"""Words for the columns beside an entry: a copy that is read without the program explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.record.models import Entry

#: Columns in the order of the page, each with its words. One that is not here stands in record.json alone.
LABELS: dict[str, str | Promise] = {
    "origin": gettext_lazy("Whose idea it was"),
    "origin_name": gettext_lazy("Their name"),
    "whose": gettext_lazy("Whose it is"),
    "whose_names": gettext_lazy("Names"),
    "kind_by_person": gettext_lazy("What kind of goal, as you see it"),
    "kind_by_worker": gettext_lazy("What kind of goal, as a worker sees it"),
    "direction": gettext_lazy("Towards or away"),
    "why": gettext_lazy("Why"),
    "importance": gettext_lazy("How important, from 0 to 10"),
    "confidence": gettext_lazy("How sure you are, from 0 to 10"),
    "a_bit": gettext_lazy("A bit of it would be"),
    "hoped": gettext_lazy("As hoped would be"),
    "more_than_hoped": gettext_lazy("More than hoped would be"),
    "obstacles": gettext_lazy("What could get in the way, and what then"),
    "needs": gettext_lazy("What is needed"),
    "review_on": gettext_lazy("Look again on"),
    "outcome": gettext_lazy("How it ended"),
    "outcome_words": gettext_lazy("About how it ended"),
    "domain": gettext_lazy("Part of life"),
    "domain_words": gettext_lazy("Part of life, in own words"),
    "time": gettext_lazy("When it holds"),
    "category": gettext_lazy("Where it lies"),
    "example": gettext_lazy("Example"),
    "subject": gettext_lazy("About"),
    "not_wanted": gettext_lazy("What is not wanted"),
    "force": gettext_lazy("How much it matters"),
    "held_on": gettext_lazy("Held on"),
    "place": gettext_lazy("Where"),
    "answers": gettext_lazy("What was said"),
    "look_again_on": gettext_lazy("Look again on"),
}


def coded(one: Model, column: str) -> str:
    """Return the words of a column that holds one of a list of choices; "" for none chosen."""
    value = getattr(one, column)
    known = dict(one._meta.get_field(column).choices or ())  # type: ignore[union-attr]
    return str(known.get(value, value)) if value not in (None, "") else ""


def detail_lines(entry: Entry, detail: Model | None) -> Iterator[tuple[str, str]]:
    """Yield (label, words) of what is kept beside the words of an entry, without what was left empty."""
    if entry.happened_on:
        yield _("When it was"), date_format(entry.happened_on, "j F Y")
    if entry.not_read_aloud:
        yield _("Not to be read aloud"), _("yes")
    if detail is None:
        return
    for field in detail._meta.concrete_fields:
        if field.attname in LABELS and (words := _words(detail, field.attname)):
            yield str(LABELS[field.attname]), words


def _words(detail: Model, column: str) -> str:
    value = getattr(detail, column)
    if isinstance(value, list):
        return "\n".join(" – ".join(str(part) for part in one.values() if part) for one in value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return coded(detail, column)
