"""A server that keeps every single wait short and never comes to an end, before the answer proper has begun."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ownwords.connections.actions.directory_feed import Limits, read_feed
from ownwords.connections.method.directory.remarks import Remark

LIMITS = Limits(request_seconds=1.0, wait_seconds=1.0, total_seconds=10.0, retries=0)


@contextmanager
def dripping(begins: bytes, drop: bytes) -> Iterator[str]:
    """Listen, answer each request with a beginning, then with one drop after the other, for ten seconds."""
    stop = threading.Event()

    def drip(one: socket.socket) -> None:
        with one:
            try:
                one.recv(4096)
                one.sendall(begins)
                while not stop.wait(0.2):
                    one.sendall(drop)
            except OSError:
                return

    def serve(listening: socket.socket) -> None:
        while True:
            try:
                one, _from = listening.accept()
            except OSError:
                return
            threading.Thread(target=drip, args=(one,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        timer = threading.Timer(10, stop.set)
        timer.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/services"
        finally:
            stop.set()
            timer.cancel()
            listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("begins", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-More: yes\r\n"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x"),
        (b"HTTP/1.1 302 Found\r\nLocation: /services\r\n", b"X-More: yes\r\n"),
    ],
)
def test_a_server_that_drips_its_headers_is_left(begins: bytes, drop: bytes) -> None:
    """connecting R18, bad input: the time of a request holds for all of it, not only for what follows the headers."""
    begun = time.monotonic()
    with dripping(begins, drop) as url:
        found = list(read_feed(url, LIMITS))
    assert time.monotonic() - begun < 4
    assert [one.kind for one in found if isinstance(one, Remark)] == ["stopped"]
    assert len(found) == 1
