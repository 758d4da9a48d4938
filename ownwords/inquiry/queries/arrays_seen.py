"""What an analysis may look at: all that counts, or what a viewer sees of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Finished, Study
from ownwords.inquiry.queries.sight import codings_that_count, open_to_me, visible_codings


@dataclass(frozen=True, slots=True)
class Analysed:
    """What an analysis may look at: codings and declarations of having finished that whoever asks sees."""

    study: Study
    codings: QuerySet[Coding]
    finished: QuerySet[Finished]


def seen_by_viewer(opened: OpenedStudy) -> Analysed:
    """Return what the viewer sees.

    In a blind study, others' declarations count only where their codings are seen: a text without them would look as if
    they had coded nothing in it.
    """
    finished = Finished.objects.filter(open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id)
    return Analysed(opened.study, visible_codings(opened), finished)


def everything(study: Study) -> Analysed:
    """Return all that counts in a study, for the command line, which no blind condition binds."""
    return Analysed(study, codings_that_count(study), Finished.objects.filter(study_id=study.id))
