"""The form with a person's details, and the groups of what they need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownwords.people.actions.people import Details, details_of
from ownwords.people.forms.person_fields import BirthField, asked, checked_nhs_number, given_name, plain_line
from ownwords.people.method import nhs_number, reference
from ownwords.people.models import Person

INTERPRETER = (("", _("Not asked yet")), ("yes", _("Yes")), ("no", _("No")))
INTERPRETER_VALUES = {"": None, "yes": True, "no": False}
LONGEST_TEXT = 5_000


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, max_length=LONGEST_TEXT, required=False, strip=False, help_text=help_text, widget=area
    )


def _need_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (gettext(group.label), [(need.key, gettext(need.label)) for need in group.needs])
        for group in reference.needs().groups
    ]


def need_groups(chosen: Iterable[str]) -> list[dict[str, Any]]:
    """Return the four kinds of need, each with its boxes and which of them are ticked."""
    ticked = set(chosen)
    return [
        {
            "label": gettext(group.label),
            "items": [
                {
                    "value": need.key,
                    "text": gettext(need.label),
                    "hint": gettext(need.hint) if need.hint else None,
                    "checked": need.key in ticked,
                }
                for need in group.needs
            ],
        }
        for group in reference.needs().groups
    ]


def _ethnic_choices() -> list[Any]:
    """Every code under its group's heading. Not asked, and asked but not said, are two different answers."""
    known = reference.ethnic_categories()
    named: list[Any] = [("", gettext("Not asked yet"))]
    for group in known.groups:
        rows = [(row.code, gettext(row.label)) for row in known.of_group(group.key)]
        if group.key == "not-stated":
            named += [(code, gettext("I would rather not say")) for code, _label in rows]
        else:
            named += [(code, f"{gettext(group.label)}: {label}") for code, label in rows]
    return named


class DetailsForm(forms.Form):
    """Everything about a person that is no part of their record. `version` is the consistency token."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)
    called = asked(
        plain_line(_("The name to call you by"), 200, required=True),
        _("This is the name that everybody here will use."),
    )
    pronouns = asked(plain_line(_("Pronouns"), 60), _("So that people speak of you as you want."))
    email = asked(
        forms.EmailField(label=_("E-mail address"), required=False, max_length=254),
        _("Only to write to you, never for advertising."),
    )
    phone = asked(
        plain_line(_("Phone number"), 60, inputmode="tel"), _("So that somebody can call you back.")
    )
    contact_wishes = asked(
        _text(_("How and when you want to be contacted")),
        _("So that nobody rings at a bad time or leaves a message others could hear."),
    )
    language = asked(
        plain_line(_("Language you would rather speak"), 100, list="languages"),
        _("So that you can say things the way you mean them."),
    )
    interpreter = asked(
        forms.ChoiceField(
            label=_("Do you want an interpreter?"),
            choices=INTERPRETER,
            required=False,
            widget=forms.RadioSelect,
        ),
        _("It is booked before the visit, and costs you nothing."),
    )
    interpreter_words = asked(
        plain_line(_("What the interpreter should know"), 300),
        _("For example a dialect, or whether you would rather have a woman or a man."),
    )
    needs = asked(
        forms.MultipleChoiceField(
            label=_("What you need so that information reaches you"),
            required=False,
            choices=_need_choices,
            widget=forms.CheckboxSelectMultiple,
        ),
        _("So that letters, calls and visits work for you from the first time."),
    )
    needs_words = asked(_text(_("Anything else, in your own words")), _("The list cannot hold everything."))
    full_name = asked(plain_line(_("Full name"), 300), _("Letters and other services may need it."))
    date_of_birth = asked(
        BirthField(label=_("Date of birth"), required=False, help_text=_("For example 27 3 1985")),
        _("So that you are not mistaken for somebody of the same name."),
    )
    nhs_number = asked(
        plain_line(
            _("NHS number"), 40, inputmode="numeric", help_text=_("10 figures, for example 999 000 0018")
        ),
        _("So that other services mean the same person."),
    )
    ethnicity_code = asked(
        forms.ChoiceField(label=_("Ethnicity, from the NHS list"), choices=_ethnic_choices, required=False),
        _("To see whether the service is fair to everybody. It changes nothing about your support."),
    )
    ethnicity_words = asked(
        plain_line(_("Or in your own words"), 300), _("The list may not have the words you would use.")
    )

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["nhs_number"]

    def clean_called(self) -> str:
        """Refuse a name of blanks and invisible signs only."""
        return given_name(self.cleaned_data["called"])

    def clean_nhs_number(self) -> str | None:
        """Return ten figures that pass the check, or None."""
        return checked_nhs_number(self.cleaned_data["nhs_number"])

    def clean(self) -> dict[str, Any]:
        """Take the list or own words, not both."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("ethnicity_code") and found.get("ethnicity_words"):
            self.add_error(
                "ethnicity_words", gettext("Choose from the list or use your own words, not both.")
            )
        return found

    def details(self) -> Details:
        """Return what was typed, once the form is valid."""
        found = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        found["interpreter"] = INTERPRETER_VALUES[found["interpreter"]]
        found["needs"] = tuple(found["needs"])
        return Details(**found)


def details_initial(person: Person) -> dict[str, Any]:
    """Return what stands there now, as the form shows it."""
    details = details_of(person)
    fields = {name: getattr(details, name) for name in Details.__dataclass_fields__}
    words = {value: key for key, value in INTERPRETER_VALUES.items()}
    number = nhs_number.format(person.nhs_number) if person.nhs_number else ""
    return fields | {
        "version": person.version,
        "interpreter": words[person.interpreter],
        "needs": list(person.needs),
        "nhs_number": number,
    }
