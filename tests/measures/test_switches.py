"""Switching measures on and off: with a licence, with a source for what was unconfirmed, and with a history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act, Look
from ownwords.measures.actions.switches import switch_measure
from ownwords.measures.method import catalogue
from ownwords.measures.models import InstrumentSwitch
from ownwords.measures.queries.instruments import in_use, worded
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import Viewer, seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.forms import filled, switched_on
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
CORE = {"instrument": "core-10", "on": True, "version": 0}


@pytest.fixture
def administrator(sam: Person) -> Account:
    """An administrator of Sam's organisation."""
    return make.appointed(sam.organisation, "administrator")


@pytest.fixture
def running(administrator: Account) -> Viewer:
    """The administrator as a viewer."""
    return make.viewing(administrator, "administrator")


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a site's own words."""
    monkeypatch.setattr(settings, "ENV", replace(settings.ENV, texts_dir=tmp_path))
    return tmp_path


def keys_in_use(sam: Person) -> set[str]:
    """What Sam can fill in."""
    return {one.key for one in in_use(opened_by(sam.account, sam))}


def test_untouched_only_what_is_confirmed_and_free_is_on(sam: Person) -> None:
    """RS-20; measures 8: class A with confirmed facts, nothing else."""
    assert {"phq-9", "gad-7"} <= keys_in_use(sam)
    on = {key for key, one in catalogue.instruments().items() if one.shipped_on}
    assert keys_in_use(sam) == on
    assert all(catalogue.instrument(key).licence.klass == "A" for key in on)


@pytest.mark.parametrize(
    "key", [one.key for one in catalogue.instruments().values() if one.licence.needs_reference]
)
def test_a_licensed_measure_needs_its_reference(running: Viewer, key: str) -> None:
    """refocus R21: it cannot be switched on without, whichever it is."""
    with pytest.raises(Refused) as no:
        switch_measure(viewer=running, instrument=key, on=True, version=0, source_note="The manual, page 4")
    assert list(no.value.messages) == ["licence_reference"]
    assert not InstrumentSwitch.objects.exists()


@pytest.mark.parametrize("key", ["spin", "oci", "wsas"])
def test_what_is_unconfirmed_needs_a_note_of_the_source(running: Viewer, key: str) -> None:
    """RS-20: SPIN is off; turning it on needs a note of where it was checked."""
    with pytest.raises(Refused) as no:
        switch_measure(viewer=running, instrument=key, on=True, version=0, licence_reference="L-1")
    assert "source_note" in no.value.messages


def test_blanks_are_no_reference(running: Viewer) -> None:
    """Spaces do not stand for a licence."""
    with pytest.raises(Refused):
        switch_measure(viewer=running, **CORE, licence_reference="  \n", source_note=" ")  # type: ignore[arg-type]


def test_on_off_and_what_was_decided_before(sam: Person, running: Viewer) -> None:
    """House rule 7: history kept; what was filled in stays when a measure goes off."""
    on = switch_measure(viewer=running, **CORE, licence_reference="CC BY-ND", source_note="Trust, p. 2")  # type: ignore[arg-type]
    assert "core-10" in keys_in_use(sam)
    own = opened_by(sam.account, sam)
    kept = filled(own, {str(number): 2 for number in range(1, 11)}, "core-10")
    off = switch_measure(viewer=running, instrument="core-10", on=False, version=on.version)
    assert "core-10" not in keys_in_use(sam)
    assert kept.scores.get(key="total").value is not None if kept.scores.filter(key="total") else True
    with connection.cursor() as cursor:
        cursor.execute('SELECT "on" FROM measures_instrumentswitchevent ORDER BY pgh_id')
        assert [row[0] for row in cursor.fetchall()] == [True, False]
    assert Act.objects.filter(verb="measure_switched", actor_id=running.account_id).count() == 2
    with pytest.raises(StaleEdit):
        switch_measure(viewer=running, instrument="core-10", on=False, version=on.version)
    with pytest.raises(Refused):
        switch_measure(viewer=running, instrument="core-10", on=False, version=off.version)


def test_another_organisation_keeps_its_own_switches(sam: Person, running: Viewer) -> None:
    """A switch holds for one organisation."""
    switch_measure(viewer=running, instrument="phq-9", on=False, version=0)
    elsewhere = make.person()
    assert "phq-9" not in keys_in_use(sam)
    assert "phq-9" in keys_in_use(elsewhere)


