"""What scoring needs of an instrument, laid out once for speed. Part of ``scoring``; nobody else needs it."""

from __future__ import annotations

from collections.abc import Mapping

from ownwords.measures.method.definitions import Instrument, Item, Score
from ownwords.measures.method.score_plan import Plan, ScorePlan
from ownwords.measures.method.special import RULES

_plans: dict[str, Plan] = {}


def plan_of(instrument: Instrument) -> Plan:
    """Return the plan of an instrument, made once for each definition.

    Kept by key together with what it was made from, so that an instrument that was changed by ``replace`` gets a
    plan of its own.
    """
    plan = _plans.get(instrument.key)
    if plan is None or plan.made_from is not instrument:
        plan = _plans[instrument.key] = _made(instrument)
    return plan


def _made(instrument: Instrument) -> Plan:
    items = {item.key: item for item in instrument.items}
    scores = tuple(_score(instrument, one, items) for one in instrument.scores)
    return Plan(
        made_from=instrument,
        legal={key: frozenset(item.legal) for key, item in items.items()},
        in_order={key: item.legal for key, item in items.items()},
        may_not_be_chosen=frozenset(item.key for item in instrument.items if item.may_not_be_chosen),
        scores=scores,
        by_key={one.key: one for one in scores},
        versions=frozenset(version for one in scores for version in one.rules),
        alerts=instrument.alerts,
        special=RULES[instrument.special] if instrument.special else None,
    )


def _score(instrument: Instrument, score: Score, items: Mapping[str, Item]) -> ScorePlan:
    used = [items[key] for key in score.items]
    read = score.bands_source is not None and score.bands_source.confirmed
    formula = score.formula
    return ScorePlan(
        key=score.key,
        items=tuple((item.key, item.low + item.high if item.reversed else None) for item in used),
        combine=score.combine,
        factor=score.factor,
        whole=score.whole,
        most_points=max(item.high for item in used),
        bands=tuple(reversed(score.bands)) if read else (),
        table=dict(score.table),
        rules={rule.version: rule for rule in score.rules},
        in_force=score.rule,
        direction=str(instrument.better(score)),
        formula={"citation": formula.citation, "confirmed": formula.confirmed} if formula else {},
    )
