"""How findings, their shares and the elements of practice are put into words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.queries.theme_speakers import Carried
from ownwords.people.method.practice import Element


def carried_words(carried: Carried) -> str:
    """Return in how many of how many people, and documents, a theme is found; "" where neither is there."""
    people = ngettext("%(there)s of %(of)s participant", "%(there)s of %(of)s participants", carried.speak)
    papers = ngettext("%(there)s of %(of)s document", "%(there)s of %(of)s documents", carried.written)
    said = [
        words % {"there": there, "of": of}
        for words, there, of in (
            (people, carried.people, carried.speak),
            (papers, carried.documents, carried.written),
        )
        if of
    ]
    return _("found in %(share)s") % {"share": ", ".join(said)} if said else ""


def gone_words(number: int) -> str:
    """Return that passages which stood here were taken back; "" for none."""
    if not number:
        return ""
    words = ngettext(
        "%(num)s passage that stood here was withdrawn, struck out or corrected away.",
        "%(num)s passages that stood here were withdrawn, struck out or corrected away.",
        number,
    )
    return words % {"num": number}


def follows(element: Element) -> str:
    """Return the publication that an element follows, in a line; "" for none."""
    if element.follows is None:
        return ""
    line = f"{element.follows.words}, {element.follows.year}"
    return f"{line}, doi {element.follows.doi}" if element.follows.doi else line


def file_name(study: str, on: date) -> str:
    """Return a plain name for the file, such as findings-being-heard-2026-03-27.csv."""
    title = slugify(study)[:60].strip("-")
    return "-".join(part for part in ("findings", title, on.isoformat()) if part) + ".csv"


#: What every template of findings says with.
SAYING: dict[str, Any] = {
    "carried_words": carried_words,
    "gone_words": gone_words,
    "follows": follows,
    "say": _,
}
