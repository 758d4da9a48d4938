"""Searching one person's record: whole words in any form first, then words that are spelt nearly alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Case, F, FloatField, Func, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, Left, Length, Lower, NullIf
from django.db.models.lookups import GreaterThan

from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.record.method.marking import START, STOP, marked, nearly
from ownwords.record.models import Entry
from ownwords.record.queries.entries import entries_of, shares_of
from ownwords.record.queries.steps import steps_of

CONFIG = "ownwords"
LONGEST = 200
MOST = 50
CLOSE_ENOUGH = 0.45
WHOLE = 500
# Nobody looks for a misspelt word in the ten-thousandth line of one entry; letters are compared up to here.
COMPARED = 4_000
# Every text of an entry and of what stands beside it.
TEXTS = (
    "words", "rewording", "about", "tag_words", "happened_words", "answer_words", "said_by_name", "goal__why",
    "goal__a_bit", "goal__hoped", "goal__more_than_hoped", "goal__outcome_words", "goal__whose_names",
    "goal__origin_name", "strength__example", "strength__domain_words", "preference__not_wanted",
    "preference__why", "conversation__place",
)  # fmt: skip
# Lists of texts kept as JSON: only their texts, not the names of their parts.
LISTS = (
    ("conversation__answers", "$[*].words"),
    ("goal__obstacles", "$[*].obstacle"),
    ("goal__obstacles", "$[*].then"),
    ("goal__needs", "$[*].words"),
)
STEP_TEXTS = ("words", "what_happened", "owner_name")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: its entry, and the text in pieces (found?, words)."""

    entry_id: UUID
    entry: Entry
    pieces: list[tuple[bool, str]]
    in_step: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found. `nearly` says that nothing was spelt as it was typed."""

    query: str
    found: list[Found]
    nearly: bool
    more: bool
    circle: Circle
    shares: dict[UUID, list[UUID]]


def clean_query(typed: str) -> str:
    """Return what is searched for: no signs that no text holds, one blank between words, 200 characters at most."""
    kept = "".join(sign for sign in typed[: LONGEST * 4] if sign.isprintable() or sign.isspace())
    kept = kept.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
    return " ".join(kept.split())[:LONGEST]


def search_of(opened: Opened, typed: str) -> Findings:
    """Return what an opened person's record holds for a query, as far as this viewer sees it.

    Raises nothing for any text: unbalanced quotes and operators are read as words (`websearch_to_tsquery`).
    """
    query = clean_query(typed)
    found: list[Found] = []
    close = False
    if query:
        found = _whole(opened, query)
        if not found:
            found = _close(opened, query)
            close = bool(found)
    shown = found[:MOST]
    entries = [one.entry for one in shown]
    return Findings(
        query, shown, close, len(found) > MOST, circle_of(opened), shares_of(entries) if entries else {}
    )


class _Texts(Func):
    """The texts of a JSON list, one on each line; NULL when there is none."""

    function = "jsonb_path_query_array"
    output_field = TextField()
    template = "(SELECT string_agg(one, E'\\n') FROM jsonb_array_elements_text(%(function)s(%(expressions)s)) AS one)"


class _Lines(Func):
    """Texts below each other, without those that are NULL."""

    function = "concat_ws"
    output_field = TextField()


class _Folded(Func):
    function = "unaccent"
    output_field = TextField()


class _Alike(Func):
    """How alike a query is to the nearest words of a text, 0 to 1 (pg_trgm)."""

    function = "strict_word_similarity"
    output_field = FloatField()


def _all_texts() -> Any:
    """Every text of an entry, each on a line of its own; an empty one takes no line."""
    lists = [_Texts(F(name), Cast(Value(path), _Path())) for name, path in LISTS]
    parts = [NullIf(part, Value(""), output_field=TextField()) for part in (*map(F, TEXTS), *lists)]
    return _Lines(Value("\n"), *parts)


class _Path(TextField):  # type: ignore[type-arg]
    """The type of a path into JSON."""

    def db_type(self, connection: Any) -> str:
        """Return PostgreSQL's name for it."""
        return "jsonpath"

    def cast_db_type(self, connection: Any) -> str:
        """Return PostgreSQL's name for it."""
        return "jsonpath"


def _headline(text: Any, query: SearchQuery) -> Any:
    """Short texts whole, of long ones the lines around what was found."""
    lines = SearchHeadline(
        text,
        query,
        config=CONFIG,
        start_sel=START,
        stop_sel=STOP,
        max_words=60,
        min_words=30,
        max_fragments=2,
    )
    whole = SearchHeadline(text, query, config=CONFIG, start_sel=START, stop_sel=STOP, highlight_all=True)
    return Case(When(GreaterThan(Length(text), WHOLE), then=lines), default=whole, output_field=TextField())


def _light(opened: Opened) -> QuerySet[Entry]:
    return entries_of(opened).select_related(None).select_related("written_by", "conversation")


def _whole(opened: Opened, typed: str) -> list[Found]:
    """Entries and steps that hold the words in any of their forms (two queries)."""
    query = SearchQuery(typed, config=CONFIG, search_type="websearch")
    rows = (
        _light(opened)
        .annotate(texts=_all_texts())
        .annotate(doc=SearchVector("texts", config=CONFIG))
        .filter(doc=query)
        .annotate(rank=SearchRank(F("doc"), query), line=_headline("texts", query))
        .defer("original_words")
        .order_by("-rank", "-created_at", "-id")[: MOST + 1]
    )
    steps = (
        steps_of(opened)
        .annotate(doc=SearchVector(*STEP_TEXTS, config=CONFIG))
        .filter(doc=query)
        .annotate(line=_headline(_Lines(Value("\n"), "words", NullIf("what_happened", Value(""))), query))
        .select_related("entry", "entry__written_by", "entry__conversation")
        .order_by("-created_at", "-id")[: MOST + 1]
    )
    found = [Found(row.id, row, marked(row.line)) for row in rows]
    return found + [Found(step.entry_id, step.entry, marked(step.line), in_step=True) for step in steps]


def _close(opened: Opened, typed: str) -> list[Found]:
    """Entries and steps with words spelt nearly alike (two queries)."""
    wanted = _Folded(Lower(Value(typed)))
    text = _Folded(Lower(Left(_all_texts(), COMPARED)))
    step_text = _Folded(
        Lower(Left(Concat("words", Value(" "), "what_happened", output_field=TextField()), COMPARED))
    )
    rows = (
        _light(opened)
        .annotate(texts=_all_texts(), alike=_Alike(wanted, text))
        .filter(alike__gte=CLOSE_ENOUGH)
        .order_by("-alike", "-created_at", "-id")[: MOST + 1]
    )
    steps = (
        steps_of(opened)
        .annotate(alike=_Alike(wanted, step_text))
        .filter(alike__gte=CLOSE_ENOUGH)
        .select_related("entry", "entry__written_by", "entry__conversation")
        .order_by("-alike", "-created_at", "-id")[: MOST + 1]
    )
    found = [Found(row.id, row, nearly(typed, row.words)) for row in rows]
    return found + [
        Found(step.entry_id, step.entry, nearly(typed, step.words), in_step=True) for step in steps
    ]
