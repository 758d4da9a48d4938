"""Lines in a person's own words: an id for ever, dated wordings, ratings that know which words were seen."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act, Link
from ownwords.measures.actions import lines, ratings
from ownwords.measures.actions.lines import LineWords, Place, Scale
from ownwords.measures.actions.ratings import Rated
from ownwords.measures.models import Line, Rating, Wording
from ownwords.measures.queries.lines import followed, lines_of
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db

OUT = LineWords("Getting out of the house", "not at all", "whenever I want")


def test_a_line_keeps_the_words_the_anchors_and_the_scale(sam: Person) -> None:
    """RS-14: the person's words, own anchors, own scale, direction and frequency."""
    opened = opened_by(sam.account, sam)
    scale = Scale("down", Decimal(1), Decimal(7), "days a week", "weekly")
    kept = lines.add_line(opened=opened, words=OUT, scale=scale, about=[Ref("goal", uuid4())])
    wording = kept.wordings.get()
    assert (wording.words, wording.low_words, wording.high_words) == (
        OUT.words,
        OUT.low_words,
        OUT.high_words,
    )
    assert (kept.direction, kept.low, kept.high, kept.unit, kept.how_often) == (
        "down", Decimal(1), Decimal(7), "days a week", "weekly",
    )  # fmt: skip
    assert Link.objects.get().from_id == kept.id
    assert Act.objects.get(verb="line_added").thing_id == kept.id


def test_the_same_thing_in_clearer_words_is_another_wording_of_the_same_line(sam: Person) -> None:
    """measures 11, 12: each rating points to the wording that was seen."""
    opened = opened_by(sam.account, sam)
    line = lines.add_line(opened=opened, words=OUT)
    first = ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(2)))
    clearer = LineWords("Going out of the house on my own", OUT.low_words, OUT.high_words)
    same = lines.reword_line(
        opened=opened, line_id=line.id, version=line.version, words=clearer, same_thing=True
    )
    second = ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(3)))
    assert same.id == line.id
    assert [w.words for w in Wording.objects.order_by("number")] == [OUT.words, clearer.words]
    assert (first.wording.number, second.wording.number) == (1, 2)


def test_a_different_thing_closes_the_line_and_opens_another(sam: Person) -> None:
    """measures 12: both keep their histories."""
    opened = opened_by(sam.account, sam)
    line = lines.add_line(opened=opened, words=OUT, scale=Scale("down"))
    ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(2)))
    other = lines.reword_line(
        opened=opened, line_id=line.id, version=1, words=LineWords("Seeing my daughter"), same_thing=False
    )
    line.refresh_from_db()
    assert other.id != line.id
    assert (line.closed_as, line.followed_by_id, other.direction) == ("changed", other.id, "down")
    assert (line.ratings.count(), other.ratings.count()) == (1, 0)
    assert [one.wording.words for one in followed(opened)] == [OUT.words, "Seeing my daughter"]


def test_rewording_asks_which_of_the_two_it_is(sam: Person) -> None:
    """measures 12: nobody but the person knows whether it is the same thing."""
    opened = opened_by(sam.account, sam)
    line = lines.add_line(opened=opened, words=OUT)
    with pytest.raises(Refused) as no:
        lines.reword_line(opened=opened, line_id=line.id, version=1, words=LineWords("Out"), same_thing=None)
    assert "same_thing" in no.value.messages


def test_closing_needs_a_reason_and_reached_is_one(sam: Person) -> None:
    """measures 13: the closed line stays among the lines."""
    opened = opened_by(sam.account, sam)
    line = lines.add_line(opened=opened, words=OUT)
    with pytest.raises(Refused):
        lines.close_line(opened=opened, line_id=line.id, version=1, closed_as="")
    closed = lines.close_line(
        opened=opened, line_id=line.id, version=1, closed_as="reached", words="I walk daily."
    )
    assert (closed.closed_as, closed.closed_on) == ("reached", timezone.localdate())
    assert list(lines_of(opened)) == [closed]
    again = lines.reopen_line(opened=opened, line_id=line.id, version=closed.version)
    assert again.closed_on is None


