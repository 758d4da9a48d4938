"""Reading filled forms: who sees which, with their answers, results and events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.measures.method.definitions import Given, Instrument
from ownwords.measures.method.scoring import Answers, Scored, WrongAnswer, score
from ownwords.measures.models import Answer, Asking, GivenAs, ItemEvent, Origin, OwnAnswer, Response, Score
from ownwords.measures.queries.instruments import worded
from ownwords.measures.queries.sight import condition, one_of_them, seen
from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.models import Account
from ownwords.people.roles import RoleName
from ownwords.people.viewer import Viewer

MOST_ROWS = 100


def _not_about(viewer: Viewer) -> Q:
    """What somebody says about a worker never reaches that worker (refocus R12)."""
    if viewer.role is RoleName.PERSON:
        return Q()
    return Q(about_account__isnull=True) | ~Q(about_account_id=viewer.account_id)


def responses_of(opened: Opened, *, removed: bool = False) -> QuerySet[Response]:
    """Every form of an opened person that the viewer sees, begun or finished, the oldest first."""
    rows = seen(opened, Response.objects.all(), removed=removed).filter(_not_about(opened.viewer))
    return rows.order_by("answered_on", "started_at", "id")


def open_response(opened: Opened, response_id: UUID, *, removed: bool = False) -> Response:
    """Return one form. Raises NotFound when it is missing, or hidden from this viewer."""
    rows = responses_of(opened, removed=removed).select_related(
        "about_account", "written_by", "transcribed_by"
    )
    return one_of_them(rows, response_id)


def begun(opened: Opened, instrument: str = "") -> list[Response]:
    """Return forms that were begun and are not finished, the oldest first; of one instrument or of all."""
    rows = responses_of(opened).filter(finished_at__isnull=True)
    return list(rows.filter(instrument=instrument) if instrument else rows)


def removed_of(opened: Opened, instrument: str) -> list[Response]:
    """Return forms of one instrument that were taken out of view, for those who may put them back."""
    rows = responses_of(opened, removed=True).filter(instrument=instrument, removed_at__isnull=False)
    return list(rows[:MOST_ROWS])


# ---- with everything on them ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its instrument, answers by item, results and events."""

    response: Response
    instrument: Instrument
    answers: Mapping[str, Answer]
    scores: tuple[Score, ...]
    events: tuple[ItemEvent, ...]

    @property
    def computed(self) -> tuple[Score, ...]:
        """What was worked out here, in the order of the instrument, the latest rule first."""
        return tuple(row for row in self.scores if row.origin == Origin.COMPUTED)

    def now(self, key: str) -> Score | None:
        """Return the score that stands: worked out under the latest rule, or stated where there are no answers."""
        rows = [row for row in self.scores if row.key == key]
        return rows[0] if rows else None

    def stated(self, key: str) -> Score | None:
        """Return the total that came with an imported form, if one did."""
        return next((row for row in self.scores if row.key == key and row.origin == Origin.STATED), None)

    def recomputed(self) -> Scored | None:
        """Work everything out again from the answers, for explaining; None when the form no longer takes them."""
        try:
            return score(self.instrument, answers_of(self.answers.values()))
        except WrongAnswer:
            return None


def answers_of(rows: Iterable[Answer]) -> Answers:
    """Return answers as scoring takes them: a number, or which of the other four things."""
    return {
        row.item: row.value if row.given == GivenAs.ANSWERED and row.value is not None else Given(row.given)
        for row in rows
    }


def with_everything(responses: Iterable[Response]) -> list[Filled]:
    """Return forms with all that is on them: three queries, however many forms. They are seen by the viewer already."""
    found = list(responses)
    ids = [one.id for one in found]
    answers: dict[UUID, dict[str, Answer]] = {}
    for answer in Answer.objects.filter(response_id__in=ids):
        answers.setdefault(answer.response_id, {})[answer.item] = answer
    scores: dict[UUID, list[Score]] = {}
    for row in Score.objects.filter(response_id__in=ids):
        scores.setdefault(row.response_id, []).append(row)
    events: dict[UUID, list[ItemEvent]] = {}
    for event in ItemEvent.objects.filter(response_id__in=ids).order_by("raised_at", "id"):
        events.setdefault(event.response_id, []).append(event)
    return [
        _filled(one, answers.get(one.id, {}), scores.get(one.id, []), events.get(one.id, [])) for one in found
    ]


