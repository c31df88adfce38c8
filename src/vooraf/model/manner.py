"""How a client likes it, as the owner noted it: the lines on top of every script, and whether a message is brief."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.model.client import Client
from vooraf.model.formats import is_dutch

MANNERS = {
    "style": ("How they put things", "Manier van praten"),
    "approach": ("How to approach them", "Zo te benaderen"),
    "pace": ("Their pace", "Tempo"),
}
"""What is noted, with what stands before it in a script."""


def manner_notes(client: Client, said: Iterable[str], language: str) -> tuple[str, ...]:
    """A line for each thing that is noted about this client; those in ``said`` are said elsewhere."""
    told = set(said)
    return tuple(
        f"{labels[is_dutch(language)]}: {noted}"
        for name, labels in MANNERS.items()
        if name not in told and (noted := " ".join(str(getattr(client, name)).split()))
    )


# -- brief ---------------------------------------------------------------------------------------

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
