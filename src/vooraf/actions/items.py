"""Tell, confirm, waive, reopen.

*Told* is what the owner did; *confirmed* is what the client did. Nothing here turns the first into the
second by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from vooraf.actions.view import ClientView, picked, usable_states, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.checklist import BrokenRules
from vooraf.errors.client import NotReady, UnknownSection
from vooraf.errors.values import BadChoice, FutureDate
from vooraf.model.checklist import text_in
from vooraf.model.client import OPEN, Client
from vooraf.model.events import HOWS
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState, waiting
from vooraf.model.values import storable
from vooraf.storage.rules import NONE_COUNTS
from vooraf.storage.store import Draft, Loaded

USUAL_HOW = "in-person"


class Ticked(NamedTuple):
    """What an action did: the new state, the items it touched, and those left because a value is missing."""

    view: ClientView
    done: tuple[ItemState, ...]
    left: tuple[ItemState, ...]


Choose = Callable[[ClientView], tuple[tuple[ItemState, ...], tuple[ItemState, ...]]]
"""What to touch and what to leave, seen under the lock."""


def checked_how(how: str) -> str:
    """HOW, made sure of. Raises BadChoice."""
    if how not in HOWS:
        raise BadChoice(value=how, field="--by", options=", ".join(HOWS))
    return how


def checked_day(workspace: Workspace, on: date | None) -> date:
    """The day it happened, today when left out. Raises FutureDate."""
    day = on or workspace.today
    if day > workspace.today:
        raise FutureDate(date=day.isoformat())
    return day


def check_rules(workspace: Workspace) -> None:
    """What is told and confirmed is in the owner's own words and figures, or it isn't recorded.

    Raises:
        BrokenRules: the house rules can't be read, so that other words stand in for them.
    """
    for fault in workspace.rule_faults:
        if fault.message == NONE_COUNTS:
            raise BrokenRules(file=fault.file, line=fault.line, first=fault, faults=(fault,))


def _tick(
    workspace: Workspace, client_id: str, choose: Choose, draft: Callable[[ItemState], Draft]
) -> Ticked:
    done: list[ItemState] = []
    left: list[ItemState] = []

    def decide(client: Client) -> list[Draft]:
        taken, kept = choose(_seen(workspace, client))
        done.extend(taken)
        left.extend(kept)
        return [draft(state) for state in taken]

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    return Ticked(viewed(workspace, loaded), tuple(done), tuple(left))


def _seen(workspace: Workspace, client: Client) -> ClientView:
    return viewed(workspace, Loaded(client, "", ()))


def words_of(state: ItemState, how: str, day: date) -> dict[str, object]:
    """What is told or confirmed: the exact wording of today and what it was made of. Raises TooLong."""
    today = state.wording
    return {
        "item": state.item.key,
        "text": storable(today.text),
        "language": today.language,
        "values": dict(today.values),
        "edition": today.edition,
        "on": day,
        "by": how,
    }


def not_ready(seen: ClientView, state: ItemState) -> NotReady:
    """The fault of an item whose wording still has empty fields."""
    return NotReady(
        item=text_in(state.item.title, seen.client.language),
        fields=", ".join(state.wording.blanks),
        client=seen.client.id,
        example=state.wording.missing[0],
        missing=state.wording.missing,
        key=state.item.key,
    )


def _ready(keys: tuple[str, ...]) -> Choose:
    def choose(seen: ClientView) -> tuple[tuple[ItemState, ...], tuple[ItemState, ...]]:
        found = picked(seen, keys)
        for state in found:
            if not state.wording.ready:
                raise not_ready(seen, state)
        return found, ()

    return choose


def tell(
    workspace: Workspace, client_id: str, keys: tuple[str, ...], how: str = USUAL_HOW, on: date | None = None
) -> Ticked:
    """Record that these items were told, in today's words.

    Raises:
        UnknownItem, NotReady, FutureDate, BadChoice, BrokenRules, NotSaved: and then nothing was recorded.
    """
    check_rules(workspace)
    how, day = checked_how(how), checked_day(workspace, on)
    return _tick(workspace, client_id, _ready(keys), lambda state: ("told", words_of(state, how, day)))


def tell_all(
    workspace: Workspace, client_id: str, section: str = "", how: str = USUAL_HOW, on: date | None = None
) -> Ticked:
    """Record that all open and changed items (of one section) were told; those not ready are left.

    Raises:
        UnknownSection, FutureDate, BadChoice, BrokenRules, NotSaved: and then nothing was recorded.
    """
    check_rules(workspace)
    how, day = checked_how(how), checked_day(workspace, on)

    def choose(seen: ClientView) -> tuple[tuple[ItemState, ...], tuple[ItemState, ...]]:
        found = [state for state in in_section(seen, section) if waiting(state)]
        ready = tuple(state for state in found if state.wording.ready)
        return ready, tuple(state for state in found if not state.wording.ready)

    return _tick(workspace, client_id, choose, lambda state: ("told", words_of(state, how, day)))


def in_section(seen: ClientView, section: str) -> tuple[ItemState, ...]:
    """The items of a section; all of them when it is empty. Raises UnknownSection."""
    found = usable_states(seen)
    sections = tuple(dict.fromkeys(state.item.section for state in found))
    if section and section not in sections:
        raise UnknownSection(section=section, checklist=seen.client.checklist, sections=", ".join(sections))
    return tuple(state for state in found if not section or state.item.section == section)


def confirm(
    workspace: Workspace,
    client_id: str,
    keys: tuple[str, ...],
    words: str = "",
    how: str = USUAL_HOW,
    on: date | None = None,
) -> Ticked:
    """Record that the client confirmed these items, with their own words where there are any.

    Raises:
        UnknownItem, NotReady, FutureDate, BadChoice, TooLong, Unstorable, BrokenRules, NotSaved:
            nothing was recorded.
    """
    check_rules(workspace)
    how, day = checked_how(how), checked_day(workspace, on)
    own = storable(words.strip()) or None

    def draft(state: ItemState) -> Draft:
        made = words_of(state, how, day)
        on_and_by = {"on": made.pop("on"), "by": made.pop("by")}
        return "confirmed", {**made, "words": own, **on_and_by}

    return _tick(workspace, client_id, _ready(keys), draft)


def waive(workspace: Workspace, client_id: str, keys: tuple[str, ...], why: str = "") -> Ticked:
    """Record that these items don't apply to this client.

    Raises:
        UnknownItem, TooLong, Unstorable, NotSaved: and then nothing was recorded.
    """
    day, reason = workspace.today, storable(why.strip()) or None
    return _tick(
        workspace,
        client_id,
        lambda seen: (picked(seen, keys), ()),
        lambda state: ("waived", {"item": state.item.key, "why": reason, "on": day}),
    )


def reopen(workspace: Workspace, client_id: str, keys: tuple[str, ...]) -> Ticked:
    """Open these items again: nothing that was told or confirmed about them counts any longer.

    Raises:
        UnknownItem, NotSaved: and then nothing was recorded.
    """
    return _reopened(workspace, client_id, lambda seen: picked(seen, keys))


def reopen_all(workspace: Workspace, client_id: str) -> Ticked:
    """Open every item again: the same client, a next job."""
    return _reopened(workspace, client_id, usable_states)


def _reopened(
    workspace: Workspace, client_id: str, among: Callable[[ClientView], Iterable[ItemState]]
) -> Ticked:
    def choose(seen: ClientView) -> tuple[tuple[ItemState, ...], tuple[ItemState, ...]]:
        return tuple(state for state in among(seen) if state.standing != OPEN), ()

    day = workspace.today
    return _tick(
        workspace, client_id, choose, lambda state: ("reopened", {"item": state.item.key, "on": day})
    )
