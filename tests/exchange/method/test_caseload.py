"""Caseload exports as services have them."""

from __future__ import annotations

import doctest
import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ownwords.exchange.method import caseload_columns, caseload_values
from ownwords.exchange.method.caseload import Fault, Reading, SoundRow, read_caseload
from ownwords.exchange.method.caseload_columns import Field, LeftOut
from ownwords.exchange.method.caseload_data import as_dict
from ownwords.exchange.method.caseload_file import Limits
from ownwords.exchange.method.caseload_report import as_lines
from ownwords.exchange.method.caseload_values import Reason, shown

TODAY = date(2026, 5, 1)
HEADER = "Forename,Surname,DOB,NHS No\n"


def read(text: str | bytes, limits: Limits | None = None) -> Reading:
    """Read a file on a fixed day."""
    return read_caseload(text if isinstance(text, bytes) else text.encode(), today=TODAY, limits=limits)


def faults(reading: Reading) -> list[tuple[int, str, Reason]]:
    """What is wrong, without the values."""
    return [(row.line, row.column, row.reason) for row in reading.bad]


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(caseload_values).failed == 0
    assert doctest.testmod(caseload_columns).failed == 0


def test_a_whole_row_is_read() -> None:
    """Every field of a person that an export may hold; who is who and real input."""
    reading = read(
        "Known as,First name,Surname,Date of Birth,NHS Number,Pronouns,Phone,Email,Ethnicity,"
        "Preferred language,Interpreter,Team,Care co-ordinator\n"
        "Jo,Joanna,Smith,1/2/1970,999 000 0018,they/them,01632 960001,jo@example.org,"
        "White - British,Polish,Yes,North,Sam Lee\n"
    )
    assert reading.fault is None
    assert reading.sound == (
        SoundRow(
            line=2, name="Jo Smith", full_name="Joanna Smith", date_of_birth=date(1970, 2, 1),
            nhs_number="9990000018",
            pronouns="they/them", phone="01632 960001", email="jo@example.org", ethnicity="A", language="pl",
            interpreter=True, team="North", care_coordinator="Sam Lee",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_character_sets_delimiters_and_line_ends_are_recognised(
    encoding: str, delimiter: str, end: str
) -> None:
    """UTF-8 or Windows-1252, BOM, CRLF, semicolon or comma; real input."""
    rows = [
        ["Forename", "Surname", "DOB"],
        ["Siân", '"Ní Dhomhnaill"', "01-02-1970"],
        ["Zoë", "Müller", "1970-02-01"],
    ]
    reading = read(end.join(delimiter.join(row) for row in rows).encode(encoding))
    assert [row.name for row in reading.sound] == ["Siân Ní Dhomhnaill", "Zoë Müller"]
    assert [row.line for row in reading.sound] == [2, 3]
    assert {row.date_of_birth for row in reading.sound} == {date(1970, 2, 1)}
    assert reading.encoding == {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)


def test_utf_16_of_either_byte_order_is_read() -> None:
    """A byte order mark says which."""
    text = "Name\nŁukasz Ørsted\n"
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert [row.name for row in read(mark + text.encode(encoding)).sound] == ["Łukasz Ørsted"]


def test_a_file_glued_from_two_character_sets_is_read_and_said() -> None:
    """Each line is read for itself, so that no name turns into rubbish in silence."""
    reading = read(b"Name\n" + "Siân\n".encode() + "Zoë\n".encode("cp1252"))
    assert [row.name for row in reading.sound] == ["Siân", "Zoë"]
    assert reading.encoding == "mixed"
    assert "mixture" in as_lines(reading)[0]


@pytest.mark.parametrize(
    "written",
    ["1/2/1970", "01/02/1970", "01-02-1970", "1.2.1970", "1970-02-01", "1970/2/1", "1 Feb 1970",
     "1st February 1970",
     "01-FEB-1970", "1970-02-01 00:00:00", "01/02/1970 00:00", "1970-02-01T00:00:00Z",
     "19700201", " 1/2/1970 "],
)  # fmt: skip
def test_dates_are_read_day_first(written: str) -> None:
    """Dates as 1/2/1970 or 1970-02-01; real input."""
    assert [row.date_of_birth for row in read(f"Name,DOB\nAna,{written}\n").sound] == [date(1970, 2, 1)]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("31/2/1970", Reason.NO_SUCH_DAY), ("2/13/1970", Reason.NO_SUCH_DAY),
        ("0/0/1970", Reason.NO_SUCH_DAY),
        ("29/2/1971", Reason.NO_SUCH_DAY), ("0000-01-01", Reason.NO_SUCH_DAY), ("2/5/2026", Reason.IN_FUTURE),
        ("9999-12-31", Reason.IN_FUTURE), ("31/12/1899", Reason.TOO_EARLY), ("1/2/70", Reason.SHORT_YEAR),
        ("1-Feb-70", Reason.SHORT_YEAR), ("25600", Reason.DAY_NUMBER), ("1970", Reason.DAY_NUMBER),
        ("spring", Reason.NOT_A_DATE), ("1 Ma 1970 x", Reason.NOT_A_DATE), ("1 Foo 1970", Reason.NOT_A_DATE),
        ("1/2-1970", Reason.NOT_A_DATE), ("١/٢/١٩٧٠", Reason.NOT_A_DATE),
    ],
)  # fmt: skip
def test_impossible_dates_are_refused_with_the_reason(written: str, reason: Reason) -> None:
    """Line, column, value, reason; real input."""
    reading = read(f"Name,DOB\nAna,{written}\n")
    assert faults(reading) == [(2, "DOB", reason)]
    assert reading.bad[0].value == written
    assert not reading.sound


