"""The form about somebody new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.ids import new_id
from ownwords.people.actions.people import Details
from ownwords.people.forms.person_fields import BirthField, asked, checked_nhs_number, given_name, plain_line
from ownwords.people.models import Team


class NewPersonForm(forms.Form):
    """Somebody new. The rest of the details can wait until there is time to ask."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    called = asked(
        plain_line(_("The name they wish to be called"), 200, required=True),
        _("This is the name that everybody here will use."),
    )
    pronouns = asked(plain_line(_("Pronouns"), 60), _("So that everybody speaks of them as they want."))
    full_name = asked(plain_line(_("Full name"), 300), _("Letters and other services may need it."))
    date_of_birth = asked(
        BirthField(label=_("Date of birth"), required=False, help_text=_("For example 27 3 1985")),
        _("So that nobody gets two records, or somebody else's."),
    )
    nhs_number = asked(
        plain_line(
            _("NHS number"), 40, inputmode="numeric", help_text=_("10 figures, for example 999 000 0018")
        ),
        _("So that nobody gets two records."),
    )
    team = asked(
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
        return given_name(self.cleaned_data["called"])

    def clean_nhs_number(self) -> str | None:
        """Return ten figures that pass the check, or None."""
        return checked_nhs_number(self.cleaned_data["nhs_number"])

    def details(self) -> Details:
        """Return what was typed, once the form is valid."""
        names = ("called", "pronouns", "full_name", "date_of_birth", "nhs_number")
        return Details(**{name: self.cleaned_data[name] for name in names})
