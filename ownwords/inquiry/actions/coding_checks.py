"""What must hold before somebody codes a passage: the text is the one that was read, and they have not finished it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.method.passages import Chosen, stands_there, trimmed
from ownwords.inquiry.models import Code, Coding, Finished, Source, SourceText
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused

MOST = 100_000


def source_to_code(opened: OpenedStudy, source_id: UUID) -> Source:
    """Return a source that the viewer may code in now; its text stays as it is for this transaction.

    Raises:
        NotFound: no such source in view. Refused: the viewer has said that they have finished it.
    """
    opened.needs(Need.CODE)
    sources = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    source = sources.select_for_update(no_key=True, of=("self",)).filter(pk=source_id).first()
    if source is None:
        raise NotFound
    if Finished.objects.filter(source_id=source_id, coder_id=opened.me).exists():
        said = _("You have said that you have finished coding this text.")
        raise Refused({"": f"{said} {_('Take that back first, below the text.')}"})
    return source


def checked_passage(source: Source, chosen: Chosen) -> tuple[int, int, str]:
    """Return where a chosen passage begins and ends, without blanks around it, and its words.

    Raises:
        Refused: the text was corrected since it was read, other words stand there, or no words were chosen.
    """
    if chosen.text_version != source.text_version:
        corrected = _("This text was corrected while you were reading it.")
        raise Refused({"passage": f"{corrected} {_('Look at it again and choose the passage once more.')}"})
    if not 0 <= chosen.start < chosen.end <= source.length:
        raise Refused({"passage": _("Choose a passage first: select words in the text, or a turn.")})
    if chosen.end - chosen.start > MOST:
        raise Refused({"passage": _("This passage is too long. Choose a shorter one.")})
    texts = SourceText.objects.filter(source_id=source.id, number=source.text_version)
    cut = Substr("words", chosen.start + 1, chosen.end - chosen.start)
    words: str = texts.values_list(cut, flat=True).get()
    if not stands_there(chosen, words):
        raise Refused({"passage": _("What you chose does not stand there any more. Choose it once more.")})
    start, end = trimmed(chosen.start, words)
    if start == end:
        raise Refused({"passage": _("Choose some words; there are only blanks in this passage.")})
    return start, end, words[start - chosen.start : end - chosen.start]


def code_to_use(opened: OpenedStudy, code_id: UUID) -> Code:
    """Return a code of the study that passages can be given. It stays in view for this transaction.

    Raises:
        NotFound: no such code, or it has gone since. Refused: it only groups others.
    """
    codes = Code.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    code = codes.select_for_update(no_key=True, of=("self",)).filter(pk=code_id).first()
    if code is None:
        raise NotFound
    if not code.holds_codings:
        raise Refused(
            {"code": _("“%(code)s” only groups other codes. Choose one of those.") % {"code": code.name}}
        )
    return code


def not_laid_yet(coding: Coding) -> None:
    """Raise Refused where the same person has laid the same code on exactly this passage."""
    same = Coding.objects.filter(
        source_id=coding.source_id, code_id=coding.code_id, coder_id=coding.coder_id, start__lt=F("end")
    )
    if same.filter(start=coding.start, end=coding.end).exclude(pk=coding.pk).exists():
        raise Refused(
            {"code": _("You have given this passage “%(code)s” already.") % {"code": coding.code.name}}
        )


def checked_strength(strength: int | None) -> int | None:
    """Return a strength from 0 to 100, or None for not said. Raises Refused for any other."""
    if strength is None or 0 <= strength <= 100:
        return strength
    raise Refused({"strength": _("Give a whole number from 0 to 100, or leave it empty.")})
