"""Marks inside the words of a cue: voices become labels, styles go, anything unknown stays as words."""

from __future__ import annotations

import html
import re

VTT_STYLES = re.compile(r"</?(?:c|i|b|u|lang|ruby|rt)(?:[.\s][^<>\n]*)?>|<\d[\d:.]*>", re.IGNORECASE)
SRT_STYLES = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^<>\n]*)?>|\{\\[^{}\n]*\}", re.IGNORECASE)
VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?[ \t]++([^<>\n]*)>")
VOICE_END = re.compile(r"</v\s*>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def without_styles(words: str, *, webvtt: bool) -> str:
    """Return words without marks of style."""
    return (VTT_STYLES if webvtt else SRT_STYLES).sub("", words)


def spoken(words: str, *, webvtt: bool) -> list[tuple[str | None, str]]:
    """Return (voice, words) for each voice of a cue; None before any voice."""
    parts = VOICE.split(VOICE_END.sub("", without_styles(words, webvtt=webvtt)))
    voices = [(None, parts[0])] if parts[0].strip() else []
    named = [(label, said) for label, said in zip(parts[1::2], parts[2::2], strict=True) if said.strip()]
    return [
        (_plain(label, webvtt=webvtt) if label else None, _plain(said, webvtt=webvtt, lines=True))
        for label, said in [*voices, *named]
    ]


def _plain(words: str, *, webvtt: bool, lines: bool = False) -> str:
    """Return words with their entities read, which WebVTT has and SubRip has not."""
    read = ENTITY.sub(lambda found: html.unescape(found[0]), words) if webvtt else words
    return read.strip("\n") if lines else " ".join(read.split())
