"""Asking somebody to draw the map, and ending that: the person asks, nobody asks themselves (connecting R1).

A person without an account asks in conversation; whoever writes that down says in which words.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.models import MapHelper
from ownwords.connections.queries.map_people import helpers_of, open_helper
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT

MOST_WORDS = 1_000


@transaction.atomic
def ask_helper(*, opened: Opened, account_id: UUID, words: str = "") -> MapHelper:
    """Ask somebody who stands around the person to draw the map with them, or for them, until they say otherwise.

    Raises:
        NotFound: not the person. Refused: somebody who does not stand around them today, or is asked already.
    """
    if not opened.is_own:
        raise NotFound
    if circle_of(opened).name_of(account_id) is None or account_id == opened.person.account_id:
        raise Refused({"account": _("Choose somebody who stands around you today.")})
    words = rules.own_words(words, needed=False, most=MOST_WORDS)
    return _kept(opened, account_id, words, in_conversation=False)


@transaction.atomic
def note_asked(*, opened: Opened, words: str) -> MapHelper:
    """Write down that a person without an account asked, in conversation, that this worker draws the map for them.

    Args:
        words: the person's own words.

    Raises:
        NotFound: not a worker or lead. Refused: the person has an account and asks themselves, or no words.
    """
    if opened.viewer.role not in TEAM_SIGHT:
        raise NotFound
    if opened.person.account_id is not None:
        called = {"person": opened.person.called}
        raise Refused({"": _("%(person)s has an account, and asks on their own page.") % called})
    words = rules.own_words(words, most=MOST_WORDS)
    return _kept(opened, opened.viewer.account_id, words, in_conversation=True)


def _kept(opened: Opened, account_id: UUID, words: str, *, in_conversation: bool) -> MapHelper:
    already = Refused({"": _("They are asked already.")})
    if any(one.account_id == account_id for one in helpers_of(opened)):
        raise already
    row = MapHelper(
        person_id=opened.person.id,
        account_id=account_id,
        words=words,
        in_conversation=in_conversation,
        made_by_id=opened.viewer.account_id,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:  # asked twice at the same moment
        if "map_helper_open_once" not in str(error):
            raise
        raise already from None
    _act(opened, Verb.MAP_HELPER_ASKED, row)
    return row


@transaction.atomic
def end_helper(*, opened: Opened, helper_id: UUID) -> MapHelper:
    """End that somebody draws the map, from today. The person does, or whoever was asked; both at once end it once.

    Raises NotFound for anybody else, and when it is over already.
    """
    row = open_helper(opened, helper_id)
    if not (opened.is_own or row.account_id == opened.viewer.account_id):
        raise NotFound
    today = timezone.localdate()
    if MapHelper.objects.filter(pk=row.pk, ends_on__isnull=True).update(ends_on=today):
        row.ends_on = today
        _act(opened, Verb.MAP_HELPER_ENDED, row)
    return row


def _act(opened: Opened, verb: Verb, row: MapHelper) -> None:
    note_act(verb=verb, **opened.signature, on_behalf_of_id=opened.for_whom, thing=Ref("maphelper", row.id))
