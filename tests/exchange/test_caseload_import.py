"""Taking a caseload in: nobody twice, nobody half, every bad row with its reason."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownwords.cli import people_import
from ownwords.cli.words import run_in_words
from ownwords.exchange.actions.caseload import carry_out
from ownwords.exchange.method.caseload import Reading, read_caseload
from ownwords.exchange.queries.caseload import plan_import
from ownwords.ledger.models import Act
from ownwords.people.models import Person, PersonEvent, Placement, Team  # type: ignore[attr-defined]
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)
HEAD = "Known as,Surname,Forename,DOB,NHS number,Team,Care coordinator,Preferred language,Ethnicity\n"


@pytest.fixture
def team() -> Team:
    """The only team of the only organisation."""
    return make.team(make.organisation("Tidewater"), "Harbour team")


def read(*rows: str, head: str = HEAD) -> Reading:
    """Read a file with these rows."""
    return read_caseload((head + "\n".join(rows) + "\n").encode(), today=TODAY)


def test_people_are_taken_in_with_team_worker_and_trace(team: Team) -> None:
    """Real input: an export of a caseload."""
    amina = make.staff(team, name="Amina Yusuf")
    reading = read("Zoë,O'Brien,Zoe,1/2/1970,999 000 0018,HARBOUR TEAM,YUSUF Amina,cy,A1")
    plan = carry_out(reading, organisation=team.organisation)
    assert len(plan.newcomers) == 1
    zoe = Person.objects.get()
    assert (zoe.called, zoe.full_name, zoe.sort_key) == ("Zoë O'Brien", "Zoe O'Brien", "zoe obrien")
    assert (zoe.date_of_birth, zoe.nhs_number) == (date(1970, 2, 1), "9990000018")
    assert (zoe.language, zoe.ethnicity_code) == ("Welsh", "A")
    assert zoe.placements.get().team == team
    assert zoe.relationships.get().account == amina
    assert Act.objects.get().verb == "person_imported"
    assert PersonEvent.objects.filter(pgh_obj_id=zoe.id).count() == 1


@pytest.mark.parametrize(
    "row",
    [
        "Zoë,Brown,Zoe,1/2/1970,9990000018,Harbour team,,,",
        "Zoë,Brown,Zoe,1/2/1970,,Harbour team,,,",
        "Zoë,Brown,Zoe,,,Harbour team,,,",
    ],
)
def test_the_same_file_twice_adds_nobody_twice(team: Team, row: str) -> None:
    """Real input: by NHS number, else by name and date of birth, else by name alone."""
    assert len(carry_out(read(row), organisation=team.organisation).newcomers) == 1
    again = carry_out(read(row), organisation=team.organisation)
    assert (len(again.newcomers), again.known) == (0, 1)
    assert Person.objects.count() == 1
    assert Placement.objects.count() == 1


def test_an_import_that_breaks_off_takes_in_nobody(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """DESIGN house rule 7: all of the sound rows or none, whatever goes wrong after the people were written."""
    monkeypatch.setattr("ownwords.exchange.actions.caseload.note_acts", lambda acts: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        carry_out(read("Jo,Brown,Jo,1/2/1970,9990000018,Harbour team,,,"), organisation=team.organisation)
    assert not Person.objects.exists()


def test_two_nhs_numbers_are_two_people_whatever_else_fits(team: Team) -> None:
    """Two people may share a name and a day of birth."""
    carry_out(read("Jo,Brown,Jo,1/2/1970,9990000018,Harbour team,,,"), organisation=team.organisation)
    carry_out(read("Jo,Brown,Jo,1/2/1970,9990000034,Harbour team,,,"), organisation=team.organisation)
    assert Person.objects.count() == 2


def test_somebody_known_stays_as_they_are(team: Team) -> None:
    """What people wrote here counts for more than an export; an ended place is not opened again."""
    sam = make.person(team, "Sam", nhs_number="9990000018", ends_on=date(2026, 1, 1))
    carry_out(read("Samuel,Brown,Samuel,1/2/1970,9990000018,Harbour team,,,"), organisation=team.organisation)
    sam.refresh_from_db()
    assert (sam.called, sam.date_of_birth) == ("Sam", None)
    assert sam.placements.get().ends_on == date(2026, 1, 1)


def test_the_same_number_in_another_organisation_is_somebody_of_theirs(team: Team) -> None:
    """Nothing of one organisation is ever shown in another, nor does it get in its way."""
    make.person(make.team(), "Sam", nhs_number="9990000018")
    reading = read("Sam,Brown,Sam,1/2/1970,9990000018,Harbour team,,,")
    assert len(carry_out(reading, organisation=team.organisation).newcomers) == 1


def test_an_unknown_team_is_a_bad_row_with_the_teams_there_are(team: Team) -> None:
    """The list helps to mend the file."""
    reading = read("Jo,Brown,Jo,1/2/1970,,Harbor,,,", "Al,Brown,Al,1/2/1971,,,,,")
    plan = plan_import(reading, organisation=team.organisation)
    assert [(row.line, row.value) for row in plan.problems] == [(2, "Harbor"), (3, "")]
    assert all("Harbour team" in row.reason for row in plan.problems)
    assert not plan_import(reading, organisation=team.organisation, team=team).problems


def test_a_text_longer_than_fits_is_a_bad_row(team: Team) -> None:
    """Nothing is cut silently."""
    plan = plan_import(read(f"{'x' * 250},,,,,Harbour team,,,"), organisation=team.organisation)
    assert plan.problems[0].kind == "too-long"


def test_a_worker_of_that_name_who_is_not_there_is_said(team: Team) -> None:
    """The person is taken in without a named worker."""
    plan = plan_import(read("Jo,B,Jo,1/2/1970,,Harbour team,N Body,,"), organisation=team.organisation)
    assert plan.unmatched == ("N Body",)
    assert plan.newcomers[0].worker_id is None


def test_ten_thousand_rows_cost_few_statements(team: Team) -> None:
    """Real input: bulk, the second run as well; a statement a row would be thousands."""
    rows = [f"P{n},Name{n},P{n},1/2/19{n % 90 + 10},,Harbour team,,," for n in range(10_000)]
    reading = read(*rows)
    with CaptureQueriesContext(connection) as statements:
        assert len(carry_out(reading, organisation=team.organisation).newcomers) == 10_000
        assert carry_out(reading, organisation=team.organisation).known == 10_000
    assert len(statements) < 200
    assert Act.objects.count() == 10_000


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command run on the test's own database."""
    monkeypatch.setattr(people_import, "django_database", nullcontext)


