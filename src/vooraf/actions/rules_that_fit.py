"""Whether the house rules fit the checklists that are used: fields, types, items."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.actions.view import usable
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Checklist, HouseRules
from vooraf.model.faults import Fault

_FITTING = "house rules that fit"


def unfitting(workspace: Workspace, used: Iterable[str]) -> tuple[Fault, ...]:
    """What in the house rules doesn't fit the checklists with these keys and the owner's trade.

    Nor any other checklist that may be meant. That everything fits is kept in the index: it is asked at
    every list, and seldom changes.
    """
    rules, library = workspace.rules, workspace.library
    if not rules.values and not rules.say:
        return ()
    keys = sorted({rules.trade, *used})
    signature = f"{library.signature}\n{rules!r}\n{keys!r}"
    if workspace.index.document(_FITTING, signature) is not None:
        return ()
    faults = _faults(workspace, rules, keys)
    if not faults:
        workspace.index.keep_document(_FITTING, signature, _FITTING)
    return faults


def _faults(workspace: Workspace, rules: HouseRules, keys: Iterable[str]) -> tuple[Fault, ...]:
    from vooraf.storage.rules import rule_faults  # noqa: PLC0415 - only when the rules or checklists changed

    path = workspace.folder.rules
    lists = [found for key in keys if (found := usable(workspace.library, key)[0])]
    faults = rule_faults(path, rules, lists)
    return rule_faults(path, rules, [*lists, *_meant(workspace, rules, lists)]) if faults else ()


def _meant(workspace: Workspace, rules: HouseRules, lists: Iterable[Checklist]) -> list[Checklist]:
    """Checklists that nobody uses yet, which alone have a name that stands in the rules."""
    known = {checklist.key: _names(checklist) for checklist in lists}
    wanted = {*rules.values, *rules.say}.difference(*known.values())
    return [each for each in every_checklist(workspace) if each.key not in known and wanted & _names(each)]


def every_checklist(workspace: Workspace) -> Iterable[Checklist]:
    """Every checklist that can be used: reads and checks them all."""
    for key in workspace.library.whole.keys():  # noqa: SIM118 - a method of the library, not a mapping's
        checklist = usable(workspace.library, key)[0]
        if checklist is not None:
            yield checklist


def _names(checklist: Checklist) -> set[str]:
    return {*checklist.fields, *(item.key for item in checklist.items())}
