"""What somebody writes in a memo, and which memos they look for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.memos import Told
from ownwords.inquiry.models import About, Memo, MemoKind, Method
from ownwords.inquiry.queries.memos import AboutWhat
from ownwords.people.forms.fields import ChosenField, LineField, SubmissionField, VersionField, WordsField

MOST_USED = {Method.REFLEXIVE: MemoKind.REFLEXIVE, Method.GROUNDED: MemoKind.THEORY}


class MemoForm(forms.Form):
    """A memo: its words, a title, and what it is for."""

    words = WordsField(label=_("What you think"), rows=8)
    title = LineField(label=_("Title"), required=False, most=200)
    kind = ChosenField(label=_("What this memo is for"), choices=MemoKind.choices)
    submission = SubmissionField()
    version = VersionField()

    def __init__(self, *args: Any, opened: OpenedStudy, memo: Memo | None = None, **options: Any) -> None:
        kind = MOST_USED.get(Method(opened.study.method), MemoKind.OTHER)
        initial: dict[str, Any] = {"kind": kind}
        if memo is not None:
            initial = {"words": memo.words, "title": memo.title, "kind": memo.kind, "version": memo.version}
        super().__init__(*args, **{"initial": initial, **options})

    def to_told(self) -> Told:
        """Return what was written."""
        typed = self.cleaned_data
        return Told(typed["words"], typed["title"], typed["kind"])

    def values_of(self, memo: Memo) -> dict[str, Any]:
        """Return what stands there now, for the choice between two texts."""
        return {"words": memo.words, "title": memo.title, "kind": memo.kind}


class MemosForm(forms.Form):
    """Which memos to show."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("every kind")), *MemoKind.choices]
    )
    about = forms.ChoiceField(label=_("About"), required=False, choices=[("", _("anything")), *About.choices])
    about_id = SubmissionField()
    mine = forms.BooleanField(label=_("Only mine"), required=False)
    after = SubmissionField()

    def to_wanted(self) -> AboutWhat:
        """Return what is looked for; what makes no sense is not looked for."""
        self.is_valid()
        typed = self.cleaned_data
        about_id = typed.get("about_id") if "about_id" in self.data else None
        return AboutWhat(typed.get("kind", ""), typed.get("about", ""), about_id, bool(typed.get("mine")))
