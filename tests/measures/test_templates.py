"""Templates of lines as data: structure and empty places; what comes out of them never without its meaning."""

from __future__ import annotations

from importlib import resources

import pytest
from django.test import Client

from ownwords.measures.method.template_catalogue import read_template, templates
from ownwords.measures.models import Line
from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.people.models import Person
from tests import factories as make
from tests.measures.pages import Page, at, key, seen

FOLDER = resources.files("ownwords.measures").joinpath("data").joinpath("templates")


def _text(name: str) -> str:
    return FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["problems", "goals", "attainment", "list", "engagement"])
def test_each_template_says_its_purpose_its_source_and_what_its_result_means(name: str) -> None:
    """measures 1.1: templates are data with provenance."""
    made = templates()[name]
    assert made.purpose
    assert made.result
    assert made.provenance.source
    assert made.provenance.licence


@pytest.mark.parametrize("key_left_out", ["purpose", "result", "source", "licence", "together", "title"])
def test_a_template_that_lacks_something_is_refused_and_told_what(key_left_out: str) -> None:
    """measures 1: an incomplete definition is not used at all."""
    text = "\n".join(line for line in _text("goals").splitlines() if not line.startswith(f"{key_left_out} ="))
    with pytest.raises(IncompleteDefinition, match=key_left_out):
        read_template(text, "a test")


def test_goal_attainment_needs_its_five_levels() -> None:
    """measures 21: T is defined for levels from -2 to +2 alone."""
    with pytest.raises(IncompleteDefinition, match="five described levels"):
        read_template(_text("goals").replace('together = "each"', 'together = "t_score"'), "a test")


@pytest.mark.django_db
def test_places_left_empty_begin_no_line(sam: Person, own: Client) -> None:
    """RS-14: fill in what you like."""
    form = {"problem-1:words": "The voices at night", "visibility": "team", "submission": key()}
    own.post(at("line_template", sam, "problems"), form)
    own.post(at("line_template", sam, "problems"), form)
    line = Line.objects.get()
    assert (line.template, line.slot, line.direction, line.high) == ("problems", "problem-1", "down", 5)
    assert line.wordings.get().high_words


@pytest.mark.django_db
def test_nothing_filled_in_is_said_and_no_such_template_is_not_found(sam: Person, own: Client) -> None:
    """bad input."""
    answer = own.post(at("line_template", sam, "goals"), {"visibility": "team", "submission": key()})
    assert answer.status_code == 422
    assert "Fill in at least one place." in Page(answer).text
    assert own.get(at("line_template", sam, "no-such-template")).status_code == 404


@pytest.mark.django_db
def test_there_is_no_cap_on_goals_for_the_person(sam: Person, own: Client) -> None:
    """measures 15: a fourth goal is a line like the others; only the national export has three slots."""
    for _round in range(2):
        form = {f"goal-{n}:words": f"Goal {n}" for n in (1, 2, 3)}
        own.post(at("line_template", sam, "goals"), form | {"visibility": "team", "submission": key()})
    assert Line.objects.count() == 6
    assert Line.objects.values("set_id").distinct().count() == 2


@pytest.mark.django_db
def test_t_is_shown_with_its_count_and_its_meaning_and_matches_the_published_value(
    sam: Person, own: Client
) -> None:
    """measures 21: weights 2 and 1 with +1 and -1 give 54.02."""
    form = {
        "goal-1:words": "Walk to the shop", "goal-1:weight": "2", "goal-1:level_-2": "Not past the gate",
        "goal-2:words": "Sleep till six", "goal-2:weight": "1",
    }  # fmt: skip
    own.post(at("line_template", sam, "attainment"), form | {"visibility": "team", "submission": key()})
    walk, sleep = Line.objects.order_by("slot")
    assert walk.wordings.get().level_words["-2"] == "Not past the gate"
    assert "-2: Not past the gate" in seen(own, at("rate", sam, walk.id)).text
    make.rating(walk, 1)
    text = seen(own, at("line", sam, walk.id)).text
    assert "1 of 2 goals" in text
    make.rating(sleep, -1)
    text = seen(own, at("lines", sam)).text
    assert "T is 54.0, from the latest rating of 2 of 2 goals." in text
    assert "It was made for comparing groups." in text


@pytest.mark.django_db
def test_one_goal_alone_is_told_in_the_singular(sam: Person, own: Client) -> None:
    """measures 21: a sentence with its count, in plain words."""
    form = {"goal-1:words": "Walk to the shop", "visibility": "team", "submission": key()}
    own.post(at("line_template", sam, "attainment"), form)
    assert "The goal is not rated yet." in seen(own, at("lines", sam)).text
    make.rating(Line.objects.get(), 1)
    assert "T is 60.0, from the latest rating of 1 of 1 goal." in seen(own, at("lines", sam)).text


@pytest.mark.django_db
def test_levels_without_a_goal_are_not_lost(sam: Person, own: Client) -> None:
    """bad input: a form half filled comes back as it was."""
    form = {"goal-1:level_0": "Once a week", "visibility": "team", "submission": key()}
    answer = own.post(at("line_template", sam, "attainment"), form)
    assert answer.status_code == 422
    assert "Say what the goal is." in Page(answer).text
    assert Page(answer).value("goal-1:level_0") == "Once a week"
