"""A small strict reader of FHIR R4 in JSON: text to plain values, and typed access that knows its path."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from ownwords.measures.method.fhir.remarks import FhirFault

MOST_BYTES = 16 * 1024 * 1024
MOST_DEPTH = 100
_STRANGE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_NAMES = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}
MODIFIERS = ("modifierExtension", "implicitRules")

#: What only other releases have, by resource: element -> release. Read in the published R3, R4, R5 definitions.
ELSEWHERE = {
    "Questionnaire": {
        "group": "DSTU2",
        "versionAlgorithmString": "R5",
        "versionAlgorithmCoding": "R5",
        "copyrightLabel": "R5",
    },
    "QuestionnaireResponse": {"group": "DSTU2", "parent": "STU3", "context": "STU3"},
    "Observation": {
        "triggeredBy": "R5",
        "instantiatesCanonical": "R5",
        "bodyStructure": "R5",
        "valueAttachment": "R5",
        "valueReference": "R5",
        "context": "STU3",
        "related": "STU3",
        "comment": "STU3",
    },
    "Goal": {"continuous": "R5", "acceptance": "R5", "source": "R5", "status": "STU3"},
    "Bundle": {"issues": "R5"},
}


def parse(content: bytes | str, *, most: int = MOST_BYTES) -> dict[str, Any]:
    """Read JSON text into a dictionary.

    Raises FhirFault for more than ``most`` bytes, other encodings, a name twice in one object, NaN and Infinity,
    numbers beyond what can be kept, more than 100 levels, zero bytes and half characters, and anything but an object.
    """
    text = _decoded(content, most)
    try:
        found = json.loads(
            text, object_pairs_hook=_once, parse_constant=_not_finite, parse_float=_float, parse_int=_int
        )
    except RecursionError:
        raise FhirFault("too_deep", "", most=MOST_DEPTH) from None
    except ValueError as error:
        raise FhirFault("not_json", "", why=error) from None
    if not isinstance(found, dict):
        raise FhirFault("wrong_type", "", expected="an object", found=kind(found))
    _check_depth(found)
    if _STRANGE.search(text):
        _check_signs(found)
    return found


def _decoded(content: bytes | str, most: int) -> str:
    """Return the text of a document. A text is measured by its characters: they are at least as many bytes."""
    if len(content) > most:
        raise FhirFault("too_large", "", most=most // 2**20)
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FhirFault("not_utf8", "") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise FhirFault("twice", "", name=twice)
    return found


def _not_finite(text: str) -> NoReturn:
    raise FhirFault("not_finite", "", value=text)


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _not_finite(text[:40])
    return number


def _int(text: str) -> int:
    if len(text) > 18:
        _not_finite(text[:40])
    return int(text)


def _check_depth(found: dict[str, Any]) -> None:
    """Refuse what is nested too deeply, level by level so that the check itself needs no depth."""
    level: list[Any] = [found]
    for _ in range(MOST_DEPTH):
        inner = [child for one in level for child in (one.values() if isinstance(one, dict) else one)]
        level = [child for child in inner if isinstance(child, dict | list)]
        if not level:
            return
    raise FhirFault("too_deep", "", most=MOST_DEPTH)


def _check_signs(found: dict[str, Any]) -> None:
    """Refuse zero bytes and half characters, which no database and no file keeps."""
    whole = json.dumps(found, ensure_ascii=False)
    try:
        whole.encode()
    except UnicodeEncodeError:
        raise FhirFault("strange_sign", "") from None
    if "\\u0000" in whole:
        raise FhirFault("strange_sign", "")


def kind(value: object) -> str:
    """Name the type of a JSON value in words."""
    return _NAMES.get(type(value), "nothing")


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a document and where it stands. Every access checks the type and raises FhirFault with the path."""

    value: Mapping[str, Any]
    path: str

    def _of(self, name: str, wanted: tuple[type, ...], expected: str) -> Any:
        found = self.value.get(name)
        if found is None and name not in self.value:
            return None
        if not isinstance(found, wanted) or (isinstance(found, bool) and bool not in wanted):
            raise FhirFault("wrong_type", f"{self.path}.{name}", expected=expected, found=kind(found))
        return found

    def text(self, name: str) -> str:
        """Return a text, empty when it is not there."""
        found = self._of(name, (str,), "text")
        return found if isinstance(found, str) else ""

    def need(self, name: str) -> str:
        """Return a text that R4 requires."""
        if not (found := self.text(name).strip()):
            raise FhirFault("missing", self.path, name=name)
        return found

    def code(self, name: str, allowed: tuple[str, ...], *, required: bool = True) -> str:
        """Return one of a closed list of codes."""
        found = self.need(name) if required else self.text(name)
        if found and found not in allowed:
            raise FhirFault("wrong_code", f"{self.path}.{name}", value=found, allowed=", ".join(allowed))
        return found

    def flag(self, name: str) -> bool:
        """Return true or false, false when it is not there."""
        return bool(self._of(name, (bool,), "true or false"))

    def number(self, name: str) -> int | float | None:
        """Return a number, None when it is not there."""
        found = self._of(name, (int, float), "a number")
        return found if isinstance(found, int | float) else None

    def child(self, name: str) -> Node | None:
        """Return an object, None when it is not there."""
        found = self._of(name, (dict,), "an object")
        return None if found is None else Node(found, f"{self.path}.{name}")

    def children(self, name: str) -> tuple[Node, ...]:
        """Return a list of objects, empty when it is not there."""
        found = self._of(name, (list,), "a list") or []
        for place, one in enumerate(found):
            if not isinstance(one, dict):
                raise FhirFault(
                    "wrong_type", f"{self.path}.{name}[{place}]", expected="an object", found=kind(one)
                )
        return tuple(Node(one, f"{self.path}.{name}[{place}]") for place, one in enumerate(found))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty when it is not there."""
        found = self._of(name, (list,), "a list") or []
        for place, one in enumerate(found):
            if not isinstance(one, str):
                raise FhirFault(
                    "wrong_type", f"{self.path}.{name}[{place}]", expected="text", found=kind(one)
                )
        return tuple(found)

    def chosen(self, start: str = "value") -> str:
        """Return the name of the one ``value[x]`` that is there, empty for none. Two are a fault."""
        names = [name for name in self.value if name.startswith(start) and name[len(start) :][:1].isupper()]
        if len(names) > 1:
            raise FhirFault("twice", self.path, name=f"{start}[x]")
        return names[0] if names else ""

    def extensions(self, *urls: str) -> tuple[Node, ...]:
        """Return the extensions with one of these addresses."""
        return tuple(node for node in self.children("extension") if node.text("url") in urls)

    def coding(self, name: str) -> tuple[Node, ...]:
        """Return the codings of a CodeableConcept."""
        concept = self.child(name)
        return concept.children("coding") if concept else ()

    def reference(self, name: str) -> str:
        """Return the reference of a Reference, empty when it is not there."""
        found = self.child(name)
        return found.text("reference") if found else ""


def resource(found: Mapping[str, Any], expected: str = "", path: str = "") -> Node:
    """Return a resource ready to be read, once it is sure to be R4 and of the expected type.

    Raises FhirFault for another type, another release, and for what changes a resource's meaning in unknown ways.
    """
    if not isinstance(found, Mapping):
        raise FhirFault("wrong_type", path, expected="an object", found=kind(found))
    name = found.get("resourceType")
    if not isinstance(name, str) or not name:
        raise FhirFault("no_resource", path)
    node = Node(found, path or (name if name.isalpha() and len(name) <= 64 else "resource"))
    if expected and name != expected:
        raise FhirFault("wrong_resource", node.path, expected=expected, found=name)
    refuse_other_releases(node, name)
    refuse_modifiers(node)
    return node


def refuse_modifiers(node: Node) -> None:
    """Raise FhirFault where an element says that it must be understood, which it is not."""
    for modifier in MODIFIERS:
        if node.value.get(modifier):
            raise FhirFault("must_understand", node.path, name=modifier)


def refuse_other_releases(node: Node, name: str) -> None:
    """Raise FhirFault when a document shows that it is not R4: by its words, its profiles or its shape."""
    version = node.text("fhirVersion")
    if version and not version.startswith("4.0."):
        raise FhirFault("other_release", node.path, release=version, sign="fhirVersion")
    meta = node.child("meta")
    for profile in meta.texts("profile") if meta else ():
        if release := _profile_release(profile):
            raise FhirFault("other_release", node.path, release=release, sign=profile)
    for element, release in ELSEWHERE.get(name, {}).items():
        if element in node.value:
            raise FhirFault("other_release", node.path, release=release, sign=element)
    if name == "QuestionnaireResponse" and isinstance(node.value.get("questionnaire"), dict):
        raise FhirFault("other_release", node.path, release="STU3", sign="questionnaire as a reference")


def _profile_release(profile: str) -> str:
    """Return the release that one of HL7's own profiles names, empty for R4 and for anybody else's.

    >>> _profile_release("http://hl7.org/fhir/StructureDefinition/Observation|5.0.0")
    '5.0.0'
    >>> _profile_release("http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation|8.0.0")
    ''
    """
    found = re.match(
        r"https?://hl7\.org/fhir/(?:(\d\.\d)/)?StructureDefinition/[^|]*(?:\|([\d.]+.*))?$", profile
    )
    release = (found.group(1) or found.group(2) or "") if found else ""
    return "" if release.startswith("4.0") else release
