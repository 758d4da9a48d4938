"""A file as NVivo writes it: capitals, files of one line break, equal names, memos as notes with links."""

from __future__ import annotations

from ownwords.inquiry.method.refi.report import Repair
from ownwords.inquiry.method.refi.views.memos import MemoForm, memos
from tests.inquiry.refi.made import book, code, guid, package, passage, passages, project_xml, taken

TEXT = "Ana: I was heard\r\n\r\nBen: not me\r\nAna: why"


def tree() -> str:
    """262 codes: 252 names, ten of them twice in different branches, one branch seven deep."""
    deep = ""
    for level in range(7, 1, -1):
        deep = code(level, f"level {level}", deep)
    first = "".join(code(100 + n, f"shared {n}") for n in range(10))
    second = "".join(code(200 + n, f"shared {n}") for n in range(10))
    rest = "".join(code(300 + n, f"alone {n}") for n in range(233))
    return book(code(1, "one", deep + first), code(50, "two", second), code(51, "three"), rest)


def sent() -> bytes:
    memo = (
        f'<Notes><Note guid="{guid(900)}" name="why" creatingUser="{guid(999)}" '
        'creationDateTime="2024-09-15T15:36:45Z">'
        "<PlainTextContent>She said it twice.</PlainTextContent></Note></Notes>"
        f'<Links><Link guid="{guid(901)}" originGUID="{guid(900)}" targetGUID="{guid(800)}"/></Links>'
    )
    source = (
        f'<TextSource guid="{guid(700)}" name="Ana" plainTextPath="internal://{guid(700)}.txt" '
        f'richTextPath="internal://{guid(700)}.docx">{passage(800, 7, 16, 1, name="was heard")}'
        f"{passage(801, 25, 31, 2, name='not me')}</TextSource>"
        f'<TextSource guid="{guid(701)}" name="empty" plainTextPath="internal://{guid(701)}.txt"/>'
    )
    users = f'<Users><User guid="{guid(999)}" id="AB" name="a.b"/></Users>'
    xml = project_xml(users + tree() + f"<Sources>{source}</Sources>" + memo, origin="NVivo for Mac 15.0.0")
    files = {f"Sources/{guid(700)}.txt": TEXT, f"Sources/{guid(701)}.txt": "\n", "Sources/.root": ""}
    return package({"Project.qde": xml, **files, f"Sources/{guid(700)}.docx": b"PK"})


def test_all_262_codes_arrive_also_those_with_one_name_in_two_branches() -> None:
    """inquiry 25: 262 codes of the NVivo file arrive as 262."""
    reading = taken(sent())
    assert reading.report.came["codes"] == 262
    assert len({one.guid for one in reading.project.codes}) == 262
    assert len({one.name for one in reading.project.codes}) == 252


def test_a_tree_seven_deep_keeps_its_parents() -> None:
    """inquiry 3.2."""
    codes = {one.guid: one for one in taken(sent()).project.codes}
    way = [codes[guid(7)]]
    while way[-1].parent:
        way.append(codes[way[-1].parent])
    assert [one.name for one in way] == [
        "level 7",
        "level 6",
        "level 5",
        "level 4",
        "level 3",
        "level 2",
        "one",
    ]


def test_capitals_and_files_of_nothing_or_one_line_break_are_no_obstacle() -> None:
    """inquiry 3.2: `Project.qde`, `Sources/`, `.root`."""
    reading = taken(sent())
    assert reading.report.repairs(Repair.CAPITALS) == 1
    assert reading.project.sources[1].text == "\n"
    assert reading.report.lost == ()


def test_line_ends_counted_as_two_are_seen_by_the_names_of_selections() -> None:
    """inquiry 3.2: three readings of line ends."""
    reading = taken(sent())
    assert passages(reading) == ["was heard", "not me"]
    assert reading.project.sources[0].text == TEXT.replace("\r\n", "\n")
    assert reading.report.repairs(Repair.LINES_AS_TWO) == 1


def test_a_note_joined_by_a_link_is_a_memo_with_its_author_and_date() -> None:
    """inquiry 3.2: memo as `Note` joined by `Link`."""
    (memo,) = memos(taken(sent()).project)
    assert (memo.form, memo.about, memo.text) == (MemoForm.LINK, guid(800), "She said it twice.")
    assert (memo.stamp.made_by, memo.stamp.made) == (guid(999), "2024-09-15T15:36:45Z")
