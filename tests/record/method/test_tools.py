"""The tools of the record: complete, sourced, in plain words."""

from __future__ import annotations

import doctest
import re
from importlib import resources

import pytest

from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.record.method import definitions, tools

BANNED = (
    "service user", "non-compliant", "failed to attend", "discharged", "dropped out", "manipulative",
    "refocus model", "well done", "great job", "risk score", "streak", "badge",
)  # fmt: skip
PARSERS = {
    "values-and-preferences.toml": definitions.parse_values_and_preferences,
    "strengths.toml": definitions.parse_strengths,
    "tags.toml": definitions.parse_tags,
    "goals.toml": definitions.parse_goals,
    "coaching/tough-conversation.toml": definitions.parse_coaching,
    "coaching/grow.toml": definitions.parse_coaching,
}


def packaged(name: str) -> str:
    """The text of a packaged definition."""
    return resources.files("ownwords.record.data").joinpath(name).read_text(encoding="utf-8")


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(tools).failed == 0


def test_every_tool_names_edition_source_and_licence() -> None:
    """refocus R21."""
    for tool in tools.all_tools():
        assert tool.provenance.edition
        assert tool.provenance.source
        assert tool.provenance.licence


def test_every_tool_opens_with_why_what_happens_and_that_it_may_be_skipped() -> None:
    """refocus R5; DESIGN house rule 5."""
    for tool in tools.all_tools():
        assert tool.purpose.why
        assert tool.purpose.what_happens
        assert tool.purpose.skip


def test_the_neutral_template_has_its_five_steps_in_order_and_is_offered_first() -> None:
    """refocus 1.4."""
    first = tools.coaching_templates()[0]
    assert first.key == "neutral-five-steps"
    assert [step.title for step in first.steps] == ["Look", "Open up", "Choose", "Commit", "Return"]
    assert all(any(prompt.endswith("?") for prompt in step.prompts) for step in first.steps)


def test_grow_has_its_four_steps() -> None:
    """refocus 1.4."""
    assert [step.key for step in tools.coaching("grow").steps] == [
        "goal",
        "reality",
        "options",
        "way-forward",
    ]


def test_looking_back_starts_with_what_the_worker_promised() -> None:
    """refocus R8; DESIGN house rule 6."""
    back = tools.coaching("neutral-five-steps").steps[-1]
    assert "worker promised" in back.prompts[0]


def test_a_tough_conversation_keeps_both_voices_and_may_end_in_disagreement() -> None:
    """refocus 1.4 and R7."""
    tough = tools.coaching("tough-conversation")
    assert [step.key for step in tough.steps if step.both_voices] == [
        "disagreement",
        "fears",
        "accept-for-now",
        "not-negotiable",
    ]
    assert tough.steps[-1].key == "review"
    assert "We still disagree" in [outcome.label for outcome in tough.outcomes]


def test_the_values_form_has_every_field() -> None:
    """refocus 1.5."""
    form = tools.values_and_preferences()
    assert [field.key for field in form.fields] == [
        "matters", "people", "identity", "story", "helped", "worse", "preference", "crisis", "boundary",
        "understanding",
    ]  # fmt: skip
    assert [field.key for field in form.fields if field.by == "worker"] == ["understanding"]
    assert {subject.key for subject in form.preference_subjects} == {
        "medication", "psychological-help", "contact-style", "gender-of-worker", "home-visits",
        "family-involvement", "own",
    }  # fmt: skip
    assert [answer.label for answer in form.confirmations][1:] == ["Not quite", "No"]


def test_the_strengths_sheet_has_eight_domains_and_own_rows_and_three_times() -> None:
    """refocus 1.6."""
    sheet = tools.strengths()
    assert len(sheet.domains) == 9
    assert sheet.domains[-1].key == "own"
    assert [time.key for time in sheet.times] == ["now", "before", "build"]
    assert [category.key for category in sheet.categories] == ["individual", "interpersonal", "environmental"]


