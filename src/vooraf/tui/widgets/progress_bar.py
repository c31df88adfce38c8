"""How far a client is, in a few cells: a sign for every share of the items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD, WAIVED
from vooraf.tui.widgets.paint import Line
from vooraf.tui.widgets.signs import short_sign

_ORDER = (CONFIRMED, TOLD, CHANGED, OPEN)


def shares(counts: Sequence[int], cells: int) -> tuple[int, ...]:
    """``cells`` divided as ``counts`` are: what there is gets one at least, what there isn't gets none.

    ``cells`` is no less than the number of counts. Without any count every share is 0.
    """
    whole = sum(counts)
    if not whole:
        return (0,) * len(counts)
    exact = [count * cells / whole for count in counts]
    given = [max(1, int(share)) if count else 0 for share, count in zip(exact, counts, strict=True)]
    while (missing := cells - sum(given)) != 0:
        step = 1 if missing > 0 else -1
        movable = [place for place, count in enumerate(counts) if count and given[place] + step > 0]
        given[max(movable, key=lambda place: step * (exact[place] - given[place]))] += step
    return tuple(given)


def progress_bar(standing: Mapping[str, int], cells: int) -> Line:
    """The bar: confirmed, told, changed, open. Waived items don't count."""
    parts = shares([standing[name] for name in _ORDER], cells)
    return tuple((short_sign(name) * part, name) for name, part in zip(_ORDER, parts, strict=True) if part)


def figures(standing: Mapping[str, int]) -> str:
    """``9/25``: confirmed, of those that count."""
    return f"{standing[CONFIRMED]}/{sum(standing.values()) - standing[WAIVED]}"
