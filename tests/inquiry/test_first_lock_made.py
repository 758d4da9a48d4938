"""What queries and actions hold by themselves, without the second lock, of what is made of codes and put to people."""

from __future__ import annotations

import pytest

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.round_findings import say_finding
from ownwords.inquiry.actions.themes_guard import can_go
from ownwords.inquiry.models import CheckingFinding, Finished, Participant, Speaker, Study
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.round_results import of_round
from ownwords.inquiry.queries.theme_extracts import open_extract
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.charting import charted, said
from tests.inquiry.asked_links import link_for
from tests.inquiry.asking_back import agreed, begun, joined, others, say

pytestmark = pytest.mark.django_db


def test_a_summary_is_hidden_while_its_reader_has_not_finished(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 22: it is not enough that its writer has."""
    there = charted(opened)
    there.write()
    Study.objects.update(blind=True)
    theirs = make.opened_by(coder, opened.study)
    Finished.objects.create(study=opened.study, source=there.text, coder_id=opened.me)
    assert not visible_cells(theirs).exists()
    Finished.objects.create(study=opened.study, source=there.text, coder=coder)
    assert visible_cells(theirs).exists()


def test_a_chosen_passage_that_is_hidden_opens_for_nobody_else(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 22."""
    text, theme = make.source(opened.study), make.theme(opened.study)
    chosen = make.extract(theme, make.coding(make.code(opened.study), text, 25, 30))
    Study.objects.update(blind=True)
    with pytest.raises(NotFound):
        open_extract(make.opened_by(coder, opened.study), theme.id, chosen.id)
    assert open_extract(make.opened_by(opened.study.made_by, opened.study), theme.id, chosen.id) == chosen


def test_who_withdrew_was_not_asked_though_they_had_a_link(opened: OpenedStudy) -> None:
    """connecting R25: they count nowhere, not as who did not answer either."""
    row = begun(opened, "One.")
    maple = agreed(make.participant(opened.study))
    link_for(joined(opened, row, "People", maple))
    assert of_round(opened, row).findings[0].groups[0].asked == 1
    Participant.objects.filter(pk=maple.pk).update(withdrew_on="2026-11-01")
    assert of_round(opened, row).findings[0].groups[0].asked == 0


def test_other_quotations_under_the_same_words_are_no_new_wording(opened: OpenedStudy) -> None:
    """inquiry 27: answers stay with the words that were read; what illustrates them may change."""
    row = begun(opened, "One.")
    put = CheckingFinding.objects.get()
    text, theme, maple = make.source(opened.study), make.theme(opened.study), make.participant(opened.study)
    Speaker.objects.filter(source=text, label="P1").update(participant=agreed(maple, "quoting"))
    put.finding.rests_on.create(study=opened.study, theme=theme, made_by_id=opened.me)
    start = text.texts.get().words.index("Walking")
    laid = make.coding(make.code(opened.study), text, start, start + 7)
    make.extract(theme, laid)
    say(opened, row, others(opened, row, "People", 1)[0], {"One.": "no"})
    kept = say_finding(
        opened=opened, round_id=row.id, put_id=put.id, version=put.version, words="One.", quotes=[laid.id]
    )
    assert (kept.id, kept.quotes) == (put.id, [laid.id])
    assert CheckingFinding.objects.count() == 1


@pytest.mark.parametrize("hangs", ["theme", "code", "passage", "finding"])
def test_a_new_theme_stays_while_any_one_thing_hangs_on_it(opened: OpenedStudy, hangs: str) -> None:
    """inquiry 10: undoing takes nothing away on which others have built."""
    theme = make.theme(opened.study)
    can_go(theme)
    if hangs == "theme":
        make.theme(opened.study, "Below", parent=theme)
    elif hangs == "finding":
        make.finding(opened.study, themes=[theme])
    else:
        there = charted(opened)
        if hangs == "code":
            theme.members.create(study=opened.study, code=there.helps, made_by_id=opened.me)
        else:
            make.extract(theme, make.coding(there.helps, there.text, *said(2)))
    with pytest.raises(Refused, match="hang on"):
        can_go(theme)
