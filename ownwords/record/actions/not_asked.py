"""The person says that one of the three practices has not been asked about (R19).

It goes to the team's reflection: nobody is told off, and it is no complaint.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import may_write
from ownwords.record.models import NotAsked

THING = "not_asked"
MOST_WORDS = 2_000


def raise_flag(*, opened: Opened, practice: str, words: str = "") -> NotAsked:
    """Say "nobody has asked me about this". Saying it twice keeps one flag, with the newer words if there are any.

    Raises:
        NotFound: anybody but the person. Refused: no such practice, or the words do not fit.
    """
    if not opened.is_own:
        raise NotFound
    flag = NotAsked(
        person=opened.person,
        practice=rules.one_of(practice, NotAsked.Practice.values, field="practice"),
        words=rules.own_words(words, needed=False, most=MOST_WORDS),
    )
    try:
        with transaction.atomic():
            flag.save(force_insert=True)
            _note(opened, Verb.FLAG_RAISED, flag)
    except IntegrityError:
        return _said_again(opened, flag)
    return flag


def _said_again(opened: Opened, flag: NotAsked) -> NotAsked:
    held = NotAsked.objects.get(person=opened.person, practice=flag.practice, answered_at__isnull=True)
    if flag.words and flag.words != held.words:
        with transaction.atomic():
            held.words = flag.words
            held.save(update_fields=["words"])
            _note(opened, Verb.FLAG_RAISED, held)
    return held


@transaction.atomic
def answer_flag(*, opened: Opened, flag_id: UUID, words: str) -> NotAsked:
    """Answer a flag: staff say what will happen; the person may say that it is settled.

    Raises:
        NotFound: no such open flag, or this role does not write. Refused: no words, or they do not fit.
    """
    may_write(opened)
    flag = (
        NotAsked.objects.select_for_update(of=("self",))
        .filter(pk=flag_id, person_id=opened.person.id)
        .first()
    )
    if flag is None:
        raise NotFound
    if flag.answered_at is not None:
        raise Refused({"": _("This has been answered already.")})
    flag.answer_words = rules.own_words(words, needed=not opened.is_own, most=MOST_WORDS)
    flag.answered_at, flag.answered_by_id = timezone.now(), opened.viewer.account_id
    flag.save()
    _note(opened, Verb.FLAG_ANSWERED, flag)
    return flag


def _note(opened: Opened, verb: Verb, flag: NotAsked) -> None:
    note_act(verb=verb, **opened.signature, thing=Ref(THING, flag.id))
