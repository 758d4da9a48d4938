"""Reading a directory from a live address, page by page, from a server that may do anything.

Only the command line goes outside. Everything is bounded: the size of an answer, the time of a request and of all,
pages, requests, redirects, repetitions. What ends the reading early is told, and what was read until then stands.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from ownwords.connections.actions.directory_watch import Watch
from ownwords.connections.method.directory import document
from ownwords.connections.method.directory.document import Header, Item
from ownwords.connections.method.directory.remarks import Remark, Weight, shown

AGAIN = frozenset({429, 500, 502, 503, 504})
NESTED = (
    "organization",
    "schedules",
    "service_at_locations",
    "locations",
    "contacts",
    "attributes",
    "cost_options",
)
"""A list may leave these out (connecting 3.3): a service without any of them is asked for by itself."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of a server and taken from it. Seconds and bytes."""

    answer_bytes: int = 20_000_000
    request_seconds: float = 30.0
    wait_seconds: float = 15.0
    total_seconds: float = 3_600.0
    pages: int = 20_000
    requests: int = 150_000
    retries: int = 3
    retry_seconds: float = 1.0
    redirects: int = 3


class Stopped(Exception):
    """Reading cannot go on; the text says why."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to one request."""

    text: str
    status: int
    url: str


class Feed:
    """One reading of one feed: its client, and what has been used up of its limits."""

    def __init__(self, url: str, limits: Limits) -> None:
        import httpx

        self.limits = limits
        self.started = time.monotonic()
        self.requests = 0
        self.first = _checked(url)
        self.watch = Watch()
        self.client = httpx.Client(
            timeout=httpx.Timeout(limits.wait_seconds),
            follow_redirects=False,
            trust_env=True,
            headers={"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Ownwords"},
        )

    def get(self, url: str) -> Answer:
        """Return an answer; asks again a few times when the server is busy. Raises Stopped in words."""
        for attempt in range(self.limits.retries + 1):
            answer = self._followed(url)
            if answer.status not in AGAIN or attempt == self.limits.retries:
                return answer
            self._pause(self.limits.retry_seconds * 2**attempt)
        raise AssertionError("unreachable")

    def _pause(self, seconds: float) -> None:
        left = self.limits.total_seconds - (time.monotonic() - self.started)
        time.sleep(max(0.0, min(seconds, left)))

    def _followed(self, url: str) -> Answer:
        for _hop in range(self.limits.redirects + 1):
            answer, onward = self._once(url)
            if onward is None:
                return answer
            url = self._same_host(urljoin(url, onward))
        raise Stopped("stopped", "The server sends from one address to the next without an end.")

    def _same_host(self, url: str) -> str:
        here, there = urlsplit(self.first), urlsplit(url)
        safer = there.scheme == here.scheme or there.scheme == "https"
        if (
            there.hostname != here.hostname
            or not safer
            or (there.scheme == here.scheme and there.port != here.port)
        ):
            said = f"The server sends on to another address, {shown(url, 100)}. Give that address if it is right."
            raise Stopped("stopped", said)
        return url

    def _once(self, url: str) -> tuple[Answer, str | None]:
        import httpx

        self._allowed()
        late = Stopped("stopped", "The server did not answer in time.")
        try:
            with self.watch.within(self.limits.request_seconds):
                found = self._streamed(url)
            if self.watch.over:  # an answer that was cut off may look like a whole one
                raise late
            return found
        except httpx.TimeoutException:
            raise late from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            if self.watch.over:
                raise late from None
            raise Stopped(
                "stopped", f"The server could not be read: {shown(str(error) or type(error).__name__)}."
            ) from None

    def _streamed(self, url: str) -> tuple[Answer, str | None]:
        with self.client.stream("GET", url, extensions={"trace": self.watch.heard}) as response:
            if response.is_redirect:
                return Answer("", response.status_code, url), response.headers.get("location", "")
            return Answer(self._body(response), response.status_code, url), None

    def _allowed(self) -> None:
        self.requests += 1
        if self.requests > self.limits.requests:
            raise Stopped("stopped", f"More than {self.limits.requests:,} requests would be needed.")
        if time.monotonic() - self.started > self.limits.total_seconds:
            raise Stopped("stopped", "Reading took longer than it may.")

    def _body(self, response: Any) -> str:
        """Return the text of an answer, read piece by piece against its limits of size and time."""
        if response.headers.get("content-encoding", "identity").casefold() not in ("", "identity"):
            raise Stopped("stopped", "The server packs its answers although it was asked not to.")
        most, begun = self.limits.answer_bytes, time.monotonic()
        pieces, size = [], 0
        for piece in response.iter_raw():
            size += len(piece)
            if size > most:
                raise Stopped("too_long", f"An answer is larger than {most // 1_000_000} MB.")
            if time.monotonic() - begun > self.limits.request_seconds:
                raise Stopped("stopped", "The server sends its answer too slowly.")
            pieces.append(piece)
        return b"".join(pieces).decode("utf-8", "replace")


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Stopped("bad_address", "Give an address that begins with https:// or http://.")
    if parts.username or parts.password:
        raise Stopped("bad_address", "Leave name and password out of the address.")
    return urlunsplit(parts._replace(fragment=""))


