"""Forms about a person: details, somebody new, teams."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.ids import new_id
from ownwords.people.actions.people import Details, details_of
from ownwords.people.forms.widgets import DayWidget
from ownwords.people.method import nhs_number, reference
from ownwords.people.models import Person, Team

INTERPRETER = (("", _("Not asked yet")), ("yes", _("Yes")), ("no", _("No")))
INTERPRETER_VALUES = {"": None, "yes": True, "no": False}
EARLIEST_YEAR = 1890
LONGEST_TEXT = 5_000


class BirthField(forms.MultiValueField):
    """A date of birth from three boxes; None when all are empty."""

    widget = DayWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = (forms.CharField(), forms.CharField(), forms.CharField())
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the date. Errors say which part is missing or wrong, in words."""
        typed = [str(one or "").strip() for one in (value or ["", "", ""])]
        if not any(typed):
            return None
        if not all(typed):
            raise forms.ValidationError(gettext("Give day, month and year, or leave all three empty."))
        return self._date(typed)

    def _date(self, typed: list[str]) -> Any:
        try:
            day, month, year = (int(one) if one.isascii() and one.isdigit() else 0 for one in typed)
            found = date(year, month, day)
        except (ValueError, OverflowError):
            raise forms.ValidationError(
                gettext("There is no such day. Write it in figures, for example 27 3 1985.")
            ) from None
        if found > timezone.localdate():
            raise forms.ValidationError(gettext("This day has not come yet."))
        if found.year < EARLIEST_YEAR:
            raise forms.ValidationError(gettext("Write the year with four figures."))
        return found


def _asked(field: forms.Field, why: Any) -> forms.Field:
    """Give a field its purpose, which the page shows under its label (R5)."""
    field.why = why  # type: ignore[attr-defined]
    return field


def _line(
    label: Any, most: int, *, help_text: Any = "", required: bool = False, **attrs: str
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs=attrs),
    )


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
    called = _asked(
        _line(_("The name to call you by"), 200, required=True),
        _("This is the name that everybody here will use."),
    )
    pronouns = _asked(_line(_("Pronouns"), 60), _("So that people speak of you as you want."))
    email = _asked(
        forms.EmailField(label=_("E-mail address"), required=False, max_length=254),
        _("Only to write to you, never for advertising."),
    )
    phone = _asked(_line(_("Phone number"), 60, inputmode="tel"), _("So that somebody can call you back."))
    contact_wishes = _asked(
        _text(_("How and when you want to be contacted")),
        _("So that nobody rings at a bad time or leaves a message others could hear."),
    )
    language = _asked(
        _line(_("Language you would rather speak"), 100, list="languages"),
        _("So that you can say things the way you mean them."),
    )
    interpreter = _asked(
        forms.ChoiceField(
            label=_("Do you want an interpreter?"),
            choices=INTERPRETER,
            required=False,
            widget=forms.RadioSelect,
        ),
        _("It is booked before the visit, and costs you nothing."),
    )
    interpreter_words = _asked(
        _line(_("What the interpreter should know"), 300),
        _("For example a dialect, or whether you would rather have a woman or a man."),
    )
    needs = _asked(
        forms.MultipleChoiceField(
            label=_("What you need so that information reaches you"),
            required=False,
            choices=_need_choices,
            widget=forms.CheckboxSelectMultiple,
        ),
        _("So that letters, calls and visits work for you from the first time."),
    )
    needs_words = _asked(_text(_("Anything else, in your own words")), _("The list cannot hold everything."))
    full_name = _asked(_line(_("Full name"), 300), _("Letters and other services may need it."))
    date_of_birth = _asked(
        BirthField(label=_("Date of birth"), required=False, help_text=_("For example 27 3 1985")),
        _("So that you are not mistaken for somebody of the same name."),
    )
    nhs_number = _asked(
        _line(_("NHS number"), 40, inputmode="numeric", help_text=_("10 figures, for example 999 000 0018")),
        _("So that other services mean the same person."),
    )
    ethnicity_code = _asked(
        forms.ChoiceField(label=_("Ethnicity, from the NHS list"), choices=_ethnic_choices, required=False),
        _("To see whether the service is fair to everybody. It changes nothing about your support."),
    )
    ethnicity_words = _asked(
        _line(_("Or in your own words"), 300), _("The list may not have the words you would use.")
    )

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["nhs_number"]

    def clean_called(self) -> str:
        """Refuse a name of blanks and invisible signs only."""
        return _called(self.cleaned_data["called"])

    def clean_nhs_number(self) -> str | None:
        """Return ten figures that pass the check, or None."""
        return _nhs_number(self.cleaned_data["nhs_number"])

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


def _called(text: str) -> str:
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise forms.ValidationError(gettext("Write the name to call you by. Any name will do."))
    return text


def _nhs_number(text: str) -> str | None:
    if not text.strip():
        return None
    try:
        return nhs_number.normalise(text)
    except nhs_number.BadNHSNumber as fault:
        raise forms.ValidationError(gettext(fault.reason.message)) from None


class NewPersonForm(forms.Form):
    """Somebody new. The rest of the details can wait until there is time to ask."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    called = _asked(
        _line(_("The name they wish to be called"), 200, required=True),
        _("This is the name that everybody here will use."),
    )
    pronouns = _asked(_line(_("Pronouns"), 60), _("So that everybody speaks of them as they want."))
    full_name = _asked(_line(_("Full name"), 300), _("Letters and other services may need it."))
    date_of_birth = _asked(
        BirthField(label=_("Date of birth"), required=False, help_text=_("For example 27 3 1985")),
        _("So that nobody gets two records, or somebody else's."),
    )
    nhs_number = _asked(
        _line(_("NHS number"), 40, inputmode="numeric", help_text=_("10 figures, for example 999 000 0018")),
        _("So that nobody gets two records."),
    )
    team = _asked(
        forms.ChoiceField(label=_("Team that supports them"), widget=forms.RadioSelect),
        _("Its workers will see the record."),
    )
    named_worker = forms.BooleanField(label=_("I am their named worker"), required=False, initial=True)

    def __init__(self, *args: Any, teams: Iterable[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(team.id), team.name) for team in teams]
        field = self.fields["team"]
        field.choices = rows  # type: ignore[attr-defined]
        if len(rows) == 1:
            field.initial, field.widget = rows[0][0], forms.HiddenInput()

    def clean_called(self) -> str:
        """Refuse a name of blanks and invisible signs only."""
        return _called(self.cleaned_data["called"])

    def clean_nhs_number(self) -> str | None:
        """Return ten figures that pass the check, or None."""
        return _nhs_number(self.cleaned_data["nhs_number"])

    def details(self) -> Details:
        """Return what was typed, once the form is valid."""
        names = ("called", "pronouns", "full_name", "date_of_birth", "nhs_number")
        return Details(**{name: self.cleaned_data[name] for name in names})
