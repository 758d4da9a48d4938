"""A participant on a telephone: answers to findings, own words struck out, and words given from the own record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, expect

from tests.inquiry.bringing import TALK
from tests.journeys.test_checking_back import ALIKE, round_begun
from tests.journeys.test_texts import look, the_speakers_of
from tests.journeys.walking import Walk

Start = Callable[..., Walk]
FILE: list[FilePayload] = [{"name": "Talk.txt", "mimeType": "text/plain", "buffer": TALK.encode()}]


def linked(one: Walk, who: str) -> str:
    """Make the link of a respondent on the page of the round; return its path."""
    one.follow(who, exact=True).press("Make a link").choose("It is still right to ask them")
    one.press("Make the link").sees("shown this once")
    return one.page.locator("#link").input_value().removeprefix(one.service)


def own_words_put(one: Walk, title: str) -> str:
    """Bring in a talk in which Maple speaks, and put her own words to her; return her link."""
    one.sign_in_as("demo-researcher").go("/studies/add/")
    one.write("What is the study called?", title).choose("Codebook").press("Set it up")
    study = one.page.url.removeprefix(one.service)
    one.go(f"{study}texts/add/").page.get_by_label("Files").set_input_files(FILE)
    one.press("Bring in", exact=True).go(f"{study}texts/")
    the_speakers_of(one, "Talk")
    one.page.get_by_label("Who is “Rose”?").select_option(label="a new participant")
    one.page.get_by_label("Pseudonym, if new").nth(1).fill("Maple")
    one.press("Keep who speaks").go(f"{study}participants/").follow("Maple", exact=True)
    one.press("Keep what they said")
    for question in ("Taking part", "Being asked again about the findings"):
        one.page.get_by_role("group", name=question).get_by_label("Agreed", exact=True).check()
    one.press("Keep it").go(f"{study}checking/add/").write(
        "What is this round called?", "Are these your words?"
    )
    one.choose("their own words").press("Save").sees("Say next what is put")
    address = one.page.url.split("#")[0].removeprefix(one.service)
    one.press("Choose texts").choose("Talk").press("Save")
    one.press("Add a group").write("What is the group called?", "People").press("Save")
    one.go(f"{address}#asked").page.get_by_role("link", name="Add people People").click()
    one.choose("Maple").press("Save").press("Open the round").sees("The round is open")
    return linked(one, "Maple")


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (375, False)])
def test_given_a_link_when_findings_are_put_then_each_is_answered_or_left_out(
    walk: Start, width: int, scripts: bool
) -> None:
    """inquiry 27, connecting R25: on a telephone, without signing in; a round that closes opens nothing."""
    lead = walk()
    address = round_begun(lead, f"Answered by link {width}")
    phone = walk(width=width, scripts=scripts).go(linked(lead, "People 1"))
    link = phone.page.url.removeprefix(phone.service)
    look(phone.sees("You may leave out any of it"), "asked")
    phone.press("Begin with the first").sees(ALIKE)
    look(phone, "asked-finding")
    phone.press("Keep and go on").sees("There is a problem").then_the_baseline_is_met()
    phone.choose("partly").write("Would you change something", "Not in winter.")
    phone.press("Keep and go on").sees("Kept. You can change it").then_the_baseline_is_met()
    phone.follow("Leave this one out").sees("you said: partly").follow("Say something to all of it")
    phone.then_the_baseline_is_met().write("What would you like to say?", "Thank you for asking.").press(
        "Keep"
    )
    phone.sees("Thank you for asking.").then_the_baseline_is_met()
    phone.page.emulate_media(media="print")
    phone.sees("Thank you for asking.").page.emulate_media(media="screen")
    lead.go(address).press("Close the round")
    phone.go(link).sees("This link opens nothing now").then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (375, False)])
def test_given_the_own_words_then_they_are_struck_out_for_good_and_words_of_the_record_given(
    walk: Start, width: int, scripts: bool
) -> None:
    """inquiry 27, RS-30: own turns alone, struck by sentence after one look more; given from the record, taken back."""
    link = own_words_put(walk(), f"Own words {width}")
    phone = walk(width=width, scripts=scripts).go(link).sees("Only your own words are here")
    look(phone, "asked-own")
    phone.follow("Interview").sees("Walking with the dog helps.")
    assert "And the team?" not in phone.main().inner_text()
    look(phone, "asked-words")
    phone.follow("Say something about it").then_the_baseline_is_met()
    phone.write("What would you like to say about it?", "I meant the small dog.").press("Keep")
    phone.sees("I meant the small dog.").follow("Strike words out")
    look(phone, "asked-strike")
    phone.choose("The café on Hill Street helps too.").press("Look at what goes").sees(
        "This cannot be undone"
    )
    look(phone, "asked-sure")
    phone.press("Strike them out for good").sees("You struck words out here").then_the_baseline_is_met()
    expect(phone.page.get_by_text("Hill Street")).to_have_count(0)
    give_and_take_back(walk(width=width, scripts=scripts), link, f"Own words {width}")


def give_and_take_back(one: Walk, link: str, title: str) -> None:
    """Say that one is the participant, give an entry, take it back."""
    one.sign_in_as("demo-person").follow("Studies I take part in").follow("I take part in a study")
    one.then_the_baseline_is_met().write("The link that the study gave you", one.service + link).press(
        "It is me"
    )
    section = one.sees(title).page.get_by_role("region", name=title)
    look(one, "given-studies")
    section.get_by_role("button", name="Give something from my record").click()
    look(one, "given-give")
    one.page.get_by_role("checkbox").first.check()
    one.press("Give this to the study").sees("1 more text of yours").then_the_baseline_is_met()
    section.get_by_role("link", name="Take it back").click()
    one.then_the_baseline_is_met().press("Take it back").sees(
        "Taken back. The study holds these words no more."
    )
    one.sees("Taken back on").then_the_baseline_is_met()
