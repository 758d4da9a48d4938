"""The words for steps of connecting: data with a version, complete or not used at all."""

from __future__ import annotations

import pytest

from ownwords.connections.method.vocabulary import read_vocabulary, vocabulary, worded
from ownwords.people.method.definition_file import IncompleteDefinition

# Labels that are established as belonging to the model; on which wheel each sits is not.
ESTABLISHED = {
    "building relationships", "identifying opportunities", "developing own networks and resources",
    "adapting to new ideas", "utilising contacts", "exposure to new ideas", "network assessment",
    "objective development", "development of skills and interests", "development of social confidence",
    "building currency", "lack of local knowledge", "poor processes or bureaucracy",
    "lack of resources such as time and money", "complicated external lives",
}  # fmt: skip


def test_only_labels_that_belong_to_the_model_are_used_and_in_our_own_words() -> None:
    """connecting R12; connecting-people 1.3, slides of the model."""
    words = vocabulary()
    terms = [*words.steps, *words.barriers]
    assert {term.belongs for term in terms} == ESTABLISHED
    assert not [term for term in terms if term.label.casefold() == term.belongs.casefold()]
    assert words.version
    assert words.provenance.source
    assert words.provenance.licence


def test_no_label_is_fixed_to_a_wheel() -> None:
    """connecting R12: which wheel a label sits on is inferred, so the data does not say it."""
    assert all(not hasattr(term, "wheel") for term in vocabulary().steps)


def test_a_service_words_one_label_and_the_others_stay_ours() -> None:
    """connecting R12: a site may edit labels."""
    found = {
        key: (words, own) for key, words, own in worded(vocabulary().steps, {"aims": "Setting the course"})
    }
    assert found["aims"] == ("Setting the course", True)
    assert found["contacts"] == (vocabulary().step("contacts").label, False)  # type: ignore[union-attr]


def test_a_step_that_is_not_there_is_none() -> None:
    """Old records may hold a key that a later version has no more."""
    assert vocabulary().step("x") is None
    assert vocabulary().barrier("x") is None


TERM = '[[{}]]\nkey = "{}"\nbelongs = "b"\nlabel = "l"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "version is missing"),
        (TERM.format("steps", "a") * 2, "stands 2 times"),
        ('version = "123456789012345678901"\n', "more than 20"),
        (TERM.format("steps", "k" * 41), "too long"),
        (TERM.format("steps", "a") + 'wheel = "person"\n', "not known here"),
    ],
)
def test_what_is_incomplete_or_repeated_is_refused_with_everything_that_is_wrong(
    text: str, said: str
) -> None:
    """DESIGN 4: a definition is complete or not used at all."""
    with pytest.raises(IncompleteDefinition, match=said):
        read_vocabulary(text, "here")
