"""Several requests at the same moment, each in a thread and on a connection to the database of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.test import Client

Call = Callable[[], Any]


def at_once(*calls: Call) -> list[Any]:
    """Run several calls at the same moment; return what each gave, or raised, in their order."""
    gate, found = threading.Barrier(len(calls)), dict[int, Any]()

    def run(number: int, call: Call) -> None:
        try:
            gate.wait(10)
            found[number] = call()
        except Exception as error:  # noqa: BLE001  (whatever it is, the test looks at it)
            found[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [found.get(number, TimeoutError("never came back")) for number in range(len(calls))]


def posting(client: Client, address: str, form: dict[str, Any]) -> Call:
    """Return a call that sends a form and returns the status of the answer."""
    return lambda: client.post(address, form).status_code


def getting(client: Client, address: str) -> Call:
    """Return a call that opens a page and returns its status."""
    return lambda: client.get(address).status_code
