"""What the steps of a part of a talk are repeated for: the items of one kind, the wishes, the answers."""

from __future__ import annotations

from vooraf.model.client import CONFIRMED, TOLD, WAIVED
from vooraf.model.events import SPOKEN
from vooraf.model.subjects import Subject, about_item, announced_item, items_to_announce, of_item, worded
from vooraf.model.talk import ABOUT

TYPE_CHECKING = False
if TYPE_CHECKING:  # script imports this module
    from vooraf.model.script import Facts
    from vooraf.model.selection import Choice
    from vooraf.model.standing import ItemState
    from vooraf.model.talk import Part


def repeated(part: Part, choice: Choice, facts: Facts, whole: Subject) -> tuple[Subject, ...]:
    """What the steps of ``part`` are repeated for; ``whole`` is the meeting, whose names they can use too."""
    if part.each == "wish":
        return tuple(
            whole._replace(names={**whole.names, "wish": wish}) for wish in facts.client.wishes if wish
        )
    if part.each == "answer":
        return tuple(whole._replace(names={**whole.names, "words": words}) for words in _answers(facts))
    if part.each == "announce":
        return tuple(announced_item(state, facts, whole) for state in items_to_announce(facts))
    if part.each == ABOUT:
        return tuple(
            about_item(state, facts, whole) for state in facts.states if state.item.key == facts.about
        )
    return tuple(
        of_item(state, worded(state, facts), facts, whole)
        for state in _chosen(part.each, choice, facts)
        if state.item.section not in part.skip and (not part.sections or state.item.section in part.sections)
    )


def _answers(facts: Facts) -> tuple[str, ...]:
    """What was written down today under questions that are about no item, in the order of the questions."""
    items = {state.item.key for state in facts.states}
    return tuple(
        held.answers[step]
        for held in facts.client.talks
        if held.started.on == facts.today
        for step in held.questions
        if held.answers.get(step) and step.partition(":")[2] not in items
    )


def _chosen(each: str, choice: Choice, facts: Facts) -> tuple[ItemState, ...]:
    if each == "section":
        return tuple(state for state in _wanted(facts) if worded(state, facts).ready)
    if each == "unready":
        return tuple(state for state in _wanted(facts) if not worded(state, facts).ready)
    if each == "today":
        return tuple(state for state in facts.states if _settled_today(state, facts))
    by_key = {state.item.key: state for state in facts.states}
    keys: tuple[str, ...] = getattr(choice, each)
    return tuple(by_key[key] for key in keys)


def _wanted(facts: Facts) -> tuple[ItemState, ...]:
    return tuple(state for state in facts.states if state.standing != WAIVED)


def _settled_today(state: ItemState, facts: Facts) -> bool:
    """Whether it was confirmed today, or told today in a talk, and still stands so.

    What was told in writing today needn't be written again.
    """
    told, confirmed = state.history.told, state.history.confirmed
    counts = [confirmed] if told is None or told.text("by") not in SPOKEN else [told, confirmed]
    return state.standing in (TOLD, CONFIRMED) and any(
        event is not None and event.on == facts.today for event in counts
    )
