"""F13: the database frozen, locked or read-only. The page says so, and whatever was typed comes back."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from ownwords.engine import attach_or_open
from tests.faults.service import Service, kill
from tests.faults.visitor import Answer, Fields, Visitor, form_with, heading

WORDS = "What I typed\nwhile nothing could be saved: <b>&amp;</b> “ça” 🌊"


@contextmanager
def frozen(service: Service) -> Iterator[None]:
    """Stop every process of the database in its tracks: it is there, and says nothing."""
    stopped = service.backends()
    for pid in stopped:
        kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in stopped:
            kill(pid, signal.SIGCONT)


@contextmanager
def locked(service: Service) -> Iterator[None]:
    """Let somebody else hold the table of entries."""
    with (
        attach_or_open(service.folder, allow_root=True, environ={}) as server,
        psycopg.connect(server.url()) as link,
    ):
        link.execute("LOCK TABLE record_entry IN ACCESS EXCLUSIVE MODE")
        yield
        link.rollback()


@contextmanager
def read_only(service: Service) -> Iterator[None]:
    """Take the right to write from every session, as on a copy that stands in for the database."""
    _writing(service, "on")
    try:
        yield
    finally:
        _writing(service, "off")


def _writing(service: Service, read_only: str) -> None:
    with (
        attach_or_open(service.folder, allow_root=True, environ={}) as server,
        psycopg.connect(server.url(), autocommit=True) as link,
    ):
        link.execute("SET default_transaction_read_only = off")
        link.execute(f"ALTER DATABASE ownwords SET default_transaction_read_only = {read_only}")
        link.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = 'ownwords' AND pid <> pg_backend_pid()"
        )


def timed(ask: Callable[[], Answer]) -> tuple[Answer, float]:
    """Return an answer and how long it took, in seconds."""
    began = time.monotonic()
    return ask(), time.monotonic() - began


FAULTS = {"frozen": frozen, "locked": locked, "read-only": read_only}


@pytest.mark.parametrize("fault", list(FAULTS))
def test_a_database_that_cannot_save_is_said_and_typed_words_come_back(lasting: Service, fault: str) -> None:
    """platform F13: the page says so, drafts are kept; sent again from that very page, they are saved."""
    visitor, path = lasting.visitor(), lasting.path("add/note/")
    form = {**visitor.open_form(path), "words": [f"{WORDS} ({fault})"]}
    with FAULTS[fault](lasting):
        answer, took = timed(lambda: visitor.post(path, form))
        again, took_again = timed(lambda: visitor.post(path, form_with(answer.text, "words")[1]))
    print(f"\n{fault}: said after {took:.1f} s, then {took_again:.1f} s")
    for one in (answer, again):
        assert one.status == 503
        assert heading(one.text) == "Your words are still here"
    action, kept = form_with(again.text, "words")
    assert action == path
    assert kept["words"] == form["words"]
    assert _in_the_end(visitor, path, kept)
    found = lasting.sql("SELECT words FROM record_entry WHERE words LIKE %s", f"%({fault})")
    assert found == [(form["words"][0],)]


def _in_the_end(visitor: Visitor, path: str, form: Fields) -> bool:
    """Send a form until it is saved; the first answers may still tell of a connection that was lost."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if visitor.post(path, form).saved:
            return True
        time.sleep(0.2)
    return False


def test_a_page_that_cannot_be_read_says_so_and_comes_back_by_itself(lasting: Service) -> None:
    """platform F13: in words, with help in a crisis still there; nothing has to be started again."""
    visitor = lasting.visitor()
    with frozen(lasting):
        answer, took = timed(lambda: visitor.get(lasting.path("record/")))
        static, _ = timed(lambda: visitor.get("/static/site/app.css"))
    print(f"\nreading, frozen: said after {took:.1f} s")
    assert (answer.status, static.status) == (503, 200)
    assert heading(answer.text) == "We are not available just now"
    assert "Help in a crisis" in answer.text
    deadline = time.monotonic() + 30
    while visitor.get(lasting.path("record/")).status != 200:
        assert time.monotonic() < deadline, lasting.log()


def test_sessions_that_the_database_ends_are_opened_anew(lasting: Service) -> None:
    """platform F13: a database that was restarted is found again by itself."""
    visitor = lasting.visitor()
    ended = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'ownwords'"
    )
    lasting.sql(ended)
    time.sleep(0.5)
    assert visitor.get(lasting.path("record/")).status == 200
