"""Themes: the tree in the team's order; saying what one is; dropping one, out of view and back."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Study, StudyStep, Theme
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
MOST_ASKED = 30
SAID = {"name": "Being heard", "statement": "", "scope": "", "status": "candidate", "parent": ""}


def at(study: Study, name: str = "themes", *ids: object) -> str:
    """Return the address of a page of themes."""
    return reverse(f"inquiry:{name}", args=[study.id, *ids])


def page_of(client: Client, study: Study, name: str = "themes", *ids: object, **typed: str) -> str:
    """Return the HTML of a page of themes."""
    answer = client.get(at(study, name, *ids), typed)
    assert answer.status_code == 200
    return answer.content.decode()


def names(page: str) -> list[str]:
    """Return the themes on the page of themes, in their order."""
    return re.findall(r'inq-themes__name"><a [^>]*>([^<]*)</a>', page)


def turn(client: Client, study: Study, opened: OpenedStudy, way: str) -> None:
    """Undo one's newest step from a page, or do it again."""
    step = next_undo(opened) if way == "undo" else next_redo(opened)
    assert step is not None
    client.post(at(study, f"step_{way}"), {"step": step.id})


def test_a_theme_is_made_and_sent_twice_it_stands_once(leads: Client, inquiry: Study) -> None:
    """inquiry 18: a theme is an object of its own; a name is enough for a candidate."""
    sent = {**SAID, "submission": "0190a000-0000-7000-8000-000000000001"}
    page = leads.post(at(inquiry, "theme_add"), sent, follow=True).content.decode()
    leads.post(at(inquiry, "theme_add"), sent)
    theme = Theme.objects.get()
    assert "Being heard" in page
    assert (theme.name, theme.status) == ("Being heard", "candidate")
    assert StudyStep.objects.get().did == "theme_made"


def test_a_theme_that_is_named_says_what_its_idea_is(leads: Client, inquiry: Study) -> None:
    """inquiry 2.1 phase 5: defining and naming."""
    theme = make.theme(inquiry)
    sent = {**SAID, "status": "named", "version": "1"}
    refused = leads.post(at(inquiry, "theme_change", theme.id), sent)
    assert refused.status_code == 422
    assert "says in a sentence what its idea is" in refused.content.decode()
    leads.post(at(inquiry, "theme_change", theme.id), {**sent, "statement": "To be heard is to be believed."})
    theme.refresh_from_db()
    assert (theme.status, theme.statement) == ("named", "To be heard is to be believed.")


def test_a_theme_hangs_below_another_but_never_below_itself(leads: Client, inquiry: Study) -> None:
    """inquiry 18: cycles are refused, near and far, also one that is sent without being offered."""
    top, below = make.theme(inquiry, "Top"), make.theme(inquiry, "Below")
    leads.post(
        at(inquiry, "theme_change", below.id), {**SAID, "name": "Below", "parent": top.id, "version": 1}
    )
    below.refresh_from_db()
    assert below.parent_id == top.id
    for parent in (top.id, below.id):
        sent = {**SAID, "name": "Top", "parent": parent, "version": 1}
        assert leads.post(at(inquiry, "theme_change", top.id), sent).status_code == 422
    page = page_of(leads, inquiry, "theme_add", below=str(below.id))
    assert f'value="{below.id}" selected' in page


def test_doing_again_makes_no_circle(
    opened: OpenedStudy, coder: Account, leads: Client, codes: Client
) -> None:
    """inquiry 10, 18: refused with a reason, and nothing is changed."""
    one, other = make.theme(opened.study, "One"), make.theme(opened.study, "Other")
    change = {**SAID, "version": 1}
    leads.post(at(opened.study, "theme_change", one.id), {**change, "name": "One", "parent": other.id})
    turn(leads, opened.study, opened, "undo")
    codes.post(at(opened.study, "theme_change", other.id), {**change, "name": "Other", "parent": one.id})
    step = next_redo(opened)
    assert step is not None
    with pytest.raises(Refused, match="below itself"):
        redo(opened=opened, step_id=step.id)
    one.refresh_from_db()
    assert one.parent_id is None


def test_two_who_change_one_theme_see_both_texts(leads: Client, codes: Client, inquiry: Study) -> None:
    """House rule 7: a conflict shows both texts."""
    theme = make.theme(inquiry)
    codes.post(at(inquiry, "theme_change", theme.id), {**SAID, "statement": "Theirs is this.", "version": 1})
    mine = {**SAID, "statement": "Mine is that.", "version": 1}
    stale = leads.post(at(inquiry, "theme_change", theme.id), mine)
    assert stale.status_code == 409
    assert "Theirs is this." in stale.content.decode()
    assert "Mine is that." in stale.content.decode()


