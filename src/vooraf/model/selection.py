"""What goes into a meeting: as many items as its minutes hold, the rest for another time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from vooraf.model.announcing import is_unanswered
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState

CHECK = "check"
_RANK = {CHANGED: 0, OPEN: 1, TOLD: 2}
_PART = {CHANGED: CHANGED, OPEN: OPEN, TOLD: CHECK}


class Choice(NamedTuple):
    """Keys of items: those with a question in the meeting, those agreed, and what is left for later.

    A waived item stands nowhere.
    """

    changed: tuple[str, ...]
    open: tuple[str, ...]
    check: tuple[str, ...]
    agreed: tuple[str, ...]
    later: tuple[str, ...]


def choose(states: tuple[ItemState, ...], minutes: int, fixed: int, again: Container[str] = ()) -> Choice:
    """Choose for a meeting of ``minutes``, of which the parts without items take ``fixed``.

    Every item's question takes a minute. ``must`` goes first, what was announced and not answered, and what is
    in ``again``, then
    in the order changed (or announced), open, check, then in the checklist's own order, which is that of
    ``states``. To what is in ``again`` an exception was made: also what was confirmed is checked once more.
    """
    waiting = _waiting(states, again)
    budget = max(0, minutes - fixed)
    taken: dict[str, list[str]] = {CHANGED: [], OPEN: [], CHECK: []}
    for state in waiting[:budget]:
        taken[_PART.get(state.standing, CHECK)].append(state.item.key)
    return _choice(states, taken, waiting[budget:])


def chosen_before(
    states: tuple[ItemState, ...], taken: Mapping[str, Iterable[str]], again: Container[str] = ()
) -> Choice:
    """The choice of a meeting that goes on: ``taken`` maps changed, open and check to their items.

    They stay where they were, whatever happened to them since; one that the checklist no longer has is
    left out. What was agreed meanwhile without being asked is agreed, and the rest is for later.
    """
    known = {state.item.key for state in states}
    kept = {part: [key for key in taken.get(part, ()) if key in known] for part in (CHANGED, OPEN, CHECK)}
    asked = {key for keys in kept.values() for key in keys}
    rest = tuple(state for state in states if state.item.key not in asked)
    return _choice(rest, kept, _waiting(rest, again))


def _waiting(states: tuple[ItemState, ...], again: Container[str]) -> list[ItemState]:
    """The items that want a question, the most urgent first."""
    return sorted(
        (state for state in states if state.standing in _RANK or _comes_again(state, again)),
        key=lambda state: _urgency(state, again),
    )


def _urgency(state: ItemState, again: Container[str]) -> tuple[bool, int]:
    """The lower, the sooner: people need time for a change, so it comes up again at the next meeting.

    So does what an exception was made to.
    """
    if state.item.key in again or (state.standing == TOLD and is_unanswered(state.history)):
        return False, _RANK[CHANGED]
    return not state.item.must, _RANK[state.standing]


def _comes_again(state: ItemState, again: Container[str]) -> bool:
    """Whether it was confirmed and is asked about once more."""
    return state.standing == CONFIRMED and state.item.key in again


def _choice(
    states: tuple[ItemState, ...], taken: Mapping[str, Iterable[str]], later: Iterable[ItemState]
) -> Choice:
    left = tuple(state.item.key for state in later)
    asked = {*left, *(key for keys in taken.values() for key in keys)}
    return Choice(
        changed=tuple(taken[CHANGED]),
        open=tuple(taken[OPEN]),
        check=tuple(taken[CHECK]),
        agreed=tuple(
            state.item.key for state in states if state.standing == CONFIRMED and state.item.key not in asked
        ),
        later=left,
    )