def read_feed(url: str, limits: Limits | None = None) -> Iterator[Item | Header | Remark]:
    """Yield the records of a live feed; what ended or hindered the reading stands among them as remarks."""
    try:
        feed = Feed(url, limits or Limits())
    except Stopped as stopped:
        yield _said("", stopped)
        return
    with feed.client:
        try:
            yield from _walk(feed)
        except Stopped as stopped:
            yield _said("", stopped)
        finally:
            feed.watch.close()


def _said(path: str, stopped: Stopped) -> Remark:
    return Remark(path, stopped.kind, str(stopped), Weight.REFUSED)


def _walk(feed: Feed) -> Iterator[Item | Header | Remark]:
    base = feed.first
    page = _page(feed, base)
    if page.is_root:
        base = _under(base, "services")
        page = _page(feed, base)
    if not page.is_page:
        yield from page.found
        return
    yield from _pages(feed, base, page)


@dataclass(frozen=True, slots=True)
class Page:
    """One answer, taken apart."""

    found: tuple[Item | Header | Remark, ...]
    items: tuple[Item, ...]
    header: dict[str, Any] | None
    status: int

    @property
    def is_page(self) -> bool:
        """Whether it is one page of a list."""
        return self.header is not None

    @property
    def is_root(self) -> bool:
        """Whether it is the page that says what a server is, rather than a list: no contents, no id, a version."""
        value = self.items[0].value if len(self.items) == 1 and self.header is None else None
        return (
            isinstance(value, dict) and "id" not in value and ("version" in value or "openapi_url" in value)
        )


def _page(feed: Feed, url: str) -> Page:
    answer = feed.get(url)
    if not 200 <= answer.status < 300:
        if answer.status == 404:
            return Page((), (), None, 404)
        raise Stopped("stopped", f"The server answered with status {answer.status}.")
    found = tuple(document.items(answer.text))
    header = next((dict(one.values) for one in found if isinstance(one, Header)), None)
    return Page(found, tuple(one for one in found if isinstance(one, Item)), header, answer.status)


