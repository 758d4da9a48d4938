"""The mark of the service that runs this copy, as a file named in its settings."""

from __future__ import annotations

import mimetypes

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from ownwords.people.routes import open_page


@open_page
def logo(request: HttpRequest) -> HttpResponseBase:
    """Send the file that OWNWORDS_LOGO names; without one there is no such page."""
    if settings.ENV.logo is None or not settings.ENV.logo.is_file():
        raise Http404
    kind, _encoding = mimetypes.guess_type(settings.ENV.logo.name)
    return FileResponse(settings.ENV.logo.open("rb"), content_type=kind or "application/octet-stream")
