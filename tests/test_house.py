"""House rules that a machine can hold: sizes, ways around the checks, and what must never be computed or shown."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.db.models import Model
from django.urls import get_resolver

from ownwords.people.checks import is_library, walk

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ownwords"


def house() -> ModuleType:
    """Return tools/house.py, which is not shipped and so no module of the program."""
    spec = importlib.util.spec_from_file_location("house", ROOT / "tools" / "house.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["house"] = module
    spec.loader.exec_module(module)
    return module


def texts(*patterns: str, folder: Path = PACKAGE) -> list[tuple[str, str]]:
    """Return (name, text) of the program's files."""
    found = [
        path for pattern in patterns for path in folder.rglob(pattern) if "node_modules" not in path.parts
    ]
    return [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in sorted(found)]


def test_files_and_functions_keep_the_house_sizes() -> None:
    """platform 1.5, 38: no file over 400 lines, no function over 40, all annotated, 90 % of public ones explained."""
    said, wrong = house().measure()
    print("\n" + "\n".join(said))
    assert wrong == []


#: Ways in which words could reach a page unescaped, or SQL be glued together.
WAYS_AROUND = re.compile(r"\|\s*safe\b|\.raw\(|\.extra\(|RawSQL|mark_safe|autoescape\s+(?:false|off)")
EXECUTED = re.compile(r"\.execute\(\s*f?[\"'].*(?:\{|%\s*\()")


def test_nothing_goes_around_escaping_or_parameters() -> None:
    """ASVS 1.2.1, 1.2.4: output encoded, queries parametrised."""
    found = [
        f"{name}: {match[0]}"
        for name, text in texts("*.py", "*.html", "*.txt")
        if "/migrations/" not in name
        for match in WAYS_AROUND.finditer(text)
    ]
    assert found == []


def test_no_statement_is_glued_together_where_requests_are_answered() -> None:
    """ASVS 1.2.4: values go beside the statement, never into it. The engine quotes names with psycopg.sql."""
    found = [
        f"{name}: {match[0]}"
        for room in ("people", "record", "measures", "connections", "peers", "ledger", "site", "exchange")
        for name, text in texts("*.py", folder=PACKAGE / room)
        if "/migrations/" not in name
        for match in EXECUTED.finditer(text)
    ]
    assert found == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    """The build takes packages from wherever the installation says, and the program needs no internet."""
    hosts = re.compile(
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|registry|artifactory|nexus)[\w.-]*", re.IGNORECASE
    )
    folders = [
        PACKAGE,
        ROOT / "requirements",
        ROOT / "frontend",
        ROOT / "docs",
        ROOT / "tools",
        ROOT / "tests",
    ]
    names = ("*.py", "*.txt", "*.in", "*.json", "*.toml", "*.md", "*.html")
    files = [one for folder in folders for one in texts(*names, folder=folder)]
    assert [f"{name}: {match[0]}" for name, text in files for match in hosts.finditer(text)] == []


KEEPING = ("people", "record", "measures", "connections", "peers", "ledger")

#: What nothing in here is called, because nothing in here is it (platform 23; house rules 3 and 4).
NEVER_NAMED = re.compile(
    r"risk|score|severity|danger|triage|predict|rank|rating|league|streak|badge|adherence|complian|attendance|discharge"
    r"|alert_level|red_?flag|leaderboard"
)
#: Words that only look like it.
HARMLESS = re.compile(r"frankly|postmark|underscore")
#: In the room of measures a rating is what a person gave a line of their own, and a score what a form adds up to:
#: each is about answers, neither about somebody. Nowhere else, and no other word of the list even there.
OF_MEASURES = re.compile(r"rating(s|_?link|_?links)?(event)?|scores?d?(event)?|score_")

#: The three other ratings in here, by their full names; each is of something that is done, none is of a person.
RATED_BY = {
    "PracticeRating": "how a worker sees what their team does, area by area; counted for the team alone",
    "FidelityRating": "how far a programme is what it says it is, as three groups of people see it",
}
RATED_IN = {
    "PracticeCheck.ratings": "a worker's view of the team's areas: the rows of PracticeRating",
    "FidelityAnswer.rating": "the FidelityRating that an answer belongs to",
    "Introduction.rating": "how an introduction went, said by the person who was introduced",
    "Introduction.rating_words": "the same in their words",
}


