"""The frame of every page, the error pages and the page that gives typed text back, rendered without a
server.

DESIGN section 4 ("Help in a crisis", "The look"); look and feel; platform requirements 5, 8 and 23.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import UndefinedError

from tests.site.look import environment, macros
from tools.styleguide import page

BODY = (
    '{% extends "site/layout.html" %}{% block title %}A place{% endblock %}'
    "{% block content %}<h1>A place</h1>{% endblock %}"
)
ERRORS = (400, 403, 404, 409, 413, 429, 500, 503)
HELP = ("Help in a crisis", 'href="tel:999"', 'href="tel:111"', "Nobody watches this record in real time.")


def _draw(**changes: Any) -> str:
    context = {"csrf_input": "", "page": page(**changes.pop("frame", {}))} | changes
    return environment().from_string(BODY).render(context)


def test_the_frame_says_who_you_are_and_in_which_role() -> None:
    """One account may hold several roles; the page always says in which one you are (who is who)."""
    html = _draw()
    assert "Amina Yusuf" in html
    assert "Worker, Harbour team" in html
    assert 'href="#roles"' in html
    assert re.search(r'<form method="post" action="#out">.*Sign out', html, re.DOTALL)


def test_a_signed_out_visitor_is_offered_sign_in_and_nothing_else() -> None:
    """Signed out, the frame offers one thing and names nobody (who is who)."""
    nobody = dict.fromkeys(("who", "role", "switch_role_url", "account_url", "sign_out_url"))
    html = _draw(frame={**nobody, "navigation": (), "notices": (), "sign_in_url": "/in"})
    assert 'href="/in"' in html
    assert "Sign out" not in html
    assert "<nav" not in html


@pytest.mark.parametrize("part", HELP)
def test_help_in_a_crisis_is_on_every_page(part: str) -> None:
    """The same words in the same place: the last thing before the scripts (platform requirement 23; WCAG
    2.2, 3.2.6).
    """
    pages = [_draw(), *(environment().get_template(f"{code}.html").render() for code in ERRORS)]
    assert all(part in html[html.index("<footer") : html.index("</footer>")] for html in pages)


def test_help_names_the_team_and_the_persons_own_words_when_known() -> None:
    """The team's number and the way to one's own crisis words (DESIGN section 4)."""
    html = _draw()
    assert 'href="tel:01632960101"' in html
    assert 'href="#crisis"' in html
    bare = _draw(frame={"team_phone": None, "crisis_url": None})
    assert "01632" not in bare
    assert "in your own words" not in bare


def test_a_service_may_add_its_own_words_and_mark() -> None:
    """A deployment adds its own logo and its own sentence for a crisis (platform 2.3; configuration)."""
    html = _draw(frame={"crisis_text": "Ring our night line", "logo_url": "/logo.svg"})
    assert "<li>Ring our night line</li>" in html
    assert '<img class="ow-header__logo" src="/logo.svg" alt="Harbour Community Trust">' in html


def test_the_title_begins_with_error_when_something_is_wrong() -> None:
    """Axe cannot see this one (platform 3.2)."""
    assert "<title>A place – Ownwords</title>" in _draw()
    html = _draw(errors=[{"text": "Say what the goal is", "href": "#id_words"}])
    assert "<title>Error: A place – Ownwords</title>" in html
    assert '<a href="#id_words">Say what the goal is</a>' in html


def test_a_notice_says_what_happened_and_how_to_undo_it() -> None:
    """Confirmation that says what happened; undo of the last action (nothing lost and look and feel)."""
    html = _draw()
    assert "Kept: Sam&#39;s goal about the allotment." in html
    assert '<input type="hidden" name="version" value="3">' in html
    plain = _draw(
        frame={"notices": [SimpleNamespace(text="Good to know", kind="note", undo_url=None, undo_fields=())]}
    )
    assert "Undo" not in plain


def test_the_place_you_are_is_marked() -> None:
    """Menu items are links; the present one is said to be so."""
    assert re.findall(r'href="#(\w+)" aria-current="page"', _draw()) == ["people"]


def test_the_idle_box_stands_ready_only_in_a_session() -> None:
    """Two minutes' warning before an idle session ends (who is who); without a session there is
    nothing to warn of.
    """
    assert 'id="idle"' not in _draw()
    html = _draw(frame={"session_seconds": 1200, "stay_url": "/stay"})
    assert 'data-seconds="1200"' in html
    assert re.search(r'id="idle".*?hidden', html)


def test_a_misspelt_name_fails() -> None:
    """An empty place in somebody's record must not pass unseen (decision 1)."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ persn }}").render()


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_page_needs_nothing_and_says_what_to_do(code: int) -> None:
    """No database, session or context; one heading; a way on (bad input is answered in words)."""
    html = environment().get_template(f"{code}.html").render()
    assert html.count("<h1") == 1
    assert 'href="/"' in html
    assert str(code) not in re.sub(r"<[^>]+>", "", html)


def test_typed_text_comes_back_in_full_and_can_be_sent_again() -> None:
    """A session that ended keeps the typed text (nothing lost): shown, hidden beside it, and never
    interpreted.
    """
    words = "\n<b>line</b> one\n\nline three "
    fields = [("own_words", words), ("version", "7")]
    html = (
        environment()
        .get_template("site/typed_text_kept.html")
        .render(action="/again", csrf_input="", fields=fields)
    )
    assert '<form method="post" action="/again"' in html
    assert 'name="own_words" value="\n&lt;b&gt;line&lt;/b&gt; one\n\nline three "' in html
    assert "readonly>\n\n&lt;b&gt;line" in html
    assert "Own words</label>" in html
    assert 'name="version" value="7"' in html
    assert "Version</label>" not in html


def test_words_are_shown_letter_for_letter() -> None:
    """Escaped and otherwise untouched: spaces, lines, right-to-left and combining marks (DESIGN, house
    rule 1).
    """
    words = "  two  spaces\n\n\u202bשלום\u202c e\u0301 <i>& 'quotes'"
    html = macros().entry(words, "Sam", None, "only Sam")
    assert "  two  spaces\n\n\u202bשלום\u202c e\u0301 &lt;i&gt;&amp; &#39;quotes&#39;" in html


def test_an_entry_shows_the_words_first_and_who_can_see_them() -> None:
    """Words before rewording, and the line in names under every entry (DESIGN, house rules 1 and 2)."""
    html = macros().entry(
        "My words", "Sam", None, "Sam and Joe", rewording="Other words", rewording_by="Joe", tags=["Hope"]
    )
    assert (
        html.index("My words")
        < html.index("Other words")
        < html.index("Who can see this:")
        < html.index("Sam and Joe")
    )


def test_what_changed_is_said_and_not_only_coloured() -> None:
    """Words added and removed, for those who do not see colours or lines (nothing lost; WCAG 1.4.1)."""
    html = macros().words_compared([("same", "my "), ("removed", "garden"), ("added", "allotment")])
    assert re.search(r"<del>.*removed:.*garden.*</del>", html)
    assert re.search(r"<ins>.*added:.*allotment.*</ins>", html)
