"""A codebook as REFI-QDA 1.5 (.qdc), for other programs. GUIDs stay; the parts of a definition go into Description."""

from __future__ import annotations

import io

from ownwords.inquiry.method.codebook_files.entries import Codebook
from ownwords.inquiry.method.refi.model.codes import Code
from ownwords.inquiry.method.refi.model.project import ORIGIN, Project
from ownwords.inquiry.method.refi.writing.codebook import write_codebook


def as_qdc(codebook: Codebook) -> bytes:
    """Return the codebook as XML. Raises ValueError for one without codes: the standard asks for at least one."""
    guids = [str(line.guid) for line in codebook.lines]
    codes = tuple(
        Code(
            guids[place],
            line.name,
            parent="" if parent is None else guids[parent],
            codable=line.holds_codings,
            colour=line.colour,
            definition=line.definition,
        )
        for place, (line, parent) in enumerate(zip(codebook.lines, codebook.parents(), strict=True))
    )
    out = io.BytesIO()
    write_codebook(Project(name=codebook.study, origin=ORIGIN, codes=codes), out)
    return out.getvalue()
