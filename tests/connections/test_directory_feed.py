"""Reading a directory from a live address: a server in a thread that misbehaves in every way feeds were seen to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ownwords.connections.actions.directory_feed import Limits, read_feed
from ownwords.connections.method.directory.document import Item
from ownwords.connections.method.directory.gathering import Notes, gather
from ownwords.connections.method.directory.remarks import Remark
from tests.connections.directory_feeds import record

QUICK = Limits(request_seconds=1.0, wait_seconds=0.5, total_seconds=20.0, retry_seconds=0.01)
Answer = tuple[int, dict[str, str], bytes | Iterator[bytes]]


class Server:
    """A server whose answers are a function of the path and the query; it remembers what it was asked."""

    def __init__(self, answer: Callable[[str, dict[str, str]], Any]) -> None:
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                parts = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                made = answer(parts.path, query)
                status, headers, body = made if isinstance(made, tuple) else (200, {}, made)
                with suppress(BrokenPipeError, ConnectionResetError):
                    self._send(status, headers, body)

            def _send(self, status: int, headers: dict[str, str], body: Any) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                pieces = [body] if isinstance(body, bytes) else body
                if isinstance(body, dict | list):
                    pieces = [json.dumps(body).encode()]
                for piece in pieces:
                    self.wfile.write(piece)

            def log_message(self, *_args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def close(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers; all of them end with the test."""
    servers: list[Server] = []

    def start(answer: Callable[[str, dict[str, str]], Any]) -> Server:
        servers.append(Server(answer))
        return servers[-1]

    yield start
    for one in servers:
        one.close()


def page(rows: list[Any], number: int, pages: int, total: int, **more: Any) -> dict[str, Any]:
    """One page of a list."""
    return {
        "total_items": total, "total_pages": pages, "page_number": number, "size": len(rows),
        "first_page": number == 1, "last_page": number == pages, "empty": not rows, "contents": rows, **more,
    }  # fmt: skip


def rows(*numbers: int) -> list[dict[str, Any]]:
    """Services with these numbers."""
    return [record(id=f"svc-{number}", name=f"Service {number}") for number in numbers]


def read(server: Server, path: str = "/services", limits: Limits = QUICK) -> tuple[list[str], Notes]:
    """Read a feed; return the ids of its services and what was said."""
    notes = Notes()
    found = [row.external_id for row in gather(read_feed(server.url + path, limits), "oruk-3", notes)]
    return found, notes


def kinds(notes: Notes) -> set[str]:
    """What was said."""
    return set(notes.counts)


def test_pages_are_read_one_after_the_other_to_the_last(serve: Any) -> None:
    """connecting 3.3: a list comes in pages."""
    pages = {1: rows(1, 2), 2: rows(3, 4), 3: rows(5)}
    server = serve(lambda _path, query: page(pages[n := int(query.get("page", 1))], n, 3, 5))
    found, notes = read(server)
    assert found == ["svc-1", "svc-2", "svc-3", "svc-4", "svc-5"]
    assert (notes.whole, kinds(notes)) == (True, set())
    assert server.asked == ["/services", "/services?page=2", "/services?page=3"]


def test_the_root_of_a_server_leads_to_its_services(serve: Any) -> None:
    """connecting 3.3: / says what the server is."""
    answers = {"/": {"version": "3.0", "openapi_url": "x"}, "/services": page(rows(1), 1, 1, 1)}
    found, _notes = read(serve(lambda path, _query: answers[path]), "/")
    assert found == ["svc-1"]


def test_a_list_without_nested_parts_is_read_service_by_service(serve: Any) -> None:
    """connecting 3.3: list items omit nested arrays, so detail needs one call per service."""
    whole = {f"/services/svc-{n}": rows(n)[0] for n in (1, 2)}
    bare = [{key: one[key] for key in ("id", "name", "status", "description")} for one in rows(1, 2, 3)]

    def answer(path: str, _query: dict[str, str]) -> Any:
        return page(bare, 1, 1, 3) if path == "/services" else whole.get(path, (404, {}, b"none"))

    notes = Notes()
    found = list(gather(read_feed(serve(answer).url + "/services", QUICK), "oruk-3", notes))
    assert [one.organisation for one in found] == ["Hillside Trust", "Hillside Trust", ""]
    assert notes.counts["no_detail"] == 1


