"""Take the README's pictures from the running demonstration: `make pictures`.

Starts the program as a newcomer would, on a database of its own, signs in as each role with one press and takes
each page once. Nothing is drawn by hand, so a picture cannot show what the program does not.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@dataclass(frozen=True)
class Shot:
    """One picture: its name, who looks, which links to follow from where, how wide, and from where on."""

    name: str
    who: str
    path: str
    links: tuple[str, ...] = ()
    width: int = 1100
    height: int = 900
    whole: bool = False
    heading: str = ""
    part: str = ""


SHOTS = (
    Shot("home", "demo-person", "/"),
    Shot("record", "demo-person", "/", ("My record",)),
    Shot("plan", "demo-person", "/", ("My plan",), whole=False),
    Shot("looks", "demo-person", "/", ("Who has looked",)),
    Shot("today", "demo-worker", "/today/"),
    Shot("visit-phone", "demo-worker", "/today/", ("Hold a visit",), width=375, height=760),
    Shot("follow", "demo-person", "/", ("What I follow",)),
    Shot(
        "years-phone",
        "demo-person",
        "/",
        ("What I follow",),
        width=375,
        height=860,
        heading="Getting out of the house",
    ),
    Shot("map", "demo-person", "/", ("My map",), part=".ow-map__frame"),
    Shot(
        "coding", "demo-researcher", "/studies/", ("How our team", "Texts", "Interview 1", "Code this text")
    ),
    Shot("figures", "demo-team-lead", "/team/figures/", ("QPR-15",)),
    Shot("team", "demo-team-lead", "/team/"),
    Shot("health", "demo-administrator", "/health/"),
)


@contextmanager
def service() -> Iterator[str]:
    """Run the demonstration and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tempfile.mkdtemp(prefix="ow-pictures-")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("OWNWORDS_")}
    environ |= {"OWNWORDS_DATA_DIR": f"{folder}/data", "OWNWORDS_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-m", "ownwords", "serve", "--demo"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                urlopen(f"{address}/demonstration/", timeout=5).close()
                break
            except (URLError, OSError):
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def take(browser: Browser, address: str, shot: Shot) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height}, locale="en-GB", timezone_id="Europe/London"
    )
    page = context.new_page()
    page.goto(f"{address}/demonstration/")
    page.locator(f'form:has(input[value="{shot.who}"]) button').first.click()
    page.goto(address + shot.path)
    for link in shot.links:
        page.get_by_role("link", name=link).first.click()
    page.wait_for_load_state("networkidle")
    if shot.heading:
        page.get_by_role("heading", name=shot.heading).last.evaluate("one => one.scrollIntoView()")
    if shot.part:
        page.locator(shot.part).first.evaluate("one => one.scrollIntoView()")
    page.screenshot(path=str(TARGET / f"{shot.name}.png"), full_page=shot.whole)
    print(f"{shot.name}.png  {page.title()}")
    context.close()


def main() -> int:
    """Take all pictures, or those named on the command line."""
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:])
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Pictures need Chromium (Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    with service() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                take(browser, address, shot)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