def test_themes_stand_in_the_order_that_the_team_gives_them(
    leads: Client, inquiry: Study, opened: OpenedStudy
) -> None:
    """inquiry 2.1: no ranking by number; moved without a script, and undone."""
    for name in ("One", "Two", "Three"):
        leads.post(at(inquiry, "theme_add"), {**SAID, "name": name})
    three = Theme.objects.get(name="Three")
    make.theme(inquiry, "Below two", parent=Theme.objects.get(name="Two"))
    leads.post(at(inquiry, "theme_move", three.id), {"way": "up"})
    assert names(page_of(leads, inquiry)) == ["One", "Three", "Two", "Below two"]
    leads.post(at(inquiry, "theme_move", three.id), {"way": "up"})
    leads.post(at(inquiry, "theme_move", three.id), {"way": "up"})
    assert names(page_of(leads, inquiry)) == ["Three", "One", "Two", "Below two"]
    turn(leads, inquiry, opened, "undo")
    assert names(page_of(leads, inquiry)) == ["One", "Three", "Two", "Below two"]
    turn(leads, inquiry, opened, "redo")
    leads.post(at(inquiry, "theme_move", three.id), {"way": "down"})
    assert names(page_of(leads, inquiry)) == ["One", "Three", "Two", "Below two"]


def test_a_dropped_theme_stays_where_it_can_be_read(leads: Client, inquiry: Study) -> None:
    """inquiry 18: status dropped; it stands in a part of its own."""
    theme = make.theme(inquiry, statement="We thought so once.")
    leads.post(at(inquiry, "theme_drop", theme.id), {"version": 1})
    page = page_of(leads, inquiry)
    assert names(page) == []
    assert "Dropped themes" in page
    assert "We thought so once." in page_of(leads, inquiry, "theme", theme.id)


def test_a_theme_goes_out_of_view_and_comes_back(leads: Client, inquiry: Study, opened: OpenedStudy) -> None:
    """inquiry 10: put back by a press, or undone."""
    theme = make.theme(inquiry)
    leads.post(at(inquiry, "theme_remove", theme.id), {"version": 1})
    page = page_of(leads, inquiry)
    assert names(page) == []
    assert "Themes out of view" in page
    leads.post(at(inquiry, "theme_restore", theme.id), {"version": 2})
    assert names(page_of(leads, inquiry)) == ["Being heard"]
    turn(leads, inquiry, opened, "undo")
    turn(leads, inquiry, opened, "undo")
    assert names(page_of(leads, inquiry)) == ["Being heard"]


def test_a_theme_on_which_something_rests_is_not_taken_out_of_view(leads: Client, inquiry: Study) -> None:
    """inquiry 18: no finding loses what it rests on, and no theme what it hangs on."""
    theme, other = make.theme(inquiry), make.theme(inquiry, "Other")
    make.finding(inquiry, themes=[theme])
    make.theme(inquiry, "Below", parent=other)
    rests = leads.post(at(inquiry, "theme_remove", theme.id), {"version": 1}, follow=True).content.decode()
    assert "The finding “Walking together opens talk.” rests on this theme." in rests
    hangs = leads.post(at(inquiry, "theme_remove", other.id), {"version": 1}, follow=True).content.decode()
    assert "Other themes hang on this one" in hangs
    assert Theme.objects.filter(removed_at__isnull=True).count() == 3


def test_a_new_theme_on_which_another_built_is_not_undone(
    leads: Client, inquiry: Study, opened: OpenedStudy
) -> None:
    """inquiry 10: refused with a reason where somebody has built on it."""
    leads.post(at(inquiry, "theme_add"), SAID)
    make.theme(inquiry, "Below", parent=Theme.objects.get())
    step = next_undo(opened)
    assert step is not None
    with pytest.raises(Refused, match="hang on “Being heard” now"):
        undo(opened=opened, step_id=step.id)


@pytest.mark.parametrize("many", [3, 30])
def test_a_page_of_many_themes_asks_the_database_no_more_than_one_of_few(
    leads: Client, inquiry: Study, many: int
) -> None:
    """inquiry 30: no question for each theme."""
    text = make.source(inquiry)
    for n in range(many):
        code = make.code(inquiry, f"Code {n}")
        theme = make.theme(inquiry, f"Theme {n}", position=n)
        theme.members.create(study=inquiry, code=code, made_by=inquiry.made_by)
        make.extract(theme, make.coding(code, text, n, n + 2))
    with asked() as statements:
        assert len(names(page_of(leads, inquiry))) == many
    assert len(statements) <= MOST_ASKED


def test_who_only_reads_sees_themes_and_no_press_to_change_them(inquiry: Study) -> None:
    """inquiry 28: readers read."""
    reader = make.researcher(inquiry.organisation)
    make.member(inquiry, reader, "reader")
    visitor = client_for((reader, "researcher"))
    theme = make.theme(inquiry)
    for name, ids in (
        ("themes", ()),
        ("theme", (theme.id,)),
        ("theme_map", ()),
        ("theme_history", (theme.id,)),
    ):
        page = page_of(visitor, inquiry, name, *ids)
        assert "Being heard" in page
        assert "/change/" not in page
    assert visitor.get(at(inquiry, "theme_change", theme.id)).status_code == 404
