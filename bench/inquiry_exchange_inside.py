"""What `bench.inquiry_exchange` does inside Django: run with DATABASE_URL set; prints JSON."""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402

from bench.inside import CSRF, session_of  # noqa: E402
from ownwords.inquiry.actions.export_codings import export_codings_as_operator  # noqa: E402
from ownwords.inquiry.actions.refi_export import export_refi_as_operator  # noqa: E402
from ownwords.inquiry.actions.refi_operator import import_refi_as_operator  # noqa: E402
from ownwords.inquiry.models import Study, StudyMember  # noqa: E402
from ownwords.people.models import Account, Appointment, Organisation  # noqa: E402
from ownwords.people.viewer import ROLE_KEY  # noqa: E402

COPY = """COPY (SELECT k.name, s.title, substr(t.words, c.start + 1, c."end" - c.start), c.memo, c.guid
  FROM inquiry_coding c JOIN inquiry_code k ON k.id = c.code_id JOIN inquiry_source s ON s.id = c.source_id
  JOIN inquiry_sourcetext t ON t.source_id = s.id ORDER BY s.position, c.start) TO STDOUT WITH CSV"""


def main(job: str, *arguments: str) -> None:
    """Do one job and print what it took."""
    if job == "make":
        print(json.dumps(made()))
        return
    began = time.perf_counter()
    size = done(job, Path(arguments[0]))
    wall = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": wall, "memory": most, "size": size}))


def made() -> dict[str, str]:
    """Make a study with two researchers; return its id and their sessions."""
    at = Organisation.objects.create(name="Measured")
    who = [account(at, number) for number in range(2)]
    study = Study.objects.create(organisation=at, made_by=who[0], title="Measured", method="codebook")
    for place, one in enumerate(who):
        StudyMember.objects.create(study=study, account=one, duty="coder" if place else "lead")
    mine, other = (f"{settings.SESSION_COOKIE_NAME}={as_researcher(one)}" for one in who)
    token = f"; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return {"study": str(study.id), "cookie": mine + token, "other": other + token, "csrf": CSRF}


def account(at: Organisation, number: int) -> Account:
    """Make a researcher."""
    one = Account.objects.create(
        organisation=at, signin_name=f"exchange-{number}", name=f"Researcher {number}", password="!"
    )
    Appointment.objects.create(account=one, organisation=at, role="researcher", starts_on="2019-01-01")
    return one


def as_researcher(who: Account) -> str:
    """Return the key of a session in that role."""
    store = SessionStore(session_of(who))
    store[ROLE_KEY] = "researcher"
    store.save()
    return str(store.session_key)


def done(job: str, file: Path) -> int:
    """Do one job; return how many came in, or how many bytes went out."""
    study = Study.objects.get(title="Measured")
    if job in ("import", "again"):
        with file.open("rb") as content:
            brought = import_refi_as_operator(file=content, study=study)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return brought.told.came["codings"] + brought.told.there["codings"]
    if job == "qdpx":
        out = io.BytesIO()
        export_refi_as_operator(study=study, out=out)
        return len(out.getvalue())
    if job == "floor":
        with connection.cursor() as cursor, cursor.copy(COPY) as copy:
            return sum(len(piece) for piece in copy)
    return sum(len(piece) for piece in export_codings_as_operator(study=study, form=job))


if __name__ == "__main__":
    main(*sys.argv[1:])
