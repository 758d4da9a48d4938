"""The only ways to write into the ledger. Call them inside the transaction of what they tell of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act, Link, Look
from ownwords.ledger.verbs import Verb


def digest(state: Mapping[str, Any] | None) -> str:
    """Return the SHA-256 of a state as hex, "" for none: proves what stood there without keeping its words."""
    if state is None:
        return ""
    return hashlib.sha256(json.dumps(state, sort_keys=True, default=str).encode()).hexdigest()


def note_look(*, actor_id: UUID, role: str, about_id: UUID, part: str) -> None:
    """Keep that somebody read one part of one person's record."""
    Look.objects.create(actor_id=actor_id, role=role, about_id=about_id, part=part, day=timezone.localdate())


def note_list(*, actor_id: UUID, role: str, about_ids: Iterable[UUID], part: str) -> None:
    """Keep that a list showed something of several people: one row a person, list and day, in one statement."""
    day = timezone.localdate()
    Look.objects.bulk_create(
        [
            Look(actor_id=actor_id, role=role, about_id=about_id, part=f"list:{part}", day=day)
            for about_id in dict.fromkeys(about_ids)
        ],
        ignore_conflicts=True,
    )


def act(
    *,
    verb: Verb,
    actor_id: UUID | None,
    role: str = "",
    about_id: UUID | None = None,
    thing: Ref | None = None,
    on_behalf_of_id: UUID | None = None,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Act:
    """Return an act that is not yet kept: what was changed, by whom, with digests of before and after."""
    changed = sorted(key for key in after or {} if (before or {}).get(key) != (after or {})[key])
    return Act(
        verb=verb.value,
        actor_id=actor_id,
        role=role,
        about_id=about_id,
        thing_kind=thing.kind if thing else "",
        thing_id=thing.id if thing else None,
        on_behalf_of_id=on_behalf_of_id,
        reason=reason,
        before_digest=digest(before),
        after_digest=digest(after),
        fields_changed=changed if before is not None else [],
    )


def note_act(**fields: Any) -> None:
    """Keep that something was changed, by whom and in which role; `fields` are those of `act`."""
    act(**fields).save(force_insert=True)


def note_acts(acts: Iterable[Act]) -> None:
    """Keep several acts of one action in one statement."""
    Act.objects.bulk_create(acts)


def make_links(
    *, about_id: UUID, source: Ref, relation: str, targets: Iterable[Ref], made_by_id: UUID | None
) -> None:
    """Say that `source` rests on each of `targets`; saying it twice changes nothing."""
    Link.objects.bulk_create(
        [
            Link(
                about_id=about_id,
                from_kind=source.kind,
                from_id=source.id,
                relation=relation,
                to_kind=target.kind,
                to_id=target.id,
                made_by_id=made_by_id,
            )
            for target in targets
        ],
        ignore_conflicts=True,
    )


def replace_links(
    *, about_id: UUID, source: Ref, relation: str, targets: Iterable[Ref], made_by_id: UUID | None
) -> None:
    """Make the links of one relation from `source` exactly those to `targets`."""
    wanted = list(targets)
    Link.objects.filter(from_id=source.id, relation=relation).exclude(
        to_id__in=[t.id for t in wanted]
    ).delete()
    make_links(about_id=about_id, source=source, relation=relation, targets=wanted, made_by_id=made_by_id)
