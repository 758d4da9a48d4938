"""What the desk sends: the passage chosen, and the code it gets."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import Said, Wanted
from ownwords.inquiry.method.passages import Chosen, plain
from ownwords.inquiry.models import Coding
from ownwords.inquiry.queries.desk import code_named
from ownwords.people.forms.fields import ChosenField, VersionField, WordsField

MOST_NUMBER = 2_000_000_000
NEW, IN_VIVO = "new", "in_vivo"
_PLACES = r"^\d{1,9}-\d{1,9}$"


def _number() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST_NUMBER, widget=forms.HiddenInput)


class ChosenForm(forms.Form):
    """A passage: by places in the text, as the script counts them; or from one word of a turn to another."""

    start = _number()
    end = _number()
    text_version = _number()
    begins = forms.CharField(required=False, strip=False, max_length=400, widget=forms.HiddenInput)
    ends = forms.CharField(required=False, strip=False, max_length=400, widget=forms.HiddenInput)
    first = forms.RegexField(_PLACES, required=False)
    last = forms.RegexField(_PLACES, required=False)

    def to_chosen(self) -> Chosen:
        """Return the passage; words chosen the wrong way round are turned, and nothing chosen is without words."""
        typed = self.cleaned_data
        start, end = typed.get("start"), typed.get("end")
        if start is None and typed.get("first") and typed.get("last"):
            words = [tuple(map(int, typed[one].split("-"))) for one in ("first", "last")]
            start, end = min(word[0] for word in words), max(word[1] for word in words)
        begins, ends = plain(typed.get("begins") or ""), plain(typed.get("ends") or "")
        return Chosen(start or 0, end or 0, typed.get("text_version") or 0, begins, ends)


class CodeForm(ChosenForm):
    """A passage and its code: chosen from the list, typed, or the words themselves."""

    code = forms.UUIDField(required=False)
    name = forms.CharField(required=False, strip=False, max_length=400)
    do = forms.CharField(required=False, max_length=20)

    def to_wanted(self, opened: OpenedStudy) -> Wanted:
        """Return the code that is meant. A typed name that one code has means that code."""
        do, code, name = (self.cleaned_data.get(one) for one in ("do", "code", "name"))
        if do == IN_VIVO:
            return Wanted(in_vivo=True)
        if code and do != NEW:
            return Wanted(code_id=code)
        known = code_named(opened, name) if name and do != NEW else None
        return Wanted(code_id=known.id) if known else Wanted(new_name=name or "")


class PassageForm(ChosenForm):
    """What a passage says besides its words, and its ends by whole words."""

    #: Where two have said something different at once, the note is what is chosen between.
    field_order = ("memo", "code_id", "strength")

    code_id = ChosenField(label=_("Code"), widget=forms.Select)
    strength = forms.IntegerField(
        label=_("How strongly it says this, from 0 to 100"),
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Give a whole number from 0 to 100, or leave it empty.")
        ),
    )
    memo = WordsField(label=_("Note on this passage"), required=False, rows=4)
    version = VersionField()

    def __init__(self, *args: Any, codes: list[tuple[str, str]], coding: Coding, **options: Any) -> None:
        options.setdefault("initial", {**self.values_of(coding), "version": coding.version})
        super().__init__(*args, **options)
        self.coding = coding
        self.fields["code_id"].choices = codes  # type: ignore[attr-defined]

    @staticmethod
    def values_of(coding: Coding) -> dict[str, Any]:
        """Return what the fields hold for a passage as it stands now."""
        return {"memo": coding.memo, "code_id": str(coding.code_id), "strength": coding.strength}

    def to_said(self) -> Said:
        """Return what was said of it."""
        typed = self.cleaned_data
        return Said(UUID(typed["code_id"]), typed["strength"], typed["memo"])

    def to_passage(self) -> Chosen | None:
        """Return the passage where its ends were chosen anew, else None."""
        typed, held = self.cleaned_data, self.coding
        first = typed.get("first") or f"{held.start}-{held.end}"
        last = typed.get("last") or f"{held.start}-{held.end}"
        (start, _to), (_from, end) = (map(int, one.split("-")) for one in (first, last))
        start, end = min(start, end), max(start, end)
        return (
            None if (start, end) == (held.start, held.end) else Chosen(start, end, typed["text_version"] or 0)
        )
