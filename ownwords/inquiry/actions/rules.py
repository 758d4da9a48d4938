"""The words that suggest a code. Each change can be undone; what the old words proposed goes with them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.coding_checks import code_to_use
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.method.suggesting.expressions import MOST_LINES, MOST_WORDS, wrong_lines
from ownwords.inquiry.models import CodeRule, Suggestion
from ownwords.inquiry.queries.rules import rules_of
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_CHARACTERS = 10_000


def add_rule(
    *, opened: OpenedStudy, code_id: UUID, expressions: str, submission: UUID | None = None
) -> CodeRule:
    """Name the words that suggest a code. Raises NotFound: no such code. Refused: see `checked_expressions`."""
    opened.needs(Need.CODE)
    said = checked_expressions(expressions)

    def keep() -> CodeRule:
        code = code_to_use(opened, code_id)
        _first(opened, code_id, submission)
        rule = CodeRule(
            study=opened.study, made_by_id=opened.me, code=code, expressions=said, submission=submission
        )
        doing = Doing(opened, "rule_made", code.name)
        doing.make(rule)
        doing.keep()
        return rule

    return kept_once(opened, CodeRule, submission, keep, lambda before: before.expressions == said)


def _first(opened: OpenedStudy, code_id: UUID, submission: UUID | None) -> None:
    there = rules_of(opened).filter(code_id=code_id).first()
    if there is not None and (submission is None or there.submission != submission):
        raise Refused({"code": _("This code has words already. Change those.")})


@transaction.atomic
def change_rule(*, opened: OpenedStudy, rule_id: UUID, version: int, expressions: str) -> CodeRule:
    """Name other words. Raises NotFound, StaleEdit, Refused: see `checked_expressions`."""
    opened.needs(Need.CODE)
    said = checked_expressions(expressions)
    rule = locked(opened, CodeRule.objects.filter(removed_at__isnull=True), rule_id, version)
    before, rule.expressions = state_of(rule), said
    doing = Doing(opened, "rule_changed", rule.code.name)
    if doing.change(rule, before):
        _forget(opened, rule)
    doing.keep()
    return rule


@transaction.atomic
def remove_rule(*, opened: OpenedStudy, rule_id: UUID, version: int) -> CodeRule:
    """Let no words suggest a code any more. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    rule = locked(opened, CodeRule.objects.filter(removed_at__isnull=True), rule_id, version)
    doing = Doing(opened, "rule_removed", rule.code.name)
    doing.take_away(rule)
    _forget(opened, rule)
    doing.keep()
    return rule


def checked_expressions(expressions: str) -> str:
    """Return the lines of a rule as they are kept. Raises Refused: nothing, or something that cannot be looked for."""
    said: str = rules.own_words(expressions, field="expressions", most=MOST_CHARACTERS)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise Refused({"expressions": _("Give no more than %(n)s lines.") % {"n": MOST_LINES}})
    why = {
        "no_words": _("Give words, with a star only at the end of one:"),
        "too_long": _("Give no more than %(n)s words on a line:") % {"n": MOST_WORDS},
        "too_open": _("Give two letters or more before a star:"),
    }
    if wrong := wrong_lines(said):
        told = [f"{why[one]} {', '.join(f'“{line}”' for line in found)}" for one, found in wrong.items()]
        raise Refused({"expressions": " ".join(told)})
    return "\n".join(lines)


def _forget(opened: OpenedStudy, rule: CodeRule) -> None:
    """Let go of what the words before proposed and nobody has decided on; the next look proposes anew."""
    Suggestion.objects.filter(
        study_id=opened.study.id, code_id=rule.code_id, by="rule", accepted__isnull=True
    ).delete()
