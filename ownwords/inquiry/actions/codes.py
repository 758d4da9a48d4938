"""Codes: a new one, saying what one is, moving it in the tree, taking it out of view. Each can be undone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Code, CodeOrigin
from ownwords.inquiry.queries.codes import codes_in_view, nodes_of
from ownwords.people import rules
from ownwords.people.actions.holding import hold
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused

MOST_NAME, MOST_WORDS = 200, 5_000
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Said:
    """What a code says of itself: its name, what it is, when to use it and when not, an example."""

    name: str
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    example: str = ""
    colour: str = ""
    origin: str = CodeOrigin.FOUND
    holds_codings: bool = True

    def checked(self) -> Said:
        """Return it as it will be kept. Raises Refused: field -> what does not fit."""
        name = " ".join(rules.own_words(self.name, field="name", most=MOST_NAME).split())
        if self.colour and not _COLOUR.fullmatch(self.colour.lower()):
            raise Refused({"colour": _("Give a colour as # and six signs from 0 to 9 and a to f, or none.")})
        parts = {
            part: rules.own_words(getattr(self, part), field=part, needed=False, most=MOST_WORDS)
            for part in ("definition", "use_when", "not_when", "example")
        }
        origin = rules.one_of(self.origin, CodeOrigin.values, field="origin")
        return Said(
            name, **parts, colour=self.colour.lower(), origin=origin, holds_codings=self.holds_codings
        )

    def put_into(self, code: Code) -> None:
        """Write it into a row."""
        for part in self.__slots__:
            setattr(code, part, getattr(self, part))
        code.folded = folded(self.name)


def make_code(
    *,
    opened: OpenedStudy,
    said: Said,
    parent_id: UUID | None = None,
    submission: UUID | None = None,
    doing: Doing | None = None,
) -> Code:
    """Make a code, last among those beside it.

    Args:
        doing: a step that this is part of, such as coding a passage with a new code; kept by whoever began it.

    Raises:
        NotFound: not who codes, or no such parent. Refused: the name is taken beside it, or something does not fit.
    """
    opened.needs(Need.CODE)
    said = said.checked()
    code = Code(study=opened.study, made_by_id=opened.me, changed_by_id=opened.me, submission=submission)
    said.put_into(code)
    with transaction.atomic():
        # One at a time: whatever this very form has kept before is there by now, and is no name that somebody took.
        hold_tree(opened)
        if (before := _sent_before(code)) is not None:
            return before
        code.parent_id = parent_id and locked(opened, codes_in_view(opened), parent_id, None).id
        name_is_free(opened, code)
        code.position = codes_in_view(opened).filter(parent_id=code.parent_id).count()
        whole = doing or Doing(opened, "code_made", code.name)
        whole.make(code)
        if doing is None:
            whole.keep()
    return code


def _sent_before(code: Code) -> Code | None:
    """Return what the same form kept before. Raises Refused where that was a code of another name."""
    if code.submission is None:
        return None
    before = Code.objects.filter(study_id=code.study_id, submission=code.submission).first()
    if before is not None and before.name != code.name:
        raise sent_before()
    return before


@transaction.atomic
def change_code(*, opened: OpenedStudy, code_id: UUID, version: int, said: Said) -> Code:
    """Say differently what a code is, or what it is called. Its passages stay where they are.

    Raises:
        NotFound, StaleEdit. Refused: the name is taken beside it, or nothing is different.
    """
    opened.needs(Need.CODE)
    said = said.checked()
    code = locked(opened, codes_in_view(opened), code_id, version)
    before = state_of(code)
    said.put_into(code)
    name_is_free(opened, code)
    _keep(opened, "code_changed", code, before)
    return code


@transaction.atomic
def move_code(*, opened: OpenedStudy, code_id: UUID, version: int, parent_id: UUID | None) -> Code:
    """Hang a code, with all that hangs on it, below another one, or at the top.

    Raises:
        NotFound, StaleEdit. Refused: it would hang below itself, or its name is taken there.
    """
    opened.needs(Need.CODE)
    hold_tree(opened)
    code = locked(opened, codes_in_view(opened), code_id, version)
    if parent_id is not None:
        locked(opened, codes_in_view(opened), parent_id, None)
        if parent_id == code.id or parent_id in below(nodes_of(opened), code.id):
            raise Refused({"parent": _("A code cannot hang below itself. Choose another place.")})
    before = state_of(code)
    code.parent_id = parent_id
    if parent_id is None or str(parent_id) != before["parent_id"]:
        code.position = codes_in_view(opened).filter(parent_id=parent_id).exclude(pk=code.pk).count()
    name_is_free(opened, code)
    _keep(opened, "code_moved", code, before)
    return code


def hold_tree(opened: OpenedStudy) -> None:
    """Let one change of the tree of codes of a study happen at a time, until this transaction ends."""
    hold("codes", opened.study.id)


def name_is_free(opened: OpenedStudy, code: Code) -> None:
    """Raise Refused where another code beside this one has the same name, capitals and accents apart."""
    beside = codes_in_view(opened).filter(parent_id=code.parent_id, folded=code.folded).exclude(pk=code.pk)
    if beside.exists():
        words = _("There is a code “%(name)s” here already. Give another name, or use that one.")
        raise Refused({"name": words % {"name": code.name}})


def _keep(opened: OpenedStudy, did: str, code: Code, before: dict[str, object]) -> None:
    doing = Doing(opened, did, code.name)
    if not doing.change(code, before):
        raise nothing_different()
    doing.keep()
