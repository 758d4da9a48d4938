"""Text messages through a gateway: one HTTPS request for each, in the plain form that most gateways can be given.

The request is `POST address` with the JSON object `{"id", "to", "text"}`, the key as `Authorization: Bearer`, and
`Idempotency-Key`. No supplier is built in; a supplier with another form needs a small relay of the house's own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from ownwords.ledger.sending import Message, NotSent

FOR_NOW = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.UNAUTHORIZED})


class _NoRedirects(HTTPRedirectHandler):
    """Never carry a key and somebody's number to another address."""

    def redirect_request(self, *_arguments: object) -> None:
        """Follow nothing."""


@dataclass(frozen=True, slots=True)
class GatewaySender:
    """A gateway for text messages at an address."""

    address: str
    key: str = field(default="", repr=False)
    timeout: float = 20.0

    def send(self, message: Message) -> None:
        """Hand the message to the gateway; any 2xx answer means taken. Raises NotSent."""
        body = json.dumps({"id": str(message.id), "to": message.address, "text": message.body}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(message.id)}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = Request(self.address, data=body, headers=headers, method="POST")  # noqa: S310  (checked in settings)
        try:
            build_opener(_NoRedirects).open(request, timeout=self.timeout).close()
        except HTTPError as error:
            error.close()
            for_good = 400 <= error.code < 500 and error.code not in FOR_NOW
            raise NotSent(f"gateway: HTTP {error.code}", for_good=for_good) from error
        except (URLError, OSError) as error:
            raise NotSent(f"gateway: {type(error).__name__}") from error