def test_a_series_goes_on_after_the_support_has_ended(sam: Person) -> None:
    """RS-14: it can be rated from the person's own page when no team supports them any more."""
    line = make.line(sam)
    sam.placements.update(ends_on=date(2025, 1, 1), ended_by="agreed")
    opened = opened_by(sam.account, sam)
    kept = ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(7)))
    assert kept.value == 7


@pytest.mark.parametrize(
    ("rated", "field"),
    [
        (Rated(Decimal(11)), "value"),
        (Rated(Decimal("-0.01")), "value"),
        (Rated(Decimal("NaN")), "value"),
        (Rated(Decimal("1.005")), "value"),
        (Rated(None), "value"),
        (Rated(Decimal(3), "rather_not"), "value"),
        (Rated(Decimal(3), "guessed"), "given"),
        (Rated(Decimal(3), rated_on=date(2090, 1, 1)), "rated_on"),
        (Rated(Decimal(3), rated_on=date(1970, 1, 1)), "rated_on"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_beside_its_field(
    sam: Person, rated: Rated, field: str
) -> None:
    """Out of range, no number, a day to come, a day before birth: nothing is kept."""
    Person.objects.filter(pk=sam.pk).update(date_of_birth=date(1985, 3, 2))
    line = make.line(sam)
    with pytest.raises(Refused) as no:
        ratings.rate_line(opened=opened_by(sam.account, sam), line_id=line.id, rated=rated)
    assert list(no.value.messages) == [field]
    assert not Rating.objects.exists()


def test_nought_blank_and_rather_not_stay_three_things(sam: Person) -> None:
    """measures 3: also in the database, which refuses a number that was not given."""
    opened, line = opened_by(sam.account, sam), make.line(sam)
    for rated in (
        Rated(Decimal(0)),
        Rated(None, "blank"),
        Rated(None, "rather_not"),
        Rated(None, "not_applicable"),
    ):
        ratings.rate_line(opened=opened, line_id=line.id, rated=rated)
    found = Rating.objects.order_by("created_at").values_list("given", "value")
    assert list(found) == [("answered", 0), ("blank", None), ("rather_not", None), ("not_applicable", None)]
    for columns in ({"given": "blank"}, {"given": "answered", "value": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Rating.objects.filter(value=0).update(**columns)


def test_the_database_refuses_a_rating_off_the_scale_or_of_another_line(sam: Person) -> None:
    """A rating lies on the scale of its line and points to one of that line's wordings."""
    line, other = make.line(sam), make.line(sam, "Sleep")
    for columns in ({"value": 12}, {"wording": other.wordings.get()}, {"person": make.person()}):
        kept = make.rating(line, 3)
        with pytest.raises(DatabaseError), transaction.atomic():
            Rating.objects.filter(pk=kept.pk).update(**columns)
    with pytest.raises(DatabaseError), transaction.atomic():
        Line.objects.filter(pk=line.pk).update(high=5)


def test_a_form_sent_twice_is_kept_once(sam: Person) -> None:
    """Back, or a second press: one rating; other words under the same key are not swallowed."""
    opened, line, key = opened_by(sam.account, sam), make.line(sam), uuid4()
    one = ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(3)), submission=key)
    two = ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(3)), submission=key)
    assert one.id == two.id
    with pytest.raises(Refused):
        ratings.rate_line(opened=opened, line_id=line.id, rated=Rated(Decimal(4)), submission=key)
    assert Rating.objects.count() == 1


def test_a_correction_keeps_what_stood_there(sam: Person, worker: Account) -> None:
    """RS-24: no number is altered without trace, and nobody but the person or the writer alters it."""
    line = make.line(sam)
    kept = make.rating(line, 3)
    with pytest.raises(Refused):
        ratings.correct_rating(
            opened=opened_by(worker, sam), rating_id=kept.id, version=1, rated=Rated(Decimal(9))
        )
    own = opened_by(sam.account, sam)
    after = ratings.correct_rating(opened=own, rating_id=kept.id, version=1, rated=Rated(Decimal(4)))
    assert (after.value, after.version) == (4, 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM measures_ratingevent ORDER BY pgh_id")
        assert [int(row[0]) for row in cursor.fetchall()] == [3, 4]
    assert Act.objects.get(verb="rating_corrected").about_id == sam.id
    with pytest.raises(StaleEdit):
        ratings.correct_rating(opened=own, rating_id=kept.id, version=1, rated=Rated(Decimal(5)))


def test_nobody_can_delete_a_line_or_a_rating(sam: Person) -> None:
    """House rule 7: nothing is lost."""
    kept = make.rating(make.line(sam), 3)
    for thing in (kept, kept.line, kept.wording):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(thing).objects.filter(pk=thing.pk).delete()


def test_who_sees_a_line_is_decided_by_the_person(sam: Person, worker: Account) -> None:
    """House rule 2: a line for me alone is on nobody else's page, nor is what was rated on it."""
    own = opened_by(sam.account, sam)
    hidden = lines.add_line(opened=own, words=OUT, sight=Sight("me"))
    shared = lines.add_line(opened=own, words=LineWords("Sleep"), sight=Sight("team"))
    ratings.rate_line(opened=own, line_id=hidden.id, rated=Rated(Decimal(2)))
    by_worker = opened_by(worker, sam)
    assert [one.line.id for one in followed(by_worker)] == [shared.id]
    with pytest.raises(NotFound):
        ratings.rate_line(opened=by_worker, line_id=hidden.id, rated=Rated(Decimal(2)))


def test_lines_with_everything_on_them_take_three_queries(
    sam: Person, django_assert_num_queries: object
) -> None:
    """No query a line: six lines cost what one costs."""
    for number in range(6):
        line = make.line(sam, f"Line {number}")
        for back in range(5):
            make.rating(line, back, timezone.localdate() - timedelta(days=7 * back))
    opened = opened_by(sam.account, sam)
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(followed(opened)) == 6


def test_a_line_from_a_template_says_its_place(sam: Person) -> None:
    """Templates are data; what was made from one stays a line of its own."""
    opened, together = opened_by(sam.account, sam), uuid4()
    made = lines.add_line(
        opened=opened,
        words=OUT,
        scale=Scale(low=Decimal(-2), high=Decimal(2)),
        place=Place("gas", "1", together, 2),
    )
    assert (made.template, made.slot, made.set_id, made.weight) == ("gas", "1", together, 2)


def test_a_closed_line_is_rated_up_to_its_last_day_and_corrected_no_further(sam: Person) -> None:
    """measures 13: the day of closing counts; neither a rating nor a correction lies after it."""
    me, today = opened_by(sam.account, sam), timezone.localdate()
    closed = today - timedelta(days=10)
    line = make.line(sam, started_on=today - timedelta(days=30), closed_on=closed, closed_as="reached")
    kept = ratings.rate_line(opened=me, line_id=line.id, rated=Rated(Decimal(3), rated_on=closed))
    with pytest.raises(Refused):
        ratings.rate_line(
            opened=me, line_id=line.id, rated=Rated(Decimal(3), rated_on=closed + timedelta(days=1))
        )
    late = Rated(Decimal(4), rated_on=today)
    with pytest.raises(Refused) as no:
        ratings.correct_rating(opened=me, rating_id=kept.id, version=kept.version, rated=late)
    assert list(no.value.messages) == ["rated_on"]
    kept = ratings.correct_rating(opened=me, rating_id=kept.id, version=kept.version, rated=Rated(Decimal(4)))
    assert (kept.value, kept.rated_on) == (4, closed)
