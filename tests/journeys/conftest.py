"""Journeys: whole stories in a real browser, against the real service with its demonstration people.

The service is started once a run as a newcomer would start it (`ownwords serve --demo`), and every page that a
journey stops at is held to the same baseline: axe, one heading, no sideways scroll, no message in the console,
no request to another host.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.walking import Walk

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as a journey."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a running demonstration, on a database of its own."""
    port = _free_port()
    folder = tempfile.mkdtemp(prefix="ow-journeys-")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OWNWORDS_")}
    kept.pop("DATABASE_URL", None)
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    environ = {
        **kept,
        "OWNWORDS_MODE": "demo",
        "OWNWORDS_DATA_DIR": f"{folder}/data",
        "OWNWORDS_PORT": str(port),
    }
    log = Path(folder, "log.txt")
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "ownwords", "serve", "--demo"],
            cwd=ROOT,
            env=environ,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(f"http://127.0.0.1:{port}/demonstration/", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            urlopen(address, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"The service did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright; a missing one fails with the way to get it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("Journeys need Chromium: install it (Debian: apt-get install chromium) and run again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def walk(service: str, browser: Browser) -> Iterator[Callable[..., Walk]]:
    """Start a walk: `walk()` for a wide screen, `walk(width=320)`, `walk(scripts=False)`, `walk(dark=True)`."""
    started: list[Walk] = []

    def start(*, width: int = 1200, scripts: bool = True, dark: bool = False) -> Walk:
        context = browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 700},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        started.append(Walk(service, context, scripts=scripts))
        return started[-1]

    yield start
    for walked in started:
        walked.end()
