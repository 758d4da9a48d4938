"""Settings from the environment: what is accepted, and what each fault says."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ownwords.config.environment import ConfigurationFault, Mode, Settings, load

STRONG = "".join(chr(33 + number % 90) for number in range(0, 300, 5))
PRODUCTION = {
    "OWNWORDS_MODE": "production",
    "OWNWORDS_SECRET_KEY": STRONG,
    "OWNWORDS_ORIGIN": "https://ownwords.example",
    "DATABASE_URL": "postgresql://owner:secret@db.example/ownwords",
}
DEMO = {"OWNWORDS_SECRET_KEY": STRONG}


def faults_of(environ: dict[str, str], uid: int = 1000) -> dict[str, str]:
    """Return each fault's sentence by variable."""
    with pytest.raises(ConfigurationFault) as caught:
        load(environ, uid=uid)
    return {fault.variable: f"{fault.problem} {fault.fix}" for fault in caught.value.faults}


def test_without_any_variable_it_is_the_demonstration_on_this_machine(tmp_path: Path) -> None:
    """From nothing to running: `make run` needs no settings."""
    settings = load({"OWNWORDS_DATA_DIR": str(tmp_path / "data")})
    assert settings.mode is Mode.DEMO
    assert settings.origin == "http://127.0.0.1:8000"
    assert (settings.bind, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)
    assert (settings.time_zone, settings.language) == ("Europe/London", "en-gb")
    assert (settings.idle_staff, settings.idle_person) == (20, 60)
    assert not settings.debug


def test_a_demonstration_keeps_one_secret_key_for_its_owner_alone(tmp_path: Path) -> None:
    """A second start must not sign everybody out; nobody else may read the key."""
    environ = {"OWNWORDS_DATA_DIR": str(tmp_path / "new" / "data")}
    first, second = load(environ), load(environ)
    path = tmp_path / "new" / "data" / "secret-key"
    assert first.secret_key == second.secret_key == path.read_text()
    assert len(first.secret_key) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret-key"]


def test_a_sound_production_is_accepted_and_creates_nothing(tmp_path: Path) -> None:
    """Checking settings has no side effect in production."""
    settings = load({**PRODUCTION, "OWNWORDS_DATA_DIR": str(tmp_path / "data")}, uid=1000)
    assert settings.is_production
    assert settings.hosts == ("ownwords.example",)
    assert settings.mail_from == "ownwords@ownwords.example"
    assert not (tmp_path / "data").exists()


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    """A settings object may end up in a log."""
    settings = load({**PRODUCTION, "OWNWORDS_SMTP_URL": "smtps://me:hush@mail.example"}, uid=1000)
    assert STRONG not in repr(settings)
    assert "secret@" not in repr(settings)
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("OWNWORDS_SECRET_KEY", "", "is not set"),
        ("OWNWORDS_SECRET_KEY", "short", "too short or too simple"),
        ("OWNWORDS_SECRET_KEY", "ab" * 40, "too short or too simple"),
        ("OWNWORDS_SECRET_KEY", "django-insecure-" + STRONG, "too short or too simple"),
        ("OWNWORDS_DEBUG", "yes", "leave it out"),
        ("OWNWORDS_ORIGIN", "http://ownwords.example", "use https://"),
        ("OWNWORDS_ORIGIN", "", "is not set"),
        ("DATABASE_URL", "", "is not set"),
    ],
)
def test_production_refuses(variable: str, value: str, says: str) -> None:
    """Production refuses a weak key, debug, an http origin and a database that is not named."""
    found = faults_of({**PRODUCTION, variable: value})
    assert list(found) == [variable]
    assert says in found[variable]


