"""What has to be done inside Django: sessions of many workers, and counting the queries of each page.

Run as ``python -m bench.inside WORKERS`` with DATABASE_URL set; prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from ownwords.people import second_factor  # noqa: E402
from ownwords.people.models import Account, Relationship  # noqa: E402
from ownwords.people.sessions import LAST_SEEN, OPENED_AT  # noqa: E402
from ownwords.people.viewer import ROLE_KEY  # noqa: E402

CSRF = "a" * 32
PEOPLE_EACH = 25
NOT_COUNTED = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def workers(count: int) -> list[Account]:
    """Return workers spread evenly over all teams."""
    found = list(
        Account.objects.filter(memberships__role="worker", relationships__isnull=False)
        .order_by("signin_name")
        .distinct()
    )
    return found[:: max(1, len(found) // count)][:count]


def session_of(account: Account) -> str:
    """Make a session as signing in with a second factor makes it, and return its key."""
    now = int(time.time())
    store = SessionStore()
    store.update({
        SESSION_KEY: str(account.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: account.get_session_auth_hash(), second_factor.SESSION_KEY: True, ROLE_KEY: "worker",
        LAST_SEEN: now, OPENED_AT: now,
    })  # fmt: skip
    store.create()
    return str(store.session_key)


def target(account: Account) -> dict[str, Any]:
    """Return one worker's session and the addresses they open."""
    people = list(
        Relationship.objects.filter(account=account).values_list("person_id", flat=True)[:PEOPLE_EACH]
    )
    return {
        "cookie": f"{settings.SESSION_COOKIE_NAME}={session_of(account)}; {settings.CSRF_COOKIE_NAME}={CSRF}",
        "session": "",
        "people": [str(one) for one in people],
        "record": [reverse("record:record", args=[one]) for one in people],
        "visit": [reverse("record:visit", args=[one]) for one in people],
        "talk": [reverse("record:conversation_add", args=[one]) for one in people],
        "caseload": [reverse("caseload")],
        "today": [reverse("today")],
    }


def form(name: str) -> dict[str, str]:
    """Return what a worker types into a form. `%s` becomes a submission key of its own."""
    words = "We walked as far as the lock and talked about the flat."
    if name == "visit":
        return {"line": words, "promise": "Ring the office about the letter", "submission": "%s"}
    return {"words": words, "said_by": "person", "visibility": "team", "submission": "%s",
            "person-look": "The flat.", "look-person": "The flat."}  # fmt: skip


def queries(one: dict[str, Any], name: str, *, post: bool = False) -> dict[str, Any]:
    """Return how many statements one page needs, and its status, after it was opened once before."""
    client = Client(headers={"host": "127.0.0.1", "cookie": one["cookie"]})
    for part in one["cookie"].split("; "):
        key, value = part.split("=", 1)
        client.cookies[key] = value
    address = one[name][0]
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        data = {**form(name), "submission": "0193a1b2-0000-7000-8000-000000000001"}
        answer = client.post(address, data) if post else client.get(address)
    texts = [query["sql"] for query in captured.captured_queries]
    return {
        "queries": sum(not text.startswith(NOT_COUNTED) for text in texts),
        "status": answer.status_code,
        "bytes": len(answer.content),
        "sql": [text[:160] for text in texts],
    }


def main(count: int) -> None:
    """Print sessions and query counts."""
    targets = [target(account) for account in workers(count)]
    first = targets[0]
    counts = {name: queries(first, name) for name in ("record", "caseload", "today")}
    counts["visit"] = queries(first, "visit", post=True)
    counts["talk"] = queries(first, "talk", post=True)
    print(json.dumps({"targets": targets, "queries": counts, "csrf": CSRF,
                      "forms": {name: form(name) for name in ("visit", "talk")}}))  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]))
