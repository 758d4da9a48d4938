"""Sam and those around Sam."""

from tests.around_sam import lead, leading, own, sam, staff, worker

__all__ = ["lead", "leading", "own", "sam", "staff", "worker"]
