"""A report of a programme of studies: a hundred themes with twenty quotations each."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Source, SourceText, Speaker, Theme, ThemeCode, ThemeExtract, Turn
from tests import studying as make
from tests.inquiry.reporting import agreed
from tests.queries import asked

pytestmark = pytest.mark.django_db
LINE = "P1: Being heard helps, and walking with somebody who listens helps more than words of advice do."
TEXTS, TURNS, THEMES, EACH = 20, 400, 100, 20


def large(opened: OpenedStudy) -> None:
    """Make twenty texts of forty thousand characters, and themes that rest on passages of all of them."""
    study, by = opened.study, {"study_id": opened.study.id, "made_by_id": opened.me}
    who = make.participant(study)
    agreed(who)
    step = len(LINE) + 1
    texts = Source.objects.bulk_create(
        Source(**by, title=f"Interview {n}", kind="interview", length=TURNS * step) for n in range(TEXTS)
    )
    SourceText.objects.bulk_create(
        SourceText(**by, source=one, number=1, words="\n".join([LINE] * TURNS)) for one in texts
    )
    for one in texts:
        speaks = Speaker.objects.create(study=study, source=one, label="P1", participant=who)
        Turn.objects.bulk_create(
            Turn(
                study=study, source=one, number=n + 1, start=n * step, said_from=n * step + 4,
                end=n * step + len(LINE), speaker=speaks,
            )
            for n in range(TURNS)
        )  # fmt: skip
    code = make.code(study)
    themes = Theme.objects.bulk_create(Theme(**by, name=f"Theme {n}") for n in range(THEMES))
    ThemeCode.objects.bulk_create(ThemeCode(**by, theme=one, code=code) for one in themes)
    places = [(n % TEXTS, n // TEXTS * step) for n in range(THEMES * EACH)]
    codings = Coding.objects.bulk_create(
        Coding(
            study_id=study.id,
            code=code,
            source=texts[text],
            coder_id=opened.me,
            start=start + 4,
            end=start + step - 1,
        )
        for text, start in places
    )
    ThemeExtract.objects.bulk_create(
        ThemeExtract(**by, theme=themes[n // EACH], coding=one) for n, one in enumerate(codings)
    )
    with (
        connection.cursor() as cursor
    ):  # as a service does by itself; after other tests these tables count as empty
        cursor.execute("ANALYZE")


def test_a_report_of_two_thousand_quotations_asks_as_much_as_one_of_a_few(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 30: what it asks does not grow with its quotations. Time is measured, never asserted."""
    large(opened)
    page = reverse("inquiry:report", args=[opened.study.id])
    begun = time.perf_counter()
    with asked() as statements:
        shown = leads.get(page).content.decode()
    took = time.perf_counter() - begun
    print(f"\nreport of {THEMES} themes x {EACH} extracts: {took:.2f} s, {len(shown) / 1e6:.1f} MB")
    assert shown.count("(participant 1)") == THEMES * EACH
    assert len(statements) <= 150