def _filled(
    response: Response, answers: dict[str, Answer], scores: list[Score], events: list[ItemEvent]
) -> Filled:
    instrument = worded(response.instrument).instrument
    keys = [one.key for one in instrument.scores]
    rules = {one.key: [rule.version for rule in one.rules] for one in instrument.scores}

    def place(row: Score) -> tuple[int, int, int]:
        known = rules.get(row.key, [])
        return (
            keys.index(row.key) if row.key in keys else len(keys),
            row.origin != Origin.COMPUTED,
            -known.index(row.rule) if row.rule in known else 1,
        )

    return Filled(response, instrument, answers, tuple(sorted(scores, key=place)), tuple(events))


def results_of(opened: Opened, instrument: str) -> list[Filled]:
    """Return every finished form of one instrument, the oldest first (four queries): for pages and for charts."""
    rows = responses_of(opened).filter(instrument=instrument, finished_at__isnull=False)
    return with_everything(rows.select_related("about_account"))


@dataclass(frozen=True, slots=True)
class Point:
    """One result in time: what a chart needs of a form."""

    response_id: UUID
    on: date
    value: float | None  # None: no score, `why` says why
    why: str
    rule: str
    prorated: bool


def series_of(filled: Iterable[Filled], key: str = "") -> list[Point]:
    """Return one score of finished forms as points in time, in their order; the first score when no key is given."""
    points = []
    for one in filled:
        row = one.now(key or one.instrument.scores[0].key)
        if row is not None:
            value = None if row.value is None else float(row.value)
            points.append(
                Point(one.response.id, one.response.answered_on, value, row.why_none, row.rule, row.prorated)
            )
    return points


def latest_of_each(opened: Opened) -> list[Filled]:
    """Return the newest finished form of each instrument (five queries)."""
    rows = responses_of(opened).filter(finished_at__isnull=False)
    newest = rows.order_by("instrument", "-answered_on", "-started_at", "-id").distinct("instrument")
    return with_everything(newest)


# ---- asked, own answers, events ------------------------------------------------------------------


def askings_of(opened: Opened, instrument: str) -> list[Asking]:
    """Return when somebody was asked about an instrument, the newest first.

    About a form on workers only the person and who asked read it, so that no worker can tell that they were rated.
    """
    rows = Asking.objects.filter(person_id=opened.person.id, instrument=instrument)
    if worded(instrument).instrument.about_worker and not opened.is_own:
        rows = rows.filter(written_by_id=opened.viewer.account_id)
    return list(rows.select_related("written_by").order_by("-asked_on", "-created_at")[:MOST_ROWS])


def open_asking(opened: Opened, asking_id: UUID) -> QuerySet[Asking]:
    """Return the person's askings with this id: one or none."""
    return Asking.objects.filter(person_id=opened.person.id, pk=asking_id)


def own_answers_on(opened: Opened, instrument: str) -> list[OwnAnswer]:
    """Return what the person said to "is it different for you?" about an instrument, the newest first."""
    rows = seen(opened, OwnAnswer.objects.filter(instrument=instrument))
    return list(rows.order_by("-said_on", "-created_at")[:MOST_ROWS])


def to_talk_about(opened: Opened, instrument: str = "") -> list[ItemEvent]:
    """Return answers that raised an event and were not talked about yet, on forms that the viewer sees."""
    rows = ItemEvent.objects.filter(talked_at__isnull=True, response__in=responses_of(opened).order_by())
    if instrument:
        rows = rows.filter(response__instrument=instrument)
    return list(rows.select_related("response").order_by("raised_at")[:MOST_ROWS])


def to_talk_about_with(viewer: Viewer, person_ids: Iterable[UUID]) -> list[ItemEvent]:
    """Return such answers of several people whom the viewer reaches, the oldest first.

    The page keeps whose they were.
    """
    forms = Response.objects.filter(
        condition(viewer),
        _not_about(viewer),
        person_id__in=list(person_ids),
        person__in=visible_people(viewer),
        removed_at__isnull=True,
    )
    rows = ItemEvent.objects.filter(talked_at__isnull=True, response__in=forms)
    return list(rows.select_related("response__person").order_by("raised_at", "id")[:MOST_ROWS])


def open_event(opened: Opened, event_id: UUID) -> ItemEvent:
    """Return one event on a form that the viewer sees. Raises NotFound."""
    rows = ItemEvent.objects.filter(response__in=responses_of(opened).order_by(), pk=event_id)
    found = rows.select_related("response").first()
    if found is None:
        raise NotFound
    return found


def names_of(account_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return account id -> name."""
    wanted = {one for one in account_ids if one}
    return dict(Account.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
