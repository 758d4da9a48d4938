"""HTML: what a browser shows, and nothing fetched."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.text.reading import read
from tests.inquiry.method.text.made import kinds


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Title</h1><p>one <b>two</b>\n three<p>four", "Title\none two three\nfour"),
        ("<p>a<script>no</script><style>no</style>b</p><!-- no -->", "ab"),
        ("<p>&eacute;&nbsp;&#128512;&amp;&lt;b&gt; &#146;</p>", "é\xa0😀&<b> ’"),
        ("<div>one<br>two</div><p><br></p><p></p><ul><li>three<li>four</ul>", "one\ntwo\n\nthree\nfour"),
        (
            "<p>a<table><tr><th>Who<th>What<tr><td>Anna<td>hi<br>you</table>b",
            "a\nWho\tWhat\nAnna\thi\nyou\nb",
        ),
        ("<pre>\n two  spaces\n\tand a tab</pre>", " two  spaces\n\tand a tab"),
        ("<td>a cell without a table</td>", "a cell without a table"),
    ],
)
def test_words_stand_as_a_browser_shows_them(body: str, text: str) -> None:
    """inquiry 1, 6: blocks to lines, entities read, script and style out."""
    assert read(f"<!doctype html><html><body>{body}".encode(), "a.html").text == text


def test_the_page_may_say_its_encoding() -> None:
    """inquiry bad input: what a page declares counts where it is not UTF-8, and is no guess."""
    found = read('<html><meta charset="windows-1250"><p>Łódź ’</p>'.encode("cp1250"), "a.html")
    assert (found.text, found.encoding, found.guessed) == ("Łódź ’", "cp1250", False)
    assert read('<html><meta charset="windows-1250">Łódź'.encode("cp1250"), "a.txt").text == "Łódź"
    wrong = read('<html><meta charset="windows-1250"><p>Łódź ’</p>'.encode(), "a.html")
    assert (wrong.text, wrong.encoding) == ("Łódź ’", "utf-8")


def test_nothing_outside_the_page_is_fetched() -> None:
    """inquiry bad input: no network; the tests' sockets are off."""
    found = read(
        b'<html><p>a<img src="http://example.org/x.png"><iframe src="http://example.org">x</iframe>', "a.html"
    )
    assert (found.text, kinds(found)) == ("a", {"pictures": 1})
