"""The names that people give: keys of checklists, sections and items, and names of fields."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_IN_KEY = _LETTERS | frozenset("0123456789")
_IN_NAME = _IN_KEY | {"_"}
LONGEST = 80
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)


def is_key(text: str) -> bool:
    """Whether ``text`` is kebab-case: small letters, digits and single hyphens, a letter first."""
    return (
        0 < len(text) <= LONGEST
        and text[0] in _LETTERS
        and all(part and _IN_KEY.issuperset(part) for part in text.split("-"))
    )


def is_file_key(text: str) -> bool:
    """Whether ``text`` is a key that every system takes as the name of a file."""
    return is_key(text) and text not in _DEVICES


def is_field_name(text: str) -> bool:
    """Whether ``text`` is snake_case: small letters, digits and underscores, a letter first."""
    return 0 < len(text) <= LONGEST and text[0] in _LETTERS and _IN_NAME.issuperset(text)


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that ``word`` was probably meant to be; an empty text when none is near."""
    # difflib costs 10 ms, and is needed only when something is wrong.
    from difflib import get_close_matches  # noqa: PLC0415

    found = get_close_matches(word[:LONGEST].lower(), known, n=1, cutoff=0.6)
    return found[0] if found else ""
