"""How much a form may bring with it: little, unless its page says that it takes files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import MemoryFileUploadHandler


def takes_files(most_bytes: int) -> Callable[[Any], Any]:
    """Let a page take files of so many bytes together, from whoever is signed in. Stands above the page's decorator."""

    def mark(view: Any) -> Any:
        view.most_uploaded = most_bytes
        return view

    return mark


class UploadHandler(MemoryFileUploadHandler):
    """Keeps files in memory alone, as many bytes as the page takes; more is dropped while it arrives.

    A page that does not say that it takes files takes one: a second is refused, not passed over.
    """

    several = False
    begun = 0

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
        self.several = bool(most)
        if most and self.request.user.is_authenticated:  # type: ignore[union-attr]
            self.activated = content_length <= most

    def new_file(self, *args: Any, **options: Any) -> None:
        """Begin a file. Raises TooManyFilesSent for a second one where the page takes one."""
        self.begun += 1
        if self.begun > 1 and not self.several:
            raise TooManyFilesSent("This page takes one file.")
        super().new_file(*args, **options)
