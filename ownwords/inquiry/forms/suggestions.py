"""What is switched on in a study, which suggestions are listed, and which were chosen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.suggest_list import Listed
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.forms.sight import Tokens


class SettingsForm(Tokens):
    """By what passages may be suggested."""

    def __init__(self, *args: Any, study: Study, there_is_a_model: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        first = {"by_rule": study.suggests_by_rule, "by_meaning": study.suggests_by_meaning}
        self.initial = {**first, "version": study.version, **self.initial}
        self.fields["by_rule"] = forms.BooleanField(
            required=False,
            label=_("Suggest passages by words that you name for a code"),
            help_text=_(
                "You name words; every sentence in which they stand is proposed. Nothing is weighed or learned."
            ),
        )
        if there_is_a_model or study.suggests_by_meaning:
            self.fields["by_meaning"] = forms.BooleanField(
                required=False,
                label=_("Suggest passages by likeness of meaning"),
                help_text=_(
                    "A small language model, on this service’s own machine, ranks passages by how alike they are to"
                    " what a code says. It is often wrong. No text leaves the machine."
                ),
            )

    def to_switches(self) -> dict[str, bool]:
        """Return what was chosen, for the action."""
        return {name: bool(self.cleaned_data.get(name)) for name in ("by_rule", "by_meaning")}


def to_listed(asked: QueryDict) -> Listed:
    """Return which suggestions an address asks for."""
    source_id, code_id = (SubmissionField().clean(asked.get(name)) for name in ("source", "code"))
    by = asked.get("by", "")
    known = by if by in ("rule", "meaning") else ""
    return Listed(source_id, code_id, known, asked.get("aside") == "yes")


def chosen_ids(sent: QueryDict) -> list[UUID]:
    """Return the suggestions that were chosen; what is no id is left out."""
    found = [SubmissionField().clean(one) for one in sent.getlist("chosen")]
    return [one for one in found if one is not None]
