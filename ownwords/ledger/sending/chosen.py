"""Which sender stands behind each channel, by the service's settings."""

from __future__ import annotations

from django.conf import settings

from ownwords.ledger.sending import Sender
from ownwords.ledger.sending.files import FileSender
from ownwords.ledger.sending.gateway import GatewaySender
from ownwords.ledger.sending.mail import MailSender


def senders() -> dict[str, Sender]:
    """Return channel -> sender. What is not set up is written into files under `outgoing` in the data folder."""
    env = settings.ENV
    files = FileSender(env.data_dir / "outgoing")
    found: dict[str, Sender] = {"email": files, "text": files}
    if env.mail is not None:
        mail = env.mail
        found["email"] = MailSender(mail.host, mail.port, env.mail_from, mail.user, mail.password, mail.tls)
    if env.sms_url is not None:
        found["text"] = GatewaySender(env.sms_url, env.sms_key)
    return found


def really_sends(channel: str) -> bool:
    """Whether messages of a channel leave this machine. Outside production files count: nothing in there is real."""
    env = settings.ENV
    if not env.is_production:
        return True
    return bool(env.mail if channel == "email" else env.sms_url)
