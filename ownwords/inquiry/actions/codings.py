"""Coding passages: laying a code, taking it away, moving its ends, giving another code, strength and a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions import codes
from ownwords.inquiry.actions.coding_checks import (
    checked_passage,
    checked_strength,
    code_to_use,
    not_laid_yet,
    source_to_code,
)
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.themes_guard import nothing_rests_on
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import Code, CodeOrigin, Coding, HowCoded, Source
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.rules import own_words


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which code a passage is given: one that there is, a new one by its name, or the words themselves."""

    code_id: UUID | None = None
    new_name: str = ""
    in_vivo: bool = False


@transaction.atomic
def code_passage(*, opened: OpenedStudy, source_id: UUID, chosen: Chosen, wanted: Wanted) -> Coding:
    """Lay a code on a passage. A new code is made in the same step, so that one press undoes both.

    Raises:
        NotFound: no such text or code. Refused: see `actions.coding_checks`; no code chosen or named.
    """
    source = source_to_code(opened, source_id)
    start, end, words = checked_passage(source, chosen)
    doing = Doing(opened, "coded_in_vivo" if wanted.in_vivo else "coded", source.title)
    code = _code(doing, wanted, words)
    if doing.changes and not wanted.in_vivo:
        doing.did = "coded_with_new"
    coding = Coding(
        study_id=opened.study.id,
        source=source,
        code=code,
        coder_id=opened.me,
        start=start,
        end=end,
        how=HowCoded.IN_VIVO if wanted.in_vivo else HowCoded.HAND,
    )
    not_laid_yet(coding)
    doing.make(coding)
    doing.about = source.title if wanted.in_vivo else _about(code, source)
    doing.keep()
    return coding


def _code(doing: Doing, wanted: Wanted, words: str) -> Code:
    if wanted.code_id is not None:
        return code_to_use(doing.opened, wanted.code_id)
    name, origin = wanted.new_name, CodeOrigin.FOUND
    if wanted.in_vivo:
        name, origin = words, CodeOrigin.IN_VIVO
        if doing.opened.study.blind:
            said = _(
                "Coding is blind in this study, and everybody sees the names of codes: these words would tell others"
            )
            raise Refused({"passage": f"{said} {_('what you coded. Name the code in words of your own.')}"})
        if len(name) > codes.MOST_NAME:
            too_many = _("These words are too many for a name. Choose fewer, or name the code yourself.")
            raise Refused({"passage": too_many})
    if not name.strip():
        raise Refused({"code": _("Choose a code, or type a name for a new one.")})
    return codes.make_code(opened=doing.opened, said=codes.Said(name, origin=origin), doing=doing)


@transaction.atomic
def uncode(*, opened: OpenedStudy, coding_id: UUID) -> Coding:
    """Take a code off a passage.

    Raises:
        NotFound: not the viewer's to change. Refused: they have finished the text, or a theme or property rests on it.
    """
    coding = own_coding(opened, coding_id)
    nothing_rests_on([coding.id])
    doing = Doing(opened, "uncoded", _about(coding.code, coding.source))
    kept = coding.id
    doing.take_away(coding)
    doing.keep()
    coding.id = kept
    return coding


@dataclass(frozen=True, slots=True)
class Said:
    """What a coding says besides its passage."""

    code_id: UUID
    strength: int | None
    memo: str


@transaction.atomic
def change_coding(
    *,
    opened: OpenedStudy,
    coding_id: UUID,
    said: Said,
    chosen: Chosen | None = None,
    version: int | None = None,
) -> Coding:
    """Give a passage another code, strength or note, and other ends where they are chosen.

    Args:
        version: of the coding that was seen; None where only what is chosen now matters.

    Raises:
        NotFound: not the viewer's to change, or no such code. Refused: see `actions.coding_checks`.
        StaleEdit: somebody said it differently in between.
    """
    coding = own_coding(opened, coding_id, to=said.code_id)
    if version is not None and coding.version != version:
        raise StaleEdit(coding)
    before = state_of(coding)
    coding.code = code_to_use(opened, said.code_id)
    coding.strength = checked_strength(said.strength)
    coding.memo = own_words(said.memo, field="memo", needed=False)
    if chosen is not None:
        coding.start, coding.end, _words = checked_passage(coding.source, chosen)
    not_laid_yet(coding)
    doing = Doing(opened, _did(before, state_of(coding)), _about(coding.code, coding.source))
    try:
        with transaction.atomic():
            doing.change(coding, before)
    except IntegrityError:
        raise Refused({"code": _("This passage has that code already.")}) from None
    doing.keep()
    return coding


def own_coding(opened: OpenedStudy, coding_id: UUID, to: UUID | None = None) -> Coding:
    """Return a coding that the viewer may change now: their own; for who leads, anybody's that they see.

    The text is held first, then the code it goes ``to``, then the coding: as everything does that touches several, so
    that two never wait for each other.

    Raises:
        NotFound: none such. Refused: they have said that they have finished its text.
    """
    opened.needs(Need.CODE)
    codings = visible_codings(opened).filter(pk=coding_id)
    if not opened.has(Need.LEAD):
        codings = codings.filter(coder_id=opened.me)
    source_id = codings.values_list("source_id", flat=True).first()
    if source_id is None:
        raise NotFound
    source = source_to_code(opened, source_id)
    if to is not None:
        code_to_use(opened, to)
    coding = codings.select_for_update(of=("self",)).first()
    if coding is None:
        raise NotFound
    coding.source = source
    coding.code = Code.objects.get(pk=coding.code_id)
    return coding


def _did(before: dict[str, Any], after: dict[str, Any]) -> str:
    if (before["start"], before["end"]) != (after["start"], after["end"]):
        return "passage_moved"
    if before["code_id"] != after["code_id"]:
        return "recoded"
    return "passage_said"


def _about(code: Code, source: Source) -> str:
    return f"{code.name} · {source.title}"