class _Walked:
    """How far a walk through pages has come."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self.pages: set[tuple[str, ...]] = set()
        self.ids: set[str] = set()

    def turned(self, page: Page) -> tuple[int | None, int] | None:
        """Return the old and the new total where a page says another one than before."""
        now, before = _total(page), self.total
        if now is None or now == before:
            return None
        self.total = now
        return before, now

    def is_new(self, page: Page) -> bool:
        """Whether this page has not been seen; remembers it."""
        key = tuple(_id_of(one) for one in page.items)
        new = key not in self.pages
        self.pages.add(key)
        return new

    def missing(self) -> bool:
        """Whether fewer services were found than the feed says there are."""
        return self.total is not None and len(self.ids) < self.total


def _pages(feed: Feed, base: str, page: Page) -> Iterator[Item | Header | Remark]:
    """Walk the pages until one is empty, says that it is the last, or has been seen before (connecting R18)."""
    number, walked = 1, _Walked(_total(page))
    while True:
        if page.items and not walked.is_new(page):
            if walked.missing():
                yield Remark(
                    f"page {number}", "repeated_page", "This page is one that was read before. Reading ended."
                )
            break
        yield from _of_page(feed, base, page, number, walked)
        if not page.items or _is_last(page, number):
            break
        number += 1
        if number > feed.limits.pages:
            raise Stopped("stopped", f"There are more than {feed.limits.pages:,} pages.")
        page = _next_page(feed, base, number, page)
        if totals := walked.turned(page):
            said = f"The total changed from {totals[0]} to {totals[1]} while pages were read."
            yield Remark(f"page {number}: total_items", "total_changed", said)
    yield from _in_the_end(walked)


def _of_page(feed: Feed, base: str, page: Page, number: int, walked: _Walked) -> Iterator[Item | Remark]:
    for one in page.found:
        if isinstance(one, Item):
            walked.ids.add(_id_of(one))
            yield from _whole(feed, base, one, number)
        elif isinstance(one, Remark):
            yield _at(one, number)


def _in_the_end(walked: _Walked) -> Iterator[Remark]:
    if walked.total is None or walked.total == len(walked.ids):
        return
    said = f"It says that there are {walked.total:,} services, and {len(walked.ids):,} were found."
    yield Remark("total_items", "wrong_total", said)
    if walked.missing():
        yield _said("", Stopped("stopped", "Not everything that it says it has was found."))


def _next_page(feed: Feed, base: str, number: int, before: Page) -> Page:
    """Return the next page; one that is not there is an empty one."""
    page = _page(feed, _with(base, page=str(number)))
    if page.status == 404:
        return Page((), (), before.header, 404)
    if page.header is None and not page.items and not page.found:
        raise Stopped("stopped", f"Page {number} is no page.")
    return page


def _total(page: Page) -> int | None:
    value = (page.header or {}).get("total_items")
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _is_last(page: Page, number: int) -> bool:
    """Whether a page says that it is the last, and its own count of pages agrees."""
    header = page.header or {}
    pages = header.get("total_pages")
    agrees = not isinstance(pages, int) or isinstance(pages, bool) or pages <= number
    return header.get("last_page") is True and agrees


def _whole(feed: Feed, base: str, item: Item, number: int) -> Iterator[Item | Remark]:
    """Yield a service as a list gave it or, where the list left out what is nested, as its own address gives it."""
    path = f"page {number}: {item.path}"
    value = item.value
    bare = isinstance(value, dict) and not any(value.get(key) for key in NESTED)
    if not bare or not _id_of(item) or not isinstance(value.get("id"), str):
        yield Item(path, value)
        return
    answer = feed.get(_under(base, quote(value["id"], safe="")))
    found = (
        [one for one in document.items(answer.text) if isinstance(one, Item)] if answer.status == 200 else []
    )
    if len(found) == 1 and isinstance(found[0].value, dict) and found[0].value.get("id") == value["id"]:
        yield Item(path, found[0].value)
        return
    said = "Its own address did not give this service; what the list says of it was used."
    yield Remark(path, "no_detail", said, Weight.WARNING, value["id"][:200])
    yield Item(path, value)


def _id_of(item: Item) -> str:
    value = item.value.get("id") if isinstance(item.value, dict) else None
    return str(value)[:200] if value is not None else ""


def _at(remark: Remark, number: int) -> Remark:
    where = f"page {number}: {remark.path}" if remark.path else f"page {number}"
    return Remark(where, remark.kind, remark.reason, remark.weight, remark.record)


def _with(url: str, **more: str) -> str:
    parts = urlsplit(url)
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key not in more]
    return urlunsplit(parts._replace(query=urlencode([*kept, *more.items()])))


def _under(url: str, name: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{name}"))
