"""What a person says to something in the directory: I could go, I could help run this, both, not for me (R22)."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.connections.actions.ties import only_who_draws
from ownwords.connections.models import Interest, InterestAnswer
from ownwords.connections.queries.interests import interests, service_named
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    keep_act,
    save_change,
    set_sight,
    share_with,
    signed,
    state_of,
    take_out_of_view,
)
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_WORDS = 2_000


def say_interest(
    *,
    opened: Opened,
    service_id: UUID,
    answer: str,
    words: str = "",
    version: int = 0,
    sight: Sight | None = None,
) -> Interest:
    """Keep what the person says to a service. There is one answer for each; another one changes it.

    Args:
        version: of the answer that stood there when the form was opened; 0 when there was none.

    Raises:
        Refused: no such answer. StaleEdit: it was changed since. NotFound: the viewer may not draw, no such service.
    """
    only_who_draws(opened)
    name = service_named(service_id)
    answer = rules.one_of(answer, InterestAnswer.values, field="answer")
    words = rules.own_words(words, needed=False, most=MOST_WORDS)
    try:
        with transaction.atomic():
            before = _locked(opened, service_id)
            if before is not None:
                return _changed(opened, before, version, answer, words)
            sight = checked_sight(opened, sight)
            said = Interest(
                **signed(opened),
                visibility=sight.visibility,
                service_id=service_id,
                service_words=name,
                answer=answer,
                words=words,
            )
            said.save(force_insert=True)
            share_with(opened, said, sight.named, new=True)
            keep_act(opened, Verb.INTEREST_GIVEN, said)
            return said
    except IntegrityError as error:
        if "interest_once_a_service" not in str(error):
            raise
        raise _there_already(opened, service_id) from None


def _there_already(opened: Opened, service_id: UUID) -> Exception:
    """Two first answers at once: show the other; one that this viewer may not see cannot be shown."""
    now = interests(opened).filter(service_id=service_id).first()
    if now is not None:
        return StaleEdit(now)
    called = {"person": opened.person.called}
    return Refused(
        {"": _("%(person)s has answered this already, and keeps the answer to themselves.") % called}
    )


def _locked(opened: Opened, service_id: UUID) -> Interest | None:
    found = interests(opened).filter(service_id=service_id).first()
    return None if found is None else Interest.objects.select_for_update(of=("self",)).get(pk=found.pk)


def _changed(opened: Opened, said: Interest, version: int, answer: str, words: str) -> Interest:
    before = state_of(said)
    said.answer, said.words = answer, words
    if before == state_of(said):
        return said  # the same form sent twice
    if said.version != version:
        raise StaleEdit(Interest.objects.get(pk=said.pk))
    return save_change(opened, said, Verb.INTEREST_GIVEN, before)


def share_interest(*, opened: Opened, interest_id: UUID, version: int, sight: Sight) -> Interest:
    """Decide who sees the answer from now on."""
    return set_sight(
        opened=opened,
        rows=interests(opened),
        thing_id=interest_id,
        version=version,
        sight=sight,
        verb=Verb.INTEREST_SHARED,
    )


def remove_interest(*, opened: Opened, interest_id: UUID, version: int, reason: str) -> Interest:
    """Take an answer back, with a reason. Whoever wants it back answers again."""
    only_who_draws(opened)
    return take_out_of_view(
        opened=opened,
        rows=interests(opened),
        thing_id=interest_id,
        version=version,
        reason=reason,
        verb=Verb.INTEREST_REMOVED,
        permission=Permission.DRAW_MAP,
    )
