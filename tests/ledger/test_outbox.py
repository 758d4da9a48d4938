"""The outbox: decided once, sent at least once and by one sender at a time, given up in words."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connections, transaction
from django.utils import timezone

from ownwords.config.environment import ConfigurationFault, load
from ownwords.ledger.ids import new_id
from ownwords.ledger.models import Outgoing
from ownwords.ledger.outbox import MOST_TRIES, WAITS, decide_message, forget_old, send_waiting, standing
from ownwords.ledger.sending import Message, NotSent
from ownwords.ledger.sending.files import FileSender
from ownwords.ledger.sending.gateway import GatewaySender
from ownwords.ledger.sending.mail import MailSender
from ownwords.people.viewer import seen_by
from tests.ledger.post_office import PostOffice, house_certificate, post_office


class Pigeon:
    """A sender that remembers, and fails as often as it is told."""

    def __init__(self, *faults: BaseException) -> None:
        self.faults = list(faults)
        self.carried: list[Message] = []

    def send(self, message: Message) -> None:
        self.carried.append(message)
        if self.faults:
            raise self.faults.pop(0)


def decided(key: str = "", **columns: object) -> Outgoing:
    """Decide a message to somebody made up."""
    given = {"channel": "email", "address": "sam@example.org", "subject": "Hello", "body": "A link"}
    later = timezone.now() + timedelta(hours=3)
    kept = decide_message(
        key=key or str(uuid4()),
        about_id=uuid4(),
        **{"not_after": later, **given, **columns},  # type: ignore[arg-type]
    )
    assert kept is not None
    return kept


def letter(body: str = "Grüße", address: str = "sam@example.org") -> Message:
    return Message(new_id(), "email", address, "A reminder", body)


@pytest.mark.django_db
def test_a_message_is_decided_once_and_sent_once() -> None:
    """refocus R17: the same key twice is one message; what was sent is not sent again, and its text is forgotten."""
    kept, pigeon = decided("reminder:1"), Pigeon()
    assert decide_message(
        key="reminder:1", about_id=uuid4(), not_after=timezone.now(), channel="email", address="x", body="y"
    ) is None  # fmt: skip
    assert send_waiting({"email": pigeon}).sent == 1
    assert send_waiting({"email": pigeon}).sent == 0
    kept.refresh_from_db()
    assert ([one.body for one in pigeon.carried], kept.body, kept.tries) == (["A link"], "", 1)
    assert kept.sent_at is not None


@pytest.mark.django_db
def test_a_fault_is_tried_again_with_growing_waits_and_then_given_up() -> None:
    """refocus R17: retries; after the last one the text is forgotten and the fault stays."""
    kept = decided(not_after=timezone.now() + timedelta(days=2))
    pigeon = Pigeon(*[NotSent("SMTP 451")] * MOST_TRIES)
    moment = timezone.now()
    for wait in WAITS:
        assert send_waiting({"email": pigeon}, now=moment).later == 1
        assert send_waiting({"email": pigeon}, now=moment + wait - timedelta(seconds=1)).later == 0
        moment += wait
    assert send_waiting({"email": pigeon}, now=moment).given_up == 1
    kept.refresh_from_db()
    assert (kept.tries, kept.last_fault, kept.body, kept.sent_at) == (MOST_TRIES, "SMTP 451", "", None)
    assert len({one.id for one in pigeon.carried}) == 1  # the same id at every try
    assert sorted(WAITS) == list(WAITS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "left", "said"),
    [(NotSent("SMTP 550", for_good=True), 1, "SMTP 550"), (None, -1, "expired")],
)
def test_what_can_never_arrive_or_comes_too_late_is_given_up_at_once(
    fault: NotSent | None, left: int, said: str
) -> None:
    """refocus R17: a refused address is not asked again; nothing is sent after `not_after`."""
    kept = decided(not_after=timezone.now() + timedelta(hours=left))
    pigeon = Pigeon(*[fault] if fault else [])
    assert send_waiting({"email": pigeon}).given_up == 1
    kept.refresh_from_db()
    assert (kept.last_fault, bool(kept.given_up_at), len(pigeon.carried)) == (said, True, 1 if fault else 0)


@pytest.mark.django_db
def test_a_message_is_not_sent_before_its_time_or_without_a_sender() -> None:
    """`not_before` is kept to; a channel that nobody serves is given up in words."""
    later = decided(not_before=timezone.now() + timedelta(hours=1))
    assert send_waiting({"email": Pigeon()}).sent == 0
    Outgoing.objects.filter(pk=later.pk).update(not_before=timezone.now())
    assert send_waiting({}).given_up == 1
    assert Outgoing.objects.get().last_fault == "no sender"


@pytest.mark.django_db
def test_addresses_are_forgotten_a_month_after_the_message() -> None:
    """Nothing is kept longer than it is of use; what waits stays."""
    decided()
    send_waiting({"email": Pigeon()})
    waits = decided(
        not_before=timezone.now() + timedelta(days=40), not_after=timezone.now() + timedelta(days=50)
    )
    assert forget_old(now=timezone.now() + timedelta(days=29)) == 0
    assert forget_old(now=timezone.now() + timedelta(days=31)) == 1
    assert list(Outgoing.objects.all()) == [waits]


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_never_take_the_same_message() -> None:
    """refocus R17: `select for update skip locked`: while one holds it, the other finds nothing."""
    decided()
    inside, done = threading.Event(), threading.Event()

    class Slow(Pigeon):
        def send(self, message: Message) -> None:
            super().send(message)
            inside.set()
            assert done.wait(20)

    slow, other = Slow(), Pigeon()

    def first() -> None:
        send_waiting({"email": slow})
        connections.close_all()

    thread = threading.Thread(target=first)
    thread.start()
    try:
        assert inside.wait(20)
        assert send_waiting({"email": other}).sent == 0
    finally:
        done.set()
        thread.join()
    assert (len(slow.carried), len(other.carried)) == (1, 0)
    assert Outgoing.objects.get().sent_at is not None


@pytest.mark.django_db(transaction=True)
def test_a_crash_after_handing_over_sends_again_with_the_same_id() -> None:
    """At least once: the mark is lost with the transaction, so the receiver sees the same id a second time."""
    decided()
    crashing, after = Pigeon(KeyboardInterrupt()), Pigeon()
    with pytest.raises(KeyboardInterrupt):
        send_waiting({"email": crashing})
    assert send_waiting({"email": after}).sent == 1
    assert crashing.carried[0].id == after.carried[0].id


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_never_sent() -> None:
    """Decided in the transaction of its cause: without the cause there is no message."""
    with transaction.atomic():
        decided()
        transaction.set_rollback(True)
    assert not Outgoing.objects.exists()


def test_a_file_for_each_message_that_only_the_service_reads(tmp_path: Path) -> None:
    """The default sender: the same message twice is one file."""
    message, sender = letter("Zwölf"), FileSender(tmp_path / "outgoing")
    sender.send(message)
    sender.send(message)
    (path,) = (tmp_path / "outgoing").iterdir()
    assert path.read_text() == "To: sam@example.org\nSubject: A reminder\n\nZwölf\n"
    assert path.stat().st_mode & 0o077 == 0
    Path(tmp_path, "taken").write_text("")
    with pytest.raises(NotSent):
        FileSender(tmp_path / "taken").send(message)


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_letter_goes_through_an_encrypted_line_with_its_own_id(tmp_path: Path) -> None:
    """refocus R17: SMTP with STARTTLS and a checked certificate."""
    pem = house_certificate(tmp_path)
    with post_office(pem) as office:
        sender = MailSender("127.0.0.1", office.port, "ownwords@example.org", context=trusting(pem))
        message = letter()
        sender.send(message)
    assert office.encrypted == [True]
    assert f"Message-ID: <{message.id}@example.org>" in office.letters[0]
    assert "Auto-Submitted: auto-generated" in office.letters[0]


def test_a_certificate_that_nobody_trusts_is_not_written_to(tmp_path: Path) -> None:
    """The letter waits rather than go to a stranger."""
    with post_office(house_certificate(tmp_path)) as office:
        with pytest.raises(NotSent) as fault:
            MailSender("127.0.0.1", office.port, "ownwords@example.org").send(letter())
        assert (office.letters, fault.value.for_good) == ([], False)


@pytest.mark.parametrize(("answer", "for_good"), [("550 nobody", True), ("451 later", False)])
def test_the_server_says_whether_a_refusal_is_for_good(answer: str, for_good: bool) -> None:
    """RFC 5321: 5xx is for good, 4xx for now; the address stands in no fault."""
    with post_office() as office:
        office.answer = answer
        with pytest.raises(NotSent) as fault:
            MailSender("127.0.0.1", office.port, "o@example.org", tls="none").send(letter())
    assert fault.value.for_good is for_good
    assert "sam@" not in str(fault.value)


def test_no_server_is_a_fault_for_now() -> None:
    """A mail server that is away."""
    with post_office() as office:
        pass
    with pytest.raises(NotSent) as fault:
        MailSender("127.0.0.1", office.port, "o@example.org", tls="none", timeout=2).send(letter())
    assert not fault.value.for_good


@contextmanager
def gateway(status: int, taken: list[tuple[dict[str, str], dict[str, str]]]) -> Iterator[str]:
    """Run a gateway for text messages that answers with this status."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append((json.loads(body), dict(self.headers)))
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/send"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "for_good"), [(202, None), (500, False), (429, False), (401, False), (422, True), (302, False)]
)
def test_a_text_message_is_one_plain_request(status: int, for_good: bool | None) -> None:
    """refocus R17: a second channel. The key goes to the named address only, never after a redirect."""
    taken: list[tuple[dict[str, str], dict[str, str]]] = []
    message = Message(new_id(), "text", "07700900123", "", "A link")
    with gateway(status, taken) as address:
        if for_good is None:
            GatewaySender(address, "secret").send(message)
        else:
            with pytest.raises(NotSent) as fault:
                GatewaySender(address, "secret").send(message)
            assert fault.value.for_good is for_good
            assert "07700" not in str(fault.value)
    assert len(taken) == 1
    body, headers = taken[0]
    assert body == {"id": str(message.id), "to": "07700900123", "text": "A link"}
    assert (headers["Authorization"], headers["Idempotency-Key"]) == ("Bearer secret", str(message.id))


