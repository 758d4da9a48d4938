"""Who met the person first, and how that was for them: asked once, and never again (PS-13)."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.peers.models import Attempt, FirstFace, Outcome
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import state_of
from ownwords.people.refusals import Refused

MOST_WORDS = 2_000


def note_first_face(opened: Opened, attempt: Attempt) -> None:
    """Keep who met the person first, with the first contact in which somebody met or spoke; later ones change nothing.

    Runs inside the caller's transaction.
    """
    if attempt.outcome not in (Outcome.MET, Outcome.SPOKE):
        return
    if FirstFace.objects.filter(person_id=opened.person.id).exists():
        return
    face = FirstFace(
        person_id=opened.person.id,
        account_id=attempt.with_account_id,
        met_on=attempt.on,
        changed_by_id=opened.viewer.account_id,
    )
    try:
        with transaction.atomic():
            face.save(force_insert=True)
    except IntegrityError:  # two first contacts kept at the same moment: one of them was first
        return
    _act(opened, Verb.FIRST_FACE_KEPT, face)


def note_shown(*, opened: Opened, face: FirstFace) -> None:
    """Remember that the question was shown to the person. It is not shown on another day."""
    if opened.is_own and face.shown_at is None:
        shown = FirstFace.objects.filter(pk=face.pk, shown_at__isnull=True)
        shown.update(shown_at=timezone.now())


@transaction.atomic
def say_first_face(*, opened: Opened, answer: int | None, words: str) -> FirstFace:
    """The person says how the first meeting was: a number from 0 to 10, words, or both.

    Raises:
        NotFound: not the person, or nobody met them. Refused: neither number nor words, or it was answered before.
    """
    face = _still_open(opened)
    answer = rules.zero_to_ten(answer, field="answer")
    words = rules.own_words(words, needed=False, most=MOST_WORDS)
    if answer is None and not words:
        raise Refused({"": _("Give a number or some words, or skip the question.")})
    face.answer, face.words, face.answered_at = answer, words, timezone.now()
    return _save(opened, face)


@transaction.atomic
def skip_first_face(*, opened: Opened) -> FirstFace:
    """The person skips the question. That is remembered, and it is never asked again."""
    face = _still_open(opened)
    face.skipped_at = timezone.now()
    return _save(opened, face)


def _still_open(opened: Opened) -> FirstFace:
    if not opened.is_own:
        raise NotFound
    face = FirstFace.objects.select_for_update().filter(person_id=opened.person.id).first()
    if face is None:
        raise NotFound
    if face.answered_at or face.skipped_at:
        raise Refused({"": _("This was answered or skipped before. It is not asked again.")})
    return face


def _save(opened: Opened, face: FirstFace) -> FirstFace:
    face.version += 1
    face.changed_at, face.changed_by_id = timezone.now(), opened.viewer.account_id
    face.save()
    _act(opened, Verb.FIRST_FACE_ANSWERED, face)
    return face


def _act(opened: Opened, verb: Verb, face: FirstFace) -> None:
    note_act(
        verb=verb,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("firstface", face.id),
        after=state_of(face),
    )
