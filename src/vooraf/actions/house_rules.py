"""The house rules: what they say, what a change of them would do, and keeping it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vooraf.actions.keeping_rules import Path, keep_rules
from vooraf.actions.rule_edits import Edits
from vooraf.actions.rules_that_fit import unfitting
from vooraf.actions.told import Tally, tally
from vooraf.actions.view import usable
from vooraf.actions.workspace import Workspace
from vooraf.errors.rules import RulesChanged
from vooraf.model.checklist import Checklist, HouseRules, Item
from vooraf.model.faults import Fault
from vooraf.model.record import NamedTuple
from vooraf.model.wording import names_in, texts_of


class House(NamedTuple):
    """The house rules, the checklists that they are used in (the owner's trade first), what was told.

    ``faults`` are what is wrong in their file.
    """

    rules: HouseRules
    checklists: tuple[Checklist, ...]
    told: Tally
    faults: tuple[Fault, ...]


class Effect(NamedTuple):
    """What a change of the house rules does to one item of one checklist.

    ``before`` and ``after`` are the clients who were told something else than the rules make of it.
    """

    checklist: Checklist
    item: Item
    before: frozenset[str]
    after: frozenset[str]


class Saved(NamedTuple):
    """A change that was kept: what was put in, and what stood there before, to take it back with."""

    edits: Edits
    before: Edits


def house(workspace: Workspace) -> House:
    """The house rules as they are now. Reads what everybody was told.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    return house_with(workspace, tally(workspace))


def house_with(workspace: Workspace, told: Tally) -> House:
    """The same, with what everybody was told already at hand."""
    rules = workspace.rules
    faults = (*workspace.rule_faults, *unfitting(workspace, told.checklists))
    return House(rules, chosen(workspace, rules, told), told, faults)


def chosen(workspace: Workspace, rules: HouseRules, told: Tally) -> tuple[Checklist, ...]:
    """The owner's trade, and the checklists that clients use, most used first; those that can be used.

    A trade that nobody chose stands behind those of the clients.
    """
    by_use = sorted(told.checklists, key=lambda key: (-told.checklists[key], key))
    own = rules.trade if rules.trade in told.checklists or rules.trade != HouseRules().trade else ""
    keys = dict.fromkeys(filter(None, (own, *by_use, rules.trade)))
    found = (usable(workspace.library, key)[0] for key in keys)
    return tuple(checklist for checklist in found if checklist is not None)


# -- what it would do ----------------------------------------------------------------------------


def effects(seen: House, rules: HouseRules) -> tuple[Effect, ...]:
    """What it would do if the rules were these: the items whose wording would be another."""
    return tuple(
        Effect(
            checklist,
            item,
            seen.told.otherwise(checklist, item, seen.rules),
            seen.told.otherwise(checklist, item, rules),
        )
        for checklist in seen.checklists
        for item in checklist.items()
        if _touched(checklist, item, seen.rules, rules)
    )


def _touched(checklist: Checklist, item: Item, one: HouseRules, other: HouseRules) -> bool:
    """Whether an item's wording is another, in words or in values."""
    texts = texts_of(item, one)
    if texts != texts_of(item, other):
        return True
    names = {name for text in texts.values() for name in names_in(text) if name in checklist.fields}
    return any(one.values.get(name) != other.values.get(name) for name in names)


def would_change(found: Iterable[Effect]) -> frozenset[str]:
    """The clients who would be told something else now than they were, and aren't so far."""
    return frozenset(client for effect in found for client in effect.after - effect.before)


# -- keeping it ----------------------------------------------------------------------------------


def save(workspace: Workspace, edits: Edits, seen: HouseRules) -> Saved:
    """Keep the edits, if what they change is still as the owner has ``seen`` it.

    Raises:
        BrokenRules, RuleInTheWay, RulesChanged, RulesNotSaved, TooLong: nothing was changed.
    """
    before = {_whole(seen, path): _at(seen, _whole(seen, path)) for path in edits}
    now = workspace.rules
    if any(_at(now, path) != was for path, was in before.items()):
        raise RulesChanged(file=workspace.folder.rules)
    keep_rules(workspace, edits)
    return Saved(edits, _spread(before))


def take_back(workspace: Workspace, saved: Saved) -> None:
    """Put back what stood there before, if nothing else was put there since.

    Raises:
        BrokenRules, RuleInTheWay, RulesChanged, RulesNotSaved: nothing was changed.
    """
    keep_rules(
        workspace, saved.before, {path: value for path, value in saved.edits.items() if value is not None}
    )


def _whole(rules: HouseRules, path: Path) -> Path:
    """The path that says everything about an edit's: of an item's first own wording, the item's."""
    return path[:2] if path[0] == "say" and path[1] not in rules.say else path


def _at(rules: HouseRules, path: Path) -> object:
    """What the rules have there; ``None`` for nothing."""
    if path[0] == "owner":
        found = getattr(rules, path[1])
        return None if found == getattr(HouseRules(), path[1]) else found
    table: object = rules.values if path[0] == "value" else rules.say
    for part in path[1:]:
        table = table.get(part) if isinstance(table, Mapping) else None
    return table


def _spread(before: Edits) -> Edits:
    """A table as what stands in it: that is what is put back."""
    spread: dict[Path, object] = {}
    for path, value in before.items():
        if isinstance(value, Mapping):
            spread.update({(*path, key): each for key, each in value.items()})
        else:
            spread[path] = value
    return spread
