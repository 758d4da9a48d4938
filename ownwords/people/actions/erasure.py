"""Erasing: one person asks, another decides. The words go from everywhere; that it happened stays.

The database does the erasing, in a function of its own: the web role may not change history, and the function looks
for itself whether two different people agreed (docs/decisions/0008).
"""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.erasable import erasable
from ownwords.people.models import ErasureRequest
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission

MOST_REASON = 500


@transaction.atomic
def ask_erasure(*, opened: Opened, thing: Ref, reason: str) -> ErasureRequest:
    """Ask for something to be erased. The person and staff may ask; somebody else decides.

    Raises:
        NotFound: missing, hidden, or this role does not write. Refused: no reason, or it is asked already.
    """
    kind = erasable(thing.kind)
    if kind is None or not opened.may(Permission.WRITE_RECORD) or thing.id not in set(kind.seen(opened)):
        raise NotFound
    if kind.erased(thing.id):
        raise Refused({"": _("This is erased already.")})
    _not_held(thing)
    why = rules.own_words(reason, field="reason", most=MOST_REASON)
    request, new = ErasureRequest.objects.get_or_create(
        thing_id=thing.id,
        decided_at=None,
        defaults={
            "person_id": opened.person.id,
            "thing_kind": thing.kind,
            "asked_by_id": opened.viewer.account_id,
            "reason": why,
        },
    )
    if not new and request.asked_by_id != opened.viewer.account_id:
        raise Refused({"": _("Somebody has asked for this already. It waits for a decision.")})
    if new:
        _note(opened, Verb.ERASURE_ASKED, thing)
    return request


@transaction.atomic
def decide_erasure(*, opened: Opened, request_id: UUID, agreed: bool, words: str = "") -> ErasureRequest:
    """Agree to an erasure, and carry it out at once, or refuse it with words for whoever asked.

    Raises:
        NotFound: no such request, or not this viewer's to decide. Refused: decided already, asked by the viewer
        themselves, refused without words, or something that must not go yet.
    """
    request = (
        ErasureRequest.objects.select_for_update(of=("self",))
        .filter(pk=request_id, person_id=opened.person.id)
        .first()
    )
    if request is None or not may_decide(opened, request):
        raise NotFound
    if request.decided_at is not None:
        raise Refused({"": _("This has been decided already.")})
    if agreed:
        _not_held(Ref(request.thing_kind, request.thing_id))
    request.decision_words = rules.own_words(words, field="words", needed=not agreed, most=MOST_REASON)
    request.agreed, request.decided_at = agreed, timezone.now()
    request.decided_by_id = opened.viewer.account_id
    request.save()
    if agreed:
        with connection.cursor() as cursor:
            cursor.execute("SELECT ownwords_erase(%s)", [request.id])
    _note(opened, Verb.ERASED if agreed else Verb.ERASURE_REFUSED, Ref(request.thing_kind, request.thing_id))
    return request


def _not_held(thing: Ref) -> None:
    """Raise Refused, in the words of its room, where something must not go yet."""
    kind = erasable(thing.kind)
    if kind is not None and (why := kind.held(thing.id)):
        raise Refused({"": why})


def may_decide(opened: Opened, request: ErasureRequest) -> bool:
    """Say whether the viewer is the second of the two: a team lead, or the person when somebody else asked."""
    if request.asked_by_id == opened.viewer.account_id:
        return False
    return opened.is_own or opened.may(Permission.DECIDE_ERASURE)


def _note(opened: Opened, verb: Verb, thing: Ref) -> None:
    note_act(verb=verb, **opened.signature, on_behalf_of_id=opened.for_whom, thing=thing)
