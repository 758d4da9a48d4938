"""The model by which meanings are compared, where this service has one. Tests put a small one in its place."""

from __future__ import annotations

from ownwords.inquiry.method.suggesting import minilm
from ownwords.inquiry.method.suggesting.likeness import Embedder


def there_is_a_model() -> bool:
    """Say whether this service can compare meanings; loads nothing."""
    return minilm.installed()


def the_model() -> Embedder:
    """Return the model, loaded on first use. Raises ImportError where this service has none."""
    return minilm.load()
