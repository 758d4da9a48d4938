"""Files that somebody names on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ownwords.cli.files import read_whole
from ownwords.cli.words import Refusal


def test_a_file_that_is_not_there_is_said_with_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """platform 8: an error says what to do next."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal) as no:
        read_whole(Path("no-such.json"))
    assert "There is no file no-such.json" in str(no.value)
    assert str(tmp_path / "no-such.json") in str(no.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is there, and still no file."""
    with pytest.raises(Refusal, match="no ordinary file"):
        read_whole(tmp_path)
