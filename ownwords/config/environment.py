"""Settings from the environment: read once, checked, frozen. Every fault is reported at once.

>>> settings = load({"OWNWORDS_SECRET_KEY": "k" * 25 + "0123456789" * 3, "OWNWORDS_PORT": "8001"})
>>> settings.mode, settings.origin
(<Mode.DEMO: 'demo'>, 'http://127.0.0.1:8001')
>>> try:
...     load({"OWNWORDS_MODE": "prod", "OWNWORDS_PORT": "http"})
... except ConfigurationFault as fault:
...     print(fault)
Ownwords cannot start with these settings:
- OWNWORDS_MODE is 'prod'. It may be demo, development or production.
- OWNWORDS_PORT is 'http'. It must be a whole number from 1 to 65535.
"""

import contextlib
import ipaddress
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo

SECRET_LENGTH = 50
SECRET_VARIETY = 10
"""A secret key has at least this many characters, and this many different ones."""

NAMES = frozenset(
    "OWNWORDS_" + name
    for name in (
        "MODE SECRET_KEY DATA_DIR HOSTS ORIGIN BIND PORT WORKERS DEBUG TIME_ZONE LANGUAGE SMTP_URL MAIL_FROM "
        "SMS_URL SMS_KEY CRISIS_TEXT CRISIS_NUMBER IDLE_STAFF IDLE_PERSON LOGO DB_ROLE DATABASE_FROM TEXTS_DIR"
    ).split()
)


class Mode(StrEnum):
    """What this Ownwords is for."""

    DEMO = "demo"
    DEVELOPMENT = "development"
    PRODUCTION = "production"


@dataclass(frozen=True)
class Fault:
    """One variable, what is wrong with it, and what to do."""

    variable: str
    problem: str
    fix: str

    def __str__(self) -> str:
        return f"{self.variable} {self.problem} {self.fix}"


class ConfigurationFault(Exception):
    """One or more settings are wrong; ``faults`` names each."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        lines = "\n".join(f"- {fault}" for fault in faults)
        super().__init__(f"Ownwords cannot start with these settings:\n{lines}")
        self.faults = faults


@dataclass(frozen=True)
class Mail:
    """A mail server. ``tls`` is ``none``, ``starttls`` or ``implicit``."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = "starttls"


@dataclass(frozen=True)
class Settings:
    """All settings, valid together. Times are in minutes."""

    mode: Mode
    secret_key: str = field(repr=False)
    data_dir: Path
    database_url: str | None = field(repr=False)
    database_role: str | None
    hosts: tuple[str, ...]
    origin: str
    bind: str
    port: int
    workers: int
    debug: bool
    time_zone: str
    language: str
    smtp_url: str | None = field(repr=False)
    mail: Mail | None
    """``smtp_url`` taken apart; None when no mail is sent."""
    mail_from: str
    sms_url: str | None
    """The gateway that takes text messages; None when none are sent."""
    sms_key: str = field(repr=False)
    crisis_text: str
    crisis_number: str
    idle_staff: int
    idle_person: int
    logo: Path | None
    texts_dir: Path
    """Folder with the words of standard measures that this service is licensed for; it may be missing."""
    unknown: tuple[str, ...] = ()
    """Names beginning with OWNWORDS_ that mean nothing here: most likely misspelt."""

    @property
    def is_production(self) -> bool:
        """Say whether real people's records are kept here."""
        return self.mode is Mode.PRODUCTION

    @property
    def is_demo(self) -> bool:
        """Say whether this is the demonstration, with made-up people only."""
        return self.mode is Mode.DEMO


