"""Files of other programs, and files that are none: what comes in, and that a refused one leaves nothing."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from ownwords.cli.inquiry import refi
from ownwords.cli.words import run_in_words
from ownwords.inquiry.actions.refi_operator import import_refi_as_operator
from ownwords.inquiry.models import Code, Coding, Memo, Participant, Source, Study
from ownwords.people.models import Account
from tests.inquiry.refi_studies import ONES, XML, counts, package, rich

pytestmark = pytest.mark.django_db
A, B, C, D, E, F, G, H = (ONES.format(number) for number in range(1, 9))


@pytest.fixture(autouse=True)
def _own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi, "django_database", nullcontext)


def elsewhere(text: str, selections: str, codes: str = "", more: str = "") -> str:
    """Return the XML of another program's project with one text."""
    codes = codes or f'<Code guid="{A}" name="heard" isCodable="true"/>'
    return XML.format(
        ' origin="ATLAS.ti 26"',
        f'<Users><User guid="{B}" name="Ana Lima"/></Users><CodeBook><Codes>{codes}</Codes></CodeBook>{more}'
        f'<Sources><TextSource guid="{C}" name="T" plainTextPath="internal://{text}">{selections}</TextSource></Sources>',
    )


def selection(guid: str, start: int, end: int, name: str = "", coding: str = D, code: str = A) -> str:
    """Return one coded passage."""
    return (
        f'<PlainTextSelection guid="{guid}" name="{name}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{coding}" creatingUser="{B}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
    )


def brought(xml: str, texts: dict[str, bytes] | None = None, study: Study | None = None):
    """Bring a package in."""
    return import_refi_as_operator(file=io.BytesIO(package(xml, texts)), study=study)


@pytest.mark.parametrize(("start", "end"), [(4, 9), (5, 10)])
def test_line_ends_of_two_characters_counted_either_way(leader: Account, start: int, end: int) -> None:
    """inquiry 3.2: the reading that fits the passage's name is taken, and said."""
    done = brought(elsewhere("t.txt", selection(E, start, end, "heard")), {"t.txt": b"Oh.\r\nheard at last"})
    one = Coding.objects.get(study=done.study)
    assert (one.start, one.end) == (4, 9)
    assert one.brought_by == "Ana Lima"
    assert str(one.guid) == D
    assert done.listed("repaired")


def test_equal_names_below_one_parent_are_told_apart(leader: Account) -> None:
    """inquiry 12, 25: each is kept, the second with a number."""
    codes = "".join(
        f'<Code guid="{one}" name="{name}" isCodable="true"/>' for one, name in ((A, "Care"), (F, "cáre"))
    )
    done = brought(elsewhere("t.txt", selection(E, 0, 2), codes), {"t.txt": b"heard"})
    assert {*Code.objects.filter(study=done.study).values_list("name", flat=True)} == {"Care", "cáre (2)"}
    assert any("given a number" in one.what for one in done.listed("repaired"))


def test_a_text_that_is_missing_does_not_stop_the_rest(leader: Account) -> None:
    """inquiry 25: it is told with its codings."""
    done = brought(elsewhere("gone.txt", selection(E, 0, 2)))
    assert done.came == {"codes": 1}
    assert Source.objects.filter(study=done.study).count() == 0
    assert any("text" in one.what for one in done.listed("lost"))


def test_the_same_guid_twice_comes_in_twice(leader: Account) -> None:
    """inquiry 3.2: the second is given its own, the same at every import."""
    passages = selection(E, 0, 2) + selection(F, 2, 4)
    xml, texts = elsewhere("t.txt", passages), {"t.txt": b"heard"}
    done = brought(xml, texts)
    assert Coding.objects.filter(study=done.study).count() == 2
    again = brought(xml, texts, done.study)
    assert again.came == {}


def test_cases_variables_and_memos_of_another_program(leader: Account) -> None:
    """A case called like a person is kept and pointed out; a note with a link stands with what it is about."""
    more = (
        f'<Variables><Variable guid="{F}" name="Age" typeOfVariable="Integer"/></Variables><Cases><Case guid="{G}" '
        f'name="Anna Smith"><VariableValue><VariableRef targetGUID="{F}"/><IntegerValue>44</IntegerValue>'
        f'</VariableValue><SourceRef targetGUID="{C}"/></Case></Cases>'
    )
    xml = elsewhere("t.txt", selection(E, 0, 2), more=more).replace(
        "</Sources>",
        f'</Sources><Notes><Note guid="{H}" name="N"><PlainTextContent>Why?</PlainTextContent></Note></Notes>'
        f'<Links><Link guid="{ONES.format(9)}" originGUID="{H}" targetGUID="{A}"/></Links>',
    )  # fmt: skip
    done = brought(xml, {"t.txt": b"heard"})
    person = Participant.objects.get(study=done.study)
    assert person.pseudonym == "Anna Smith"
    assert [one.places for one in done.listed("check")] == [("Anna Smith",)]
    assert person.values.get().value == "44"
    assert person.spoken.get().label == "Anna Smith"
    assert Memo.objects.get(study=done.study).about == "code"


def test_a_text_corrected_since_takes_no_passages(inquiry: Study, coder: Account) -> None:
    """Positions of the old words would lie elsewhere in the new ones."""
    from ownwords.inquiry.models import SourceText
    from tests.inquiry.refi_studies import all_of

    rich(inquiry, coder)
    file = all_of(inquiry)
    Coding.objects.filter(study=inquiry).delete()
    SourceText.objects.filter(study=inquiry).update(words="Other words")
    done = import_refi_as_operator(file=io.BytesIO(file), study=inquiry)
    assert not Coding.objects.filter(study=inquiry).exists()
    assert any("corrected" in one.what for one in done.listed("lost"))


def bomb() -> bytes:
    """Return a package that unpacks to far more than it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", b"<Project>" + b" " * 200_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"no zip", b"PK\x03\x04 broken", bomb(), b"<!DOCTYPE a [<!ENTITY b 'c'>]><Project/>"]
)
def test_what_is_no_project_is_refused_and_nothing_is_kept(
    leader: Account, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 26: a sentence and status 2; not a row more."""
    file = tmp_path / "given.qdpx"
    file.write_bytes(content)
    before = counts()
    assert run_in_words(refi.import_command, [str(file)]) == 2
    assert "Nothing of it was kept." in capsys.readouterr().err
    assert counts() == before


def test_a_fault_in_the_middle_leaves_nothing(leader: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it, or nothing."""
    from ownwords.inquiry.actions import refi_import

    def breaks(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(refi_import, "bring_memos", breaks)
    before = counts()
    with pytest.raises(RuntimeError):
        brought(elsewhere("t.txt", selection(E, 0, 2)), {"t.txt": b"heard"})
    assert counts() == before


def test_in_and_out_by_the_command_line(
    inquiry: Study, coder: Account, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """export-refi, import-refi --report, --json, --study, --as."""
    rich(inquiry, coder)
    file = tmp_path / "out.qdpx"
    assert run_in_words(refi.export_command, [inquiry.title, str(file)]) == 0
    assert run_in_words(refi.export_command, [inquiry.title, str(file)]) == 2
    capsys.readouterr()
    assert run_in_words(refi.import_command, [str(file), "--study", str(inquiry.id), "--report"]) == 0
    assert "Here already" in capsys.readouterr().out
    assert run_in_words(refi.import_command, [str(file), "--as", inquiry.made_by.signin_name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["came"]["codings"] == 2
    assert told["study"]["id"] != str(inquiry.id)
    assert run_in_words(refi.import_command, [str(file), "--as", "nobody-such"]) == 2
