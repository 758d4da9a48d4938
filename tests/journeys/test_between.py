"""What is between two: notes agreed by both, messages with hours, finding each other; each one's own pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

OWN_PAGES = (
    "notes/",
    "notes/add/",
    "safety/",
    "match/",
    "match/propose/",
    "wish/",
    "messages/",
    "how-it-is/",
)


def _home(walked: Walk) -> str:
    walked.follow("My record")
    return walked.page.url.rsplit("/record/", 1)[0].removeprefix(walked.service)


@pytest.mark.parametrize(("dark", "scripts"), [(False, True), (True, True), (False, False)])
def test_given_a_phone_then_every_page_between_two_meets_the_baseline(
    walk: Callable[..., Walk], dark: bool, scripts: bool
) -> None:
    """PS-23; platform 5, 6: 320 px, light and dark, without scripts, who can see this."""
    sam = walk(width=320, dark=dark, scripts=scripts).sign_in_as("demo-person")
    home = _home(sam)
    for page in OWN_PAGES:
        sam.go(f"{home}/peer-support/{page}").then_the_baseline_is_met()
        if page != "notes/":
            sam.sees("Who can see this")


def test_given_no_wish_for_a_peer_worker_then_nothing_is_offered_until_it_is_changed(
    walk: Callable[..., Walk],
) -> None:
    """PS-21: without scripts, by keyboard and on a phone too."""
    sam = walk(width=375, scripts=False).sign_in_as("demo-person")
    home = _home(sam)
    sam.go(f"{home}/peer-support/wish/").choose("No, and please do not offer one").press("Keep")
    sam.sees("Nothing is offered until you change this.").then_the_baseline_is_met()
    sam.go(f"{home}/peer-support/match/propose/").sees("so nobody is shown here").then_the_baseline_is_met()
    sam.go(f"{home}/peer-support/wish/").choose("Yes").press("Keep").sees("would be welcome")


def test_given_a_safety_share_then_the_person_reads_it_and_a_lead_withholds_and_releases_it(
    walk: Callable[..., Walk],
) -> None:
    """PS-05."""
    sam = walk(width=320).sign_in_as("demo-person")
    home = _home(sam)
    worker = (
        walk().sign_in_as("demo-worker").go(f"{home}/peer-support/safety/add/").then_the_baseline_is_met()
    )
    worker.write("What did you pass on?", "That the flat is cold").write("To whom?", "The housing office")
    worker.choose("yes, beforehand").press("Keep").sees("There is a problem").then_the_baseline_is_met()
    worker.write("Why?", "The child is ill").press("Keep").sees("can read it.").then_the_baseline_is_met()
    share = worker.page.url.removeprefix(worker.service)
    sam.go(share).sees("The child is ill").then_the_baseline_is_met()
    lead = walk().sign_in_as("demo-team-lead").go(f"{share}withhold/").then_the_baseline_is_met()
    lead.go("/team/peer-support/withheld/").then_the_baseline_is_met()
    for page in ("counts/", "principles/"):
        lead.go(f"/team/peer-support/{page}").sees("Who can see this").then_the_baseline_is_met()


@pytest.mark.parametrize("dark", [False, True])
def test_given_a_peer_worker_then_their_own_pages_meet_the_baseline(
    walk: Callable[..., Walk], dark: bool
) -> None:
    """PS-08, PS-24: own space, supervision, hours, profile; write and delete for good."""
    peer = walk(width=320, dark=dark).sign_in_as("demo-peer-worker")
    peer.go("/own-space/add/").then_the_baseline_is_met()
    peer.write("Your words", "What helped me was the dog").press("Keep").sees("for you alone")
    peer.then_the_baseline_is_met().follow("Delete for good").then_the_baseline_is_met()
    peer.press("Delete for good").sees("Deleted for good.").then_the_baseline_is_met()
    for page in (
        "/supervision/",
        "/walking-beside/proposals/",
        "/walking-beside/profile/",
        "/walking-beside/hours/",
    ):
        peer.go(page).sees("Who can see this").then_the_baseline_is_met()
    administrator = walk(width=320, dark=dark).sign_in_as("demo-administrator")
    administrator.go("/peer-supervisors/").then_the_baseline_is_met()