def names_what_is_rated(model: type[Model], field: str) -> bool:
    """Say whether this is one of the ratings above, or the history of one; any other forbidden word still counts."""
    of = model.__name__.removesuffix("Event")
    rest = f"{of.removesuffix('Rating') if of in RATED_BY else of}.{OF_MEASURES.sub('', field.lower())}"
    return (of in RATED_BY or f"{of}.{field}" in RATED_IN) and not never_named(rest)


def never_named(name: str, *, measures: bool = False) -> bool:
    """Say whether a name is one that nothing in here has."""
    rest = HARMLESS.sub("", name.lower())
    return bool(NEVER_NAMED.search(OF_MEASURES.sub("", rest) if measures else rest))


def test_no_table_or_column_holds_a_risk_score() -> None:
    """platform 23: schema test: nothing computes or keeps a risk score or level."""
    ours = [model for room in KEEPING for model in apps.get_app_config(room).get_models()]
    names = [(model, field) for model in ours for field in model._meta.get_fields()]
    assert len(names) > 300
    bad = [
        f"{model.__name__}.{field.name}"
        for model, field in names
        if never_named(f"{model.__name__}.{field.name}", measures=model._meta.app_label == "measures")
        and not names_what_is_rated(model, field.name)
    ]
    assert bad == []


def test_every_rating_that_is_allowed_by_name_is_there() -> None:
    """An exception that nobody needs any more goes."""
    ours = {model.__name__: model for room in KEEPING for model in apps.get_app_config(room).get_models()}
    assert set(RATED_BY) <= set(ours)
    names = [name.split(".") for name in RATED_IN]
    assert all(field in {one.name for one in ours[model]._meta.get_fields()} for model, field in names)


def test_no_route_or_template_is_named_after_a_risk_score() -> None:
    """platform 23: no template or route name matches the list."""
    routes = [
        (f"{address} {name}", view.__module__)
        for address, name, view in walk(get_resolver())
        if not is_library(view)
    ]
    templates = [(str(path.relative_to(PACKAGE)),) * 2 for path in PACKAGE.rglob("*.html")]
    assert len(routes) > 40
    bad = [name for name, of in (*routes, *templates) if never_named(name, measures="measures" in of)]
    assert bad == []


FRAMES = ("site/layout.html", "site/layout_plain.html")
#: Pieces and macros that pages are made of; the copy that a person takes away stands alone and brings its own help.
EXTENDS = re.compile(r"\{%-?\s*extends\s+\"([^\"]+)\"")


def pages() -> list[tuple[str, str]]:
    """Return (name, text) of every template that is a page: one that is not a piece of others."""
    found = texts("*.html")
    whole = [(name, text) for name, text in found if "<html" in text or EXTENDS.search(text)]
    assert len(whole) > 40
    return whole


def frame_of(name: str, text: str, all_pages: dict[str, str]) -> str:
    """Return the frame that a page stands in, through whatever it extends."""
    while match := EXTENDS.search(text):
        parent = match[1]
        if parent in FRAMES:
            return parent
        name = next(one for one in all_pages if one.endswith(f"/{parent}"))
        text = all_pages[name]
    return name


@pytest.mark.parametrize("frame", FRAMES)
def test_the_frames_hold_help_in_a_crisis(frame: str) -> None:
    """platform 23: the same help in the same place, and the word that nobody watches in real time."""
    text = (PACKAGE / "site" / "jinja2" / frame).read_text(encoding="utf-8")
    footer = (PACKAGE / "site" / "jinja2" / "site" / "footer.html").read_text(encoding="utf-8")
    assert "crisis(" in text or ('include "site/footer.html"' in text and "crisis(" in footer)


def test_every_page_stands_in_a_frame_that_holds_help_in_a_crisis() -> None:
    """platform 23: help on every page; a page with a frame of its own brings the help itself."""
    found = dict(pages())
    without = [
        name
        for name, text in found.items()
        if (frame := frame_of(name, text, found)) not in FRAMES
        and not ("crisis(" in found[frame] or "call 999" in found[frame])
        and not frame.endswith(FRAMES)
    ]
    assert without == []
