"""A Django form becomes a page: labels, hints, purpose, errors and links that reach the control. DESIGN,
house rules 5 and 7.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django import forms

from ownwords.config import jinja_env
from tests.site.look import macros
from tools.styleguide import Example


class DayWidget(forms.MultiWidget):
    """Three boxes, as a room's own date field has them."""

    parts = ("day", "month", "year")

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in self.parts})

    def decompress(self, value: dt.date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class Dated(forms.Form):
    review = forms.Field(label="When?", widget=DayWidget, required=True)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)


def _example(**data: Any) -> Example:
    form = Example(data)
    form.is_valid()
    return form


def test_a_refused_form_comes_back_filled() -> None:
    """What was typed stands in the control, also when it is wrong (DESIGN, house rule 7)."""
    html = macros().form_fields(_example(name=" <Sam> ", matters="\nOne\nTwo", idea="nobody", about=["hope"]))
    assert 'value=" &lt;Sam&gt; "' in html
    assert ">\n\nOne\nTwo</textarea>" in html
    assert re.search(r'value="hope" checked', html)


def test_every_error_in_the_summary_leads_to_its_control() -> None:
    """Each summary link focuses its field (platform 3.2), also for groups of choices."""
    form = _example(name="", idea="")
    links = [item["href"] for item in jinja_env.error_items(form)]
    html = str(macros().form_fields(form))
    assert "#id_name" in links
    assert "#id_idea" in links
    for link in links:
        assert f'id="{link[1:]}"' in html


def test_an_error_of_a_date_leads_to_its_first_box() -> None:
    """Three boxes: the link goes to the day, and each box keeps what was typed."""
    form = Dated({"review_day": "31", "review_month": "x", "review_year": ""})
    html = str(macros().form_field(form["review"]))
    assert re.findall(r'name="(review_\w+)"', html) == ["review_day", "review_month", "review_year"]
    assert 'value="31"' in html
    form.add_error("review", "Give a day that exists")
    assert jinja_env.error_items(form)[0]["href"] == "#id_review-day"
    assert 'id="id_review-day"' in html


def test_a_date_that_is_known_stands_in_its_boxes() -> None:
    """An unbound form shows the initial day, month and year."""
    html = str(macros().form_field(Dated(initial={"review": dt.date(2027, 3, 27)})["review"]))
    assert re.findall(r'value="(\d+)"', html) == ["27", "3", "2027"]


def test_every_question_that_may_be_left_says_so_and_why_it_is_asked() -> None:
    """Every question says why it is asked and may be skipped (DESIGN, house rule 5)."""
    form = Example()
    assert "You may skip this." in macros().form_field(form["matters"])
    assert "You may skip this." not in macros().form_field(form["name"])
    form.fields["matters"].why = "so that nobody asks you again"
    html = macros().form_field(form["matters"])
    assert "Why we ask:</strong> so that nobody asks you again" in html
    assert 'aria-describedby="id_matters-hint"' in html


def test_nothing_in_the_browser_cuts_or_refuses_words() -> None:
    """No `maxlength` (it cuts pasted text without a word) and no `required` (the server answers in words)."""

    class Long(forms.Form):
        words = forms.CharField(max_length=10)

    html = str(macros().form_field(Long()["words"]))
    assert "maxlength" not in html
    assert "required" not in html


def test_a_choice_can_reveal_a_further_question() -> None:
    """Conditional parts: shown by script when chosen, always there without."""
    html = str(macros().form_field(Example()["idea"], conditional={"theirs": "Whose?"}))
    assert "nhsuk-radios__conditional--hidden" in html
    assert "Whose?" in html


def test_hidden_fields_are_kept() -> None:
    """A version or key travels with the form."""
    html = str(macros().form_fields(Dated(initial={"kept": "v<1>"})))
    assert '<input type="hidden" name="kept" value="v&lt;1&gt;">' in html


def test_the_control_carries_what_helps_typing() -> None:
    """`autocomplete` and `inputmode` of the widget reach the control (WCAG 1.3.5)."""
    given = {"autocomplete": "given-name", "class": "x", "required": True, "autofocus": True, "hidden": False}
    assert jinja_env.control_attributes(given) == {"autocomplete": "given-name", "autofocus": ""}


@pytest.mark.parametrize(
    ("value", "day", "moment", "clock", "iso"),
    [
        (None, "", "", "", ""),
        (
            dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC),
            "2 July 2026",
            "2 July 2026 at 00:30",
            "00:30",
            "2026-07-02T00:30:00+01:00",
        ),
        (
            dt.datetime(2026, 11, 3, 14, 5, tzinfo=dt.UTC),
            "3 November 2026",
            "3 November 2026 at 14:05",
            "14:05",
            "2026-11-03T14:05:00+00:00",
        ),
    ],
)
def test_times_are_shown_in_the_services_zone(
    value: dt.datetime | None, day: str, moment: str, clock: str, iso: str, settings: Any
) -> None:
    """Kept in UTC, shown in the zone of the service, also around midnight in summer (DESIGN section 3)."""
    settings.TIME_ZONE = "Europe/London"
    assert (jinja_env.day(value), jinja_env.moment(value), jinja_env.clock(value), jinja_env.iso(value)) == (
        day,
        moment,
        clock,
        iso,
    )


def test_a_plain_date_stays_the_day_it_is() -> None:
    """A birthday has no zone."""
    assert jinja_env.day(dt.date(1970, 2, 1)) == "1 February 1970"
    assert jinja_env.iso(dt.date(1970, 2, 1)) == "1970-02-01"


def test_messages_are_escaped_with_their_values() -> None:
    """Neither a translation nor a name can bring markup into a page (ASVS 1.2.1)."""
    assert (
        jinja_env.translated("Hello %(name)s & all", name="<b>Sam</b>")
        == "Hello &lt;b&gt;Sam&lt;/b&gt; &amp; all"
    )
