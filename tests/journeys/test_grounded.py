"""Grounded theory in a browser: a code becomes a category, a passage an incident, and two passages a comparison."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.test_analysis import shown, study_of_two
from tests.journeys.walking import Walk


def test_given_coded_texts_when_a_team_looks_closer_then_categories_and_comparisons_stand(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 17, house rule 9: without scripts; then wide and narrow, each page as it must be."""
    study, plain = study_of_two(walk)
    plain.go(f"{study}stages/add/").write("What do you call this stage?", "Open coding").press("Save")
    for code in ("Company", "Being outside"):
        plain.go(f"{study}categories/add/").page.get_by_label("Which code?").select_option(label=code)
        plain.press("Make it a category")
    plain.press("Make it the core").sees("The core category").press("Add a property")
    plain.write("Property", "How close").write("It goes from", "alone").write("To", "side by side").press(
        "Save"
    )
    plain.press("Place a passage").follow("Place this").write("Where does it lie?", "70").press("Save")
    plain.sees("1 incident. 1 lies at 70").go(f"{study}categories/relations/add/")
    plain.page.get_by_label("Category", exact=True).select_option(label="Company")
    plain.choose("is a condition of")
    plain.page.get_by_label("The other category").select_option(label="Being outside")
    plain.press("Save").sees("“Company” is a condition of “Being outside”.")
    plain.go(f"{study}passages/").main().get_by_role("link", name="open this passage").first.click()
    plain.follow("Compare this passage with…").follow("Being outside")
    plain.write("What is alike, what differs, and what follows?", "Company comes before going out.")
    plain.press("Keep the comparison").sees("Company comes before going out.")
    for width in (1280, 375):
        looked_at(walk(width=width).sign_in_as("demo-researcher"), study)


def looked_at(one: Walk, study: str) -> None:
    """Open each page and hold it to the baseline."""
    shown(one.go(f"{study}stages/").sees("not begun yet"), "stages")
    shown(one.go(f"{study}categories/").sees("core category"), "categories")
    one.follow("Being outside", exact=True)
    shown(one.sees("Nobody has said"), "category").follow("How close")
    shown(one.sees("1 incident."), "property")
    shown(one.go(f"{study}compare/"), "compare").follow("All passages of a code side by side")
    shown(one, "compare-by").go(f"{study}memos/").sees("Company comes before going out.")
    shown(one, "memos-compared").go(f"{study}analysis/proximity/")
    one.page.get_by_label("Passages of", exact=True).select_option(label="Company")
    one.page.get_by_label("Near passages of").select_option(label="Being outside")
    shown(one.press("Show").sees("they touch or overlap"), "proximity")
    shown(one.go(f"{study}analysis/new-codes/").sees("1 property has incidents."), "new-properties")