def test_pages_that_loop_end_the_reading(serve: Any) -> None:
    """connecting R18: page loops stop on a repeated page; with services missing nothing is called gone."""
    server = serve(lambda _path, query: page(rows(1, 2), int(query.get("page", 1)), 99, 500))
    found, notes = read(server)
    assert found == ["svc-1", "svc-2"]
    assert len(server.asked) == 2
    assert "repeated_page" in kinds(notes)
    assert not notes.whole


def test_a_loop_of_several_pages_ends_too(serve: Any) -> None:
    """Bad input: page 4 is page 2 again."""
    loop = {1: rows(1), 2: rows(2), 3: rows(3)}
    server = serve(lambda _path, query: page(loop[(int(query.get("page", 1)) - 1) % 3 + 1], 1, 99, 99))
    found, _notes = read(server)
    assert found == ["svc-1", "svc-2", "svc-3"]
    assert len(server.asked) == 4


def test_an_empty_page_ends_the_reading(serve: Any) -> None:
    """connecting R18: page loops stop on an empty page, whatever the header says."""
    pages = {1: rows(1, 2)}
    server = serve(
        lambda _path, query: page(pages.get(int(query.get("page", 1)), []), 1, 99, 2, last_page=False)
    )
    found, notes = read(server)
    assert (len(found), notes.whole) == (2, True)


def test_a_page_beyond_the_end_that_is_not_there_is_an_end(serve: Any) -> None:
    """Some servers answer 404 after the last page."""

    def answer(_path: str, query: dict[str, str]) -> Any:
        number = int(query.get("page", 1))
        return page(rows(1, 2), 1, 5, 2) if number == 1 else (404, {}, b"")

    found, notes = read(serve(answer))
    assert (len(found), notes.whole) == (2, True)


def test_totals_that_change_midway_are_told(serve: Any) -> None:
    """Bad input: a feed that changes totals midway."""
    pages = {1: page(rows(1, 2), 1, 2, 4), 2: page(rows(3), 2, 2, 3)}
    found, notes = read(serve(lambda _path, query: pages[int(query.get("page", 1))]))
    assert found == ["svc-1", "svc-2", "svc-3"]
    assert kinds(notes) == {"total_changed"}
    assert notes.whole


def test_a_total_that_is_never_reached_marks_nothing_as_gone(serve: Any) -> None:
    """connecting R18: wrong totals."""
    found, notes = read(serve(lambda _path, _query: page(rows(1), 1, 1, 31)))
    assert (found, notes.whole) == (["svc-1"], False)
    assert "wrong_total" in kinds(notes)


def test_an_answer_that_never_ends_is_cut_off(serve: Any) -> None:
    """Bad input: a feed that sends 100 MB. No more than the limit is ever taken."""
    sent = []

    def endless() -> Iterator[bytes]:
        yield b'{"contents": ['
        for _ in range(2_000):
            sent.append(65_536)
            yield b" " * 65_536

    found, notes = read(
        serve(lambda _path, _query: (200, {}, endless())), limits=Limits(answer_bytes=1_000_000)
    )
    assert (found, kinds(notes), notes.whole) == ([], {"too_long"}, False)
    assert sum(sent) < 100_000_000