class _Reader:
    """Reads variables and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[Fault] = []

    def fault(self, name: str, problem: str, fix: str) -> None:
        self.faults.append(Fault(name, problem, fix))

    def text(self, name: str, default: str = "") -> str:
        return self.environ.get(name, "").strip() or default

    def number(self, name: str, default: int, lowest: int, highest: int) -> int:
        text = self.text(name, str(default))
        if text.isascii() and text.isdigit() and lowest <= int(text[:9]) <= highest and len(text) < 9:
            return int(text)
        self.fault(name, f"is '{text}'.", f"It must be a whole number from {lowest} to {highest}.")
        return default

    def yes(self, name: str) -> bool:
        text = self.text(name, "no").lower()
        if text not in ("1", "true", "yes", "on", "0", "false", "no", "off"):
            self.fault(name, f"is '{text}'.", "It must be yes or no.")
        return text in ("1", "true", "yes", "on")

    def matching(self, name: str, default: str, pattern: str, fix: str) -> str:
        text = self.text(name, default)
        if not re.fullmatch(pattern, text):
            self.fault(name, f"is '{text}'.", fix)
        return text


def load(environ: Mapping[str, str], *, uid: int | None = None) -> Settings:
    """Return the settings that ``environ`` describes. ``uid`` is the user id, by default the present one.

    Outside production a secret key is made once and kept in the data folder (mode 0600).
    Raises ConfigurationFault naming every variable that is wrong.
    """
    reader = _Reader(environ)
    settings = _read(reader)
    if settings.is_production:
        _check_production(reader, settings, os.geteuid() if uid is None else uid)
    else:
        _check_demo(reader, settings)
    if reader.faults:
        raise ConfigurationFault(tuple(reader.faults))
    return settings if settings.secret_key else _with_kept_secret(settings)


def _read(reader: _Reader) -> Settings:
    mode = _mode(reader)
    port = reader.number("OWNWORDS_PORT", 8000, 1, 65535)
    origin = _origin(reader, mode, port)
    host = (urlsplit(origin).hostname if origin else "") or "localhost"
    data_dir = Path(reader.text("OWNWORDS_DATA_DIR", "data")).expanduser().absolute()
    return Settings(
        mode=mode,
        secret_key=reader.text("OWNWORDS_SECRET_KEY"),
        data_dir=data_dir,
        database_url=_database_url(reader),
        database_role=reader.text("OWNWORDS_DB_ROLE") or None,
        hosts=_hosts(reader, mode, host),
        origin=origin,
        bind=_bind(reader),
        port=port,
        workers=reader.number("OWNWORDS_WORKERS", 2, 1, 64),
        debug=reader.yes("OWNWORDS_DEBUG"),
        time_zone=_time_zone(reader),
        language=_language(reader),
        smtp_url=reader.text("OWNWORDS_SMTP_URL") or None,
        mail=_mail(reader),
        mail_from=reader.matching(
            "OWNWORDS_MAIL_FROM", f"ownwords@{host}", r"[^@\s]+@[^@\s]+", "It must be one e-mail address."
        ),
        sms_url=_sms_url(reader, mode),
        sms_key=reader.text("OWNWORDS_SMS_KEY"),
        crisis_text=reader.text("OWNWORDS_CRISIS_TEXT"),
        crisis_number=reader.matching(
            "OWNWORDS_CRISIS_NUMBER", "", r"[+()\d ]{0,30}", "It may hold digits, spaces, + and brackets."
        ),
        idle_staff=reader.number("OWNWORDS_IDLE_STAFF", 20, 1, 24 * 60),
        idle_person=reader.number("OWNWORDS_IDLE_PERSON", 60, 1, 24 * 60),
        logo=_logo(reader),
        texts_dir=_texts_dir(reader, data_dir),
        unknown=tuple(sorted(n for n in reader.environ if n.startswith("OWNWORDS_") and n not in NAMES)),
    )


def _mode(reader: _Reader) -> Mode:
    text = reader.text("OWNWORDS_MODE", Mode.DEMO)
    with contextlib.suppress(ValueError):
        return Mode(text)
    reader.fault("OWNWORDS_MODE", f"is '{text}'.", "It may be demo, development or production.")
    return Mode.DEMO


def _origin(reader: _Reader, mode: Mode, port: int) -> str:
    default = "" if mode is Mode.PRODUCTION else f"http://127.0.0.1:{port}"
    text = reader.text("OWNWORDS_ORIGIN", default).rstrip("/")
    if not text:
        reader.fault("OWNWORDS_ORIGIN", "is not set.", "Set it to the address people type: https://host.")
        return text
    if not re.fullmatch(r"https?://(\[[0-9a-f:]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?", text):
        reader.fault("OWNWORDS_ORIGIN", f"is '{text}'.", "It must look like https://host, without a path.")
        return ""
    return text


def _hosts(reader: _Reader, mode: Mode, host: str) -> tuple[str, ...]:
    default = host if mode is Mode.PRODUCTION else f"{host},localhost,127.0.0.1,[::1]"
    found = [part.strip() for part in reader.text("OWNWORDS_HOSTS", default).split(",") if part.strip()]
    for part in found:
        if not re.fullmatch(r"\.?[A-Za-z0-9.-]+|\[[0-9a-f:]+\]", part):
            reader.fault(
                "OWNWORDS_HOSTS", f"holds '{part}'.", "List host names with commas, without * or ports."
            )
    return tuple(dict.fromkeys(found))


def _bind(reader: _Reader) -> str:
    text = reader.text("OWNWORDS_BIND", "127.0.0.1")
    try:
        ipaddress.ip_address(text)
    except ValueError:
        reader.fault(
            "OWNWORDS_BIND", f"is '{text}'.", "It must be an IP address, such as 127.0.0.1 or 0.0.0.0."
        )
    return text


def _database_url(reader: _Reader) -> str | None:
    text = reader.text("DATABASE_URL")
    if text and not text.startswith(("postgresql://", "postgres://")):
        reader.fault("DATABASE_URL", "is not an address of PostgreSQL.", "It begins with postgresql://.")
    return text or None


def _time_zone(reader: _Reader) -> str:
    text = reader.text("OWNWORDS_TIME_ZONE", "Europe/London")
    try:
        ZoneInfo(text)
    except (OSError, ValueError, KeyError):  # not found is a KeyError, a folder's name an OSError
        reader.fault("OWNWORDS_TIME_ZONE", f"is '{text}'.", "It must be a name such as Europe/London.")
    return text


def _language(reader: _Reader) -> str:
    pattern = r"[a-z]{2,3}(-[a-z]{2,4})?"
    return reader.matching("OWNWORDS_LANGUAGE", "en-gb", pattern, "It must be like en-gb or cy.")


def _mail(reader: _Reader) -> Mail | None:
    text = reader.text("OWNWORDS_SMTP_URL")
    if not text:
        return None
    try:
        return _mail_from_url(urlsplit(text))
    except ValueError:
        fix = "It must look like smtp://user:password@host:587 or smtps://user:password@host:465."
        reader.fault("OWNWORDS_SMTP_URL", "cannot be read.", fix)  # its value may hold a password
        return None


def _mail_from_url(url: SplitResult) -> Mail:
    """Read smtp:// (STARTTLS; none on port 25 or 1025) or smtps://. Raises ValueError."""
    if url.scheme not in ("smtp", "smtps") or not url.hostname or url.path not in ("", "/"):
        raise ValueError
    port = url.port or (465 if url.scheme == "smtps" else 587)
    tls = "implicit" if url.scheme == "smtps" else "none" if port in (25, 1025) else "starttls"
    return Mail(url.hostname, port, unquote(url.username or ""), unquote(url.password or ""), tls)


