"""Subtitles: words, voices and times."""

from __future__ import annotations

import io
from html import unescape

import srt as other_srt
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.inquiry.method.text.clock import milliseconds
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.result import TimePoint
from tests.inquiry.method.text.made import kinds, srt, vtt
from tests.inquiry.method.text.strategies import lines

TALK = [(1.0, 3.5, "Ana: Hello & you"), (3.5, 4.0, "Ana: again\nand more"), (3661.25, 3670.0, "Ben: Bye")]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9_000_000), st.integers(0, 9_000), lines()), min_size=1, max_size=8))
def test_vtt_and_srt_of_one_talk_are_the_same(cues: list[tuple[int, int, str]]) -> None:
    """inquiry 3: equal text and equal times, whatever the order of the cues."""
    talk = [
        (at / 1000, (at + length) / 1000, words.replace("<", "‹").replace("{", "("))
        for at, length, words in cues
    ]
    one, other = read(vtt(talk), "a.vtt"), read(srt(talk), "a.srt")
    assert (one.text, one.times, one.turns) == (other.text, other.times, other.turns)
    assert [(time.start_ms, time.end_ms) for time in one.times] == [
        (at, at + length) for at, length, _ in cues
    ]


def test_a_voice_is_written_as_a_label() -> None:
    """inquiry 3, 4: `<v Ana>` in one file and `Ana:` in the other are the same speaker."""
    data = (
        b"WEBVTT\n\n00:01.000 --> 00:03.500\n<v Ana>Hello &amp; <i>you</i></v>\n\n"
        b"00:04.000 --> 00:05.000\n<v.loud Ben B>Bye\n"
    )
    found = read(data, "a.vtt")
    assert found.text == "Ana: Hello & you\nBen B: Bye"
    assert [(turn.label, turn.at_ms, found.text[turn.said_from : turn.end]) for turn in found.turns] == [
        ("Ana", 1000, "Hello & you"),
        ("Ben B", 4000, "Bye"),
    ]


def test_cues_of_one_speaker_in_a_row_are_one_turn() -> None:
    """inquiry 3: each speaker has the right number of turns; every cue keeps its time."""
    found = read(srt(TALK), "a.srt")
    assert [(speaker.label, speaker.turns) for speaker in found.speakers] == [("Ana", 1), ("Ben", 1)]
    assert found.times == (
        TimePoint(0, 1000, 3500),
        TimePoint(17, 3500, 4000),
        TimePoint(37, 3661250, 3670000),
    )


def test_a_word_with_a_colon_is_no_voice() -> None:
    """inquiry 4: in subtitles too a label counts that comes twice, or where a quarter of the cues has one."""
    cues = [(float(at), at + 1.0, "we went on") for at in range(9)]
    assert read(srt([*cues, (9.0, 10.0, "Truth: it rained")]), "a.srt").speakers == ()


def test_several_voices_in_one_cue_are_all_kept() -> None:
    """inquiry 3: no word of a cue is lost, a tag of no known meaning included."""
    found = read(b"WEBVTT\n\n00:01.000 --> 00:02.000\nboth <v Ana>yes <laughs>\n<v Ben>no\n", "a.vtt")
    assert found.text == "both \nAna: yes <laughs>\nBen: no"


def test_overlapping_cues_stay_and_are_counted() -> None:
    """inquiry bad input: subtitles with overlapping cues."""
    found = read(srt([(1, 5, "one"), (2, 3, "two"), (1.5, 6, "three"), (9, 8, "four")]), "a.srt")
    assert found.text == "one\ntwo\nthree\nfour"
    assert kinds(found) == {"cues_overlapping": 2, "cues_out_of_order": 1, "cues_backwards": 1}


def test_lines_outside_a_cue_are_kept() -> None:
    """inquiry 3: a blank line inside a cue does not cost its second half; a number may be what somebody said."""
    data = b"1\n00:00:01,000 --> 00:00:02,000\nfirst half\n\nsecond half\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n"
    found = read(data, "a.srt")
    assert (found.text, kinds(found)) == ("first half\nsecond half\n42", {"cue_lines_stray": 1})


def test_comments_and_styles_are_no_words() -> None:
    """inquiry 3."""
    data = (
        b"WEBVTT\n\nSTYLE\n::cue{}\n\n00:01.000 --> 00:02.000\nsaid\n\nNOTE to self\nno\n\n"
        b"name\n00:03.000 --> 00:04.000\nmore\n"
    )
    found = read(data, "a.vtt")
    assert (found.text, kinds(found)) == ("said\nmore", {"cue_comments": 2})


def test_a_title_above_the_first_cue_is_counted() -> None:
    """inquiry 3: the name helps where the first lines do not show what the file is; what is left out is said."""
    found = read(b"A talk\nby two\n\n" + srt(TALK[:1]), "a.srt")
    assert (found.text, kinds(found)) == ("Ana: Hello & you", {"cue_comments": 1})


def test_words_and_times_are_those_other_libraries_find() -> None:
    """inquiry 3: webvtt-py and srt agree."""
    found = read(srt(TALK), "a.srt")
    theirs = list(other_srt.parse(srt(TALK).decode()))
    assert found.text == "\n".join(cue.content for cue in theirs)
    captions = webvtt.from_buffer(io.StringIO(vtt(TALK).decode()))
    assert [time.start_ms for time in found.times] == [milliseconds(one.start) for one in captions]
    assert [unescape(one.text) for one in captions] == [cue.content for cue in theirs]
