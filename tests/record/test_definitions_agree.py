"""What the tools offer is what the tables keep: the same keys, word for word."""

from __future__ import annotations

from ownwords.record.method import tools
from ownwords.record.models import (
    Goal,
    GoalKind,
    Kind,
    Origin,
    Outcome,
    Preference,
    Said,
    Standing,
    Step,
    Strength,
    Whose,
)


def keys(choices) -> set[str]:
    """The keys of a definition's choices."""
    return {choice.key for choice in choices}


def test_goals_offer_what_is_kept() -> None:
    """recovery-support RS-01, RS-02; refocus 1.7."""
    form = tools.goals()
    assert keys(form.origins) == set(Origin.values)
    assert keys(form.kinds) == set(GoalKind.values)
    assert keys(form.whose) == set(Whose.values)
    assert keys(form.directions) == set(Goal.Direction.values)
    assert keys(form.outcomes) == set(Outcome.values)
    assert keys(form.step_owners) == set(Step.Owner.values)
    assert keys(form.step_states) == set(Step.Status.values)
    assert keys(form.attainment_levels) <= {field.name for field in Goal._meta.get_fields()}


def test_strengths_offer_what_is_kept() -> None:
    """refocus 1.6. "edited" is a way of keeping: in the person's own words."""
    sheet = tools.strengths()
    assert keys(sheet.times) == set(Strength.Time.values)
    assert keys(sheet.categories) == set(Strength.Category.values)
    assert keys(sheet.noticed_by) == set(Said.values)
    assert keys(sheet.answers) - {"edited"} <= set(Standing.values)


def test_values_and_preferences_offer_what_is_kept() -> None:
    """refocus 1.5."""
    form = tools.values_and_preferences()
    assert keys(form.fields) <= set(Kind.values)
    assert keys(form.strengths_of_wish) == set(Preference.Force.values)
    assert keys(form.confirmations) == {Standing.KEPT, Standing.NOT_QUITE, Standing.DECLINED}