def test_tags_are_chime_and_what_chime_leaves_out() -> None:
    """recovery-support RS-10."""
    tags = tools.tags().tags
    assert [tag.key for tag in tags if tag.family == "chime"] == [
        "connectedness", "hope", "identity", "meaning", "empowerment",
    ]  # fmt: skip
    assert {"difficulties", "giving-back", "spirituality", "culture", "own"} <= {tag.key for tag in tags}
    assert all(tag.hint for tag in tags)


def test_goals_ask_whose_idea_and_let_go_without_blame() -> None:
    """recovery-support RS-01, RS-02, RS-06; refocus 1.7."""
    form = tools.goals()
    assert {origin.key for origin in form.origins} == {
        "person",
        "together",
        "family",
        "worker",
        "service",
    }
    assert [kind.key for kind in form.kinds] == ["personal", "clinical", "service", "unsure"]
    assert {"changed", "parked", "not_mine"} <= {outcome.key for outcome in form.outcomes}
    assert {"money", "transport", "company", "permission"} <= {need.key for need in form.needs}


def test_no_text_uses_a_word_we_do_not_use() -> None:
    """House style: adult, plain, no praise."""
    for text in tools.message_ids():
        assert not re.search("|".join(BANNED), text, re.IGNORECASE), text
        assert len(text) <= 140, text


def test_message_ids_hold_labels_and_prompts_but_no_keys() -> None:
    """Every text a reader sees can be translated."""
    ids = tools.message_ids()
    assert "We still disagree" in ids
    assert "What is none of our business?" in ids
    assert "tough-conversation" not in ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", sorted(PARSERS))
@pytest.mark.parametrize("key", ["edition", "source", "licence", "title", "key"])
def test_a_tool_without_one_of_its_heads_is_refused_and_says_which(name: str, key: str) -> None:
    """refocus R21: a tool without edition or licence cannot be switched on."""
    text = re.sub(rf"(?m)^{key} = .*$", "", packaged(name), count=1)
    with pytest.raises(IncompleteDefinition, match=rf"(^|; |: ){key} is missing"):
        PARSERS[name](text, name)


@pytest.mark.parametrize("name", sorted(PARSERS))
@pytest.mark.parametrize("key", ["why", "what_happens", "skip"])
def test_a_tool_without_its_purpose_is_refused(name: str, key: str) -> None:
    """refocus R5."""
    text = re.sub(rf"(?m)^{key} = .*$", f'{key} = "  "', packaged(name), count=1)
    with pytest.raises(IncompleteDefinition, match=f"purpose.{key} is missing"):
        PARSERS[name](text, name)


def test_a_list_that_lacks_a_needed_choice_says_which() -> None:
    """The program relies on some keys by name."""
    text = packaged("goals.toml").replace('key = "not_mine"', 'key = "notmine"')
    with pytest.raises(IncompleteDefinition, match="outcomes lacks not_mine"):
        definitions.parse_goals(text)


def test_all_that_is_wrong_is_said_at_once() -> None:
    """Mending a file takes one round, not ten."""
    with pytest.raises(IncompleteDefinition) as refused:
        definitions.parse_coaching(
            'key = "x"\n[[steps]]\nkey = "a"\nprompts = [""]\n[[steps]]\nkey = "a"\nboth_voices = 3\n'
        )
    assert len(refused.value.problems) >= 10
    assert "step 'a' stands 2 times" in refused.value.problems
    assert "steps[2].both_voices must be true or false" in refused.value.problems


def test_a_misspelt_key_and_a_wrong_family_are_noticed() -> None:
    """A misspelt key would otherwise be left out in silence."""
    text = packaged("tags.toml").replace('family = "chime"', 'family = "chyme"', 1) + 'hnit = "x"\n'
    with pytest.raises(IncompleteDefinition) as refused:
        definitions.parse_tags(text)
    assert any("hnit is not known here" in problem for problem in refused.value.problems)
    assert any("'connectedness' needs family" in problem for problem in refused.value.problems)


def test_a_file_that_is_no_toml_is_refused_in_words() -> None:
    """A damaged file says so at start-up."""
    with pytest.raises(IncompleteDefinition, match="cannot be read"):
        definitions.parse_goals("= = =")
