"""The form of a participant: pseudonym, part of the frame, and a field for each attribute of the study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.participants import MOST_PSEUDONYM, Described
from ownwords.inquiry.actions.values import field_of, why_not
from ownwords.inquiry.method.attribute_values import MOST, NotOfKind, as_kept
from ownwords.inquiry.models import Attribute, AttributeKind, Participant, SamplingGroup
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField
from ownwords.people.forms.sight import Tokens


class ParticipantForm(Tokens):
    """Everything that describes a participant. An attribute that is left empty is not stated."""

    def __init__(
        self,
        *args: Any,
        attributes: Sequence[Attribute],
        groups: Sequence[SamplingGroup],
        free: Sequence[str] = (),
        written: Mapping[UUID, list[str]] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.attributes = attributes
        tip = _("Never the person’s own name. Free: %(names)s.") % {"names": ", ".join(free)} if free else ""
        self.fields["pseudonym"] = LineField(
            label=_("Pseudonym"), most=MOST_PSEUDONYM, help_text=tip or _("Never the person’s own name."),
            widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        )  # fmt: skip
        if free:
            self.initial.setdefault("pseudonym", free[0])
        if groups:
            self.fields["group"] = ChosenField(
                label=_("Which of those you look for?"), required=False, widget=forms.Select,
                choices=[("", _("none of them, or not stated")), *[(str(one.id), one.words) for one in groups]],
            )  # fmt: skip
        for one in attributes:
            self.fields[field_of(one.id)] = _field(one, (written or {}).get(one.id, []))

    def begin_with(self, participant: Participant, values: Mapping[UUID, str]) -> None:
        """Show what stands there."""
        self.initial = {
            **self.initial,
            "pseudonym": participant.pseudonym,
            "group": str(participant.sampling_group_id or ""),
            "version": participant.version,
        }
        for one in self.attributes:
            value = values.get(one.id, "")
            is_day = one.kind == AttributeKind.DAY and value
            self.initial[field_of(one.id)] = date.fromisoformat(value) if is_day else value

    def to_described(self) -> Described:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        group = typed.get("group")
        values = {one.id: typed[field_of(one.id)] for one in self.attributes}
        plain = {
            key: value.isoformat() if isinstance(value, date) else value or ""
            for key, value in values.items()
        }
        return Described(typed["pseudonym"], UUID(group) if group else None, plain)


class NumberField(LineField):
    """A number, checked as one, or nothing."""

    def clean(self, value: Any) -> str:
        """Return it as it is kept."""
        try:
            return as_kept("number", str(value or ""))
        except NotOfKind as no:
            raise forms.ValidationError(why_not(no)) from None


def _field(attribute: Attribute, written: list[str]) -> forms.Field:
    label = attribute.name
    if attribute.kind == AttributeKind.NUMBER:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 10})
        return NumberField(label=label, required=False, most=MOST, widget=widget)
    if attribute.kind == AttributeKind.DAY:
        return DatePartsField(label=label, required=False)
    if attribute.kind == AttributeKind.YES_NO:
        choices = [("yes", _("Yes")), ("no", _("No")), ("", _("Not stated"))]
        return ChosenField(label=label, required=False, choices=choices)
    so_far = _("Written so far: %(values)s.") % {"values": ", ".join(written)} if written else ""
    return LineField(label=label, required=False, most=MOST, help_text=so_far)
