"""Reading one's own drafts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from ownwords.people.access import Opened
from ownwords.record.models import Draft


@dataclass(frozen=True, slots=True)
class Started:
    """What was typed into a form and not saved: when it was kept, the fields, and another window's text."""

    form: str
    kept_at: datetime
    values: QueryDict
    earlier: tuple[tuple[str, str], ...] = ()


def started(opened: Opened, form: str) -> Started | None:
    """Return the viewer's own draft of one form, if there is one with anything in it (one query)."""
    draft = Draft.objects.filter(
        account_id=opened.viewer.account_id, person_id=opened.person.id, form=form
    ).first()
    if draft is None or not draft.fields.get("values"):
        return None
    earlier = (draft.fields.get("earlier") or {}).get("values", {})
    return Started(
        form=form,
        kept_at=draft.kept_at,
        values=_as_post(draft.fields["values"]),
        earlier=tuple((name, text) for name, several in earlier.items() for text in several if text.strip()),
    )


def _as_post(values: dict[str, Any]) -> QueryDict:
    post = QueryDict(mutable=True)
    for name, several in values.items():
        post.setlist(name, several)
    return post
