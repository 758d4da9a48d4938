"""A bounded load over loopback: so many connections, each sending one request after the other, for so many seconds."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

BIG = 2**22


@dataclass
class Result:
    """What came back: seconds of every answer, and how many of each status."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def percentile(self, share: float) -> float:
        """Return the time, in milliseconds, within which this share of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else float("nan")


def get(cookie: str, path: str) -> bytes:
    """Return the bytes of a GET."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()


def post(cookie: str, path: str, fields: dict[str, str], csrf: str) -> bytes:
    """Return the bytes of a POST, with a submission key of its own."""
    filled = {key: str(uuid4()) if value == "%s" else value for key, value in fields.items()}
    body = urlencode({**filled, "csrfmiddlewaretoken": csrf})
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


class Load:
    """Eight (or so many) connections against one port; `make` builds the next request."""

    def __init__(self, port: int, connections: int, seconds: float) -> None:
        self.port, self.connections, self.seconds = port, connections, seconds

    def run(self, make: object) -> Result:
        """Send requests until the time is up."""
        return asyncio.run(self._run(make))

    async def _run(self, make: object) -> Result:
        result, dice = Result(), random.Random(1)
        until = time.perf_counter() + self.seconds
        began = time.perf_counter()
        await asyncio.gather(*(self._one(make, dice, until, result) for _ in range(self.connections)))
        result.seconds = time.perf_counter() - began
        return result

    async def _one(self, make: object, dice: random.Random, until: float, result: Result) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=BIG)
        while time.perf_counter() < until:
            request = make(dice)  # type: ignore[operator]
            began = time.perf_counter()
            writer.write(request)
            result.statuses[await _answer(reader)] += 1
            result.times.append(time.perf_counter() - began)
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    """Read one answer to its end and return its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    for line in head.split("\r\n"):
        if line.startswith("content-length:"):
            await reader.readexactly(int(line.partition(":")[2]))
        if line.startswith("transfer-encoding:"):
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
    return int(head.split(" ", 2)[1])
