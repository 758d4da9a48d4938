"""The form of a peer worker's own space."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.models import OwnKind, OwnNote
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class OwnNoteForm(Tokens):
    """Something for oneself."""

    def __init__(self, *args: Any, note: OwnNote | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if note is not None:
            self.fields["version"].initial = note.version
        self.fields["words"] = WordsField(
            label=_("Your words"), rows=8, initial=note.words if note else "",
            widget=forms.Textarea(attrs={"dir": "auto", "rows": 8, "spellcheck": "true"}),
        )  # fmt: skip
        self.fields["kind"] = ChosenField(
            label=_("What is it?"), choices=OwnKind.choices, initial=note.kind if note else OwnKind.REFLECTION
        )
        self.fields["for_supervision"] = forms.BooleanField(
            label=_("Remind me to bring this up in supervision. Nobody else is shown anything."),
            required=False,
            initial=note.for_supervision if note else False,
        )

    @staticmethod
    def values_of(note: OwnNote) -> dict[str, Any]:
        """Return what the fields hold for a note as it stands now."""
        return {"words": note.words, "kind": note.kind, "for_supervision": note.for_supervision}
