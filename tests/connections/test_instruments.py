"""No scale of connection or loneliness comes with the program but the one question that may be handed on."""

from __future__ import annotations

from importlib import resources

import pytest

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import LicenceClass
from ownwords.measures.method.loading import read_instrument
from ownwords.people.method.definition_file import IncompleteDefinition

ABOUT = ("loneliness", "connect", "social", "inclusion", "network")


def _ons() -> str:
    folder = resources.files("ownwords.measures").joinpath("data/instruments")
    return folder.joinpath("ons-loneliness.toml").read_text(encoding="utf-8")


def test_the_room_of_connections_brings_no_instrument_of_its_own() -> None:
    """connecting R24: nothing in its data is a scale; the practice check says so itself."""
    data = resources.files("ownwords.connections").joinpath("data")
    texts = [file.read_text(encoding="utf-8") for file in data.iterdir() if file.name.endswith(".toml")]
    assert texts
    assert not any("[[scores]]" in text or "[items]" in text for text in texts)


def test_of_loneliness_and_connection_only_the_ons_question_is_offered() -> None:
    """connecting R24, 2.1, 2.4: RG-UK, SCOPE, De Jong Gierveld and the UCLA items are not there, or off and blank."""
    about = [one for one in instruments().values() if any(word in one.measures.lower() for word in ABOUT)]
    assert {one.key for one in about if one.shipped_on} == {"ons-loneliness"}
    assert {one.key for one in about if one.has_text} == {"ons-loneliness"}


def test_the_ons_question_is_one_item_with_five_answers_and_its_licence() -> None:
    """connecting R24, 2.4: attribution; five answers; nothing stands for a missing one; no band and no cut-off."""
    one = instrument("ons-loneliness")
    assert [len(one.anchors), len(one.items)] == [5, 1]
    assert one.items[0].text == "How often do you feel lonely?"
    assert one.licence.klass is LicenceClass.A
    assert "Source: Office for National Statistics" in one.licence.terms
    part = one.score()
    assert (part.cut_off, part.reliable_change) == (None, None)
    assert not part.bands
    assert part.rules[0].most == 0 if hasattr(part.rules[0], "most") else True


@pytest.mark.parametrize(
    ("table", "says"), [("[licence]", "licence"), ("[[scores.rules]]", "rules"), ('terms = "Open', "terms")]
)
def test_adding_an_instrument_needs_licence_text_and_a_rule_for_missing_answers(
    table: str, says: str
) -> None:
    """connecting R24: a definition without either is refused, and says what is missing."""
    lines, out, skipping = _ons().splitlines(), [], False
    for line in lines:
        if line.startswith(table):
            skipping = table.startswith("[")
            continue
        if skipping and (not line.strip() or line.startswith("[")):
            skipping = False
        if not skipping:
            out.append(line)
    with pytest.raises(IncompleteDefinition, match=says):
        read_instrument("\n".join(out), "x")