def test_the_day_itself_and_the_first_day_are_accepted() -> None:
    """The edges belong to the range."""
    assert len(read("Name,DOB\nAna,1/5/2026\nBo,1/1/1900\n").sound) == 2


def test_line_numbers_are_those_of_the_file() -> None:
    """Quoted line ends, blank rows and a title do not shift them; real input."""
    reading = read(f'Caseload of 1 May\n\n{HEADER}"An\r\nna",Lee,x,\n\n,,,\nBo,Lee,,\nCy,Lee,y,\n')
    assert reading.match is not None
    assert reading.match.line == 3
    assert faults(reading) == [(4, "DOB", Reason.NOT_A_DATE), (9, "DOB", Reason.NOT_A_DATE)]
    assert [row.line for row in reading.sound] == [8]
    assert reading.blank == 2


def test_columns_are_matched_by_the_names_services_use() -> None:
    """Extra columns are said and left out; real input."""
    reading = read(
        "NHS_No.;FORENAMES;Family Name;Date of birth;Mobile;Home phone;Shoe size;\n"
        "9990000018;Ana;Lee;;1;2;7;\n"
    )
    assert reading.match is not None
    assert [column.field for column in reading.match.matched] == [
        Field.NHS_NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.DATE_OF_BIRTH, Field.PHONE,
    ]  # fmt: skip
    assert [(column.heading, column.left_out) for column in reading.match.unmatched] == [
        ("Home phone", LeftOut.REPEATED),
        ("Shoe size", LeftOut.UNKNOWN),
        ("", LeftOut.NO_HEADING),
    ]
    assert reading.sound[0].phone == "1"


@pytest.mark.parametrize(
    ("header", "row", "name", "full_name"),
    [
        ("Name", "Ana Lee", "Ana Lee", "Ana Lee"),
        ("Patient name", '"LEE, Ana"', "Ana LEE", "Ana LEE"),
        ("Known as", "Annie", "Annie", ""),
        ("Known as,Name", "Annie,Ana Lee", "Annie", "Ana Lee"),
        ("Known as,Surname,Forename", "Annie,Lee,Ana", "Annie Lee", "Ana Lee"),
        ("Known as,Surname,Forename", "Annie Lee,Lee,Ana", "Annie Lee", "Ana Lee"),
        ("Known as,Surname,Forename", ",Null,Ana", "Ana Null", "Ana Null"),
        ("Surname", "Lee", "Lee", "Lee"),
    ],
)
def test_the_name_somebody_likes_to_be_called_comes_first(
    header: str, row: str, name: str, full_name: str
) -> None:
    """Name as they wish to be called, optional full name; who is who."""
    assert [(one.name, one.full_name) for one in read(f"{header}\n{row}\n").sound] == [(name, full_name)]


