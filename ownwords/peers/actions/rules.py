"""What peer workers may write down: an administrator decides, and people are told before anything is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref, new_id
from ownwords.ledger.verbs import Verb
from ownwords.peers.models import PeerSettings, Recording, RecordingRule, RuleTold
from ownwords.peers.queries.rules import rule_in_force, rules_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import nothing_different, state_of
from ownwords.people.models import Organisation
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_WORDS = 2_000
QUIET = (7, 730)
GAP = (2, 730)


@dataclass(frozen=True, slots=True)
class RulesNow:
    """How many rules an organisation has had: whoever sets the next one says how many they saw."""

    version: int


def set_rule(*, viewer: Viewer, rule: str, words: str, seen: int) -> RecordingRule:
    """Decide what peer workers of the viewer's organisation may write down, from now on.

    Older entries keep the rule under which they were made. Whoever was told of the rule before is told again.

    Args:
        rule: one of `Recording`.
        words: why, in plain words; people read them.
        seen: how many rules there had been when the form was opened.

    Raises:
        NotFound: not this role. Refused: a text does not fit, or nothing is different.
        StaleEdit: somebody else decided in between.
    """
    organisation = _may(viewer)
    rule = rules.one_of(rule, Recording.values, field="rule")
    words = rules.own_words(words, most=MOST_WORDS)
    with transaction.atomic():
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation)
        before = rules_of(organisation)
        now = before[0] if before else None
        if len(before) != seen:
            raise StaleEdit(RulesNow(len(before)))
        if now is not None and now.set_by_id and (now.rule, now.words) == (rule, words):
            raise nothing_different()
        made = RecordingRule(
            organisation_id=organisation, rule=rule, words=words, set_by_id=viewer.account_id
        )
        made.save(force_insert=True)
        note_act(
            verb=Verb.RECORDING_RULE_SET,
            actor_id=viewer.account_id,
            role=viewer.role,
            thing=Ref("recordingrule", made.id),
            before={"rule": now.rule, "words": now.words} if now else None,
            after={"rule": rule, "words": words},
        )
    return made


@transaction.atomic
def set_settings(*, viewer: Viewer, quiet_after_days: int, gap_days: int, version: int) -> PeerSettings:
    """Say after how many days without contact a door counts as quiet, and what gap parts two spells of contact.

    Raises:
        NotFound: not this role. Refused: a number does not fit, or nothing is different. StaleEdit.
    """
    organisation = _may(viewer)
    _within(quiet_after_days, QUIET, "quiet_after_days")
    _within(gap_days, GAP, "gap_days")
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation)
    row = PeerSettings.objects.select_for_update().filter(pk=organisation).first()
    before = state_of(row) if row else None
    row = row or PeerSettings(organisation_id=organisation, version=0)
    if row.version != version:
        raise StaleEdit(row)
    if before and (row.quiet_after_days, row.gap_days) == (quiet_after_days, gap_days):
        raise nothing_different()
    row.quiet_after_days, row.gap_days = quiet_after_days, gap_days
    row.version, row.changed_at, row.changed_by_id = version + 1, timezone.now(), viewer.account_id
    row.save()
    note_act(
        verb=Verb.PEER_SETTINGS_CHANGED,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("peersettings", organisation),
        before=before,
        after=state_of(row),
    )
    return row


def tell_rule(*, opened: Opened, seen: UUID | None) -> RuleTold:
    """Keep that the person was told of the rule in force: they read it, or a worker told them.

    Args:
        seen: the rule that was shown; None where the strictest held because nobody had decided.

    Raises:
        NotFound: not this role. Refused: another rule holds by now, so that one was not told.
    """
    if not opened.may(Permission.HOLD_DOOR):
        raise NotFound
    with transaction.atomic():
        now = rule_that_binds(opened)
        if seen != now.id and not (seen is None and now.set_by_id is None):
            raise Refused({"told": _("The rule has changed in the meantime. Please read it again.")})
        return note_told(opened, now)


def rule_that_binds(opened: Opened) -> RecordingRule:
    """Return the rule in force as a row; where nobody has decided, the strictest is made now."""
    found = rule_in_force(opened.person.organisation_id)
    if found is not None:
        return found
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_first_recording_rule(%s, %s)", [new_id(), opened.person.id])
        (made,) = cursor.fetchone()
    return RecordingRule.objects.get(pk=made)


def note_told(opened: Opened, rule: RecordingRule) -> RuleTold:
    """Keep that the person was told of a rule, once; the caller has checked that they were."""
    before = RuleTold.objects.filter(person_id=opened.person.id, rule=rule).first()
    if before is not None:
        return before
    try:
        with transaction.atomic():
            told = RuleTold(person_id=opened.person.id, rule=rule, told_by_id=opened.viewer.account_id)
            told.save(force_insert=True)
            note_act(
                verb=Verb.RECORDING_RULE_TOLD,
                **opened.signature,
                on_behalf_of_id=opened.for_whom,
                thing=Ref("recordingrule", rule.id),
            )
            return told
    except IntegrityError:  # read and told at the same moment
        return RuleTold.objects.get(person_id=opened.person.id, rule=rule)


def _may(viewer: Viewer) -> UUID:
    if not viewer.may(Permission.MANAGE_PEERS) or viewer.organisation_id is None:
        raise NotFound
    return viewer.organisation_id


def _within(days: int, ends: tuple[int, int], field: str) -> None:
    if not ends[0] <= days <= ends[1]:
        words = {"least": ends[0], "most": ends[1]}
        raise Refused({field: _("Give a whole number of days from %(least)s to %(most)s.") % words})
