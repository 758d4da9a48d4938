"""Which elements of practice a finding speaks to: links of the ledger, so that other rooms can follow them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked
from ownwords.inquiry.models import Finding
from ownwords.inquiry.queries.finding_practice import FINDING, PRACTICE, SPEAKS_TO, links_of
from ownwords.ledger.actions import note_act, replace_links
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.method.practice import practice
from ownwords.people.refusals import Refused


@transaction.atomic
def speak_to(
    *, opened: OpenedStudy, finding_id: UUID, version: int, elements: Sequence[UUID]
) -> tuple[UUID, ...]:
    """Say to which elements of practice a finding speaks, instead of what was said before. Returns them in order.

    Raises:
        NotFound: not who codes, or no such finding. StaleEdit. Refused: an element that there is not.
    """
    opened.needs(Need.CODE)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=True), finding_id, version)
    wanted = tuple(one.uuid for one in practice().named(set(elements)))
    if len(wanted) != len(set(elements)):
        raise Refused({"elements": _("Choose from the list only.")})
    before = sorted(str(one) for one in links_of(opened, [finding.id]).get(finding.id, ()))
    after = sorted(str(one) for one in wanted)
    if before == after:
        return wanted
    source = Ref(FINDING, finding.id)
    replace_links(
        about_id=opened.study.id, source=source, relation=SPEAKS_TO,
        targets=[Ref(PRACTICE, one) for one in wanted], made_by_id=opened.me,
    )  # fmt: skip
    note_act(
        verb=Verb.STUDY_LINKED, **opened.signature, thing=source,
        before={"elements": before}, after={"elements": after},
    )  # fmt: skip
    return wanted
