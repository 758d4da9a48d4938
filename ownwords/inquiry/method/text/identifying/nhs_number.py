"""The NHS number's check digit (NHS Data Dictionary, "NHS NUMBER": Modulus 11)."""

from __future__ import annotations


def is_nhs_number(words: str) -> bool:
    """Say whether the ten digits in `words` are a well-formed NHS number; spaces and hyphens do not count.

    The first nine digits are weighted 10 to 2; eleven less the remainder of their sum by eleven is the tenth, where
    eleven counts as 0 and ten is never issued.
    """
    digits = [int(char) for char in words if char in "0123456789"]
    if len(digits) != 10:
        return False
    total = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == digits[9]
