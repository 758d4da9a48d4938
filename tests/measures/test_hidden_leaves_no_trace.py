"""What somebody keeps to themselves changes nothing that others see: every page, every count, every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ownwords.measures.actions import context, lines, links, own_answers, ratings, schedules
from ownwords.measures.models import InstrumentSwitch, MeasureShare, Rating, RatingLink
from ownwords.measures.queries.lines import lines_of
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.matrix import World, address, build, routes
from tests.measures.forms import filled, phq
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
ABOUT_WORKER = "brief-inspire"
_CHANGING = re.compile(
    r'(name="(?:csrfmiddlewaretoken|submission)" value="[^"]*")|nonce-\S+|"[0-9a-f]{8}-[0-9a-f-]{27}"'
)


@pytest.fixture
def world() -> World:
    """Everybody around Sam; a form about a worker is on."""
    made = build()
    for key in (ABOUT_WORKER, "phq-9"):
        InstrumentSwitch.objects.create(
            organisation_id=made.sam.organisation_id, instrument=key, on=True, changed_by_id=made.sam.id
        )
    return made


def pages(world: World, who: tuple[Account | None, str]) -> dict[str, str]:
    """What every page answers to this viewer; nothing of the walk is kept."""
    client, found = client_for(who), {}
    for pattern, name, _view in routes():
        if "logout" in pattern or pattern.startswith("account/"):
            continue
        for ids in ({}, {"instrument_key": ABOUT_WORKER, "instrument": ABOUT_WORKER}):
            url = address(pattern, name, World(world.sam, world.jo, world.team, {}, world.ids | ids))
            with transaction.atomic():
                answered = client.get(url)
                transaction.set_rollback(True)
            body = b"".join(answered) if answered.streaming else answered.content
            found[url] = f"{answered.status_code} {_CHANGING.sub('', body.decode('utf-8', 'replace'))}"
    return found


def rows(who: tuple[Account | None, str]) -> dict[str, int]:
    """How many rows of each table of the room the database shows to this account in this role."""
    assert who[0] is not None
    tables = [model._meta.db_table for model in apps.get_app_config("measures").get_models()]
    found = {}
    with seen_by(who[0].id, who[1]), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found[table] = cursor.fetchone()[0]
    return found


def differences(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """Give the addresses that answer otherwise than before; made-up ids are left out of the comparison."""
    for url, text in before.items():
        if url in after and after[url] != text:
            a, b = text.splitlines(), after[url].splitlines()
            new = [line.strip() for line in b if line not in a][:3]
            yield f"{url}: {new}"


def keep_to_oneself(sam: Person) -> None:
    """Sam follows, rates, plans, answers and fills in, and shows it to nobody."""
    me, hidden = opened_by(sam.account, sam), Sight("me")
    line = lines.add_line(opened=me, words=lines.LineWords("Nobody knows."), sight=hidden)
    ratings.rate_line(opened=me, line_id=line.id, rated=ratings.Rated(Decimal(3), note="Nobody."))
    happened = context.Happened("loss", "Nobody was told.")
    context.add_event(opened=me, happened=happened, sight=hidden)
    own_answers.say_if_different(opened=me, said=own_answers.Said("worse"), line_id=line.id)
    links.make_link(opened=me, line_id=line.id)
    tomorrow = timezone.localdate() + timedelta(days=1)
    schedules.make_schedule(
        opened=me, about=schedules.About(line_id=line.id), rhythm=schedules.Rhythm(tomorrow, "week")
    )
    filled(me, phq(3, 3, 3, 3, 3, 3, 3, 3, 3), sight=hidden)


def test_what_is_for_oneself_alone_changes_no_page_and_no_row_of_anybody_else(world: World) -> None:
    """measures 13, 24: lines, ratings, events, answers, plans, links and forms for oneself leave no trace."""
    others = {name: who for name, who in world.viewers.items() if name in ("worker", "their peer worker")}
    before = {name: (pages(world, who), rows(who)) for name, who in others.items()}
    keep_to_oneself(world.sam)
    # How many people answered a standard measure is counted live, without saying who (docs/measures-figures.md).
    counted = f"/team/{world.team.id}/figures/phq-9/:"
    for name, who in others.items():
        found = [
            one for one in differences(before[name][0], pages(world, who)) if not one.startswith(counted)
        ]
        assert found == [], name
        assert rows(who) == before[name][1], name


def test_a_worker_cannot_tell_from_anything_that_they_were_rated(world: World) -> None:
    """refocus R12: rated by the person alone, or with somebody else who asked: no page and no row changes."""
    rated, role = world.viewers["worker"]
    lead = world.viewers["team lead"][0]
    assert rated is not None
    assert lead is not None
    before, there = pages(world, (rated, role)), rows((rated, role))
    answers = {str(number): 1 for number in range(1, 6)}
    filled(opened_by(world.sam.account, world.sam), answers, ABOUT_WORKER, about=rated.id)
    filled(opened_by(lead, world.sam, "team_lead"), answers, ABOUT_WORKER, about=rated.id)
    assert list(differences(before, pages(world, (rated, role)))) == []
    assert rows((rated, role)) == there


def test_what_somebody_says_is_different_about_a_worker_is_not_for_the_team(world: World) -> None:
    """refocus R12: the own answer beside a form about a worker goes the way of the form."""
    rated, role = world.viewers["worker"]
    there = rows((rated, role))
    said = own_answers.Said("worse", "It got worse with them.")
    kept = own_answers.say_if_different(
        opened=opened_by(world.sam.account, world.sam), said=said, instrument=ABOUT_WORKER
    )
    assert kept.visibility == "me"
    assert rows((rated, role)) == there


def test_nobody_names_themselves_and_nobody_but_who_writes_changes_what_hangs_on_a_line(world: World) -> None:
    """Second lock: shares are made by the person or with the first words; who writes, rates; nobody deletes."""
    me = opened_by(world.sam.account, world.sam)
    sister, lead, worker = (world.viewers[name][0] for name in ("their supporter", "team lead", "worker"))
    assert sister is not None
    assert lead is not None
    assert worker is not None
    named = Sight("named", (lead.id, sister.id))
    line = lines.add_line(opened=me, words=lines.LineWords("For two."), sight=named)
    ratings.rate_line(opened=me, line_id=line.id, rated=ratings.Rated(Decimal(3)))
    link = links.make_link(opened=me, line_id=line.id).link
    with pytest.raises(DatabaseError), transaction.atomic(), seen_by(worker.id, "worker"):
        MeasureShare.objects.create(person=world.sam, thing_id=line.id, account=worker, made_by_id=worker.id)
    with pytest.raises(DatabaseError), transaction.atomic(), seen_by(sister.id, "supporter"):
        Rating.objects.create(
            person=world.sam, line=line, wording=line.wordings.get(), value=1, written_by=sister
        )
    with seen_by(worker.id, "worker"):
        assert not MeasureShare.objects.filter(thing_id=line.id).exists()
    with seen_by(sister.id, "supporter"):
        assert Rating.objects.filter(line=line).count() == 1
        assert Rating.objects.filter(line=line).update(note="changed") == 0
    with seen_by(lead.id, "team_lead"):
        assert RatingLink.objects.filter(pk=link.pk)._raw_delete("default") == 0
        assert MeasureShare.objects.filter(thing_id=line.id, account=sister)._raw_delete("default") == 0


def test_a_name_left_behind_on_something_for_oneself_opens_nothing(world: World) -> None:
    """measures 13: who was named once sees nothing of what is for the person alone, on pages as in the database."""
    me, worker = opened_by(world.sam.account, world.sam), world.viewers["worker"][0]
    line = lines.add_line(opened=me, words=lines.LineWords("For me."), sight=Sight("me"))
    MeasureShare.objects.create(person=world.sam, thing_id=line.id, account=worker, made_by_id=world.sam.id)
    assert line.id not in set(lines_of(opened_by(worker, world.sam)).values_list("pk", flat=True))


def test_only_the_person_decides_who_sees_also_when_staff_wrote_it(world: World) -> None:
    """measures 13: a worker's own line about somebody is shared on by that somebody alone."""
    worker = world.viewers["worker"][0]
    by_worker = opened_by(worker, world.sam)
    line = lines.add_line(opened=by_worker, words=lines.LineWords("Together."), sight=Sight("team"))
    with pytest.raises(Refused):
        lines.share_line(opened=by_worker, line_id=line.id, version=line.version, sight=Sight("team"))