@pytest.mark.django_db
def test_only_an_administrator_is_told_how_sending_stands() -> None:
    """DESIGN: the administrator runs the service and reads no record: counts and a fault, no address."""
    decided()
    decided(not_after=timezone.now() - timedelta(hours=1))
    send_waiting({})
    decided()
    with seen_by(None, "administrator"):
        told = standing()
    assert (told.waiting, told.given_up) == (1, 2)
    assert isinstance(told.oldest_waiting, datetime)
    assert "@" not in told.last_fault
    with seen_by(None, "worker"):
        assert standing().waiting == 0


def test_the_post_office_of_the_tests_takes_plain_letters() -> None:
    """Without TLS on a line of this machine, as development does on port 1025."""
    with post_office() as office:
        assert isinstance(office, PostOffice)
        MailSender("127.0.0.1", office.port, "o@example.org", tls="none").send(letter("Hello"))
    assert (office.encrypted, "Hello" in office.letters[0]) == ([False], True)


@pytest.mark.parametrize(
    ("url", "mode", "fine"),
    [
        ("https://texts.example.org/send", "production", True),
        ("http://texts.example.org/send", "production", False),
        ("http://127.0.0.1:9000/send", "development", True),
        ("https://me:key@texts.example.org/", "development", False),
        ("texts.example.org", "development", False),
    ],
)
def test_a_gateway_is_reached_encrypted_and_its_key_stands_apart(url: str, mode: str, fine: bool) -> None:
    """Settings: telephone numbers travel encrypted; a wrong address is named before the service starts."""
    environ = {
        "OWNWORDS_MODE": mode,
        "OWNWORDS_SECRET_KEY": "k" * 25 + "0123456789" * 3,
        "OWNWORDS_ORIGIN": "https://ownwords.example.org",
        "DATABASE_URL": "postgresql:///x",
        "OWNWORDS_SMS_URL": url,
    }
    if fine:
        assert load(environ, uid=1).sms_url == url
        return
    with pytest.raises(ConfigurationFault, match="OWNWORDS_SMS_URL") as fault:
        load(environ, uid=1)
    assert "key@" not in str(fault.value)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", [ValueError("poison"), RuntimeError("no such codec")])
def test_one_message_that_breaks_its_sender_does_not_hold_up_the_others(fault: Exception) -> None:
    """The queue goes on: the broken one is tried later and given up in the end, the next one leaves now."""
    first, second = decided(), decided()
    pigeon = Pigeon(fault)
    run = send_waiting({"email": pigeon})
    assert (run.sent, run.later) == (1, 1)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.sent_at, first.last_fault) == (None, type(fault).__name__)
    assert second.sent_at is not None


@pytest.mark.parametrize(
    "address", ["sam@example.org\nBcc: all@example.org", "sam@example.org, jo@example.org", "", "sam", "<>"]
)
def test_an_address_that_is_not_one_address_is_refused_for_good(address: str) -> None:
    """No header slips in, no second reader, and nothing is handed over."""
    sender = MailSender("127.0.0.1", 1, "service@example.org", tls="none")
    with pytest.raises(NotSent) as no:
        sender.send(letter(address=address))
    assert (str(no.value), no.value.for_good) == ("the address cannot be used", True)
