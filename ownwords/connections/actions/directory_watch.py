"""One clock for the whole of a request: a server may keep every single wait short and still never come to an end."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any


class Watch:
    """Closes the connection of a request that lasts too long, also before an answer has begun.

    ``heard`` is handed to the client as its trace: it learns there of each connection that is made.
    """

    def __init__(self) -> None:
        self.over = False
        self._line: socket.socket | None = None

    def heard(self, name: str, told: Mapping[str, Any]) -> None:
        """Keep hold of a connection that was made just now. A second handle of it outlives its wrapping in TLS."""
        if name == "connection.connect_tcp.complete":
            self.close()
            self._line = told["return_value"].get_extra_info("socket").dup()
            if self.over:
                self._cut()

    @contextlib.contextmanager
    def within(self, seconds: float) -> Any:
        """Cut the connection off when what is done inside lasts longer; then ``over`` says so."""
        self.over = False
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def close(self) -> None:
        """Let go of the connection."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def _end(self) -> None:
        self.over = True
        self._cut()

    def _cut(self) -> None:
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
