"""Made-up responses: the best, the worst, and any."""

from __future__ import annotations

from hypothesis import strategies as st

from ownwords.measures.method.definitions import Direction, Given, Instrument, Item, Score

WRITTEN = {
    Given.BLANK: None,
    Given.NOT_APPLICABLE: "NA",
    Given.RATHER_NOT: "declined",
    Given.NOT_CHOSEN: "not chosen",
}


def extreme(instrument: Instrument, score: Score, *, best: bool) -> dict[str, int | Given]:
    """Return the best or worst possible response to the items of one score."""
    high = (instrument.better(score) is Direction.UP) is best
    return {
        key: item.legal[-1] if high is not item.reversed else item.legal[0]
        for key in score.items
        for item in [instrument.item(key)]
    }


def all_at(instrument: Instrument, value: int) -> dict[str, int | Given]:
    """Return a response with the same number everywhere."""
    return {item.key: value for item in instrument.items}


def answers_to(item: Item) -> st.SearchStrategy[int | Given]:
    """Any answer, or way of not answering, that an item has."""
    ways: list[int | Given] = [Given.BLANK, Given.NOT_APPLICABLE, Given.RATHER_NOT]
    if item.may_not_be_chosen:
        ways.append(Given.NOT_CHOSEN)
    return st.one_of(
        st.sampled_from(item.legal), st.sampled_from(item.legal), st.sampled_from([*item.legal, *ways])
    )


def responses(instrument: Instrument) -> st.SearchStrategy[dict[str, int | Given]]:
    """Any response to an instrument."""
    return st.fixed_dictionaries({item.key: answers_to(item) for item in instrument.items})


def written(answers: dict[str, int | Given]) -> dict[str, str | None]:
    """Return a response as it stands in a file."""
    return {
        f"item{key}": WRITTEN[given] if isinstance(given, Given) else str(given)
        for key, given in answers.items()
    }
