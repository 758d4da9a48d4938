"""The words of a form from a pack or from the service's own file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.scoring import score
from ownwords.measures.method.texts import from_pack, read_pack, read_text, site_texts, with_text
from ownwords.people.method.definition_file import IncompleteDefinition


def words(key: str, **more: str) -> str:
    """Return a made-up text for an instrument."""
    form = instrument(key)
    items = "\n".join(f'{item.key} = "Question {item.key} of ours"' for item in form.items)
    ends = (form.items[0].low, form.items[0].high)
    anchors = "\n".join(f'[[anchors]]\nvalue = {end}\ntext = "end {end}"' for end in ends)
    lines = {
        "instrument": key,
        "edition": form.edition,
        "licence_reference": "SITE-1",
        "instruction": "Please",
    } | more
    head = "\n".join(f'{name} = "{one}"' for name, one in lines.items() if one)
    return f"{head}\n[items]\n{items}\n{anchors}\n"


def conversion(*rows: tuple[int, float], score: str = "metric") -> str:
    """Return a conversion table for a score."""
    return f'[[conversion]]\nscore = "{score}"\n' + "".join(
        f"[[conversion.rows]]\nsum = {whole}\nscore = {to}\n" for whole, to in rows
    )


def test_a_services_own_words_are_merged_and_the_digest_covers_them(tmp_path: Path) -> None:
    """measures 8: the site's local file; without it numbered blanks."""
    (tmp_path / "wsas.toml").write_text(words("wsas"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")
    plain = instrument("wsas")
    worded = with_text(plain, site_texts(tmp_path)["wsas"])
    assert (plain.has_text, worded.has_text) == (False, True)
    assert worded.item("3").text == "Question 3 of ours"
    assert (worded.instruction, worded.text_from) == ("Please", "SITE-1")
    assert worded.digest != plain.digest
    answers = {str(n): 4 for n in range(1, 6)}
    assert score(worded, answers).scores == score(plain, answers).scores


def test_a_text_without_a_licence_reference_is_refused() -> None:
    """refocus R21: a licensed measure cannot be switched on without a reference."""
    with pytest.raises(IncompleteDefinition, match="licence_reference is missing"):
        read_text(words("wsas", licence_reference=""), "wsas.toml")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('4 = "Question 4 of ours"\n', "", "items.4 is missing"),
        ('5 = "', '6 = "more"\n5 = "', "items.6 is not on the form"),
        ("English, 5 questions", "German", "edition is 'German'"),
        ("value = 8", "value = 7", "anchors are for (0, 7)"),
    ],
)
def test_a_text_that_does_not_fit_its_form_is_refused(before: str, after: str, told: str) -> None:
    """measures 8, 9: edition, items and answers have to be those of the form."""
    made = words("wsas")
    assert before in made
    with pytest.raises(IncompleteDefinition) as refused:
        with_text(instrument("wsas"), read_text(made.replace(before, after), "wsas.toml"))
    assert told in str(refused.value)


def test_a_file_carries_the_name_of_its_form(tmp_path: Path) -> None:
    """One file for each instrument, found by its name."""
    (tmp_path / "hhi.toml").write_text(words("wsas"), encoding="utf-8")
    with pytest.raises(IncompleteDefinition, match="call it that"):
        site_texts(tmp_path)


def test_the_metric_score_comes_from_the_licensed_table() -> None:
    """measures 2.2: raw sum, then the publisher's table; here a made-up one."""
    table = conversion(*((whole, 7 + (whole - 7) * 0.9) for whole in range(7, 36)))
    form = with_text(instrument("swemwbs"), read_text(words("swemwbs") + table, "swemwbs.toml"))
    raw, metric = score(form, {str(n): 3 for n in range(1, 8)}).scores
    assert (raw.value, metric.value) == (21, pytest.approx(19.6))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (conversion((7, 7.0), (8, 8.0)), "its sums have to run from 7 to 35"),
        (conversion(*((n, 42.0 - n) for n in range(7, 36))), "scores have to rise"),
        (conversion(*((n, float(n)) for n in range(7, 36)), score="raw"), "no such converted score"),
    ],
)
def test_a_conversion_table_with_a_fault_is_refused(table: str, told: str) -> None:
    """A gap or a slip in a table that was typed by hand."""
    with pytest.raises(IncompleteDefinition, match=told):
        with_text(instrument("swemwbs"), read_text(words("swemwbs") + table, "swemwbs.toml"))


# ---- packs ---------------------------------------------------------------------------------------


def digest(content: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(content.encode()).hexdigest()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A made-up pack for a class B form."""
    folder = tmp_path / "made-up"
    folder.mkdir()
    text, licence = words("core-10", licence_reference=""), "You may pass this on unchanged.\n"
    (folder / "core-10.toml").write_text(text, encoding="utf-8")
    (folder / "LICENCE.txt").write_text(licence, encoding="utf-8")
    (folder / "pack.toml").write_text(
        'key = "made-up"\nname = "Made-up"\nlicence = "No changes"\nlicence_file = "LICENCE.txt"\n'
        "no_derivatives = true\n"
        f'[[files]]\nname = "core-10.toml"\nsha256 = "{digest(text)}"\n'
        f'[[files]]\nname = "LICENCE.txt"\nsha256 = "{digest(licence)}"\n',
        encoding="utf-8",
    )
    return folder


def test_a_pack_brings_the_words_under_a_licence_of_its_own(pack: Path) -> None:
    """measures 9: licence file beside it; the instrument itself stays off."""
    made = read_pack(pack)
    assert (made.no_derivatives, made.licence_text) == (True, "You may pass this on unchanged.\n")
    form = from_pack(instrument("core-10"), made)
    assert form.has_text
    assert not form.shipped_on
    assert form.text_from == "Made-up: No changes"


def test_one_changed_character_and_a_pack_is_refused(pack: Path) -> None:
    """measures 9: hash-locked; not even a typo is mended."""
    file = pack / "core-10.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Question 3", "question 3"), encoding="utf-8")
    with pytest.raises(IncompleteDefinition, match=r"core-10\.toml is not what it was"):
        read_pack(pack)


@pytest.mark.parametrize("name", ["LICENCE.txt", "core-10.toml"])
def test_a_pack_without_one_of_its_files_is_refused(pack: Path, name: str) -> None:
    """measures 9: packs carry their licence file."""
    (pack / name).unlink()
    with pytest.raises(IncompleteDefinition, match=f"{name} is not there"):
        read_pack(pack)


def test_a_file_that_slipped_into_a_pack_is_refused(pack: Path) -> None:
    """measures 9."""
    (pack / "more.toml").write_text("x = 1", encoding="utf-8")
    with pytest.raises(IncompleteDefinition, match=r"more\.toml is not named"):
        read_pack(pack)


def test_a_licence_that_is_not_among_the_files_is_refused(pack: Path) -> None:
    """measures 9."""
    file = pack / "pack.toml"
    text = file.read_text(encoding="utf-8").replace(
        'licence_file = "LICENCE.txt"', 'licence_file = "OTHER.txt"'
    )
    file.write_text(text, encoding="utf-8")
    with pytest.raises(IncompleteDefinition, match=r"OTHER\.txt"):
        read_pack(pack)


def test_a_pack_is_for_class_b_only(pack: Path) -> None:
    """measures 2.1: words of class C come from the service's own file."""
    with pytest.raises(IncompleteDefinition, match="class C, not B"):
        from_pack(instrument("wsas"), read_pack(pack))
