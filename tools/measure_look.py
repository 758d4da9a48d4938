"""Measure what the macros cost: `python tools/measure_look.py`. CPU time of this process, best of five
rounds, in milliseconds a page.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ENTRIES = """{% from "ui/words.html" import entry %}{% for n in range(12) %}{{ entry(words, "Sam", when, "Sam
and the Harbour team", title="Getting back",
href="#", rewording="Return to it by spring", rewording_by="Amina", tags=["Hope", "Things I do"],
actions=actions, change_visible="#") }}{% endfor %}"""
FRAME = """{% extends "site/layout.html" %}{% block title %}A{% endblock %}{% block content %}<h1>A</h1>{%
endblock %}"""
FORM = """{% from "ui/fields.html" import form_fields %}{{ form_fields(form) }}"""
RADIOS = """{% from "ui/forms.html" import radios %}{% for n in range(24) %}{{ radios("q", "How often?",
items) }}{% endfor %}"""


def cost(render: Callable[[], str], rounds: int = 5, times: int = 200) -> float:
    """Return the CPU milliseconds of one call, best of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(times):
            render()
        best = min(best, (time.process_time() - start) / times)
    return best * 1000


def main() -> None:
    """Print the table."""
    from tools.styleguide import context, environment, set_up

    set_up()
    env = environment()
    given = context()
    given["actions"] = [{"text": "Add to this", "href": "#"}, {"text": "Earlier versions", "href": "#"}]
    given["items"] = [{"value": str(n), "text": f"Choice {n}"} for n in range(5)]
    given["page"].session_seconds = None
    pages = {
        "frame alone": FRAME,
        "12 entries": ENTRIES,
        "form of 6 fields": FORM,
        "24 questions of 5 radios": RADIOS,
    }
    for name, source in pages.items():
        template = env.from_string(source)
        print(f"{name:28} {cost(lambda: template.render(given)):6.2f} ms")  # noqa: B023


if __name__ == "__main__":
    main()
