"""Words that may not be handed on are nowhere in the repository."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.definitions import Instrument, LicenceClass
from ownwords.measures.method.scoring import score
from tests.measures.method.responses import extreme

ROOT = Path(__file__).resolve().parents[3]
WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")

#: SHA-256 of five words in a row that stand in forms of class B and C, so that the words themselves do not stand here.
TELL_TALE = frozenset((
    "3b646256b95e178c",
    "d753750c67bb5688",
    "a2c7d5e43704d8f3",
    "ccc6fd40681070a9",
    "ed02f35d1fd803ad",
    "e7688b2c4e8db90a",
    "a8e8819f6e1cdbc0",
    "ad84c1d346fb1759",
    "497125df932fba94",
    "cb0b8fa6fa62fd85",
    "d188f4f5013dfe64",
    "188245f8e2c2636a",
    "bf184f4ed5cdac34",
    "cbaf0069f29880e9",
    "99a1cfec5e9a0b82",
    "2997208730a20f2e",
    "f6fee74a82f446d9",
    "29ceb3bdd525a62f",
    "d9040ec79f10e7db",
    "4f97b49215bb704b",
    "391dbf6c30281f42",
    "e03f3ca2c40d2001",
    "804e73bc2b9191fb",
    "89ac66592705a45a",
))  # fmt: skip


def five_words(text: str) -> Iterator[str]:
    """Return the digest of every five words in a row, in small letters and without what stands between them."""
    words = WORDS.findall(text.lower().replace("’", "'"))
    for place in range(len(words) - 4):
        yield hashlib.sha256(" ".join(words[place : place + 5]).encode()).hexdigest()[:16]


def found_in(files: Iterable[Path], phrases: frozenset[str]) -> list[str]:
    """Return the files with one of the phrases in them."""
    found = []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        if not phrases.isdisjoint(five_words(text)):
            found.append(str(file))
    return found


def tracked() -> list[Path]:
    """Return every file of the repository that could hold words."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True)
    names = done.stdout.split("\0") if done.returncode == 0 else []
    found = [ROOT / name for name in names if name] or [
        *(ROOT / "ownwords").rglob("*"),
        *(ROOT / "tests").rglob("*"),
    ]
    skipped = {".png", ".jpg", ".woff2", ".whl", ".lock", ".ico"}
    return [file for file in found if file.suffix not in skipped and "package-lock" not in file.name]


def test_no_file_holds_the_words_of_a_form_that_may_not_be_shipped() -> None:
    """measures 8: absent from repository, packages and fixtures."""
    assert found_in(tracked(), TELL_TALE) == []


def test_the_scan_finds_words_however_they_are_set(tmp_path: Path) -> None:
    """measures 8: the scan would see them."""
    phrase = frozenset(five_words("seven green bottles sang softly"))
    said = tmp_path / "said.html"
    said.write_text("<p>Once, <b>Seven</b> green\nbottles, sang: softly</p>", encoding="utf-8")
    assert found_in([said], phrase) == []  # a tag is a word between them ...
    said.write_text("Once: 'Seven green\n  bottles, SANG -- softly'.", encoding="utf-8")
    assert found_in([said], phrase) == [str(said)]  # ... anything else is not


WORDLESS = [one for one in instruments().values() if one.licence.klass is not LicenceClass.A]


@pytest.mark.parametrize("form", WORDLESS, ids=lambda form: form.key)
def test_a_form_without_its_words_is_numbered_blanks_and_still_scores(form: Instrument) -> None:
    """measures 8: no item, answer or instruction has words, and the scores come out."""
    assert not form.instruction
    assert all(not item.text and not item.anchors for item in form.items)
    assert not form.anchors
    assert [item.key for item in form.items] == [str(number) for number in range(1, len(form.items) + 1)]
    first = form.score()
    assert score(form, extreme(form, first, best=True)).score(first.key).answered == len(first.items)


def test_forms_of_class_a_have_all_their_words_or_say_why_not() -> None:
    """measures 2.1: text only where the exact wording was compared."""
    for form in instruments().values():
        if form.licence.klass is LicenceClass.A and not form.has_text:
            assert not any(item.text for item in form.items)
            assert any("no words are shipped" in doubt for doubt in form.doubts)
