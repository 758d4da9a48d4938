"""Wording of a person's details for pages. A blank, "not asked" and "rather not say" stay different things."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.people.actions.people import Details, details_of
from ownwords.people.method import nhs_number, reference
from ownwords.people.models import Person

NOT_STATED = "Z"
# Where leaving it empty means that nobody has asked, for there is another answer that means no, or rather not.
ASKED = frozenset({"interpreter", "ethnicity_code"})


@dataclass(frozen=True, slots=True)
class Line:
    """One detail: which column, what it is called, and its words; `said` is False where nothing was said."""

    name: str
    label: str
    words: str
    said: bool


def detail_lines(person: Person) -> list[Line]:
    """Return the details of a person as they stand, in the order of the form."""
    return lines(details_of(person))


def lines(details: Details) -> list[Line]:
    """Return details in words, in the order of the form."""
    born = date_format(details.date_of_birth, "j F Y") if details.date_of_birth else ""
    number = nhs_number.format(details.nhs_number) if details.nhs_number else ""
    return [
        _line("called", _("Name to call you by"), details.called),
        _line("pronouns", _("Pronouns"), details.pronouns),
        _line("email", _("E-mail address"), details.email),
        _line("phone", _("Phone number"), details.phone),
        _line("contact_wishes", _("How and when to be contacted"), details.contact_wishes),
        _line("language", _("Language"), details.language),
        _line("interpreter", _("Interpreter"), _interpreter(details)),
        _line("interpreter_words", _("What the interpreter should know"), details.interpreter_words),
        _line("needs", _("What is needed so that information arrives"), _needs(details)),
        _line("needs_words", _("Other needs, in own words"), details.needs_words),
        _line("full_name", _("Full name"), details.full_name),
        _line("date_of_birth", _("Date of birth"), born),
        _line("nhs_number", _("NHS number"), number),
        _line("ethnicity_code", _("Ethnicity, from the NHS list"), _ethnicity(details)),
        _line("ethnicity_words", _("Ethnicity, in own words"), details.ethnicity_words),
    ]


def lines_that_differ(current: Person, typed: Details, *, own: bool) -> list[tuple[Line, Line]]:
    """Return pairs (what stands there now, what was typed) for every detail in which they differ."""
    pairs = zip(detail_lines(current), lines(typed), strict=True)
    return [
        (now, then)
        for now, then in pairs
        if now.words != then.words and not (own and now.name == "nhs_number")
    ]


def _line(name: str, label: str, words: str) -> Line:
    nothing = _("Not asked yet") if name in ASKED else _("Nothing written")
    return Line(name, label, words or nothing, bool(words))


def _interpreter(details: Details) -> str:
    return {True: _("Wanted"), False: _("Not wanted"), None: ""}[details.interpreter]


def _needs(details: Details) -> str:
    known = reference.needs()
    named = [known.by_key(key) for key in details.needs]
    return "; ".join(_(need.label) for need in named if need)


def _ethnicity(details: Details) -> str:
    if details.ethnicity_code == NOT_STATED:
        return _("Would rather not say")
    known = reference.ethnic_categories()
    category = known.by_code(details.ethnicity_code)
    if category is None:
        return ""
    group = next(group for group in known.groups if group.key == category.group)
    return f"{_(group.label)}: {_(category.label)}"