def _sms_url(reader: _Reader, mode: Mode) -> str | None:
    """Read the gateway's address. A key and telephone numbers go there, so a service sends them encrypted."""
    text = reader.text("OWNWORDS_SMS_URL")
    schemes = ("https",) if mode is Mode.PRODUCTION else ("https", "http")
    with contextlib.suppress(ValueError):
        url = urlsplit(text)
        if not text or (url.scheme in schemes and url.hostname and url.username is None):
            return text or None
    fix = "It must look like https://host/path, without a user or password; the key is OWNWORDS_SMS_KEY."
    reader.fault("OWNWORDS_SMS_URL", "cannot be used.", fix)
    return None


def _logo(reader: _Reader) -> Path | None:
    text = reader.text("OWNWORDS_LOGO")
    if not text:
        return None
    path = Path(text).expanduser().absolute()
    if not path.is_file():
        reader.fault("OWNWORDS_LOGO", f"is '{text}', which is not a file.", "Give the path of the logo.")
    elif path.suffix.lower() not in (".svg", ".png"):
        reader.fault("OWNWORDS_LOGO", f"is '{text}'.", "The logo must be a .svg or .png file.")
    return path


def _texts_dir(reader: _Reader, data_dir: Path) -> Path:
    text = reader.text("OWNWORDS_TEXTS_DIR")
    if not text:
        return data_dir / "texts"
    path = Path(text).expanduser().absolute()
    if not path.is_dir():
        reader.fault(
            "OWNWORDS_TEXTS_DIR", f"is '{text}', which is not a folder.", "Give the path of a folder."
        )
    return path


