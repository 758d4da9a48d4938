"""Bringing codes together, parting one into two, and taking one out of view; each can be undone whole."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.codes import Said, hold_tree, make_code
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.themes_guard import chosen_follow, nothing_rests_on, themes_follow
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Code, Coding
from ownwords.inquiry.queries.code_merging import codings_in_all
from ownwords.inquiry.queries.codes import codes_in_view, nodes_of
from ownwords.inquiry.queries.sight import open_to_me
from ownwords.people.refusals import Refused


@transaction.atomic
def merge_codes(*, opened: OpenedStudy, code_id: UUID, version: int, into_id: UUID) -> Code:
    """Bring a code into another: its passages and what hangs on it go there, and it goes out of view.

    A passage that the same person has coded with both is kept once; what was chosen of it for a theme, or as an
    incident, rests on the one that stays. Returns the code that stays, which belongs to the themes of both.

    Raises:
        NotFound, StaleEdit. Refused: into itself or something below it, a name taken there, passages that blind
        coding hides from the viewer, or what was chosen of a passage under both codes says two things.
    """
    opened.needs(Need.CODE)
    hold_tree(opened)
    code = locked(opened, codes_in_view(opened), code_id, version)
    into = locked(opened, codes_in_view(opened), into_id, None)
    _check_takes(opened, code, into)
    doing = Doing(opened, "codes_merged", f"{code.name} → {into.name}")
    _move_children(opened, doing, code, into)
    here = Coding.objects.filter(study_id=opened.study.id, code_id=code.id)
    alike = Coding.objects.filter(
        code_id=into.id, source_id=OuterRef("source_id"), start=OuterRef("start"), end=OuterRef("end"),
        coder_id=OuterRef("coder_id"), brought_by=OuterRef("brought_by"),
    )  # fmt: skip
    twice = list(here.filter(Exists(alike)))
    chosen_follow(doing, twice, into.id)
    themes_follow(doing, code.id, into.id)
    for one in twice:
        doing.take_away(one)
    doing.set_column(Coding, "coding", here.values_list("id", flat=True), "code_id", code.id, into.id)
    before = state_of(code)
    code.merged_into_id = into.id
    doing.change(code, before)
    doing.take_away(code)
    doing.keep()
    return into


def _check_takes(opened: OpenedStudy, code: Code, into: Code) -> None:
    """Raise Refused unless one code can go into the other."""
    if into.id == code.id or into.id in below(nodes_of(opened), code.id):
        raise Refused({"into": _("A code cannot go into itself, or into one that hangs on it.")})
    nothing_hidden(opened, [code.id, into.id])
    has_some = Coding.objects.filter(study_id=opened.study.id, code_id=code.id, start__lt=F("end")).exists()
    if not into.holds_codings and (has_some or codings_in_all([code.id])):
        words = _(
            "“%(code)s” only holds other codes and takes no passages. Choose another, or let it take them."
        )
        raise Refused({"into": words % {"code": into.name}})


def _move_children(opened: OpenedStudy, doing: Doing, code: Code, into: Code) -> None:
    taken = set(codes_in_view(opened).filter(parent_id=into.id).values_list("folded", flat=True))
    for child in codes_in_view(opened).filter(parent_id=code.id).select_for_update():
        if child.folded in taken:
            words = _("Below both there is a code “%(name)s”. Bring these together first.")
            raise Refused({"into": words % {"name": child.name}})
        before = state_of(child)
        child.parent_id = into.id
        doing.change(child, before)


@transaction.atomic
def split_code(
    *, opened: OpenedStudy, code_id: UUID, version: int, said: Said, coding_ids: Sequence[UUID]
) -> Code:
    """Part a code: a new one beside it, to which the chosen passages go. Returns the new code.

    Raises:
        NotFound, StaleEdit. Refused: no passage is chosen, one is not under this code, or the name is taken.
    """
    opened.needs(Need.CODE)
    hold_tree(opened)
    code = locked(opened, codes_in_view(opened), code_id, version)
    chosen = set(coding_ids)
    if not chosen:
        raise Refused({"passages": _("Choose the passages that go to the new code.")})
    here = Coding.objects.filter(open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id)
    found = set(here.filter(code_id=code.id, pk__in=chosen).values_list("id", flat=True))
    if found != chosen:
        raise Refused({"passages": _("Some of these passages are not under this code any more. Look again.")})
    doing = Doing(opened, "code_split", f"{code.name} → {said.name}")
    new = make_code(opened=opened, said=said, parent_id=code.parent_id, doing=doing)
    doing.set_column(Coding, "coding", sorted(found), "code_id", code.id, new.id)
    doing.keep()
    return new


@transaction.atomic
def remove_code(*, opened: OpenedStudy, code_id: UUID, version: int) -> Code:
    """Take a code out of view, and its passages with it, until it is undone.

    Raises:
        NotFound, StaleEdit. Refused: codes hang on it, blind coding hides passages of it from the viewer, or a theme or
        property rests on a passage.
    """
    opened.needs(Need.CODE)
    hold_tree(opened)
    code = locked(opened, codes_in_view(opened), code_id, version)
    if codes_in_view(opened).filter(parent_id=code.id).exists():
        raise Refused({"": _("Other codes hang on this one. Move them first, or take them out of view.")})
    nothing_hidden(opened, [code.id])
    nothing_rests_on(Coding.objects.filter(study_id=opened.study.id, code_id=code.id).order_by().values("id"))
    doing = Doing(opened, "code_removed", code.name)
    doing.take_away(code)
    doing.keep()
    return code


def nothing_hidden(opened: OpenedStudy, codes: Sequence[UUID]) -> None:
    """Raise Refused where blind coding hides passages of these codes from the viewer."""
    if not opened.study.blind:
        return
    seen = Coding.objects.filter(open_to_me(opened, "source_id", "coder_id"), code_id__in=codes).count()
    if codings_in_all(codes) != seen:
        words = _("Others have coded with this, and you see that only when both have finished. Do it then.")
        raise Refused({"": words})
