"""What is typed about a code: what it says of itself, and where a new one hangs."""

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
