"""The made-up study of the demonstration: whole, lifelike in size, dated as its story is, and still to be undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import Count
from django.utils import timezone

from ownwords import demo
from ownwords.demo.study import LEAD, SECOND, make_once, researcher
from ownwords.demo.study_reading import material
from ownwords.demo.study_whose import NobodyFits, find_researchers
from ownwords.inquiry.access import OpenedStudy, open_study
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import (
    Code,
    Coding,
    Consent,
    Finished,
    Memo,
    MemoKind,
    Participant,
    SamplingGroup,
    Source,
    SourceText,
    Speaker,
    Study,
    StudyPaper,
    StudyStep,
)
from ownwords.inquiry.queries.code_history import codebook_since
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.models import Account
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def opened_by(signin: str) -> OpenedStudy:
    """Open the study as one of its two researchers."""
    return open_study(researcher(Account.objects.get(signin_name=signin)), Study.objects.get().id)


def test_it_has_eight_interviews_and_two_groups_with_everybody_known() -> None:
    """inquiry 3 and 4: each speaker joins a participant or asks, and was looked at before it counted."""
    kinds = dict(Source.objects.values_list("kind").annotate(n=Count("id")))
    assert kinds == {"interview": 8, "group": 2, "answers": 1}
    assert not Source.objects.filter(speakers_checked_at__isnull=True).exists()
    assert not Speaker.objects.filter(participant__isnull=True, asks=False).exists()
    in_two = (
        Speaker.objects.exclude(source__kind="answers")
        .values("participant")
        .annotate(n=Count("id"))
        .filter(n=2, participant__isnull=False)
    )
    assert in_two.count() == 1
    assert Participant.objects.count() == 16


def test_its_plan_is_there_with_the_guide_in_two_versions() -> None:
    """COREQ 17: a guide that changed says why; the frame says whom the study looked for."""
    guides = StudyPaper.objects.filter(kind="guide").order_by("number")
    assert [bool(one.why) for one in guides] == [False, True]
    assert SamplingGroup.objects.count() == 5
    assert Source.objects.filter(guide=guides[1]).exists()


def test_one_participant_did_not_agree_to_be_quoted() -> None:
    """inquiry 28: and who was not asked yet has no answer, which is not a no."""
    assert Consent.objects.filter(to="quoting", agreed=False).count() == 1
    assert Consent.objects.filter(to="checking").count() == Participant.objects.count() - 1


def test_two_people_coded_and_finished_two_texts_both() -> None:
    """inquiry 21 and 22: only these are compared, and the rest of the second coder's work stays blind."""
    both = Finished.objects.values("source").annotate(n=Count("id")).filter(n=2)
    assert both.count() == 2
    assert Coding.objects.values("coder").distinct().count() == 2
    assert Coding.objects.count() >= 220
    lead = opened_by(LEAD)
    assert (
        visible_codings(lead)
        .filter(source__title__startswith="Interview 8")
        .exclude(coder_id=lead.me)
        .count()
        == 0
    )
    assert visible_codings(opened_by(SECOND)).filter(source__title__startswith="Focus group 1").count() > 40


def test_each_coding_stands_on_the_words_of_its_data_file() -> None:
    """inquiry 5: found by their words, to the code point."""
    texts = dict(SourceText.objects.values_list("source_id", "words"))
    kept = {
        texts[source][start:end]
        for source, start, end in Coding.objects.values_list("source", "start", "end")
    }
    assert {one.words for one in material().laid if " … " not in one.words} <= kept


def test_the_codebook_has_a_name_twice_a_code_in_vivo_and_one_brought_into_another() -> None:
    """inquiry 11 and 12."""
    in_view = Code.objects.filter(removed_at__isnull=True)
    assert in_view.filter(parent__isnull=True).count() == 5
    assert 28 <= in_view.count() <= 34
    assert in_view.filter(name="Time").values("parent").distinct().count() == 2
    vivo = in_view.get(origin="in_vivo")
    assert vivo.parent is not None
    assert Coding.objects.filter(code=vivo, how="in_vivo").count() == 1
    gone = Code.objects.get(removed_at__isnull=False)
    assert gone.merged_into_id == in_view.get(name="Being heard").id
    assert not Coding.objects.filter(code=gone).exists()


def test_there_is_a_memo_of_each_kind() -> None:
    """inquiry 2.2: code, theory, operational and reflexive notes, comparisons; about each kind of thing."""
    assert set(Memo.objects.values_list("kind", flat=True)) == set(MemoKind.values)
    assert set(Memo.objects.values_list("about", flat=True)) == {
        "study",
        "source",
        "code",
        "coding",
        "participant",
    }


def test_it_is_dated_as_its_story_is() -> None:
    """inquiry 11: the codebook of a past day is another one; nothing lies ahead."""
    today = timezone.localdate()
    lead = opened_by(LEAD)
    past = codebook_since(lead, today - timedelta(days=130))
    before = codebook_since(lead, today - timedelta(days=62))
    names = [one.code.name for one in before.shown]
    assert 0 < len(past.shown) < len(before.shown)
    assert "Listening without an agenda" in names
    assert not StudyStep.objects.filter(done_at__date__gte=today).exists()
    assert Coding.objects.order_by("made_at")[0].made_at.date() < today - timedelta(days=100)


def test_what_was_done_last_can_be_undone_by_each_of_the_two() -> None:
    """inquiry 10: steps kept what they changed, moved back as the rows were."""
    for signin in (LEAD, SECOND):
        opened = opened_by(signin)
        for _turn in range(3):
            step = next_undo(opened)
            assert step is not None
            assert undo(opened=opened, step_id=step.id).undone_at is not None


def test_elsewhere_it_says_that_it_is_made_up_and_nothing_is_dated_back() -> None:
    """`inquiry demo` in a running service: the journal tells the truth, and without a second nobody coded beside."""
    at = make.organisation("Elsewhere")
    lead = make.appointed(at, "researcher")
    whose = find_researchers(into="elsewhere")
    assert whose == (lead, None)
    study, made = make_once(*whose)
    assert made
    assert "made-up" in study.title
    days = {one.date() for one in StudyStep.objects.filter(study=study).values_list("done_at", flat=True)}
    assert min(days) >= timezone.localdate() - timedelta(days=1)
    assert set(Coding.objects.filter(study=study).values_list("coder", flat=True)) == {lead.id}
    assert make_once(*whose) == (study, False)


def test_whose_it_is_has_to_be_clear() -> None:
    """Several researchers and none named, a name that nobody has, an organisation that there is not."""
    at = make.organisation("Elsewhere")
    with pytest.raises(NobodyFits, match="Nobody is a researcher"):
        find_researchers(into="Elsewhere")
    first, second = make.appointed(at, "researcher"), make.appointed(at, "researcher")
    with pytest.raises(NobodyFits, match="--as"):
        find_researchers(into="Elsewhere")
    named = find_researchers(lead=str(first.signin_name), second=str(second.signin_name))
    assert named == (first, second)
    for wrong in ({"lead": "nobody-at-all"}, {"into": "Nowhere"}, {"second": LEAD}):
        with pytest.raises(NobodyFits):
            find_researchers(**wrong)


def test_loading_again_adds_no_second_study() -> None:
    """From nothing to running: nothing loaded twice."""
    demo.load(progress=False)
    assert Study.objects.count() == 1