def run(tmp_path: Path, *rows: str, options: tuple[str, ...] = (), answer: str = "") -> Result:
    """Run the command on a file with these rows."""
    file = tmp_path / "caseload.csv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return CliRunner().invoke(people_import.command, [str(file), *options], input=answer)


GOOD = "Jo,Brown,Jo,1/2/1970,999 000 0018,Harbour team,,,"
BAD = "Al,Brown,Al,31/2/1970,,Harbour team,,,"


@pytest.mark.usefixtures("here")
def test_the_command_shows_the_match_and_asks(team: Team, tmp_path: Path) -> None:
    """Real input: a column match and a dry run first."""
    said_no = run(tmp_path, GOOD, answer="n\n")
    assert said_no.exit_code == 0
    assert "DOB -> Date of birth" in said_no.output
    assert "New: 1" in said_no.output
    assert "Nothing was imported." in said_no.output
    assert not Person.objects.exists()
    said_yes = run(tmp_path, GOOD, answer="y\n")
    assert "1 people were taken in." in said_yes.output
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("here")
def test_with_a_bad_row_nothing_is_imported_unless_asked(team: Team, tmp_path: Path) -> None:
    """Real input: the sound ones or nothing, by choice; each bad row with line, column, value, reason."""
    refused = run(tmp_path, GOOD, BAD, options=("--yes",))
    assert refused.exit_code == 1
    assert "Line 3, DOB: 31/2/1970 - There is no such day." in refused.output
    assert not Person.objects.exists()
    done = run(tmp_path, GOOD, BAD, options=("--yes", "--sound-rows"))
    assert done.exit_code == 0, done.output
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("here")
def test_the_report_as_data(team: Team, tmp_path: Path) -> None:
    """`--json` is read by a program; without `--yes` it imports nothing."""
    first = run(tmp_path, GOOD, "Al,Brown,Al,1/2/1971,,Nowhere,,,", options=("--json", "--sound-rows"))
    found = json.loads(first.stdout)
    assert (found["new"], found["imported"], found["bad"][0]["reason"]) == (1, 0, "team")
    second = json.loads(run(tmp_path, GOOD, options=("--json", "--yes")).stdout)
    assert (second["imported"], second["stopped"]) == (1, None)


@pytest.mark.usefixtures("here")
def test_a_file_that_is_no_caseload_is_refused_in_words(team: Team, tmp_path: Path) -> None:
    """Bad input: status 1 and a sentence."""
    file = tmp_path / "x.csv"
    file.write_bytes(b"PK\x03\x04 no csv at all")
    assert run_in_words(people_import.command, [str(file), "--yes"]) == 1
    assert run_in_words(people_import.command, [str(tmp_path / "missing.csv")]) == 2


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("options", [("--team", "None such"), ("--organisation", "None such")])
def test_an_option_that_names_nothing_lists_what_there_is(
    team: Team, tmp_path: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names what could be meant."""
    file = tmp_path / "x.csv"
    file.write_text(HEAD + GOOD + "\n", encoding="utf-8")
    assert run_in_words(people_import.command, [str(file), "--yes", *options]) == 1
    said = capsys.readouterr().err
    assert "Harbour team" in said or "Tidewater" in said
