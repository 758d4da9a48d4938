"""A mail server as small as can be, for tests: keeps the letters it takes, refuses what it is told to refuse."""

from __future__ import annotations

import datetime as dt
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass
class PostOffice:
    """Where it listens, the letters it took, whether a line was encrypted, and what it answers to `RCPT`."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    answer: str = "250 well"


class _Talk(StreamRequestHandler):
    office: PostOffice
    context: ssl.SSLContext | None

    def handle(self) -> None:
        """Speak SMTP, as much of it as a sender needs."""
        self.say("220 here")
        while line := self.rfile.readline():
            word = line.decode().strip().upper()
            if word.startswith("EHLO"):
                self.say("250-here\r\n250 STARTTLS" if self.context else "250 here")
            elif word == "STARTTLS" and self.context:
                self.say("220 go on")
                self._encrypt()
            elif word.startswith("RCPT"):
                self.say(self.office.answer)
            elif word == "DATA":
                self.say("354 write")
                self._letter()
            elif word == "QUIT":
                self.say("221 gone")
                return
            else:
                self.say("250 well")

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def _encrypt(self) -> None:
        assert self.context is not None
        self.connection = self.context.wrap_socket(self.connection, server_side=True)
        self.rfile.close()
        self.rfile = self.connection.makefile("rb")
        self.wfile.close()
        self.wfile = self.connection.makefile("wb", 0)

    def _letter(self) -> None:
        lines = []
        while (line := self.rfile.readline().decode()) != ".\r\n":
            lines.append(line)
        self.office.letters.append("".join(lines))
        self.office.encrypted.append(isinstance(self.connection, ssl.SSLSocket))
        self.say("250 taken")

    def finish(self) -> None:
        """Close an encrypted connection too."""
        super().finish()
        self.connection.close()


@contextmanager
def post_office(certificate: Path | None = None) -> Iterator[PostOffice]:
    """Run a mail server on this machine; with a certificate it offers STARTTLS."""
    office = PostOffice()
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    handler = type("Talk", (_Talk,), {"office": office, "context": context})
    with ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        office.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield office
        finally:
            server.shutdown()
            thread.join()


def house_certificate(folder: Path) -> Path:
    """Write a key and a certificate of the house for 127.0.0.1 into one file; return it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - dt.timedelta(days=1))
    builder = builder.not_valid_after(now + dt.timedelta(days=1))
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = builder.add_extension(names, critical=False).sign(key, hashes.SHA256())
    path = folder / "house.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(pem)
    )
    return path