@pytest.mark.parametrize(
    ("heading", "cell", "reason"),
    [
        ("NHS No", "999 000 0019", Reason.NHS_CHECK_DIGIT), ("NHS No", "999", Reason.NHS_LENGTH),
        ("NHS No", "0000000000", Reason.NHS_FILLER), ("NHS No", "ABC", Reason.NHS_CHARACTERS),
        ("Email", "ana at home", Reason.NOT_AN_EMAIL), ("Interpreter", "perhaps", Reason.NOT_YES_OR_NO),
        ("Team", "No\x00rth", Reason.CONTROL_CHARACTERS), ("Team", "x" * 1_001, Reason.TOO_LONG),
        ("Team", "Nor\ufffdth", Reason.UNREADABLE_LETTERS),
    ],
)  # fmt: skip
def test_a_bad_cell_names_line_column_value_and_reason(heading: str, cell: str, reason: Reason) -> None:
    """Real input."""
    reading = read(f"Name,{heading}\nAna,{cell}\n")
    assert faults(reading) == [(2, heading, reason)]
    assert reading.bad[0].value == shown(cell)
    assert len(reading.bad[0].value) < 60


@pytest.mark.parametrize("filler", ["", "-", "n/a", "Not known", "unknown", "  "])
def test_fillers_are_empty_cells(filler: str) -> None:
    """Nothing but a name is needed; who is who."""
    assert read(f"Name,DOB,NHS No,Email,Ethnicity\nAna,{filler},{filler},{filler},{filler}\n").sound == (
        SoundRow(line=2, name="Ana", full_name="Ana"),
    )


def test_own_words_stay_where_no_code_fits() -> None:
    """Ethnicity from the list or own words; who is who."""
    row = read("Name,Ethnicity,Language,Interpreter\nAna,Cornish,Kernewek,BSL\n").sound[0]
    assert (row.ethnicity, row.ethnicity_words, row.language, row.language_words) == (
        "",
        "Cornish",
        "",
        "Kernewek",
    )
    assert row.interpreter is True


def test_nobody_stands_in_one_file_twice() -> None:
    """The same NHS number, or the same name and date of birth; two different numbers are two people."""
    reading = read(
        HEADER
        + "Ana,Lee,1/2/1970,9990000018\nA,L,,999-000-0018\nANA,LÉE,1970-02-01,\nAna,Lee,1/2/1970,9990000050\n"
        "Ana,Lee,,\nAna,Lee,,\n"
    )
    assert [row.line for row in reading.sound] == [2, 5, 6, 7]
    assert [(row.line, row.reason, row.earlier_line) for row in reading.bad] == [
        (3, Reason.SAME_NHS_NUMBER, 2),
        (4, Reason.SAME_NAME_AND_BIRTH, 2),
    ]
    assert "See line 2." in "\n".join(as_lines(reading))


def test_a_broken_quotation_mark_costs_one_line_only() -> None:
    """The rows below it are still read."""
    reading = read(HEADER + 'Ana,"Lee,,\nBo,Lee,,\nCy,Lee,,\n' + "\n" * 60)
    assert faults(reading) == [(2, "", Reason.QUOTES)]
    assert [row.name for row in reading.sound] == ["Bo Lee", "Cy Lee"]


def test_shifted_and_cut_off_rows_are_refused() -> None:
    """A comma outside of quotation marks must not move a date into a name."""
    assert faults(read(HEADER + "Ana,Lee,MSc,1/2/1970,9990000018\n")) == [(2, "", Reason.MORE_CELLS)]
    assert faults(read(HEADER + "Ana,Le")) == [(2, "", Reason.CUT_OFF)]
    assert len(read(HEADER + "Ana,Lee\nBo,Lee,,,,\n").sound) == 2


def test_the_first_line_of_a_spreadsheet_may_name_the_delimiter() -> None:
    """Some spreadsheets write it so."""
    assert [row.line for row in read("sep=;\r\nName;DOB\r\nAna, Bo;1/2/1970\r\n").sound] == [3]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.EMPTY), (b"\xef\xbb\xbf \r\n", Fault.EMPTY), (b"PK\x03\x04rest", Fault.ANOTHER_FILE),
        (b"\x1f\x8b\x08" + b"\0" * 99, Fault.ANOTHER_FILE), (b"shoe,hat\n1,2\n", Fault.NO_HEADER),
        (b"\0\1\2\3", Fault.NOT_TEXT), ("Name\nAna\n".encode("utf-16-le"), Fault.NOT_TEXT),
        (b"DOB,NHS No\n1/2/1970,\n", Fault.NO_NAME_COLUMN), (b"Name" + b"," * 300, Fault.TOO_MANY_COLUMNS),
        (b"Name\n" + b"Ana\n" * 60, Fault.TOO_MANY_ROWS), (b"Name\n" + b"x" * 2_000, Fault.TOO_BIG),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why_and_imports_nothing(data: bytes, fault: Fault) -> None:
    """ASVS 5.2.1: huge upload, wrong file; bad input."""
    reading = read(data, Limits(max_bytes=2_000, max_rows=50))
    assert reading.fault is fault
    assert reading.sound == ()
    assert as_lines(reading)[-1] == fault.message
    assert as_dict(reading)["fault"] == fault.value


