"""A browser without a screen: one person's session against the running program, form by form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode
from uuid import uuid4

PATIENCE = 30.0
"""Seconds after which a request counts as unanswered. Generous: how long an answer takes is measured elsewhere."""
Fields = dict[str, list[str]]


class Unanswered(Exception):
    """The program went away before it answered: whether it saved anything is not known."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    text: str
    location: str

    @property
    def saved(self) -> bool:
        """Whether the program said that it had saved: it leads on to the next page, not to signing in."""
        return self.status in (302, 303) and "/login/" not in self.location


class _Form(HTMLParser):
    """Collects what a browser would send with the last form of a page's content."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields]] = []
        self._in: str | None = None
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((values.get("action", ""), {}))
        elif self.forms and tag == "textarea" and "name" in values:
            self._area = values["name"]
            self._fields.setdefault(self._area, []).append("")
        elif self.forms and tag == "input" and "name" in values:
            chosen = values.get("type") not in ("radio", "checkbox") or "checked" in values
            if chosen:
                self._fields.setdefault(values["name"], []).append(values.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._fields[self._area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            # A browser leaves out the line break with which a text area begins.
            self._fields[self._area][-1] = self._fields[self._area][-1].removeprefix("\n")
            self._area = ""

    @property
    def _fields(self) -> Fields:
        return self.forms[-1][1]


def form_with(html: str, field: str) -> tuple[str, Fields]:
    """Return (action, fields) of the form on a page that has this field, as a browser would send it untouched."""
    parser = _Form()
    parser.feed(html)
    return next((action, fields) for action, fields in parser.forms if field in fields)


class Visitor:
    """One browser: its cookies, and the forms it has open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def sign_in(self, who: str) -> None:
        """Sign in by the demonstration's one press. Raises AssertionError when that is not possible."""
        _action, fields = form_with(self.get("/demonstration/").text, "who")
        answer = self.post("/demonstration/", {**fields, "who": [who]})
        assert answer.saved, answer.text

    def get(self, path: str) -> Answer:
        """Ask for a page. Raises Unanswered."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form. Raises Unanswered."""
        return self._ask("POST", path, urlencode(fields, doseq=True))

    def open_form(self, path: str, field: str = "words") -> Fields:
        """Open a page and return its form; the key of the form is fresh."""
        answer = self.get(path)
        assert answer.status == 200, (answer.status, answer.text[:2000])
        return form_with(answer.text, field)[1]

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        link = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.port}",
            }
        try:
            link.request(method, path, body, headers)
            response = link.getresponse()
            text = response.read().decode()
        except (OSError, HTTPException) as fault:
            raise Unanswered(f"{method} {path}") from fault
        finally:
            link.close()
        for cookie in response.msg.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return Answer(response.status, text, response.getheader("Location", ""))


def fresh_key() -> list[str]:
    """Return a new key for a form, as the program would give to the next page with it."""
    return [str(uuid4())]


def heading(html: str) -> str:
    """Return the words of a page's first heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""
