"""Names as people write them, made findable: folding, sorting, initials.

Folding is for looking up only. What is shown is always the name as the person gave it.
"""

from __future__ import annotations

import unicodedata

from ownwords.people.method.folding import fold


def sort_key(name: str) -> str:
    """Return the key that sorts names as written: by first word, then the next.

    >>> sorted(["Zoë Adams", "Émile Brown", "adam Clark"], key=sort_key)
    ['adam Clark', 'Émile Brown', 'Zoë Adams']
    """
    return fold(name)


def surname_key(name: str) -> str:
    """Return the key that sorts names by their last word, then by the words before it.

    The last word is a guess at a family name and good enough for finding one's place in a list; many names do
    not work so, which is why lists can be sorted as written as well.

    >>> sorted(["Zoë Adams", "Émile Brown", "Ann Adams"], key=surname_key)
    ['Ann Adams', 'Zoë Adams', 'Émile Brown']
    """
    words = fold(name).split()
    return " ".join([*words[-1:], *words[:-1]])


def initials(name: str, most: int = 2) -> str:
    """Return the first letters of the first and the last word, with their marks; fewer words, fewer letters.

    ``most`` is 1 or 2. A name without any letter or figure gives an empty text.

    >>> initials("siân o'brien"), initials("Prince"), initials("Anne-Marie van der Berg"), initials("✨")
    ('SO', 'P', 'AB', '')
    """
    firsts = [letter for word in name.split() if (letter := _first_letter(word))]
    chosen = firsts if len(firsts) <= most else [*firsts[: most - 1], firsts[-1]]
    return "".join(chosen)


def _first_letter(word: str) -> str:
    for place, character in enumerate(word):
        if unicodedata.category(character)[0] in "LN":
            end = place + 1
            while end < len(word) and unicodedata.category(word[end])[0] == "M":
                end += 1
            return unicodedata.normalize("NFC", word[place:end]).upper()
    return ""
