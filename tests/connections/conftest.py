"""Sam and those around Sam, for every test of this folder (so no file here names `pytest_plugins` itself)."""

from tests.around_sam import lead, leading, own, sam, staff, worker

__all__ = ["lead", "leading", "own", "sam", "staff", "worker"]