def check(data: bytes) -> None:
    """A reading is consistent, printable and fit for JSON."""
    reading = read(data, Limits(max_rows=500, max_line=2_000))
    many = data.count(b"\n") + data.count(b"\r") + data.count(b"\x0a\x00") + 1
    assert not {row.line for row in reading.sound} & set(reading.bad_lines)
    assert all(1 <= line <= many for line in reading.bad_lines)
    assert all(row.name.strip() for row in reading.sound)
    assert all(line.isprintable() for line in as_lines(reading))
    json.dumps(as_dict(reading)).encode()


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b'Name\n"')
@example(b"Name,DOB\n\x81\x8d,1/2/1970")
def test_any_bytes_give_a_reading(data: bytes) -> None:
    """Nothing raises on random bytes; bad input."""
    check(data)


cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Ana",
            '"',
            '"a\r\nb"',
            "1/2/1970",
            "9990000018",
            "\x00",
            "\u202eevil",
            "=1+1",
            "<b>",
            "Ünal",
            "a" * 1_200,
        ]
    ),
)


@settings(max_examples=200)
@given(
    st.lists(st.lists(cells, max_size=5), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le", "utf-32"]),
    st.integers(0, 40),
)
def test_any_table_cut_anywhere_in_any_character_set_gives_a_reading(
    rows: list[list[str]], delimiter: str, encoding: str, cut: int
) -> None:
    """Truncated files and wrong character sets; bad input."""
    lines = [["Forename", "Surname", "DOB", "NHS No"], *rows]
    data = "\r\n".join(delimiter.join(row) for row in lines).encode(encoding, errors="replace")
    check(data[: len(data) - cut])


@pytest.mark.parametrize(
    "data",
    [
        b"Name\n" + b"," * 3_000_000,
        b"Name\n" + b'"\n' * 100_000,
        b'Name\n"' + b"x\n" * 100_000,
        b"Name\n" + b"x" * 3_000_000,
        b"," * 3_000_000,
        b"\n" * 1_000_000,
        b'"' * 1_000_000,
        b"Name\n" + b'"",' * 100_000,
    ],
    ids=["commas", "quotes", "one quote", "one line", "only commas", "only lines", "only quotes",
         "empty quotes"],
)  # fmt: skip
def test_small_files_that_want_to_grow_are_contained(data: bytes) -> None:
    """ASVS 5.2.3: a file cannot make the reading much bigger than itself; bad input."""
    reading = read(data)
    assert len(reading.sound) <= data.count(b"\n") + 1


def test_the_report_lists_columns_counts_and_bad_rows() -> None:
    """A column match and a dry run are shown first; real input."""
    reading = read("Name,DOB,Shoe size\nAna,1/2/1970,7\n\nBo,\u202e31/2/1970,8\n")
    assert as_lines(reading) == (
        "Character set: UTF-8",
        "Column names in line 1, parted by: comma",
        "  Name -> Full name",
        "  DOB -> Date of birth",
        "  Shoe size -> left out. We have no place for this.",
        "Rows that can be imported: 1. Rows that cannot: 1. Blank rows: 1.",
        "Line 4, DOB: \\u202e31/2/1970 - This is not a date. Write it as 1/2/1970 (day first) or 1970-02-01.",
    )
    assert as_dict(reading)["bad"][0]["reason"] == "not-a-date"
    assert as_lines(reading, lambda message: f"({message})")[0] == "(Character set: (UTF-8))"


def test_a_long_report_is_cut_and_says_so() -> None:
    """A thousand mistakes are usually one."""
    reading = read("Name,DOB\n" + "Ana,x\n" * 1_000)
    assert as_lines(reading, most=5)[-1] == "... and 995 more."
    assert len(as_dict(reading)["bad"]) == 1_000


def test_reading_the_same_bytes_twice_gives_the_same() -> None:
    """A dry run tells what the import will do."""
    data = (HEADER + "Ana,Lee,1/2/1970,9990000018\nBo,Lee,x,\n").encode()
    assert read(data) == read(data)
