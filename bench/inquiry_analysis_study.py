"""The study of `bench.inquiry_analysis`, made inside Django: run with DATABASE_URL set; prints JSON."""

from __future__ import annotations

import json
import random
import sys
import time
from uuid import UUID

import django
import numpy as np

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.inside import session_of  # noqa: E402
from ownwords.inquiry import models  # noqa: E402
from ownwords.people.models import Account, Appointment, Organisation  # noqa: E402
from ownwords.people.viewer import ROLE_KEY  # noqa: E402

TEXTS, LENGTH, TURN, CODES = 100, 50_000, 700, 1_000
SAID = (
    "so I went out with the dog and it helped a bit more than the tablets did at the time you know and then "
)
FLOOR = {
    "count of codings by code and text": """SELECT count(*) FROM (SELECT code_id, source_id, count(*)
        FROM inquiry_coding WHERE start < "end" GROUP BY 1, 2) counted""",
    "pairs that overlap, the ten most used codes": """WITH most AS (SELECT code_id FROM inquiry_coding
        GROUP BY 1 ORDER BY count(*) DESC LIMIT 10)
        SELECT count(*) FROM (SELECT a.code_id, b.code_id, count(*) FROM inquiry_coding a JOIN inquiry_coding b
          ON a.source_id = b.source_id AND a.start < b."end" AND b.start < a."end" AND a.id < b.id
        WHERE a.code_id IN (SELECT code_id FROM most) AND b.code_id IN (SELECT code_id FROM most)
        GROUP BY 1, 2) counted""",
}


def main(number: int) -> None:
    """Make the study and print where it is."""
    with transaction.atomic():
        at = Organisation.objects.create(name="Measured")
        coders = [account(at, n) for n in range(3)]
        study = models.Study.objects.create(
            organisation=at, made_by=coders[0], title="Measured", method="codebook"
        )
        for place, one in enumerate(coders):
            models.StudyMember.objects.create(study=study, account=one, duty="coder" if place else "lead")
        sources, attribute = texts(study, coders), people(study)
        codings(study, sources, codes(study), coders, number)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    here = f"/studies/{study.id}/analysis"
    pages = {
        "meet (overlap), most used codes": f"{here}/co-occurrence/",
        "meet (overlap), all codes": f"{here}/co-occurrence/?codes=all",
        "meet (same turn), all codes": f"{here}/co-occurrence/?codes=all&kind=turn",
        "meet (same text), all codes": f"{here}/co-occurrence/?codes=all&kind=document",
        "matrix by attribute, all codes": f"{here}/matrix/?codes=all&by=people:{attribute}",
        "matrix by text, all codes": f"{here}/matrix/?codes=all",
        "agreement of two": f"{here}/agreement/?who={coders[0].id}&who={coders[1].id}",
        "agreement of three": f"{here}/agreement/?" + "&".join(f"who={one.id}" for one in coders),
        "new codes": f"{here}/new-codes/",
    }
    cookie = f"{settings.SESSION_COOKIE_NAME}={as_researcher(coders[0])}"
    print(
        json.dumps(
            {"pages": pages, "cookie": cookie, "floor": {name: timed(sql) for name, sql in FLOOR.items()}}
        )
    )


def account(at: Organisation, number: int) -> Account:
    """Make a researcher."""
    made = Account.objects.create(
        name=f"Coder {number}", signin_name=f"measured{number}", organisation=at, is_active=True, made_up=True,
        password="!",
    )  # fmt: skip
    Appointment.objects.create(account=made, organisation=at, role="researcher", starts_on="2019-01-01")
    return made


def as_researcher(who: Account) -> str:
    """Return the key of a session in that role."""
    store = SessionStore(session_of(who))
    store[ROLE_KEY] = "researcher"
    store.save()
    return str(store.session_key)


