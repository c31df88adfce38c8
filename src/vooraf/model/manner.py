"""How a client likes it, as the owner noted it: the lines on top of every script."""

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
