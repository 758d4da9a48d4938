"""The words of an RTF file, control word by control word (RTF specification 1.9.1)."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.rtf_tables import RtfBlocks
from ownwords.inquiry.method.text.readers.rtf_terms import CHARSETS, NOTED, SIGNS, SKIPPED
from ownwords.inquiry.method.text.refused import CannotRead

TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _State:
    """What a group hands to the groups inside it."""

    skipped: bool = False
    deleted: bool = False
    after_unicode: int = 1
    font: str = ""
    in_fonts: bool = False


class RtfWords:
    """Goes through the tokens once. Bytes are held as Latin-1 characters until the code page is known."""

    def __init__(self, notes: Notes) -> None:
        self.blocks = RtfBlocks(notes)
        self._notes = notes
        self._state = _State()
        self._stack: list[_State] = []
        self._page = "cp1252"
        self._fonts: dict[str, str] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._optional = False

    def hear(self, text: str, most: int) -> None:
        """Take the whole file, as Latin-1 characters; more than `most` tokens are refused."""
        at = 0
        while found := TOKEN.match(text, at):
            most -= 1
            if most < 0:
                raise CannotRead("bomb")
            at = found.end()
            word, number, escaped, sign, brace, plain = found.groups()
            if word == "bin":
                at += max(0, int(number or 0))
            elif escaped:
                self._byte(bytes.fromhex(escaped))
            elif plain:
                self._plain(plain)
            else:
                self._flush()
                self._control(word, number, sign, brace)
        self._flush()
        self.blocks.finish()

    def _byte(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes += byte

    def _plain(self, plain: str) -> None:
        kept = plain[self._to_skip :]
        self._to_skip -= len(plain) - len(kept)
        if kept.isascii():
            self._bytes += kept.encode("ascii")
        else:
            self._flush()
            self._bytes += kept.encode("latin-1")
            self._flush(raw=True)

    def _flush(self, *, raw: bool = False) -> None:
        """Decode the bytes gathered. Bytes written without an escape may be UTF-8, which nothing else looks like."""
        held, self._bytes = bytes(self._bytes), bytearray()
        if not held or self._state.skipped or self._state.deleted:
            return
        for encoding in (["utf-8"] if raw else []) + [
            self._fonts.get(self._state.font, self._page),
            "cp1252",
        ]:
            try:
                self.blocks.text(held.decode(encoding))
                return
            except UnicodeDecodeError:
                continue
        self.blocks.text(held.decode("cp1252", "replace"))
        self._notes.add("undecodable")

    def _control(self, word: str | None, number: str | None, sign: str | None, brace: str | None) -> None:
        if brace == "{":
            self._stack.append(self._state)
        elif brace == "}" and self._stack:
            self._state = self._stack.pop()
        if brace:
            self._to_skip = 0
        elif sign:
            self._sign(sign)
        elif word:
            optional, self._optional = self._optional, False
            self._word(word, number, optional)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._optional = True
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._say("par")
        else:
            self._say(sign)

    def _word(self, word: str, number: str | None, optional: bool) -> None:
        if word == "u":
            self._unicode(int(number or 0))
        elif word in NOTED or word in SKIPPED or (optional and word not in ("shpinst", "shppict", "ud")):
            self._skip(word)
        elif word == "ud":
            self._state = replace(self._state, skipped=False)
        elif word in _STATES:
            self._state = _STATES[word](self._state, number)
        elif not self._state.in_fonts:
            self._page = _code_page(word, number) or self._page
            self._say(word)
        elif word == "fcharset":
            self._fonts[self._state.font] = CHARSETS.get(int(number or 0), self._page)

    def _skip(self, word: str) -> None:
        if word in NOTED and not self._state.skipped:
            self._notes.add(NOTED[word])
        self._state = replace(self._state, skipped=True, in_fonts=word == "fonttbl")

    def _unicode(self, number: int) -> None:
        self._to_skip = self._state.after_unicode
        if not (self._state.skipped or self._state.deleted):
            self.blocks.text(chr(number & 0xFFFF))

    def _say(self, word: str) -> None:
        if self._state.skipped or self._state.deleted:
            return
        if word in SIGNS:
            self.blocks.text(SIGNS[word])
        else:
            self.blocks.control(word)


def _code_page(word: str, number: str | None) -> str | None:
    names = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
    if word != "ansicpg":
        return names.get(word)
    try:
        return codecs.lookup({"65001": "utf-8", "10000": "mac_roman"}.get(number or "", f"cp{number}")).name
    except LookupError:
        return None


def _on(number: str | None) -> bool:
    return number != "0"


_STATES = {
    "uc": lambda state, number: replace(state, after_unicode=min(max(int(number or 1), 0), 100)),
    "f": lambda state, number: replace(state, font=number or ""),
    "deleted": lambda state, number: replace(state, deleted=_on(number)),
    "plain": lambda state, _: replace(state, deleted=False, font=""),
}