def timed(sql: str) -> float:
    """Return the seconds that a statement takes, the second time."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        began = time.perf_counter()
        cursor.execute(sql)
    return time.perf_counter() - began


def texts(study: models.Study, coders: list[Account]) -> list[UUID]:
    """Make the interviews with their turns, each with a speaker who asks and one who answers, all finished."""
    words = "".join(
        f"{'P1' if n % 2 else 'Q'}: {SAID * 8}"[: TURN - 1] + "\n" for n in range(LENGTH // TURN + 1)
    )
    words, mine = words[:LENGTH], {"study": study, "made_by": coders[0]}
    sources = [
        models.Source(**mine, kind="interview", title=f"Interview {n}", position=n, length=LENGTH)
        for n in range(TEXTS)
    ]
    models.Source.objects.bulk_create(sources)
    models.SourceText.objects.bulk_create(
        models.SourceText(**mine, source=one, number=1, words=words) for one in sources
    )
    for number, one in enumerate(sources):
        who = models.Participant.objects.create(**mine, pseudonym=f"Person {number}")
        asks = models.Speaker.objects.create(study=study, source=one, label="Q", asks=True)
        says = models.Speaker.objects.create(study=study, source=one, label="P1", participant=who)
        models.Turn.objects.bulk_create(
            models.Turn(
                study=study, source=one, number=n + 1, start=at, said_from=at + 4, end=min(at + TURN - 1, LENGTH),
                speaker=says if n % 2 else asks,
            )
            for n, at in enumerate(range(0, LENGTH - 4, TURN))
        )  # fmt: skip
    models.Finished.objects.bulk_create(
        models.Finished(study=study, source=one, coder=who) for one in sources for who in coders
    )
    return [one.id for one in sources]


def people(study: models.Study) -> UUID:
    """Describe the people by one attribute, a tenth of them not."""
    attribute = models.Attribute.objects.create(study=study, made_by=study.made_by, name="Work")
    everybody = models.Participant.objects.filter(study=study)
    models.AttributeValue.objects.bulk_create(
        models.AttributeValue(study=study, attribute=attribute, participant=one, value=f"Kind {n % 5}")
        for n, one in enumerate(everybody)
        if n % 10
    )
    return attribute.id


def codes(study: models.Study) -> list[UUID]:
    """Make the tree: 10 codes, each with 9, each of these with 10 or 11."""
    made: list[models.Code] = []
    for number in range(CODES):
        parent = (
            None if number < 10 else made[(number - 10) % 10 if number < 100 else 10 + (number - 100) % 90]
        )
        made.append(
            models.Code(
                study=study,
                made_by=study.made_by,
                name=f"Code {number}",
                folded=f"code {number}",
                parent=parent,
            )
        )
    models.Code.objects.bulk_create(made)
    return [one.id for one in random.Random(3).sample(made, CODES)]


def codings(
    study: models.Study, at: list[UUID], codes_of: list[UUID], who: list[Account], number: int
) -> None:
    """Make codings; the versions that triggers would keep have nothing to do with what is measured here."""
    dice = np.random.default_rng(20261122)
    first = number * 3 // 5
    weight = 1 / np.arange(1, CODES + 1) ** 0.8
    code = dice.choice(CODES, number, p=weight / weight.sum())
    size = np.clip(dice.lognormal(5, 0.8, number).astype(int), 8, LENGTH - 50)
    start = (dice.random(number) * (LENGTH - size)).astype(int)
    text, coder = dice.integers(0, TEXTS, number), np.zeros(number, int)
    again = dice.integers(0, first, number - first)
    for column in (code, size, start, text):
        column[first:] = column[again]
    start[first:] = np.clip(start[first:] + dice.integers(-20, 20, len(again)), 0, LENGTH - size[first:])
    coder[first:] = 1 + dice.integers(0, 2, len(again))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE inquiry_coding DISABLE TRIGGER USER")
        columns = (text, code, coder, start, start + size)
        rows = dict.fromkeys(zip(*(one.tolist() for one in columns), strict=True))
        models.Coding.objects.bulk_create(
            (
                models.Coding(
                    study=study, source_id=at[row[0]], code_id=codes_of[row[1]], coder=who[row[2]], start=row[3],
                    end=row[4],
                )
                for row in rows
            ),
            batch_size=5_000,
        )  # fmt: skip
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE inquiry_coding ENABLE TRIGGER USER")


if __name__ == "__main__":
    main(int(sys.argv[1]))
