"""How long a meeting takes: what ``+`` and ``-`` make of it, and the lengths to choose from."""

from __future__ import annotations

from vooraf.locale import ngettext
from vooraf.tui.screens.choice_box import Choice

SHORTEST, LONGEST = 1, 240
USUAL = (3, 5, 10, 15, 20, 30, 45, 60, 90)


def longer(minutes: int, by: int) -> int:
    """``minutes`` and ``by`` more (or fewer), as far as a meeting can be that long."""
    return max(SHORTEST, min(LONGEST, minutes + by))


def minutes_word(minutes: int) -> str:
    """``10 minutes``, in the language of the screen."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def choices(minutes: int) -> tuple[Choice, ...]:
    """The usual lengths and the one that holds now."""
    return tuple((str(each), minutes_word(each)) for each in sorted({*USUAL, minutes}))
