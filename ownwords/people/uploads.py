"""How much a form may bring with it: little, unless its page says that it takes files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler


def takes_files(most_bytes: int) -> Callable[[Any], Any]:
    """Let a page take files of so many bytes together, from whoever is signed in. Stands above the page's decorator."""

    def mark(view: Any) -> Any:
        view.most_uploaded = most_bytes
        return view

    return mark


class UploadHandler(MemoryFileUploadHandler):
    """Keeps files in memory alone, as many bytes as the page takes; more is dropped while it arrives."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        """Decide by the size that was announced whether anything of the files is kept."""
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)
        match = getattr(self.request, "resolver_match", None)
        most = getattr(match.func, "most_uploaded", 0) if match else 0
        if most and self.request.user.is_authenticated:  # type: ignore[union-attr]
            self.activated = content_length <= most
