"""Forms of a person who takes part in a study: what they give to it, and the link by which they say it is them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.ledger.ids import Ref
from ownwords.people.forms.fields import LineField, SeveralField
from ownwords.people.things import Thing


class GiveForm(forms.Form):
    """Single entries of one's own record, each to be ticked."""

    def __init__(self, *args: Any, things: list[Thing], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["entries"] = SeveralField(
            label=_("What do you want to give?"),
            choices=[(f"{one.ref.kind}:{one.ref.id}", one.words) for one in things],
            error_messages={
                "required": _("Choose what you want to give."),
                "invalid_choice": _("Choose from the list only. It may have changed since you opened it."),
            },
        )

    def to_refs(self) -> list[Ref]:
        """Return what was ticked, for the action."""
        return [
            Ref(kind, UUID(one))
            for kind, _sign, one in (e.partition(":") for e in self.cleaned_data["entries"])
        ]


class JoinForm(forms.Form):
    """The link that a study gave to somebody who takes part in it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["link"] = LineField(label=_("The link that the study gave you"), most=500)
