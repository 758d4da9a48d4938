"""Write the study into our own database, inside Django: FOLDER; prints the addresses that are measured, and sessions.

Rows are written in bulk and the versions that triggers would keep are left out: they have nothing to do with reading.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.beside.corpus import CODERS, rows  # noqa: E402
from bench.inquiry_exchange_inside import CSRF, account, as_researcher  # noqa: E402
from ownwords.inquiry import models  # noqa: E402
from ownwords.inquiry.method.folding import folded  # noqa: E402
from ownwords.inquiry.queries.passages import Place  # noqa: E402
from ownwords.people.models import Account, Organisation  # noqa: E402


def main(folder: Path) -> None:
    """Write everything and print what a browser would open."""
    with transaction.atomic():
        at = Organisation.objects.create(name="Measured")
        who = dict(zip(CODERS, (account(at, n) for n in range(3)), strict=True))
        lead = who[CODERS[0]]
        study = models.Study.objects.create(
            organisation=at, made_by=lead, title="Measured", method="codebook"
        )
        for one in who.values():
            duty = "lead" if one == lead else "coder"
            models.StudyMember.objects.create(study=study, account=one, duty=duty)
        texts, codes = written_texts(study, folder), written_codes(study, folder)
        most = write_codings(folder, study, texts, codes, who)
        models.Finished.objects.bulk_create(
            models.Finished(study=study, source_id=text, coder=one)
            for text in texts.values()
            for one in who.values()
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(json.dumps(addresses(study, texts, codes, most, who)))


def written_texts(study: models.Study, folder: Path) -> dict[int, UUID]:
    """Write texts with a turn for each line; return their ids by the numbers of the corpus."""
    made: dict[int, UUID] = {}
    mine: dict[str, Any] = {"study": study, "made_by": study.made_by}
    people = {}
    for place, one in enumerate(rows(folder / "documents.jsonl")):
        words = one["text"]
        text = models.Source.objects.create(
            **mine, kind="interview", title=one["name"], position=place, length=len(words)
        )
        models.SourceText.objects.create(**mine, source=text, number=1, words=words)
        labels = {line.partition(": ")[0] for line in words.split("\n") if ": " in line}
        speakers = {}
        for label in sorted(labels):
            asks = not label.split("] ")[-1].startswith("P")
            name = label.split("] ")[-1]
            if not asks and name not in people:
                people[name] = models.Participant.objects.create(**mine, pseudonym=name)
            speakers[label] = models.Speaker.objects.create(
                study=study,
                source=text,
                label=label[:120],
                asks=asks,
                participant=None if asks else people[name],
            )
        models.Turn.objects.bulk_create(turns(study, text, words, speakers))
        made[one["id"]] = text.id
    describe(study, people)
    return made


def turns(
    study: models.Study, text: models.Source, words: str, speakers: dict[str, models.Speaker]
) -> Iterator[models.Turn]:
    """Yield a turn for each line."""
    at = 0
    for number, line in enumerate(words.split("\n"), 1):
        label, found, _ = line.partition(": ")
        if line:
            yield models.Turn(
                study=study, source=text, number=number, start=at, end=at + len(line),
                said_from=at + (len(label) + 2 if found else 0), speaker=speakers.get(label) if found else None,
            )  # fmt: skip
        at += len(line) + 1


def describe(study: models.Study, people: dict[str, models.Participant]) -> None:
    """Describe everybody who takes part by one attribute of three values."""
    attribute = models.Attribute.objects.create(study=study, made_by=study.made_by, name="Work")
    models.AttributeValue.objects.bulk_create(
        models.AttributeValue(study=study, attribute=attribute, participant=one, value=f"Kind {n % 3}")
        for n, one in enumerate(people.values())
    )


def written_codes(study: models.Study, folder: Path) -> dict[int, UUID]:
    """Write the tree; return the ids by the numbers of the corpus."""
    made: dict[int, models.Code] = {}
    for place, one in enumerate(rows(folder / "codes.jsonl")):
        made[one["id"]] = models.Code(
            study=study, made_by=study.made_by, name=one["name"], folded=folded(one["name"]), position=place,
            parent=made[one["parent"]] if one["parent"] else None, definition=one["definition"],
        )  # fmt: skip
    models.Code.objects.bulk_create(made.values())
    return {number: one.id for number, one in made.items()}


def write_codings(
    folder: Path, study: models.Study, texts: dict[int, UUID], codes: dict[int, UUID], who: dict[str, Account]
) -> int:
    """Write the passages; return the number of the code that has most."""
    counted: Counter[int] = Counter()

    def made() -> Iterator[models.Coding]:
        for one in rows(folder / "codings.jsonl"):
            counted[one["code"]] += 1
            yield models.Coding(
                study=study, source_id=texts[one["document"]], code_id=codes[one["code"]], coder=who[one["coder"]],
                start=one["start"], end=one["end"],
            )  # fmt: skip

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE inquiry_coding DISABLE TRIGGER USER")
        kept, batch = made(), list[models.Coding]()
        for one in kept:
            batch.append(one)
            if len(batch) == 5_000:
                models.Coding.objects.bulk_create(batch)
                batch.clear()
        models.Coding.objects.bulk_create(batch)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE inquiry_coding ENABLE TRIGGER USER")
    return min(counted, key=lambda code: (-counted[code], code))


def addresses(
    study: models.Study, texts: dict[int, UUID], codes: dict[int, UUID], most: int, who: dict[str, Account]
) -> dict[str, Any]:
    """Return what is opened, by the names that `bench.inquiry_beside` gives."""
    here, code = f"/studies/{study.id}", codes[most]
    late = list(
        models.Coding.objects.filter(code_id=code).order_by("-source__position", "-start", "-id")[:51]
    )[-1]
    last = Place(late.source_id, late.start, late.id)
    attribute = models.Attribute.objects.get(study=study).id
    coders = "&".join(f"who={who[one].id}" for one in CODERS[:2])
    lead, other = (
        f"{settings.SESSION_COOKIE_NAME}={as_researcher(who[one])}; {settings.CSRF_COOKIE_NAME}={CSRF}"
        for one in CODERS[:2]
    )
    return {
        "most": most,
        "code": str(code),
        "cookie": lead,
        "other": other,
        "csrf": CSRF,
        "study": here + "/",
        "csv": f"{here}/exchange/",
        "pages": {
            "codes": f"{here}/codes/",
            "open": f"{here}/texts/{texts[1]}/code/",
            "first": f"{here}/codes/{code}/passages/",
            "last": f"{here}/codes/{code}/passages/?after={quote(str(last))}",
            "meet": f"{here}/analysis/co-occurrence/?codes=all",
            "matrix": f"{here}/analysis/matrix/?codes=all&by=people:{attribute}",
            "agreement": f"{here}/analysis/agreement/?{coders}",
        },
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
