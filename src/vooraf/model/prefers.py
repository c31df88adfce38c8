"""How a client likes to be addressed, read from what the owner wrote down about it."""

from __future__ import annotations

from vooraf.model.client import Client

_BRIEF = frozenset(
    (
        *("short", "brief", "briefly", "concise", "quick", "quickly", "fast", "terse", "hurry", "busy"),
        *(
            "kort",
            "korte",
            "kortaf",
            "beknopt",
            "bondig",
            "snel",
            "snelle",
            "vlot",
            "puntig",
            "haast",
            "druk",
        ),
    )
)
_PHRASES = ("to the point", "little time", "few words", "weinig tijd", "weinig woorden", "geen omhaal")
_NOT = frozenset(("not", "no", "never", "don't", "dont", "without", "niet", "geen", "nooit", "zonder"))
_BEFORE = 2
"""How many words before a word may turn it round: “not too fast”, “niet te snel”."""


def is_brief(client: Client) -> bool:
    """Whether the client likes it short, by the words in their style, approach or pace, in both languages.

    A word that is denied just before doesn't count: “not too fast”.
    """
    return any(_says_brief(text) for text in (client.style, client.approach, client.pace))


def _says_brief(text: str) -> bool:
    words = "".join(char if char.isalnum() or char == "'" else " " for char in text.casefold()).split()
    if any(f" {phrase} " in f" {' '.join(words)} " for phrase in _PHRASES):
        return True
    return any(
        word in _BRIEF and not _NOT.intersection(words[max(0, place - _BEFORE) : place])
        for place, word in enumerate(words)
    )
