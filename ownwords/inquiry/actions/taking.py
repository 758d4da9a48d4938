"""Taking something out of a study as a file: that it was done is kept, the file is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ownwords.inquiry.models import Study
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.refusals import Refused


def note_taken(study: Study, signature: Mapping[str, Any], what: str, form: str, **more: str) -> None:
    """Keep that something went out of a study in a form; ``signature``: who took it."""
    after = {"what": what, "form": form, **more}
    note_act(verb=Verb.STUDY_EXPORTED, thing=Ref("study", study.id), after=after, **signature)


def no_such_form() -> Refused:
    """Return what is said of a kind of file that there is not."""
    return Refused({"form": _("Choose one of the kinds of file.")})
