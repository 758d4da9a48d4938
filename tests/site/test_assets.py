"""What the build makes: no NHS identity, no other host, no colour without its dark counterpart, and readable in both.

Platform 2.2 (traps 1 to 5), 2.3, requirements 3 and 4. Run `make styles` first.
"""

from __future__ import annotations

import importlib.util
import json
import re
from types import ModuleType

import pytest

from tests.site.look import FRONTEND, STATIC, TEMPLATES

# Parts of the lozenge's outline: as the header draws it, and as the favicon and the mask icon do.
LOZENGE = ("M200 0v80H0V0h200Z", "c-14.5 0-29 5-29 22", "M104 34v40H4V34h100Z", "nhsuk-header__logo")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The build program as a module."""
    spec = importlib.util.spec_from_file_location("frontend_build", FRONTEND / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def colours() -> dict[str, list[list[str]]]:
    """The table of colours."""
    return json.loads((FRONTEND / "colours.json").read_text())


def _built() -> dict[str, str]:
    files = [*STATIC.glob("*.css"), *STATIC.glob("*.js"), *STATIC.glob("*.svg"), *TEMPLATES.rglob("*.html")]
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def test_the_build_has_made_styles_and_script() -> None:
    """`make styles` has run; the other tests of this file would pass on nothing."""
    assert {"app.css", "app.js", "favicon.svg", "favicon.ico"} <= {path.name for path in STATIC.iterdir()}


@pytest.mark.parametrize(
    "mark", ["frutiger", "assets.nhs.uk", "@font-face", "nhsuk-icon-180", "#005eb8", "#003087", *LOZENGE]
)
def test_no_file_carries_nhs_identity(mark: str) -> None:
    """No lozenge, no Frutiger, no NHS blue, no request to the NHS's font host (platform requirement 4;
    platform 2.3).
    """
    assert [name for name, text in _built().items() if mark.lower() in text.lower()] == []


def test_no_file_fetches_anything() -> None:
    """No address of another host and no picture that a hashed name would miss (platform requirement 3, trap 2)."""
    for name in ("app.css", "app.js", "favicon.svg"):
        text = _built()[name]
        assert not re.search(r"url\(|https?://|@import", text.replace("http://www.w3.org/2000/svg", "")), name


def test_the_body_has_our_own_font_stack() -> None:
    """Without it every page falls to a serif font (platform 2.2, trap 1)."""
    css = _built()["app.css"]
    assert re.search(r"body\{[^}]*font-family:Arial", css)


def test_the_script_keeps_nothing_in_the_browser() -> None:
    """No storage and no evaluation of text (platform requirement 19; DESIGN section 4)."""
    script = _built()["app.js"]
    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|document\.cookie|\beval\(|new Function|innerHTML", script
    )


def test_the_lock_file_names_no_host() -> None:
    """The lock file holds versions and digests, and no download address."""
    lock = (FRONTEND / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert "integrity" in lock


def test_a_colour_without_a_dark_counterpart_stops_the_build(
    build: ModuleType, colours: dict[str, list[list[str]]]
) -> None:
    """A colour in neither list is refused by name, so none is forgotten in the dark (look and feel:
    dark-mode readable).
    """
    with pytest.raises(ValueError, match="#abcdef"):
        build.theme("p { color: #abcdef; }", colours)
    assert "color: var(--ow-ink)" in build.theme("p { color: #23292b; }", colours)
    assert "background-color: var(--ow-ink-surface)" in build.theme(
        "p { background-color: #23292b; }", colours
    )


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2 definition."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2 definition: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# (words or lines, surface, least ratio): 4.5 for words, 3 for the lines of controls (WCAG 2.2, 1.4.3 and 1.4.11)
PAIRS = [
    *((words, surface, 4.5) for words in ("ink", "soft", "link", "link-hover", "visited", "brand", "error")
    for surface in ("page", "paper", "ground")),
    *(("ink", surface, 4.5) for surface in ("field", "callout", "added", "removed", "hover", "second-hover")),
    *((line, surface, 3.0) for line in ("voice", "brand", "second", "soft") for surface in ("page", "paper")),
    ("second", "page", 4.5), ("second", "second-hover", 4.5), ("second", "second-active", 4.5), ("focus-ink",
    "focus", 4.5),
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "surface", "least"), PAIRS)
def test_words_stand_out_in_light_and_dark(
    scheme: str, words: str, surface: str, least: float, colours: dict[str, list[list[str]]]
) -> None:
    """Contrast of each pair that meets on a page (WCAG 2.2 AA; look and feel)."""
    values = {name: (light, dark) for name, _role, light, dark in colours["themed"]} | {
        n: (a, b) for n, a, b in colours["own"]
    }
    which = 0 if scheme == "light" else 1
    assert contrast(values[words][which], values[surface][which]) >= least


@pytest.mark.parametrize("surface", ["brand-surface", "press", "press-hover", "error-surface"])
@pytest.mark.parametrize("which", [2, 3])
def test_white_words_stand_out_on_filled_surfaces(
    surface: str, which: int, colours: dict[str, list[list[str]]]
) -> None:
    """Buttons and the header carry white words in both schemes (WCAG 2.2, 1.4.3)."""
    values = {entry[0]: entry[which] for entry in colours["themed"]}
    assert contrast("#fffffe", values[surface]) >= 4.5


def test_contrast_is_the_published_measure() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 on white just passes (WCAG 2.2 examples)."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#14555b", "#14555b") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