def test_production_refuses_root() -> None:
    """Records are not served by an account that may do everything."""
    assert "account of its own" in faults_of(PRODUCTION, uid=0)["The account"]


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("OWNWORDS_MODE", "prod", "demo, development or production"),
        ("OWNWORDS_PORT", "http", "1 to 65535"),
        ("OWNWORDS_PORT", "0", "1 to 65535"),
        ("OWNWORDS_PORT", "٣", "1 to 65535"),
        ("OWNWORDS_PORT", "9" * 400, "1 to 65535"),
        ("OWNWORDS_WORKERS", "-1", "1 to 64"),
        ("OWNWORDS_IDLE_STAFF", "0", "1 to 1440"),
        ("OWNWORDS_IDLE_PERSON", "soon", "1 to 1440"),
        ("OWNWORDS_DEBUG", "perhaps", "yes or no"),
        ("OWNWORDS_TIME_ZONE", "Europe/Camelot", "Europe/London"),
        ("OWNWORDS_TIME_ZONE", "../etc/passwd", "Europe/London"),
        ("OWNWORDS_LANGUAGE", "English!", "en-gb"),
        ("OWNWORDS_BIND", "everywhere", "127.0.0.1"),
        ("OWNWORDS_BIND", "0.0.0.0", "this machine only"),
        ("OWNWORDS_ORIGIN", "ownwords.example/path", "https://host"),
        ("OWNWORDS_HOSTS", "ownwords.example", "this machine only"),
        ("OWNWORDS_SMTP_URL", "mail.example:25", "smtp://"),
        ("OWNWORDS_SMTP_URL", "smtp://mail.example:port", "smtp://"),
        ("OWNWORDS_MAIL_FROM", "nobody", "e-mail address"),
        ("OWNWORDS_CRISIS_NUMBER", "call us", "digits"),
        ("OWNWORDS_LOGO", "/nowhere/logo.svg", "not a file"),
        ("DATABASE_URL", "mysql://db.example/x", "postgresql://"),
    ],
)
def test_a_wrong_value_is_named_with_what_it_may_be(variable: str, value: str, says: str) -> None:
    """From nothing to running: validated at start with a message naming the variable."""
    found = faults_of({**DEMO, variable: value})
    assert list(found) == [variable]
    assert says in found[variable]


def test_every_fault_is_reported_at_once() -> None:
    """Nobody has to start five times to learn of five faults."""
    found = faults_of(
        {
            "OWNWORDS_MODE": "production",
            "OWNWORDS_PORT": "x",
            "OWNWORDS_DEBUG": "1",
            "OWNWORDS_TIME_ZONE": "x",
        },
        uid=0,
    )
    assert set(found) == {
        "OWNWORDS_PORT",
        "OWNWORDS_DEBUG",
        "OWNWORDS_TIME_ZONE",
        "OWNWORDS_ORIGIN",
        "OWNWORDS_SECRET_KEY",
        "DATABASE_URL",
        "The account",
    }


def test_a_wrong_mail_address_is_not_repeated_because_it_may_hold_a_password() -> None:
    """Messages end up in logs."""
    found = faults_of({**DEMO, "OWNWORDS_SMTP_URL": "smtp//me:hush@mail.example"})
    assert "hush" not in found["OWNWORDS_SMTP_URL"]


def test_a_logo_must_be_a_picture(tmp_path: Path) -> None:
    """The logo of a trust is an SVG or PNG file."""
    (tmp_path / "logo.exe").write_bytes(b"")
    assert ".svg or .png" in faults_of({**DEMO, "OWNWORDS_LOGO": str(tmp_path / "logo.exe")})["OWNWORDS_LOGO"]
    (tmp_path / "logo.svg").write_bytes(b"")
    assert load({**DEMO, "OWNWORDS_LOGO": str(tmp_path / "logo.svg")}).logo == tmp_path / "logo.svg"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", ("mail.example", 587, "", "", "starttls")),
        ("smtp://127.0.0.1:1025", ("127.0.0.1", 1025, "", "", "none")),
        ("smtps://a%40b:c%3Ad@mail.example", ("mail.example", 465, "a@b", "c:d", "implicit")),
    ],
)
def test_a_mail_server_is_read_from_its_address(url: str, expected: tuple[object, ...]) -> None:
    """Mail is optional; its password may hold any character."""
    mail = load({**DEMO, "OWNWORDS_SMTP_URL": url}).mail
    assert mail is not None
    assert (mail.host, mail.port, mail.user, mail.password, mail.tls) == expected


def test_a_misspelt_name_is_noticed_but_does_not_stop_the_start() -> None:
    """A setting that silently does nothing is a trap."""
    assert load({**DEMO, "OWNWORDS_PROT": "8001"}).unknown == ("OWNWORDS_PROT",)


def test_a_data_folder_that_cannot_be_made_is_a_fault_in_words(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationFault, match=r"OWNWORDS_DATA_DIR is .*no secret key can be kept"):
        load({"OWNWORDS_DATA_DIR": str(tmp_path / "file" / "data")})


def test_settings_are_frozen() -> None:
    """Nothing changes a setting after the start."""
    settings: Settings = load(DEMO)
    with pytest.raises(AttributeError):
        settings.debug = True  # type: ignore[misc]
