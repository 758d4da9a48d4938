"""A real PostgreSQL under every test: started once a run, before Django reads its settings.

Loaded as a pytest plugin (`-p tests.server`). The processes of a parallel run inherit DATABASE_URL and share it.
"""

from __future__ import annotations

import os
import secrets
import signal
import tempfile
from contextlib import ExitStack
from pathlib import Path

from ownwords.engine import open_server, temporary_data_folder

_open = ExitStack()


def _hear_ctrl_c() -> None:
    """Take Ctrl-C as usual: a run started in the background ignores it, and would hand that on to what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _start() -> None:
    """Start the server and name it to Django. Runs on import: Django's settings are read right after."""
    os.environ.setdefault("OWNWORDS_MODE", "development")
    os.environ.setdefault("OWNWORDS_SECRET_KEY", secrets.token_urlsafe(60))
    os.environ.setdefault("OWNWORDS_DATA_DIR", tempfile.mkdtemp(prefix="ow-tests-"))
    # Where built styles would lie: the server of static files wants the folder to exist.
    Path(os.environ["OWNWORDS_DATA_DIR"], "static").mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownwords.config.settings")
    if not os.environ.get("DATABASE_URL"):
        folder = _open.enter_context(temporary_data_folder())
        server = _open.enter_context(open_server(Path(folder), durable=False))
        os.environ["DATABASE_URL"] = server.url()


def pytest_unconfigure() -> None:
    """Stop the server that this process started."""
    _open.close()


_hear_ctrl_c()
_start()
