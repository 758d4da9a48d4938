"""Reading how a service words steps of connecting, now and before."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from ownwords.connections.method.vocabulary import Term, vocabulary
from ownwords.connections.models import StepLabel
from ownwords.people.access import NotFound
from ownwords.people.viewer import Viewer

MOST_HISTORY = 100


def term_of(key: str) -> Term:
    """Return a step of the vocabulary. Raises NotFound."""
    found = vocabulary().step(key)
    if found is None:
        raise NotFound
    return found


def labels_now(viewer: Viewer) -> dict[str, StepLabel]:
    """Return key -> the words of the viewer's organisation, where it has its own."""
    if viewer.organisation_id is None:
        return {}
    rows = StepLabel.objects.filter(organisation_id=viewer.organisation_id)
    return {row.step: row for row in rows}


def label_history(viewer: Viewer, key: str) -> list[Any]:
    """Return every wording of one label, newest first: rows with `words`, `changed_at` and `changed_by_id`."""
    events = apps.get_model("connections", "StepLabelEvent")
    rows = events._default_manager.filter(organisation_id=viewer.organisation_id, step=key)
    return list(rows.order_by("-pgh_id")[:MOST_HISTORY])
