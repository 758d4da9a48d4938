"""Draw every part of the look on one page: `python tools/styleguide.py FOLDER`, then open FOLDER/index.html.

Writes plain files that need no server: the page as a worker sees it, the same signed out, the error pages,
and the styles beside them.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django
from django import forms
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "ownwords" / "site"
ERRORS = (400, 403, 404, 409, 413, 429, 500, 503)
WORDS = (
    "I want to get back to the allotment. Not for the exercise, people keep saying that. "
    "It is the one place where nobody asks me how I am."
)
STORY = (
    "My sister rings on Sundays.\nThat is the part of the week I count from.\n\n"
    "I would rather she heard things from me than from you."
)


class Example(forms.Form):
    """One of each control, with an error in some."""

    name = forms.CharField(
        label="What would you like to be called?", help_text="As you would say it yourself."
    )
    matters = forms.CharField(
        label="What matters to you about this?", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    idea = forms.ChoiceField(
        label="Whose idea was it?",
        choices=[("mine", "Mine"), ("ours", "Ours together"), ("theirs", "Somebody else's")],
        widget=forms.RadioSelect,
    )
    about = forms.MultipleChoiceField(
        label="What is it about?",
        choices=[
            ("people", "People around me"),
            ("hope", "Hope"),
            ("home", "Home and money"),
            ("none", "None of these"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = forms.ChoiceField(
        label="Language", choices=[("en", "English"), ("cy", "Cymraeg"), ("ur", "Urdu")]
    )
    agree = forms.BooleanField(label="My supporter may see this", required=False)


def page(**changes: Any) -> SimpleNamespace:
    """Return the frame's values for a made-up worker; `changes` replace single ones."""
    values: dict[str, Any] = dict(  # noqa: C408
        home_url="#",
        organisation="Harbour Community Trust",
        who="Amina Yusuf",
        role="Worker, Harbour team",
        switch_role_url="#roles",
        account_url="#account",
        sign_in_url=None,
        sign_out_url="#out",
        navigation=[
            SimpleNamespace(text=text, url="#" + text.lower(), current=text == "People")
            for text in ("Today", "People", "Team", "Shared with me")
        ],
        notices=[
            SimpleNamespace(
                text="Kept: Sam's goal about the allotment.",
                kind="done",
                undo_url="#undo",
                undo_fields=[("version", "3")],
            )
        ],
        team_phone="01632 960 101",
        team_name="Harbour team",
        crisis_url="#crisis",
        session_seconds=None,
        stay_url=None,
        demonstration=True,
    )
    return SimpleNamespace(**(values | changes))


def set_up() -> None:
    """Configure just enough of Django to render templates without a database."""
    if not settings.configured:
        settings.configure(
            USE_TZ=True,
            TIME_ZONE="Europe/London",
            STATIC_URL="static/",
            LANGUAGE_CODE="en-gb",
            USE_I18N=True,
            INSTALLED_APPS=["django.contrib.staticfiles"],
        )
        django.setup()


def environment() -> Any:
    """Return the product's own Jinja environment, with the guide's page beside its templates."""
    from jinja2 import FileSystemLoader

    from ownwords.config.jinja_env import environment as build

    return build(autoescape=True, loader=FileSystemLoader([SITE / "jinja2", ROOT / "tools" / "styleguide"]))


def context() -> dict[str, Any]:
    """Return everything that the guide's page shows."""
    form = Example({"name": "", "matters": "", "about": ["home"], "language": "cy"})
    form.is_valid()
    when = dt.datetime(2026, 11, 3, 14, 5, tzinfo=dt.UTC)
    return {
        "page": page(),
        "form": form,
        "csrf_input": "",
        "words": WORDS,
        "story": STORY,
        "when": when,
        "compared": [
            ("same", "I want to get back to the "),
            ("removed", "garden"),
            ("added", "allotment"),
            ("same", " before spring."),
        ],
        "events": [
            {
                "when": when,
                "title": "A step kept",
                "kind": "Goal",
                "href": "#",
                "words": "I went on Thursday and stayed an hour.",
                "who": "Sam",
            },
            {
                "when": when - dt.timedelta(days=30),
                "title": "Came back",
                "kind": "Contact",
                "text": "Rang the team and was seen the same week.",
            },
        ],
    }


def write(folder: Path, env: Any) -> None:
    """Write the guide into the folder."""
    (folder / "static" / "site").mkdir(parents=True, exist_ok=True)
    shutil.copytree(SITE / "static" / "site", folder / "static" / "site", dirs_exist_ok=True)
    (folder / "index.html").write_text(env.get_template("styleguide.html").render(context()))
    for code in ERRORS:
        (folder / f"{code}.html").write_text(env.get_template(f"{code}.html").render())
    kept = {"action": "#", "csrf_input": "", "fields": [("what_matters", STORY), ("version", "3")]}
    (folder / "kept.html").write_text(env.get_template("site/typed_text_kept.html").render(kept))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    set_up()
    write(Path(sys.argv[1]), environment())
