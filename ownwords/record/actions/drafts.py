"""Keeping what somebody types before they save it. Only their own account ever reads it.

One draft a form. Two windows on the same form do not overwrite each other: the words of the other window are set
beside the newer ones (`earlier`), so that at most a window's very last seconds are missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import may_write
from ownwords.record.models import Draft, Entry

MOST_FIELDS = 400
MOST_CHARACTERS = 200_000
_FORM = re.compile(r"[a-z_]{1,40}(?::[a-z0-9-]{1,60})?")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
Values = Mapping[str, Sequence[str]]


@transaction.atomic
def keep_draft(*, opened: Opened, form: str, values: Values, tab: str = "", moment: int = 0) -> Draft | None:
    """Keep what stands in a form now.

    Args:
        form: which form, as its page names it: "add:meaning", "change:<id>".
        values: the fields as typed, by name.
        tab: the submission key of the window; what it has saved already is not kept again.
        moment: milliseconds on that window's clock; an older post that arrives late changes nothing.

    Returns:
        The draft, or None when there is nothing to keep.
    Raises:
        NotFound: this role does not write. Refused: no such form, too much, or a sign that cannot be kept.
    """
    may_write(opened)
    _check(form, values)
    if _saved_already(opened, tab):
        return None
    Draft.objects.bulk_create([_empty(opened, form)], ignore_conflicts=True)
    draft = _mine(opened).select_for_update().get(form=form)
    held = draft.fields
    if held.get("tab") == tab and moment < held.get("moment", 0):
        return draft
    draft.fields = {
        "tab": tab,
        "moment": moment,
        "values": {name: list(several) for name, several in values.items()},
        "earlier": _earlier(draft, tab, values),
    }
    draft.kept_at = timezone.now()
    draft.save()
    return draft


def forget_draft(*, opened: Opened, form: str, tab: str = "") -> None:
    """Let a draft go: its form was saved by this window, or (without `tab`) it is thrown away altogether."""
    draft = _mine(opened).filter(form=form).first()
    if draft is None:
        return
    earlier = draft.fields.get("earlier")
    if not tab or (draft.fields.get("tab") == tab and not earlier):
        draft.delete()
    elif draft.fields.get("tab") == tab:
        draft.fields = {**earlier, "earlier": None}
        draft.save(update_fields=["fields"])
    elif earlier and earlier.get("tab") == tab:
        draft.fields = {**draft.fields, "earlier": None}
        draft.save(update_fields=["fields"])


def _mine(opened: Opened) -> Any:
    return Draft.objects.filter(account_id=opened.viewer.account_id, person_id=opened.person.id)


def _empty(opened: Opened, form: str) -> Draft:
    return Draft(account_id=opened.viewer.account_id, person_id=opened.person.id, form=form, fields={})


def _check(form: str, values: Values) -> None:
    if not _FORM.fullmatch(form):
        raise Refused({"": _("There is no such form.")})
    texts = [text for several in values.values() for text in several] + list(values)
    if len(values) > MOST_FIELDS or sum(map(len, texts)) > MOST_CHARACTERS:
        raise Refused({"": _("This is more than a draft can hold. Save it first.")})
    if any(_UNKEEPABLE.search(text) for text in texts):
        raise Refused({"": _("This holds a sign that cannot be kept.")})


def _saved_already(opened: Opened, tab: str) -> bool:
    """A post that was under way when its form was saved must not bring the draft back."""
    try:
        key = UUID(tab)
    except ValueError:
        return False
    return Entry.objects.filter(written_by_id=opened.viewer.account_id, submission=key).exists()


def _earlier(draft: Draft, tab: str, values: Values) -> dict[str, Any] | None:
    """Return what another window had typed, when it is not in the newer text anyway."""
    held = draft.fields
    if not held or held.get("tab") == tab:
        return held.get("earlier")
    if _words(held.get("values", {})) <= _words(values):
        return held.get("earlier")
    return {
        "tab": held.get("tab", ""),
        "moment": held.get("moment", 0),
        "values": held.get("values", {}),
        "kept_at": draft.kept_at.isoformat(),
    }


def _words(values: Values) -> set[str]:
    return {text for several in values.values() for text in several if text.strip()}
