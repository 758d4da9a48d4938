"""The form with which a team ends its support."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.people.actions.endings import LONGEST_REASON
from ownwords.people.forms.fields import ChosenField, WordsField, because
from ownwords.people.forms.sight import Tokens
from ownwords.people.models import Person, Placement


class EndingForm(Tokens):
    """Whose decision it was, why, and what stays open."""

    decision = because(
        ChosenField(
            label=gettext_lazy("Whose decision is this?"),
            choices=Placement.Decision.choices,
            error_messages={
                "required": gettext_lazy("Say whose decision this is."),
                "invalid_choice": gettext_lazy("Choose one of the answers in the list."),
            },
        ),
        gettext_lazy("An ending says whose it was, so that nobody is blamed for it later."),
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        reads = _("%(name)s can read this.") % {"name": person.called}
        self.fields["reason"] = WordsField(label=_("Why"), help_text=reads, most=LONGEST_REASON, rows=3)
        self.fields["stays_open"] = WordsField(
            label=_("What stays open"),
            help_text=_("In plain words: what was begun and goes on, and with whom. %(reads)s")
            % {"reads": reads},
            most=LONGEST_REASON,
            rows=3,
            required=False,
        )
