"""Answers that are met at once: the words above a page, beside the service's own words for a crisis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.measures.models import ItemEvent
from ownwords.people.access import Opened

THOUGHTS = "thoughts-of-death-or-self-harm"


@dataclass(frozen=True, slots=True)
class Met:
    """One answer to talk about, in words. There is no level, and nothing is worked out from it."""

    event_id: UUID
    day: str
    words: str


def met_words(opened: Opened, events: Iterable[ItemEvent]) -> list[Met]:
    """Return each open answer in words, to the person or about them."""
    return [
        Met(event.id, date_format(event.response.answered_on, "j F Y"), _words(opened, event))
        for event in events
    ]


def _words(opened: Opened, event: ItemEvent) -> str:
    told = {
        "person": opened.person.called,
        "day": date_format(event.response.answered_on, "j F Y"),
        "item": event.item,
    }
    if opened.is_own:
        if event.key == THOUGHTS:
            return (
                _(
                    "On %(day)s you answered that you have had thoughts of being better off dead, or of hurting "
                    "yourself. You do not have to be alone with that. This is where help is, now."
                )
                % told
            )
        return _("On %(day)s you gave an answer that should not wait. This is where help is, now.") % told
    if event.key == THOUGHTS:
        return (
            _(
                "On %(day)s %(person)s answered question %(item)s, about thoughts of being better off dead or of "
                "self-harm. Nobody has said yet that it was talked about."
            )
            % told
        )
    return (
        _(
            "On %(day)s %(person)s gave an answer to question %(item)s that should not wait. "
            "Nobody has said yet that it was talked about."
        )
        % told
    )
