"""Values of variables: what fits which type (XML Schema 1.0, part 2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.parts.moments import day, moment

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")

_FITS: Mapping[VariableKind, Callable[[str], bool]] = {
    VariableKind.TEXT: lambda text: True,
    VariableKind.BOOLEAN: lambda text: text in ("true", "false", "1", "0"),
    VariableKind.INTEGER: lambda text: _INTEGER.fullmatch(text) is not None,
    VariableKind.FLOAT: lambda text: _DECIMAL.fullmatch(text) is not None,
    VariableKind.DATE: lambda text: day(text) is not None,
    VariableKind.DATETIME: lambda text: moment(text) is not None,
}


def fits(kind: VariableKind, value: str) -> bool:
    """Say whether the schema takes this value for this type."""
    return _FITS[kind](value)