def _check_production(reader: _Reader, settings: Settings, uid: int) -> None:
    fault = reader.fault
    make = 'Make one: python -c "import secrets; print(secrets.token_urlsafe(50))"'
    key = settings.secret_key
    if not key:
        fault("OWNWORDS_SECRET_KEY", "is not set.", make)
    elif len(key) < SECRET_LENGTH or len(set(key)) < SECRET_VARIETY or key.startswith("django-insecure-"):
        fault("OWNWORDS_SECRET_KEY", "is too short or too simple.", make)
    if settings.debug:
        fault("OWNWORDS_DEBUG", "is on.", "Production shows no inner workings: leave it out.")
    if settings.origin.startswith("http://"):
        fault("OWNWORDS_ORIGIN", "begins with http://.", "Records travel encrypted only: use https://.")
    if settings.database_url is None:
        fault(
            "DATABASE_URL",
            "is not set.",
            "Production keeps its data on a PostgreSQL server: give its address.",
        )
    if uid == 0:
        fault("The account", "is root.", "Start Ownwords as an account of its own.")


def _check_demo(reader: _Reader, settings: Settings) -> None:
    """The demonstration signs visitors in with one press, so nobody else on the network may reach it."""
    if not settings.is_demo:
        return
    fix = "The demonstration is for this machine only; use OWNWORDS_MODE=production for a service."
    with contextlib.suppress(ValueError):
        if not ipaddress.ip_address(settings.bind).is_loopback:
            reader.fault("OWNWORDS_BIND", f"is '{settings.bind}'.", fix)
    for host in settings.hosts:
        if host not in ("localhost", "127.0.0.1", "[::1]", "::1", "testserver"):
            reader.fault("OWNWORDS_HOSTS", f"or OWNWORDS_ORIGIN names '{host}'.", fix)


def _with_kept_secret(settings: Settings) -> Settings:
    """Return the settings with the secret key kept in the data folder, made when there is none."""
    path = settings.data_dir / "secret-key"
    try:
        if not settings.data_dir.exists():
            settings.data_dir.mkdir(parents=True)
            settings.data_dir.chmod(0o711 if os.geteuid() == 0 else 0o700)
        return replace(settings, secret_key=_kept_secret(path))
    except OSError as error:
        fix = "Set it to a folder you may write to."
        problem = f"is {settings.data_dir}, where no secret key can be kept: {error.strerror}."
        raise ConfigurationFault((Fault("OWNWORDS_DATA_DIR", problem, fix),)) from error


def _kept_secret(path: Path) -> str:
    """Return the key in a file, writing it first when missing. Two at once agree on one key."""
    if not path.exists():
        scratch = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(scratch)
        scratch.unlink()
    return path.read_text().strip()
