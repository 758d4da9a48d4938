"""What a reader of FHIR has to say: faults that stop it, and remarks on what it read, with path and advice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ownwords.people.method.messages import gettext_noop as _

Translate = Callable[[str], str]
MOST_SHOWN = 120  # characters of a stranger's value that are repeated in a sentence

FAULTS = {
    "too_large": _("The file has more than {most} MB. Split it, one person or one year to a file."),
    "not_utf8": _("The file is not UTF-8 text. Save it as JSON in UTF-8."),
    "not_json": _("This is not JSON ({why}). Export it again, or mend it there."),
    "twice": _("“{name}” stands twice in one object, so that nobody can tell which counts. Remove one."),
    "not_finite": _("“{value}” is no number that can be kept. Write an ordinary number, or leave it out."),
    "too_deep": _(
        "Things stand more than {most} levels inside each other. No questionnaire needs that; check the export."
    ),
    "too_many": _("The file holds more than {most} entries. Split it."),
    "strange_sign": _(
        "A text holds a sign that cannot be kept (a zero byte or half a character). Remove it."
    ),
    "no_resource": _(
        "This is no FHIR resource: there is no “resourceType”. Give a FHIR R4 resource in JSON."
    ),
    "wrong_type": _("Expected {expected}, found {found}. Mend the export."),
    "missing": _("“{name}” is missing; FHIR R4 requires it. Add it."),
    "wrong_code": _("“{value}” is not one of: {allowed}. Use one of these."),
    "other_release": _(
        "This belongs to FHIR {release} ({sign}). Only R4 (4.0.1) is read here. Export it as R4."
    ),
    "wrong_resource": _("Expected a {expected}, found {found}. Give the file that holds it."),
    "must_understand": _(
        "“{name}” changes what this resource means, in a way that is not known here. Nothing of it can be used safely."
    ),
    "wrong_date": _("“{value}” is no FHIR date. Write 2026-11-22 or 2026-11-22T10:30:00Z."),
    "wrong_id": _("“{value}” is no FHIR id. Use at most 64 letters, figures, hyphens and full stops."),
    "unknown_instrument": _(
        "It does not say which instrument it answers ({value}). Name it with --instrument."
    ),
    "no_total": _("{name} has no sum of its own: its items are read one by one. Leave out the total."),
}

REMARKS = {
    "unknown_link": _("Question “{link}” is none of this instrument's. Kept aside: {value}."),
    "not_in_questionnaire": _(
        "Question “{link}” is not in the questionnaire that came with it. Kept aside: {value}."
    ),
    "out_of_range": _(
        "“{value}” is no answer to question {link}; it takes {legal}. Kept aside, the question is blank."
    ),
    "wrong_system": _("The code “{value}” is from {system}, which has no such answer here. Kept aside."),
    "no_system": _("The code “{value}” names no code system; it was read by the code alone."),
    "unknown_code": _("The code “{value}” is no answer known here and has no weight. Kept aside."),
    "weights_differ": _(
        "“{value}” has the weight {weight} there and {own} here. Kept aside: neither is used."
    ),
    "wrong_value": _("An answer to question {link} cannot be a {found}. Kept aside: {value}."),
    "number_as_text": _("“{value}” is a number written as text; it was read as a number."),
    "twice_same": _("Question {link} is answered twice, both times with {value}. It counts once."),
    "twice_different": _(
        "Question {link} is answered twice, differently: {value}. Kept aside: neither is used."
    ),
    "absent_reason": _("No answer to question {link}, reason given: “{value}”. It counts as blank."),
    "value_and_reason": _("Question {link} has an answer and a reason for having none. Kept aside: {value}."),
    "total_differs": _("The total kept there is {value}; the answers give {own}. Both are kept."),
    "total_unchecked": _("The total kept there is {value}; too few answers came with it to check it."),
    "total_not_number": _("The total “{value}” is no number. Kept aside."),
    "part_date": _("The date “{value}” does not say the day; it is kept as it stands."),
    "no_date": _("There is no date."),
    "entered_in_error": _("It is marked as entered in error. It is shown, never counted."),
    "unread": _("Not used here: {value}."),
    "not_ours": _("{value} resources are not about measures; they were left out."),
    "other_edition": _("It answers edition {value}; {own} is the one here."),
    "no_raw_sum": _("{name} is never added up raw: its score is {own}. The number {value} is kept aside."),
    "no_link": _("It refers to “{value}”, which is not in this file."),
    "wording_unknown": _("The rating names a wording, “{value}”, that the goal does not have."),
    "unknown_score": _("The code of this observation ({value}) is no score known here. Kept aside."),
    "item_alone": _(
        "An answer to question {link} of {name} by itself, {value}: only whole responses are taken in."
    ),
}


class FhirFault(Exception):
    """Something that cannot be read. ``str()`` says where, what, and what to do."""

    def __init__(self, key: str, path: str, **details: object) -> None:
        self.key = key
        self.path = path
        self.details = {name: shown(value) for name, value in details.items()}
        super().__init__(self.in_words())

    def in_words(self, translate: Translate = str) -> str:
        """Return the sentence, in English unless ``translate`` knows better."""
        said = translate(FAULTS[self.key]).format(**self.details)
        return f"{self.path}: {said}" if self.path else said


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader should know about what was read; nothing was lost."""

    key: str
    path: str
    details: tuple[tuple[str, str], ...] = ()

    def in_words(self, translate: Translate = str) -> str:
        """Return the sentence, in English unless ``translate`` knows better."""
        return f"{self.path}: {translate(REMARKS[self.key]).format(**dict(self.details))}"

    @property
    def value(self) -> str:
        """What was found there, as text."""
        return dict(self.details).get("value", "")


def remark(key: str, path: str, **details: object) -> Remark:
    """Make a remark; every detail becomes text of bearable length."""
    return Remark(key, path, tuple((name, shown(value)) for name, value in details.items()))


def shown(value: object) -> str:
    """Return a value as text, shortened.

    >>> shown(2.0), shown("x" * 500)[-3:]
    ('2', 'xx…')
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(value)[: MOST_SHOWN + 1]
    )
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
