"""The demonstration, loaded once for the tests of one file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from ownwords import demo


class _TakeBack(Exception):
    """Ends the transaction around the tests of this file."""


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Load the demonstration into the test database, and take all of it back afterwards."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                demo.load(progress=False)
                yield
                raise _TakeBack
        except _TakeBack:
            return
