"""Standard measures of a large made-up service: forms, answers and results of two measures, and what is counted."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from ownwords.measures.method import catalogue
from ownwords.measures.models import Answer, Asking, Course, Response, Score

MEASURES = ("phq-9", "gad-7")
_FORM = "(SELECT r.created_at FROM measures_response r WHERE r.id = t.response_id)"
#: Every table that is filled, with the SQL of the moment at which a row of it was made.
MOMENTS: dict[type[Model], str] = {
    Asking: "created_at", Response: "created_at", Answer: _FORM, Score: "worked_out_at", Course: "changed_at",
}  # fmt: skip

BEGIN = """
CREATE TEMP TABLE made_measure (key text PRIMARY KEY, edition text, digest text, rule text, items text[]);
CREATE TEMP TABLE made_band (measure text, low numeric, high numeric, band text);
CREATE TEMP TABLE made_form (
  id uuid, n int, k int, measure text, person uuid, writer uuid, at timestamptz, hard int);
CREATE TEMP TABLE made_answer (form uuid, item text, value int);
"""

# The same as the triggers count, for everybody at once.
COURSES = """
INSERT INTO measures_course
  (person_id, instrument, asked, scored, first_on, first_value, last_on, last_value, changed_at)
SELECT coalesce(a.person_id, r.person_id), coalesce(a.instrument, r.instrument), coalesce(a.asked, 0),
  coalesce(r.scored, 0), r.first_on, r.first_value, r.last_on, r.last_value, now()
FROM (SELECT person_id, instrument, count(*) AS asked FROM measures_asking GROUP BY 1, 2) a
FULL JOIN (
  SELECT f.person_id, f.instrument, count(*) AS scored, min(f.answered_on) AS first_on, max(f.answered_on) AS last_on,
    (array_agg(s.value ORDER BY f.answered_on, f.started_at, f.id))[1] AS first_value,
    (array_agg(s.value ORDER BY f.answered_on DESC, f.started_at DESC, f.id DESC))[1] AS last_value
  FROM measures_response f JOIN measures_score s ON s.response_id = f.id
  WHERE f.in_figures GROUP BY 1, 2) r
ON r.person_id = a.person_id AND r.instrument = a.instrument
"""


def prepare(cursor: Any) -> None:
    """Make the temporary tables and tell them what the two measures are."""
    cursor.execute(BEGIN)
    for key in MEASURES:
        one = catalogue.instrument(key)
        score = one.score()
        cursor.execute(
            "INSERT INTO made_measure VALUES (%s, %s, %s, %s, %s)",
            [key, one.edition, one.digest, score.rule.version, list(score.items)],
        )
        for band in score.bands:
            cursor.execute(
                "INSERT INTO made_band VALUES (%s, %s, %s, %s)", [key, band.low, band.high, band.key]
            )


def count_courses(cursor: Any) -> None:
    """Count first and last results of everybody, as the triggers would have done one by one."""
    cursor.execute(COURSES)
