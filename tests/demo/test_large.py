"""Large made-up services: whole, with all constraints and a history."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction

from ownwords.demo import DemonstrationRefused
from ownwords.demo.large import load_large
from ownwords.people.models import Account, Person
from ownwords.record.models import Entry, Goal, Step

pytestmark = pytest.mark.django_db

STANDING = """
SELECT (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'),
  (SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
  (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O')
"""


def _row(sql: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()


def test_everybody_has_twelve_entries_five_goals_and_a_history() -> None:
    """The demonstration service: `ownwords demo --people N`; platform 5.4."""
    before = _row(STANDING)
    made = load_large(200, progress=False)
    assert (made.people, made.entries) == (200, 3400)
    assert Person.objects.count() == 200
    assert Goal.objects.count() == 1000
    assert made.steps == Step.objects.count() == 1600
    assert _row("SELECT count(*) FROM record_entryevent WHERE pgh_label = 'insert'") == (3400,)
    assert _row("SELECT count(*) FROM ledger_act WHERE thing_id IN (SELECT id FROM record_entry)") == (3400,)
    assert _row(STANDING) == before


def test_triggers_and_constraints_are_back_after_the_load() -> None:
    """House rule 7: history and protections hold again from the first change after the load."""
    load_large(20, progress=False)
    Entry.objects.filter(pk=Entry.objects.first().pk).update(words="Changed.", version=2)
    assert _row("SELECT count(*) FROM record_entryevent WHERE pgh_label = 'update'") == (1,)
    with pytest.raises(Error), transaction.atomic():
        Entry.objects.all().delete()
    with pytest.raises(Error), transaction.atomic():
        Entry.objects.update(original_words="Forged.")


def test_the_same_seed_gives_the_same_people() -> None:
    """Measurements are compared on the same rows."""
    query = "SELECT md5(string_agg(id::text || words, ',' ORDER BY id)) FROM record_entry"
    found = []
    for seed in (1, 1, 2):
        try:
            with transaction.atomic():
                load_large(5, seed=seed, progress=False)
                found.append(_row(query))
                raise InterruptedError
        except InterruptedError:
            continue
    assert found[0] == found[1] != found[2]


def test_it_is_refused_where_anybody_is() -> None:
    """Made-up people are never put beside real ones."""
    Account.objects.create(name="Somebody real", signin_name="real")
    with pytest.raises(DemonstrationRefused):
        load_large(5, progress=False)
