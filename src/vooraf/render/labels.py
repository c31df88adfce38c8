"""What stands before a line: Say, Ask, Listen, Write, Don't, in the language of the script."""

from __future__ import annotations

from vooraf.model.formats import is_dutch

_LABELS = {
    "say": ("Say", "Zeg"),
    "ask": ("Ask", "Vraag"),
    "listen": ("Listen", "Luister"),
    "write": ("Write", "Noteer"),
    "dont": ("Don't", "Niet"),
}


def label(kind: str, language: str) -> str:
    """The label of a line of ``kind``; a ``note`` has none and gives an empty text."""
    return _LABELS[kind][is_dutch(language)] if kind in _LABELS else ""


def label_width(language: str) -> int:
    """The width of the longest label, in cells."""
    return max(len(words[is_dutch(language)]) for words in _LABELS.values())
