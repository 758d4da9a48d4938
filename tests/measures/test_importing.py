"""Forms from other systems: answers scored here, a stated total beside them, the same document once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ownwords.measures.actions.importing import Imported, keep_imported
from ownwords.measures.method.definitions import Given
from ownwords.measures.models import ItemEvent, Response, Score
from ownwords.measures.queries.responses import results_of
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from tests.around_sam import opened_by
from tests.measures.forms import phq

pytestmark = pytest.mark.django_db
DAY = date(2025, 5, 1)


def imported(**columns: object) -> Imported:
    """A PHQ-9 from elsewhere."""
    told: dict[str, object] = {
        "instrument": "phq-9",
        "answered_on": DAY,
        "document": "QuestionnaireResponse/7",
        "source": "QuestionnaireResponse/7 of the GP",
        "answers": phq(*[1] * 9),
    }
    return Imported(**{**told, **columns})  # type: ignore[arg-type]


def test_a_stated_total_that_differs_is_kept_and_flagged(sam: Person) -> None:
    """measures 6: 13 was stated, the answers give 9; neither replaces the other."""
    own = opened_by(sam.account, sam)
    kept = keep_imported(opened=own, imported=imported(stated={"total": Decimal(13)}))
    rows = Score.objects.filter(response=kept).order_by("origin")
    assert [(row.origin, row.value, row.differs, row.main) for row in rows] == [
        ("computed", Decimal(9), False, True),
        ("stated", Decimal(13), True, False),
    ]
    assert (kept.way, kept.source) == ("imported", "QuestionnaireResponse/7 of the GP")
    (filled,) = results_of(own, "phq-9")
    assert (filled.now("total").value, filled.stated("total").value) == (9, 13)  # type: ignore[union-attr]


def test_a_total_that_agrees_is_not_flagged(sam: Person) -> None:
    """measures 6."""
    kept = keep_imported(
        opened=opened_by(sam.account, sam), imported=imported(stated={"total": Decimal("9.0")})
    )
    assert not kept.scores.filter(differs=True).exists()


def test_a_total_without_answers_is_the_result_as_stated(sam: Person) -> None:
    """An Observation alone: nothing is worked out, and nothing is called empty."""
    kept = keep_imported(
        opened=opened_by(sam.account, sam), imported=imported(answers={}, stated={"total": Decimal(14)})
    )
    (row,) = kept.scores.all()
    assert (row.origin, row.value, row.main, row.why_none) == ("stated", Decimal(14), True, "")


def test_the_same_document_twice_is_kept_once(sam: Person) -> None:
    """Bad input: the same file brought in again, and the same id with other contents."""
    own = opened_by(sam.account, sam)
    one, two = (keep_imported(opened=own, imported=imported()) for _ in range(2))
    assert one.id == two.id
    with pytest.raises(Refused):
        keep_imported(opened=own, imported=imported(answers=phq(*[2] * 9)))
    assert Response.objects.count() == 1


def test_what_was_left_out_elsewhere_is_not_invented(sam: Person) -> None:
    """measures 3: 0, blank and rather not come in as what they are."""
    answers = {"1": 0, "2": Given.BLANK, "3": Given.RATHER_NOT}
    kept = keep_imported(opened=opened_by(sam.account, sam), imported=imported(answers=answers))
    found = kept.answers.order_by("item").values_list("item", "given", "value")
    assert list(found) == [("1", "answered", 0), ("2", "blank", None), ("3", "rather_not", None)]


def test_an_imported_answer_is_met_too(sam: Person) -> None:
    """measures 5: where it came from makes no difference."""
    keep_imported(opened=opened_by(sam.account, sam), imported=imported(answers=phq(*[0] * 8, 3)))
    assert ItemEvent.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": {}, "stated": {}},
        {"answers": {"1": 4}},
        {"answers": {"77": 1}},
        {"stated": {"total": Decimal(28)}},
        {"stated": {"total": Decimal("NaN")}},
        {"stated": {"grand": Decimal(3)}},
        {"answered_on": date(2090, 1, 1)},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(sam: Person, wrong: dict[str, object]) -> None:
    """Bad input: an empty document, off the scale, an unknown question or score, a day to come."""
    with pytest.raises(Refused):
        keep_imported(opened=opened_by(sam.account, sam), imported=imported(**wrong))
    assert not Response.objects.exists()


def test_words_about_a_worker_come_in_for_the_person_alone(sam: Person, worker: Account) -> None:
    """refocus R12: no document says which worker, so nobody on the staff brings it in or sees it."""
    about = imported(instrument="brief-inspire", answers={"1": 3}, stated={})
    own = opened_by(sam.account, sam)
    assert keep_imported(opened=own, imported=about).visibility == "me"
    with pytest.raises(Refused):
        keep_imported(opened=own, imported=about, sight=Sight("team"))
    with pytest.raises(Refused):
        keep_imported(opened=opened_by(worker, sam), imported=about)
