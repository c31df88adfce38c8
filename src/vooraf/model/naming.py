"""Names for comparing and for files: without case and accents, and as slugs."""

from __future__ import annotations

import os
import unicodedata

MOST_IN_A_SLUG = 40


def folded(text: str) -> str:
    """``text`` for comparing: without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def slug_of(name: str) -> str:
    """The name in small letters, digits and hyphens: a help for people in a file's name."""
    plain = (letter if letter.isascii() and letter.isalnum() else " " for letter in folded(name))
    return "-".join("".join(plain).split())[:MOST_IN_A_SLUG].strip("-") or "client"


def slugs_of(name: str, client_id: str, file: str) -> tuple[str, ...]:
    """The slug of a client's name, and the one that the diary's file was given."""
    in_file = os.path.basename(file).removesuffix(f"-{client_id}.toml")
    return tuple(dict.fromkeys((slug_of(name), in_file)))
