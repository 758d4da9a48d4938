"""REFI-QDA 1.5 projects (.qdpx) and codebooks (.qdc): read leniently, written strictly.

``from ownwords.inquiry.method.refi.reading.read import read`` gives a project and a report of what came in, what was
repaired and what was not taken; ``refi.writing.archive.write_project`` and ``refi.writing.codebook.write_codebook``
write what validates against the published schema. ``refi.model`` is the project between the two. Nothing in here knows
our database, the clock or the disk: bytes are read from one binary file object and written to another.
"""
