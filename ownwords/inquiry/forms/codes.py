"""What is typed about a code: what it says of itself, where it hangs, and which it goes into."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.actions.codes import MOST_NAME, MOST_WORDS, Said
from ownwords.inquiry.models import Code, CodeOrigin
from ownwords.people.forms.fields import ChosenField, LineField, SubmissionField, VersionField, WordsField

COLOURS = {
    "": _("none"),
    "#1f77b4": _("blue"),
    "#17becf": _("turquoise"),
    "#2ca02c": _("green"),
    "#bcbd22": _("olive"),
    "#ff7f0e": _("orange"),
    "#8c564b": _("brown"),
    "#e377c2": _("pink"),
    "#9467bd": _("purple"),
    "#7f7f7f": _("grey"),
}
TOP = "top"
"""The place of a code that hangs on no other."""
PARTS = ("definition", "use_when", "not_when", "example")


class SaidForm(forms.Form):
    """A name is enough; the rest may come later."""

    name = LineField(label=_("What is the code called?"), most=MOST_NAME)
    definition = WordsField(label=_("What it is"), required=False, rows=3, most=MOST_WORDS)
    use_when = WordsField(label=_("Use it when"), required=False, rows=3, most=MOST_WORDS)
    not_when = WordsField(label=_("Do not use it when"), required=False, rows=3, most=MOST_WORDS)
    example = WordsField(label=_("An example passage"), required=False, rows=3, most=MOST_WORDS)
    origin = ChosenField(
        label=_("Where does it come from?"), choices=CodeOrigin.choices, initial=CodeOrigin.FOUND
    )
    colour = ChosenField(
        label=_("Colour"), required=False, choices=list(COLOURS.items()), widget=forms.Select
    )
    holds_codings = forms.BooleanField(
        label=_("Passages can be coded with it"),
        required=False,
        initial=True,
        help_text=_("Leave this out for a heading that only holds other codes."),
    )
    submission = SubmissionField()
    version = VersionField()

    def __init__(self, *args: Any, code: Code | None = None, **options: Any) -> None:
        if code is not None:
            options.setdefault("initial", {**self.values_of(code), "version": code.version})
        super().__init__(*args, **options)
        if code is not None and code.colour not in COLOURS:
            self.fields["colour"].choices += [(code.colour, code.colour)]  # type: ignore[attr-defined]

    @staticmethod
    def values_of(code: Code) -> dict[str, Any]:
        """Return what the fields hold for a code as it stands now."""
        return {part: getattr(code, part) for part in Said.__slots__}

    def to_said(self) -> Said:
        """Return what was typed."""
        return Said(**{part: self.cleaned_data[part] for part in Said.__slots__})

    def begin_with_what_differs(self, code: Code) -> None:
        """Put the first text that stands differently in the two versions in front, for the choice between them."""
        for part in (*PARTS, "name"):
            if self.cleaned_data.get(part) != getattr(code, part):
                self.order_fields([part])
                return


class NewCodeForm(SaidForm):
    """A new code, and where it hangs."""

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["parent"] = ChosenField(
            label=_("Where does it hang?"),
            required=False,
            choices=[("", _("at the top")), *codes],
            widget=forms.Select,
        )

    def to_parent(self) -> UUID | None:
        """Return the code that it hangs on, or None at the top."""
        chosen = self.cleaned_data["parent"]
        return UUID(chosen) if chosen else None


class PlaceForm(forms.Form):
    """Another code, chosen from the tree."""

    version = VersionField()

    def __init__(self, *args: Any, name: str, codes: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[name] = ChosenField(
            choices=[(one, one) for one in codes],
            error_messages={
                "required": _("Choose a code from the tree."),
                "invalid_choice": _("This code is not there any more, or cannot be chosen. Choose another."),
            },
        )


class SplitForm(forms.Form):
    """The passages that go to a new code, those of earlier pages too, and what it is called."""

    name = LineField(label=_("What is the new code called?"), most=MOST_NAME)
    held = forms.CharField(required=False, widget=forms.HiddenInput, max_length=400_000)
    version = VersionField()

    def to_chosen(self) -> list[UUID]:
        """Return the passages ticked on this page and on pages before, each once."""
        return chosen_passages(self.data)


def chosen_passages(data: Any) -> list[UUID]:
    """Return every passage that a form names; what is no id is passed over."""
    typed = [*data.get("held", "").split(), *(data.getlist("passage") if data else ())]
    as_id = SubmissionField().clean
    ids = (as_id(one) for one in typed)
    return list(dict.fromkeys(one for one in ids if one is not None))
