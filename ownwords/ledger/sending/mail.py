"""Messages by e-mail, over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime

from django.utils import timezone

from ownwords.ledger.sending import Message, NotSent

PERMANENT = 500


@dataclass(frozen=True, slots=True)
class MailSender:
    """A mail server. `tls` is "none", "starttls" or "implicit"; certificates are checked.

    `context` replaces the system's trusted certificates, for a server with a certificate of the house.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = "starttls"
    timeout: float = 20.0
    context: ssl.SSLContext | None = field(default=None, repr=False)

    def send(self, message: Message) -> None:
        """Hand the message to the server. Raises NotSent: for good when the server says so (5xx), else for now."""
        letter = self._checked(message)
        try:
            with self._connection() as server:
                if self.tls == "starttls":
                    server.starttls(context=self._context())
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as error:
            code = next(iter(error.recipients.values()))[0]
            raise NotSent(f"SMTP {code}: the address was refused", for_good=code >= PERMANENT) from error
        except smtplib.SMTPAuthenticationError as error:
            # Not the message's fault: it may go once the password is right.
            raise NotSent(f"SMTP {error.smtp_code}: signing in was refused") from error
        except smtplib.SMTPResponseException as error:
            raise NotSent(f"SMTP {error.smtp_code}", for_good=error.smtp_code >= PERMANENT) from error
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(f"SMTP: {type(error).__name__}") from error

    def _checked(self, message: Message) -> EmailMessage:
        """Return the letter. Raises NotSent, for good, when the address is not one address on one line."""
        try:
            letter = self._letter(message)
            single = len(letter["To"].addresses) == 1 and bool(letter["To"].addresses[0].domain)
        except (ValueError, LookupError) as error:
            raise NotSent("the address cannot be used", for_good=True) from error
        if not single:
            raise NotSent("the address cannot be used", for_good=True)
        return letter

    def _connection(self) -> smtplib.SMTP:
        if self.tls == "implicit":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout, context=self._context())
        return smtplib.SMTP(self.host, self.port, timeout=self.timeout)

    def _context(self) -> ssl.SSLContext:
        return self.context or ssl.create_default_context()

    def _letter(self, message: Message) -> EmailMessage:
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self.sender, message.address, message.subject
        letter["Date"] = format_datetime(timezone.now())
        letter["Message-ID"] = f"<{message.id}@{self.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(message.body)
        return letter
