"""The form in which replies are chosen that become a text of the study."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.models import CheckingReply
from ownwords.people.forms.fields import SeveralField


class BringForm(forms.Form):
    """Which replies are brought in; all of them to begin with."""

    def __init__(self, *args: Any, replies: Sequence[CheckingReply], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["replies"] = SeveralField(
            label=_("Which replies?"), choices=[(str(one.id), _named(one)) for one in replies],
            initial=[str(one.id) for one in replies],
        )  # fmt: skip

    def to_replies(self) -> list[UUID]:
        """Return the chosen replies."""
        return [UUID(one) for one in self.cleaned_data["replies"]]


def _named(one: CheckingReply) -> str:
    who = {"who": one.respondent.called, "group": one.respondent.group.name}
    said = f"{one.get_answer_display()}: {one.words}" if one.answer else one.words
    return _("%(who)s, %(group)s: %(said)s") % {**who, "said": said}
