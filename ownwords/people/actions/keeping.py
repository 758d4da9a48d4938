"""What actions of every room do: may they, lock the version that was seen, keep who sees it, leave an act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import ThingShare
from ownwords.people.models.parts import Kept
from ownwords.people.queries.seen import Shares, Written, is_own_or_writer, one_of_them
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight, check_sight, first_sight

Thing = TypeVar("Thing", bound=Kept)
FIRST_YEAR = 1890


def may_write(opened: Opened, permission: Permission = Permission.WRITE_RECORD) -> None:
    """Raise NotFound unless the viewer's role does this at all."""
    if not opened.may(permission):
        raise NotFound


def state_of(thing: Any) -> dict[str, Any]:
    """Return what the ledger's digests are taken of: every column but those that say who and when."""
    skipped = {"id", "person_id", "created_at", "changed_at", "changed_by_id", "submission"}
    return {
        field.attname: getattr(thing, field.attname)
        for field in thing._meta.concrete_fields
        if field.attname not in skipped
    }


def keep_act(opened: Opened, verb: Verb, thing: Any, *, before: dict[str, Any] | None = None) -> None:
    """Leave an act about a thing of this room in the ledger, in the same transaction."""
    note_act(
        verb=verb,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref(thing._meta.model_name, thing.pk),
        before=before,
        after=state_of(thing),
    )


def signed(opened: Opened) -> dict[str, Any]:
    """Return the columns of a new row that say whose it is and who wrote it."""
    who = opened.viewer.account_id
    return {"person_id": opened.person.id, "written_by_id": who, "changed_by_id": who}


def kept_once(
    rows: QuerySet[Thing],
    opened: Opened,
    submission: UUID | None,
    make: Callable[[], Thing],
    *,
    same: Callable[[Thing], bool] = lambda _before: True,
) -> Thing:
    """Run `make` in a transaction of its own; the same form sent twice returns what it kept the first time.

    Args:
        rows: those among which the viewer would find it.
        same: whether what was kept then says what is sent now; nothing that was typed may get lost.

    Raises:
        Refused: the form was used before, for something else.
    """
    try:
        with transaction.atomic():
            return make()
    except IntegrityError as error:
        if submission is None or "saved_once" not in str(error):
            raise
        before = rows.filter(submission=submission, person_id=opened.person.id).first()
        if before is None or not same(before):
            again = _(
                "This form has been sent before, and was kept then. Open it again to add something else."
            )
            raise Refused({"": again}) from None
        return before


def locked(
    opened: Opened,
    rows: QuerySet[Thing],
    thing_id: UUID,
    version: int,
    *,
    permission: Permission = Permission.WRITE_RECORD,
) -> Thing:
    """Return a thing that the viewer sees, locked, if it is still the version that they saw.

    Raises:
        NotFound: missing, hidden, or not theirs to change.
        StaleEdit: somebody else saved it since; nothing was changed.
    """
    may_write(opened, permission)
    seen = one_of_them(rows, thing_id)
    # The database has the last word on who may change a row that they see: it locks no other.
    thing = type(seen)._default_manager.select_for_update(of=("self",)).filter(pk=seen.pk).first()
    if thing is None:
        raise NotFound
    if thing.version != version:
        raise StaleEdit(thing)
    return thing


def save_change(opened: Opened, thing: Thing, verb: Verb, before: dict[str, Any]) -> Thing:
    """Write a changed thing as its next version, with its act."""
    thing.version += 1
    thing.changed_at = timezone.now()
    thing.changed_by_id = opened.viewer.account_id
    thing.save()
    keep_act(opened, verb, thing, before=before)
    return thing


def nothing_different(field: str = "") -> Refused:
    """Return what is said of a change that changes nothing, about one field or the whole."""
    return Refused({field: _("Nothing is different from what stands there, so there was nothing to save.")})


def save_if_different(opened: Opened, thing: Thing, verb: Verb, before: dict[str, Any]) -> Thing:
    """As `save_change`. Raises Refused when nothing is different from what stood there."""
    if before == state_of(thing):
        raise nothing_different()
    return save_change(opened, thing, verb, before)


def only_own_or_writer(opened: Opened, thing: Written) -> None:
    """Raise Refused unless the viewer is the person, or wrote this down."""
    if not is_own_or_writer(opened, thing):
        called = {"person": opened.person.called}
        raise Refused({"": _("Only %(person)s or who wrote this down can change it.") % called})


def checked_sight(opened: Opened, sight: Sight | None) -> Sight:
    """Return who sees a new thing: as chosen, or as the person has set it for new entries."""
    sight = sight or first_sight(opened)
    check_sight(opened, sight.visibility, sight.named)
    return sight


def share_with(
    opened: Opened,
    thing: Kept,
    named: Iterable[UUID],
    *,
    new: bool = False,
    shares: Shares = ThingShare,
) -> None:
    """Make the accounts named for a thing exactly these; a new thing has none yet."""
    wanted = set(named)
    present: set[UUID] = set()
    if not new:
        present = set(shares._default_manager.filter(thing_id=thing.pk).values_list("account_id", flat=True))
    if present - wanted:
        shares._default_manager.filter(thing_id=thing.pk, account_id__in=present - wanted).delete()
    # Whoever is named with the first words sees them too; those named later see what is said from then on.
    moment = thing.changed_at if new else timezone.now()
    where = {"thing_kind": thing._meta.db_table} if shares is ThingShare else {}
    shares._default_manager.bulk_create(
        shares(
            person_id=thing.person_id,
            thing_id=thing.pk,
            account_id=who,
            made_at=moment,
            made_by_id=opened.viewer.account_id,
            **where,
        )
        for who in sorted(wanted - present)
    )


def keep_new(
    opened: Opened, thing: Thing, verb: Verb, named: Iterable[UUID] = (), *, shares: Shares = ThingShare
) -> Thing:
    """Write a new thing, with the accounts named for it and its act."""
    thing.save(force_insert=True)
    share_with(opened, thing, named, new=True, shares=shares)
    keep_act(opened, verb, thing)
    return thing


def day_that_was(day: date | None, opened: Opened | None = None, *, field: str) -> date:
    """Return the day on which something was said or done; today when left out.

    Args:
        opened: the person whom it is about; None where it is about nobody, as what a team did.

    Raises:
        Refused: it lies in the future, before the person was born, or before anybody living was.
    """
    today = timezone.localdate()
    day = day or today
    if day > today:
        raise Refused({field: _("This day has not come yet. Give today or an earlier day.")})
    if opened is not None and (born := opened.person.date_of_birth) is not None and day < born:
        raise Refused(
            {field: _("This day lies before %(person)s was born.") % {"person": opened.person.called}}
        )
    if day.year < FIRST_YEAR:
        raise Refused({field: _("Give a year after %(year)s.") % {"year": FIRST_YEAR - 1}})
    return day
