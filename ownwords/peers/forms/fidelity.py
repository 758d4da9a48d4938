"""The form in which somebody says how true peer support is to its principles."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.peers.actions.fidelity import MOST_WORDS, Said
from ownwords.peers.method.fidelity import packaged
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class FidelityForm(Tokens):
    """Four domains, each a number or nothing, and words for oneself."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = packaged()
        numbers = [(str(value), str(value)) for value in range(asked.low, asked.high + 1)]
        for domain in asked.domains:
            self.fields[domain.key] = ChosenField(
                label=_(domain.asks), required=False, choices=[*numbers, ("", _("Leave it out"))], initial=""
            )
            self.fields[f"{domain.key}_words"] = WordsField(
                label=_("In your own words, for yourself"), rows=2, required=False, most=MOST_WORDS
            )

    def domains(self) -> list[tuple[Any, Any, Any]]:
        """Return (domain, its field, the field of its words), in the order of the questions."""
        return [(one, self[one.key], self[f"{one.key}_words"]) for one in packaged().domains]

    def to_said(self) -> dict[str, Said]:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        return {
            one.key: Said(int(typed[one.key]) if typed[one.key] else None, typed[f"{one.key}_words"])
            for one in packaged().domains
        }
