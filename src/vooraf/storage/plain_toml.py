"""TOML as it mostly stands in house rules and settings: keys, numbers, and texts in quotes on one line.

``tomllib`` takes 15 ms of every start that has either file, most of it for re; this takes none. Whatever
isn't of this plain kind is left to ``tomllib``.
"""

from __future__ import annotations

from datetime import date, time

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_MOST_DIGITS = 18
_WORDS = {"true": True, "false": False}


class _NotPlain(Exception):
    """The text isn't of the plain kind."""


def read_plain(text: str) -> dict[str, object] | None:
    """The table that ``tomllib`` would give; ``None`` for a text that is left to it."""
    whole: dict[str, object] = {}
    table, headers = whole, set[str]()
    try:
        for line in text.split("\n"):
            if not line.isprintable():
                return None  # a tab, or what no TOML may hold
            if line.startswith("["):
                table = _opened(whole, line, headers)
            elif line and not line.startswith("#"):
                _put(table, *line.partition(" = "))
    except _NotPlain:
        return None
    return whole


def _opened(whole: dict[str, object], line: str, headers: set[str]) -> dict[str, object]:
    """The table of a header such as ``[say.revisions]``."""
    if line in headers or not line.endswith("]"):
        raise _NotPlain
    headers.add(line)
    table = whole
    for name in line[1:-1].split("."):
        inner = table.setdefault(name, {}) if _is_bare(name) else None
        if not isinstance(inner, dict):
            raise _NotPlain
        table = inner
    return table


def _put(table: dict[str, object], key: str, sign: str, value: str) -> None:
    if len(key) > 1 and key[0] == key[-1] == '"' and _LETTERS.issuperset(key[1:-1].replace(".", "")):
        key = key[1:-1]  # as the keys of the screen are, which have a point in their names
    elif not _is_bare(key):
        raise _NotPlain
    if not sign or key in table:
        raise _NotPlain
    table[key] = _value(value)


def _is_bare(key: str) -> bool:
    return bool(key) and _LETTERS.issuperset(key)


def _value(text: str) -> object:
    inner = text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == '"' and '"' not in inner and "\\" not in inner:
        return inner
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS and str(int(digits)) == digits:
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    if text.isascii() and [each for each in text if not each.isdigit()] in (["-", "-"], [":", ":"]):
        try:
            return date.fromisoformat(text) if len(text) == 10 else time.fromisoformat(text)
        except ValueError:
            pass
    raise _NotPlain
