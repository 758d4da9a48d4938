"""What one category is to another, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.relations import MOST_WORDS, Related
from ownwords.inquiry.models import Relation, RelationKind
from ownwords.inquiry.queries.categories import categories_of
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class RelationForm(Tokens):
    """A relation between two categories."""

    def __init__(
        self, *args: Any, opened: OpenedStudy, relation: Relation | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if relation is not None:
            first = {"of": str(relation.of_id), "to": str(relation.to_id), "kind": relation.kind}
            self.initial = {**first, "words": relation.words, "version": relation.version, **self.initial}
        names = [("", _("choose")), *((str(one.id), one.code.name) for one in categories_of(opened))]
        self.fields["of"] = ChosenField(label=_("Category"), choices=names, widget=forms.Select)
        self.fields["kind"] = ChosenField(label=_("What it is to the other"), choices=RelationKind.choices)
        self.fields["to"] = ChosenField(label=_("The other category"), choices=names, widget=forms.Select)
        self.fields["words"] = WordsField(
            label=_("Why do you think so?"), required=False, rows=4, most=MOST_WORDS
        )

    def to_related(self) -> Related:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        return Related(UUID(typed["of"]), UUID(typed["to"]), typed["kind"], typed["words"])
