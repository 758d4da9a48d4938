"""What stands before the first element is read apart, so that no document type is ever opened."""

from __future__ import annotations

from xml.parsers import expat

from ownwords.inquiry.method.refi.archive.package import Stream
from ownwords.inquiry.method.refi.refusal import MIB, Unreadable

NOT_XML = "This is neither a project nor a codebook of the exchange format: it is not XML."


class _Root(Exception):
    """The first element was reached."""


def check_prolog(stream: Stream) -> None:
    """Refuse a document type: the format has none, and entities are a way to fill a machine's memory.

    expat is stopped at the first element or at the word DOCTYPE, before any declaration is read.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    read = 0
    try:
        while (chunk := stream.read(65536)) and read < MIB:
            read += len(chunk)
            parser.Parse(chunk, False)
    except _Root:
        return
    except (expat.ExpatError, LookupError, ValueError) as fault:
        if isinstance(fault, Unreadable):
            raise
        raise Unreadable(NOT_XML) from fault
    raise Unreadable(NOT_XML)


def _stop(*_: object) -> None:
    raise _Root


def _refuse(*_: object) -> None:
    raise Unreadable(
        "This file declares a document type, which the exchange format does not. It is not opened."
    )
