"""The form that takes what somebody said on paper or in a talk: an answer and words to each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.replies_typed import MOST, Said
from ownwords.inquiry.models import Answer, CheckingFinding, CheckingReply
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class RepliesForm(Tokens):
    """What was said to each finding that is put, and to the whole. What holds already stands in it."""

    def __init__(
        self,
        *args: Any,
        put: Sequence[CheckingFinding],
        newest: Mapping[UUID | None, CheckingReply],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.put = put
        choices = [*Answer.choices, ("", _("no answer"))]
        for one in put:
            was = newest.get(one.id)
            self.fields[f"answer_{one.id}"] = ChosenField(
                label=_("Does it match their experience?"), required=False, choices=choices,
                initial=was.answer if was else "",
            )  # fmt: skip
            self.fields[f"words_{one.id}"] = WordsField(
                label=_("In their words, or what they would change"), required=False, rows=3, most=MOST,
                initial=was.words if was else "",
            )  # fmt: skip
        whole = newest.get(None)
        self.fields["words"] = WordsField(
            label=_("Is there anything that they add?"), required=False, rows=4, most=MOST,
            initial=whole.words if whole else "",
        )  # fmt: skip

    def pairs(self) -> list[tuple[CheckingFinding, Any, Any]]:
        """Return each finding with its two fields, for the page."""
        return [(one, self[f"answer_{one.id}"], self[f"words_{one.id}"]) for one in self.put]

    def to_said(self) -> dict[UUID | None, Said]:
        """Return what was said by what it answers, for the action."""
        typed = self.cleaned_data
        said: dict[UUID | None, Said] = {
            one.id: Said(typed[f"answer_{one.id}"], typed[f"words_{one.id}"]) for one in self.put
        }
        return {**said, None: Said("", typed["words"])}
