"""Saying that one has finished coding a text, and taking that back as long as it has opened nobody's eyes."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.models import Finished, Source
from ownwords.inquiry.queries.finished import compared
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused


@transaction.atomic
def finish_source(*, opened: OpenedStudy, source_id: UUID) -> Source:
    """Say that the viewer has finished coding a text; said twice, it is kept once. Raises NotFound for no such text."""
    source = _source(opened, source_id)
    Finished.objects.get_or_create(
        source_id=source_id, coder_id=opened.me, defaults={"study_id": opened.study.id}
    )
    return source


@transaction.atomic
def unfinish_source(*, opened: OpenedStudy, source_id: UUID) -> Source:
    """Take it back.

    Raises:
        NotFound: no such text. Refused: coding is blind, and somebody else has finished it too, so that each has seen
            the other's codings.
    """
    source = _source(opened, source_id)
    if compared(opened, source_id):
        said = _("Somebody else has finished this text too, and you have both seen what the other coded.")
        raise Refused({"": f"{said} {_('So this can be taken back no more while coding is blind.')}"})
    Finished.objects.filter(source_id=source_id, coder_id=opened.me).delete()
    return source


def _source(opened: OpenedStudy, source_id: UUID) -> Source:
    opened.needs(Need.CODE)
    sources = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    source = sources.select_for_update(no_key=True, of=("self",)).filter(pk=source_id).first()
    if source is None:
        raise NotFound
    return source
