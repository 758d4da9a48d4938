"""What is asked for when texts are looked through, and how far a look has come."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.suggesting import Look, Reached
from ownwords.inquiry.method.suggesting.pieces import SENTENCE, TURN
from ownwords.people.forms.fields import ChosenField

_FURTHEST = 2_000_000_000


class LookForm(forms.Form):
    """By what, in which text, for which code, and whether sentences or turns are proposed."""

    def __init__(
        self,
        *args: Any,
        ways: list[str],
        sources: list[tuple[str, str]],
        codes: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        words = {"rule": _("by words that you have named"), "meaning": _("by likeness of meaning")}
        by = [(way, words[way]) for way in ways]
        self.fields["by"] = ChosenField(label=_("How?"), choices=by, initial=ways[0] if ways else "")
        self.fields["source"] = ChosenField(
            label=_("In which text?"), required=False, choices=[("", _("all texts")), *sources], widget=forms.Select
        )  # fmt: skip
        self.fields["code"] = ChosenField(
            label=_("For which code?"), required=False, choices=[("", _("every code")), *codes], widget=forms.Select
        )  # fmt: skip
        units = [(SENTENCE, _("the sentence")), (TURN, _("the whole turn"))]
        self.fields["unit"] = ChosenField(label=_("What is proposed?"), choices=units, initial=SENTENCE)
        for name in ("piece", "texts"):
            self.fields[name] = forms.IntegerField(
                required=False, min_value=0, max_value=_FURTHEST, widget=forms.HiddenInput
            )
        self.fields["next"] = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def to_look(self) -> Look:
        """Return what is asked for."""
        typed = self.cleaned_data
        ids = [UUID(typed[name]) if typed[name] else None for name in ("source", "code")]
        return Look(typed["by"], typed["unit"], *ids)

    def to_reached(self) -> Reached | None:
        """Return where a look goes on that was begun before, else None."""
        typed = self.cleaned_data
        if typed["next"] is None:
            return None
        return Reached(typed["next"], typed["piece"] or 0, typed["texts"] or 0)
