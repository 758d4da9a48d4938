"""Content lint: every string that somebody may read is translatable, free of words that hurt, and plain.

Platform requirements 4 (content), 7; platform 3.2; DESIGN section 4, "The look".
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.look import ROOT

PACKAGE = ROOT / "ownwords"
_LIST = """
    service user; non-compliant; noncompliant; failed to attend; did not attend; discharged; dropped
    out; drop-out; manipulative; attention-seeking; treatment resistant; hard to engage; lacks
    insight; suffers from; case closed; well done; great job; good job; congratulations; keep it up;
    streak; badge; leaderboard; traffic light; risk score; risk level; high risk; medium risk; low
    risk; league table
"""
BANNED = tuple(" ".join(_LIST.split()).split("; "))
TRANSLATORS = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "translated",
}
# Names and numbers that are the same in every language.
UNTRANSLATED = {"Ownwords", "999", "111"}
# Not a page: a file that a person takes away, which must stand alone and is never served.
TAKEN_AWAY = {"exchange/jinja2/exchange/record.html"}
LONGEST_SENTENCE = 30
HARDEST_GRADE = 5.0


def _templates() -> list[Path]:
    return sorted(
        [
            *PACKAGE.glob("**/jinja2/**/*.html"),
            *PACKAGE.glob("**/jinja2/**/*.txt"),
            *PACKAGE.glob("**/templates/**/*.html"),
        ]
    )


def _bare(source: str) -> str:
    """A template without its comments."""
    return re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", source, flags=re.DOTALL)


def _quoted(text: str) -> Iterator[str]:
    for match in re.finditer(
        r"(?:\b_|n?gettext|pgettext)\(\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')", text
    ):
        yield ast.literal_eval(match.group(1))
    for match in re.finditer(r"\{% (?:trans|translate) (\"[^\"]*\"|'[^']*')", text):
        yield match.group(1)[1:-1]
    for match in re.finditer(
        r"\{%-? (?:trans|blocktrans|blocktranslate)\b[^%]*%\}(.*?)\{%-? end", text, flags=re.DOTALL
    ):
        yield re.sub(r"\{\{.*?\}\}|<[^>]*>", " ", match.group(1))


def _from_templates() -> Iterator[tuple[str, str]]:
    for path in _templates():
        for text in _quoted(_bare(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(ROOT)), text


def _from_code() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in TRANSLATORS
            ):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", argument.value


def _strings() -> list[tuple[str, str]]:
    return [*_from_templates(), *_from_code()]


def _sentences(text: str) -> list[list[str]]:
    text = re.sub(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|https?://\S+", "word", text)
    pieces = re.split(r"[.!?:;]+(?:\s+|$)|\n\s*\n", text)
    return [words for piece in pieces if (words := re.findall(r"[A-Za-z][A-Za-z'’-]*", piece))]


def _syllables(word: str) -> int:
    """Count groups of vowels, less a silent e: close enough for an average over thousands of words."""
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade (school years) of these texts together.

    Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    sentences = [sentence for text in texts for sentence in _sentences(text)]
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def test_no_string_uses_a_word_that_hurts_or_praises() -> None:
    """No banned word, no praise, no score of risk in any string (platform requirement 7 and 23; DESIGN
    section 4).
    """
    found = [
        f"{place}: {text!r} says {word!r}"
        for place, text in _strings()
        for word in BANNED
        if word in text.lower()
    ]
    assert not found, "\n".join(found)


def test_no_definition_uses_a_word_that_hurts() -> None:
    """The same for definitions kept as data (DESIGN section 2, house rule 3)."""
    files = [path for pattern in ("*.toml", "*.json") for path in PACKAGE.glob(f"**/data/**/{pattern}")]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files
        for word in BANNED
        if word in path.read_text(encoding="utf-8").lower()
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", _templates(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    """Words stand in `_()` or a trans block, in attributes as well (platform requirement 7)."""
    text = _bare(path.read_text(encoding="utf-8"))
    text = re.sub(
        r"\{%-? (trans|blocktrans|blocktranslate)\b.*?%\}.*?\{%-? end\1.*?%\}", "", text, flags=re.DOTALL
    )
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text, flags=re.DOTALL)
    attributes = re.findall(r"\b(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"", text)
    shown = re.sub(r"<svg.*?</svg>|<script.*?</script>|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
    words = [
        word for piece in [shown, *attributes] for word in re.findall(r"[A-Za-z][A-Za-z'-]+|\d{3}", piece)
    ]
    assert not [word for word in words if word not in UNTRANSLATED]


@pytest.mark.parametrize("path", _templates(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_breaks_the_content_policy(path: Path) -> None:
    """No inline style, script or handler, no unescaped output, no other host (platform requirements 3, 8;
    ASVS 1.2.1).
    """
    text = _bare(path.read_text(encoding="utf-8"))
    if path.relative_to(PACKAGE).as_posix() in TAKEN_AWAY:
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not re.search(
        r"\sstyle=|<style|\son[a-z]+=|javascript:|\|\s*safe\b|autoescape false"
        r"|<script(?![^>]*(?:\ssrc=|type=.application/json))",
        text,
    )
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", text)


def test_the_strings_are_plain() -> None:
    """Reading age of the interface about eleven at most: a mean grade, and no sentence nobody can hold
    (platform 3.2).
    """
    strings = _strings()
    endless = [
        (place, " ".join(s)) for place, text in strings for s in _sentences(text) if len(s) > LONGEST_SENTENCE
    ]
    assert not endless
    spoken = [text for _place, text in strings if len(text.split()) >= 5]
    assert grade(spoken) <= HARDEST_GRADE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", -1.45),
        ("Organisational considerations necessitate multidisciplinary collaboration.", 50.08),
    ],
)
def test_the_grade_tells_plain_from_heavy(text: str, expected: float) -> None:
    """The measure itself: Kincaid's formula on two sentences counted by hand (6 and 27 syllables)."""
    assert grade([text]) == pytest.approx(expected, abs=0.01)
