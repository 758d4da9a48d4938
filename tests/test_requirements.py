"""Every numbered requirement has a test that names it, or a reason in writing why none does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """tools/requirements.py, which is not shipped and so no module of the program."""
    spec = importlib.util.spec_from_file_location("requirements", ROOT / "tools" / "requirements.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["requirements"] = module
    spec.loader.exec_module(module)
    return module


def test_every_requirement_has_a_test_or_a_reason(tool: ModuleType) -> None:
    """platform 27: the report is generated. A reason that a test has overtaken is wrong as well."""
    assert tool.missing() == []


def test_the_page_of_requirements_is_current(tool: ModuleType) -> None:
    """platform 27: docs/requirements.md is what tools/requirements.py writes today."""
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(), "run: python tools/requirements.py"


@pytest.mark.parametrize(
    ("docstring", "numbers"),
    [
        ("refocus R4; DESIGN house rule 7.", {"R4"}),
        ("recovery-support RS-01, RS-02; refocus 1.7.", {"RS-01", "RS-02"}),
        ("platform 9-11, F8: a route.", {"platform 9", "platform 10", "platform 11", "F8"}),
        ("Works (platform requirements 5, 8\n    and 23).", {"platform 5", "platform 8", "platform 23"}),
        ("Platform 25, passkeys first.", {"platform 25"}),
        ("platform F4, 17: both told.", {"platform 17", "F4"}),
        ("platform 5.4: at most 12 queries.", set()),
        ("ASVS 3.3.1 to 3.3.3; platform 1.5, 38.", {"ASVS 3.3.1", "ASVS 3.3.2", "ASVS 3.3.3", "platform 38"}),
        ("ASVS 6.2.1, 6.2.4: long enough, 12 at least.", {"ASVS 6.2.1", "ASVS 6.2.4"}),
        ("measures 11-13, 20; RS-14.", {"measures 11", "measures 12", "measures 13", "measures 20", "RS-14"}),
        ("measures 1.2: worked examples.", set()),
        ("connecting R5-R7, R9; R3.", {"connecting R5", "connecting R6", "connecting R7", "connecting R9", "R3"}),
        ("Said in words.", set()),
    ],
)  # fmt: skip
def test_numbers_are_read_from_docstrings(tool: ModuleType, docstring: str, numbers: set[str]) -> None:
    """A chapter such as 5.4 is no requirement; a span names each of its numbers."""
    assert tool.numbers_in(docstring) == numbers
