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
    keep_new,
    save_change,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_WORDS = 2_000
#: Whoever wants an answer back that they took back answers again.
INTERESTS = KeptKind(
    rows=interests,
    shared=Verb.INTEREST_SHARED,
    removed=Verb.INTEREST_REMOVED,
    permission=Permission.DRAW_MAP,
    guard=only_who_draws,
)


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
            return keep_new(opened, said, Verb.INTEREST_GIVEN, sight.named)
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