def test_nobody_else_switches(sam: Person, worker: Account, lead: Account) -> None:
    """MANAGE_MEASURES is the administrator's."""
    for who, role in ((worker, "worker"), (lead, "team_lead"), (sam.account, "person")):
        assert who is not None
        with pytest.raises(NotFound):
            switch_measure(viewer=make.viewing(who, role), instrument="phq-9", on=False, version=0)
    row = switched_on(sam, "phq-9")
    with seen_by(worker.id, "worker"):
        assert InstrumentSwitch.objects.filter(pk=row.pk).update(on=False) == 0
    with pytest.raises(DatabaseError), transaction.atomic(), seen_by(worker.id, "worker"):
        switched_on(sam, "gad-7")


def test_the_administrators_pages_open_nobodys_record(sam: Person, administrator: Account) -> None:
    """What is shipped, the class, what is unconfirmed; and not one look at a record."""
    client = client_for((administrator, "administrator"))
    listed = client.get(reverse("measure_switches")).content.decode()
    assert all(one.name in listed for one in (catalogue.instrument("phq-9"), catalogue.instrument("core-10")))
    for key in catalogue.instruments():
        page = client.get(reverse("measure_switch", args=[key]))
        assert page.status_code == 200
    assert client.get(reverse("measure_switch", args=["nothing"])).status_code == 404
    assert client.get(reverse("measures:instruments", args=[sam.id])).status_code == 404
    assert not Look.objects.exists()


def test_a_refused_switch_comes_back_with_everything_typed(administrator: Account) -> None:
    """House rule 7: a refused form comes back filled."""
    client = client_for((administrator, "administrator"))
    url = reverse("measure_switch", args=["core-10"])
    page = client.post(
        url, {"version": 0, "on": "on", "licence_reference": "", "source_note": "Trust, page 2"}
    )
    assert page.status_code == 422
    assert "Trust, page 2" in page.content.decode()
    assert "It cannot be on without." in page.content.decode()
    done = client.post(
        url, {"version": 0, "on": "on", "licence_reference": "CC BY-ND 4.0", "source_note": "Trust, page 2"}
    )
    assert done.status_code == 302
    assert "CC BY-ND 4.0" in client.get(url).content.decode()


def text_for(key: str) -> str:
    """A site's own words for every item: made up, because the real ones are licensed."""
    one = catalogue.instrument(key)
    items = "\n".join(f'{item.key} = "Own words {item.key}"' for item in one.items)
    ends = "\n".join(f'[[anchors]]\nvalue = {value}\ntext = "Answer {value}"' for value in one.items[0].legal)
    head = f'instrument = "{key}"\nedition = "{one.edition}"\nlicence_reference = "L-42"\n'
    return f"{head}\n[items]\n{items}\n\n{ends}\n"


def test_a_site_text_fills_the_blanks_and_without_it_there_are_numbers(
    texts: Path, sam: Person, own: Client
) -> None:
    """measures 8: class C shows numbered blanks and says so, and still scores."""
    key = "reqol-10"
    switched_on(sam, key)
    opened = opened_by(sam.account, sam)
    from tests.measures.forms import begin

    response = begin(opened, key)
    url = reverse("measures:response_fill", args=[sam.id, response.id])
    blank = own.get(url).content.decode()
    assert "Question 1" in blank
    assert "have the service’s own licensed copy beside you" in blank
    (texts / f"{key}.toml").write_text(text_for(key), encoding="utf-8")
    assert worded(key).problem == ""
    assert worded(key).instrument.has_text
    assert "Own words 1" in own.get(url).content.decode()


def test_a_broken_text_file_is_told_to_the_administrator_and_stops_nobody(
    texts: Path, administrator: Account
) -> None:
    """The file is named with what is wrong in it; the form shows its numbers meanwhile."""
    (texts / "reqol-10.toml").write_text('instrument = "reqol-10"\n', encoding="utf-8")
    found = worded("reqol-10")
    assert found.problem
    assert not found.instrument.has_text
    page = client_for((administrator, "administrator")).get(reverse("measure_switch", args=["reqol-10"]))
    assert "cannot be used" in page.content.decode()


def test_no_file_outside_the_folder_is_read(texts: Path) -> None:
    """A key is one of the catalogue's, so no address reaches another file."""
    (texts.parent / "secret.toml").write_text("x = 1", encoding="utf-8")
    with pytest.raises(NotFound):
        worded("../secret")
