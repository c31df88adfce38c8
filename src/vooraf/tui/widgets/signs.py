"""The signs of the screen: plain glyphs that every font has, or ASCII with ``VOORAF_ASCII=1``."""

from __future__ import annotations

import os

from vooraf.locale import words


def ascii_only() -> bool:
    """Whether ``VOORAF_ASCII=1`` asks for ASCII."""
    return os.environ.get("VOORAF_ASCII") == "1"


def sign(standing: str) -> str:
    """The sign of a standing: one cell, or three in ASCII."""
    return words.glyph(standing, ascii_only=ascii_only())


def short_sign(standing: str) -> str:
    """The same in one cell, for a bar: in ASCII without its brackets, and ``.`` for what is open."""
    return sign(standing).strip("[]").replace(" ", ".")


def pointer() -> str:
    """What stands before the row under the cursor."""
    return ">" if ascii_only() else "▸"


def more() -> str:
    """What stands at the end of lines that go on below."""
    return "v" if ascii_only() else "▾"


def rule(width: int) -> str:
    """A line across ``width`` cells."""
    return ("-" if ascii_only() else "─") * width
