"""Generated examples are judged by what comes out, never by how long a busy machine took over one of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("no-stopwatch", deadline=None)
settings.load_profile("no-stopwatch")
