"""Saying that something in the record rests on something else: a goal on a value, a plan on a preference."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.actions import replace_links
from ownwords.ledger.ids import Ref
from ownwords.ledger.queries import links_about
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import may_write
from ownwords.record.models import Entry
from ownwords.record.queries.entries import entries_of
from ownwords.record.queries.links import RELATIONS

MOST_TARGETS = 100


@transaction.atomic
def use_in(
    *,
    opened: Opened,
    source: Entry,
    relation: str,
    targets: Iterable[UUID],
    kinds: Collection[str] | None = None,
    field: str = "",
) -> None:
    """Make the entries that `source` rests on, in one relation, exactly these. Call it after `source` is saved.

    Links to entries that this viewer cannot see stay as they are.

    Args:
        source: an entry of the opened person that the viewer may change.
        targets: ids of entries of the same person that the viewer sees.
        kinds: what may be chosen; every kind when left out.
        field: the form's field, for the words of a refusal.

    Raises:
        Refused: one of the targets is not there for this viewer. ValueError: an unknown relation.
    """
    may_write(opened)
    if relation not in RELATIONS:
        raise ValueError(relation)
    wanted = list(dict.fromkeys(targets))[: MOST_TARGETS + 1]
    links = links_about(opened.person.id).filter(from_id=source.id, relation=relation)
    held = {link.to_id: Ref(link.to_kind, link.to_id) for link in links}
    rows = entries_of(opened).filter(pk__in=[*wanted, *held]).order_by()
    seen = dict(rows.values_list("pk", "kind"))
    fitting = {one for one, kind in seen.items() if kinds is None or kind in kinds}
    if set(wanted) - fitting or len(wanted) > MOST_TARGETS:
        raise Refused({field or relation: _("Choose from the list only.")})
    hidden = [ref for one, ref in held.items() if one not in seen]
    replace_links(
        about_id=opened.person.id,
        source=Ref(source.kind, source.id),
        relation=relation,
        targets=[Ref(seen[one], one) for one in wanted] + hidden,
        made_by_id=opened.viewer.account_id,
    )
