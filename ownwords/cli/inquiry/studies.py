"""What verbs about a study share: finding the study somebody names, and whether a file can be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ownwords.cli.inquiry.ratings_file import Unusable

if TYPE_CHECKING:
    from ownwords.inquiry.models import Study


def study_named(named: str) -> Study:
    """Return the study of this id or title. Raises Unusable where there is none, or several of one title."""
    from ownwords.inquiry.queries.code_files import studies_called

    found = studies_called(named)
    if not found:
        raise Unusable(f"There is no study with the id or title “{named}”.")
    if len(found) > 1:
        ids = ", ".join(str(one.id) for one in found)
        raise Unusable(f"{len(found)} studies are called “{named}”. Give the id of one: {ids}.")
    return found[0]


def check_place(file: Path, *, replace: bool) -> None:
    """Raise Unusable where no file can be written, or one is there already."""
    if file.is_dir():
        raise Unusable(f"{file} is a folder.")
    if not file.absolute().parent.is_dir():
        raise Unusable(f"The folder {file.absolute().parent} does not exist. Make it first.")
    if file.exists() and not replace:
        raise Unusable(f"{file} is there already. Give another name, or add --replace.")


def form_of(file: Path, forms: Sequence[str], *, replace: bool) -> str:
    """Return which of these forms the ending of a file names. Raises Unusable: none of them, or as `check_place`."""
    form = file.suffix.lower().removeprefix(".")
    if form not in forms:
        *others, last = (f".{one}" for one in forms)
        raise Unusable(
            f"{file.name}: the ending says which kind of file; give {', '.join(others)} or {last}."
        )
    check_place(file, replace=replace)
    return form
