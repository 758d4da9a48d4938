"""A person gives words of their own record to a study, by their own act alone, and takes them back (RS-30)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.queries.given import MyStudy, open_study_of_mine, things_to_give
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.invitations import digest
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.things import Thing

_SECRET = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


@transaction.atomic
def give_entries(*, opened: Opened, participant_id: UUID, refs: Sequence[Ref]) -> int:
    """Give entries of one's own record to a study, each as a text of its own; return how many.

    Nothing is kept in the ledger of who did it: whoever reads acts of the service would learn who takes part.

    Raises:
        NotFound: not the person themselves, or not their study. Refused: nothing chosen, or not theirs to give.
    """
    _own(opened)
    study = open_study_of_mine(opened, participant_id)
    things = {one.ref: one for one in things_to_give(opened, participant_id)}
    chosen = list(dict.fromkeys(refs))
    if not chosen:
        raise Refused({"entries": _("Choose what you want to give.")})
    if not set(chosen) <= set(things):
        raise Refused({"entries": _("Choose from the list only. It may have changed since you opened it.")})
    for ref in chosen:
        _give(study, things[ref])
    return len(chosen)


def _give(study: MyStudy, thing: Thing) -> None:
    called = _("From the record of %(pseudonym)s") % {"pseudonym": study.pseudonym}
    how = _("Written in their own record, and given by themselves")
    source = _asked(
        "SELECT ownwords_give_entry(%s, %s, %s, %s, %s, %s)",
        study.participant_id, thing.ref.kind, thing.ref.id, thing.words, called, how,
    )  # fmt: skip
    if source is None:
        raise NotFound
    note_act(
        verb=Verb.STUDY_ENTRY_GIVEN, actor_id=None, thing=Ref("study", study.study_id),
        after={"source": str(source)},
    )  # fmt: skip


@transaction.atomic
def take_back_entry(*, opened: Opened, given_id: UUID) -> None:
    """Take back what was given: the words go from the study, and what was laid on them counts nowhere.

    Raises:
        NotFound: not the person themselves, nothing given by them, or taken back before.
    """
    _own(opened)
    study_id = _asked("SELECT ownwords_take_back(%s, %s)", given_id, _("Taken back"))
    if study_id is None:
        raise NotFound
    note_act(verb=Verb.STUDY_ENTRY_TAKEN_BACK, actor_id=None, thing=Ref("study", study_id))


@transaction.atomic
def say_it_is_me(*, opened: Opened, link: str) -> None:
    """Say by the link that a study gave to one of its participants that one is this participant.

    Raises:
        NotFound: not the person themselves. Refused: the link opens nothing, or is somebody else's.
    """
    _own(opened)
    secret = _SECRET.search(link)
    if secret is None or not _claimed(secret.group()):
        raise Refused(
            {"link": _("This link opens no study that you take part in. Perhaps its time is over.")}
        )


def _claimed(secret: str) -> bool:
    """Name the link to the database besides the person, for this one question."""
    setting = "SELECT set_config('ownwords.link', %s, true)"
    _asked(setting, digest(secret))
    study_id = _asked("SELECT study FROM ownwords_asked()")
    claimed = bool(_asked("SELECT ownwords_say_it_is_me()"))
    _asked(setting, "")
    if claimed:
        note_act(verb=Verb.STUDY_KEY_CHANGED, actor_id=None, thing=Ref("study", study_id))
    return claimed


def _own(opened: Opened) -> None:
    if not opened.is_own or not opened.may(Permission.GIVE_TO_STUDY):
        raise NotFound


def _asked(sql: str, *values: str | UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None
