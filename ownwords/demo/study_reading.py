"""The made-up study as data files, read and checked as a whole. Pure: no database, no clock."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from ownwords.demo.reading import Table, WrongData
from ownwords.demo.study_checks import check_codes, check_made_of_codes, check_memos, check_tables
from ownwords.demo.study_places import Laid, place_of
from ownwords.inquiry.method.text.reading import read

CODERS = {"e": "lead", "c": "second"}
IN_VIVO = "*"
#: What is made of codes: files of their own, each read as it stands.
MORE = ("themes", "grounded", "chart", "checking", "report")


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of the study: its tables, the text of each file, and what was coded, in the order of the files."""

    study: Table
    branches: tuple[Table, ...]
    merges: tuple[Table, ...]
    memos: tuple[Table, ...]
    files: Mapping[str, bytes]
    texts: Mapping[str, str]
    laid: tuple[Laid, ...]
    more: Mapping[str, Table]

    def codes(self) -> Iterator[tuple[Table, Table]]:
        """Give each branch with each of its codes."""
        for branch in self.branches:
            for code in branch["code"]:
                yield branch, code


def material() -> Material:
    """Return the whole study. Raises WrongData: a key that nobody reads, a code or words that are not there."""
    study, book, memos = _table("study.toml"), _table("codebook.toml"), _table("memos.toml")
    check_tables(study, book, memos)
    files = {text["key"]: _folder().joinpath(text["file"]).read_bytes() for text in study["text"]}
    texts = {text["key"]: read(files[text["key"]], text["file"]).text for text in study["text"]}
    laid = tuple(_laid(_table("codings.toml"), texts))
    more = {name: _table(f"{name}.toml") for name in MORE}
    found = Material(
        study, tuple(book["branch"]), tuple(book["merge"]), tuple(memos["memo"]), files, texts, laid, more
    )
    check_made_of_codes(more)
    check_codes(found.branches, found.merges, laid)
    check_memos(found.memos, study, {code["key"] for _branch, code in found.codes()}, laid)
    return found


def _laid(codings: Table, texts: Mapping[str, str]) -> Iterator[Laid]:
    for key, table in codings.items():
        if key not in texts:
            raise WrongData(f"codings.toml: there is no text {key}")
        for who, codes, words in table["passages"]:
            start, end = place_of(words, texts[key], key)
            for coder in who:
                for code in codes.split():
                    plain = code.removeprefix(IN_VIVO)
                    yield Laid(key, plain, CODERS[coder], start, end, words, plain != code)


def _folder() -> resources.abc.Traversable:
    return resources.files("ownwords.demo").joinpath("data", "study")


def _table(name: str) -> Table:
    return tomllib.loads(_folder().joinpath(name).read_text(encoding="utf-8"))
