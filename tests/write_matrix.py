"""Write tests/access_matrix.md anew from what the service answers today: `python -m tests.write_matrix`."""

from __future__ import annotations

import sys

import pytest

WRITER = "tests/test_access_matrix.py::write_the_table"


def main() -> int:
    """Run the function that writes the table as if it were a test, on a database of its own."""
    return int(pytest.main(["-q", WRITER, "-o", "python_functions=write_*"]))


if __name__ == "__main__":
    sys.exit(main())