def test_a_packed_answer_is_not_unpacked(serve: Any) -> None:
    """Bad input: a small answer that unpacks to very much."""
    found, notes = read(
        serve(lambda _path, _query: (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b" + b"0" * 50))
    )
    assert (found, notes.counts["stopped"]) == ([], 1)


def test_a_server_that_drips_is_left(serve: Any) -> None:
    """Bad input: one byte at a time keeps every single wait short."""

    def drip() -> Iterator[bytes]:
        for _ in range(100):
            time.sleep(0.1)
            yield b" "

    begun = time.monotonic()
    found, notes = read(serve(lambda _path, _query: (200, {}, drip())))
    assert (found, notes.counts["stopped"]) == ([], 1)
    assert time.monotonic() - begun < 5


def test_a_server_that_says_nothing_is_left(serve: Any) -> None:
    """A request waits only so long."""
    found, notes = read(serve(lambda _path, _query: time.sleep(3) or {}))
    assert (found, notes.counts["stopped"]) == ([], 1)


def test_html_instead_of_json_is_told(serve: Any) -> None:
    """Bad input: a feed that sends HTML; on a later page what was read stands."""
    html = b"<!DOCTYPE html><html><body>Log in</body></html>"
    assert read(serve(lambda _path, _query: html))[1].counts["html"] == 1
    later = serve(lambda _path, query: html if "page" in query else page(rows(1), 1, 2, 2))
    found, notes = read(later)
    assert (found, notes.whole) == (["svc-1"], False)
    assert "html" in kinds(notes)


def test_a_busy_server_is_asked_again_and_then_left(serve: Any) -> None:
    """429 and 500 with few retries."""
    state = {"left": 2}

    def busy(_path: str, _query: dict[str, str]) -> Any:
        state["left"] -= 1
        return (429, {}, b"") if state["left"] >= 0 else page(rows(1), 1, 1, 1)

    assert read(serve(busy))[0] == ["svc-1"]
    broken = serve(lambda _path, _query: (500, {}, b"oops"))
    assert read(broken)[1].counts["stopped"] == 1
    assert len(broken.asked) == 1 + QUICK.retries


def test_a_redirect_is_followed_on_the_same_host_only(serve: Any) -> None:
    """Redirects: only the same host, and never round and round."""
    other = serve(lambda _path, _query: page(rows(9), 1, 1, 1))
    same = serve(
        lambda path, _query: page(rows(1), 1, 1, 1) if path == "/v2" else (302, {"Location": "/v2"}, b"")
    )
    assert read(same)[0] == ["svc-1"]
    away = serve(lambda _path, _query: (302, {"Location": other.url + "/services"}, b""))
    assert read(away)[1].counts["stopped"] == 1
    assert other.asked == []
    elsewhere = serve(lambda _path, _query: (302, {"Location": "file:///etc/passwd"}, b""))
    assert read(elsewhere)[1].counts["stopped"] == 1
    circle = serve(lambda path, _query: (302, {"Location": path}, b""))
    assert read(circle)[1].counts["stopped"] == 1
    assert len(circle.asked) == QUICK.redirects + 1


def test_pages_and_requests_without_an_end_are_bounded(serve: Any) -> None:
    """Bad input: a feed that makes up a new page for ever."""
    server = serve(
        lambda _path, query: page(rows(n := int(query.get("page", 1))), n, n + 1, n + 1, last_page=False)
    )
    found, notes = read(server, limits=Limits(pages=5))
    assert (len(found), notes.counts["stopped"]) == (5, 1)
    found, notes = read(server, limits=Limits(requests=3))
    assert (len(found), notes.counts["stopped"]) == (3, 1)


@pytest.mark.parametrize("url", ["ftp://x/y", "http://", "file:///etc/passwd", "http://user:pw@127.0.0.1/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    """Only http and https, and no password in it."""
    (only,) = read_feed(url)
    assert isinstance(only, Remark)
    assert only.kind == "bad_address"


def test_nobody_there_is_told() -> None:
    """A server that cannot be reached."""
    (only,) = read_feed("http://127.0.0.1:9/services", QUICK)
    assert isinstance(only, Remark)
    assert only.kind == "stopped"


def test_an_address_of_a_plain_list_is_read(serve: Any) -> None:
    """A feed that is a file on a server: a list, or one service a line."""
    assert read(serve(lambda _path, _query: rows(1, 2)), "/all.json")[0] == ["svc-1", "svc-2"]
    lines = "\n".join(json.dumps(one) for one in rows(1, 2)).encode()
    found = list(read_feed(serve(lambda _path, _query: lines).url + "/all.ndjson", QUICK))
    assert [one.path for one in found if isinstance(one, Item)] == ["line 1", "line 2"]
