"""The first start: trade, language, and the values that most items need."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Field, HouseRules
from vooraf.model.fold import fold
from vooraf.model.standing import states
from vooraf.model.values import canonical_value
from vooraf.model.wording import look_up, names_in, texts_of

MOST_ASKED = 6


def is_first_start(workspace: Workspace) -> bool:
    """Whether there is no client and no house rule yet."""
    everyone, problems = workspace.store.everyone()
    return not everyone and not problems and workspace.rules == HouseRules() and not workspace.rule_faults


def fields_to_ask(workspace: Workspace, checklist_key: str) -> tuple[Field, ...]:
    """The fields that most items need: those without any value first, then those that most wordings use.

    Raises:
        UnknownChecklist, BrokenChecklist.
    """
    checklist, rules = workspace.library.checklist(checklist_key), workspace.rules
    uses: dict[str, int] = {}
    for item in checklist.items():
        used = {name for text in texts_of(item, rules).values() for name in names_in(text)}
        for name in used & checklist.fields.keys():
            uses[name] = uses.get(name, 0) + 1
    order = list(checklist.fields)

    def place(name: str) -> tuple[bool, int, int]:
        return look_up(checklist.fields[name], {}, rules) is not None, -uses[name], order.index(name)

    asked = [name for name in uses if checklist.fields[name].type not in ("date", "text")]
    return tuple(checklist.fields[name] for name in sorted(asked, key=place)[:MOST_ASKED])


def ready_with(workspace: Workspace, checklist_key: str, language: str) -> tuple[int, int]:
    """How many items of a checklist could be told to a new client now, and how many there are."""
    checklist = workspace.library.checklist(checklist_key)
    nobody = fold("", ())._replace(language=language)
    found = states(nobody, checklist, workspace.shared.wordings)
    return sum(1 for state in found if state.wording.ready), len(found)


def set_up(workspace: Workspace, owner: Mapping[str, str], values: Mapping[str, str]) -> HouseRules:
    """Keep the owner's name, trade and language, and values for every client; an empty value is left out.

    Raises:
        UnknownChecklist, BrokenChecklist, BadValue, BrokenRules, NotSaved: and then nothing was kept.
    """
    trade = owner.get("trade") or workspace.rules.trade
    fields = workspace.library.checklist(trade).fields
    kept = {name: canonical_value(fields[name], text) for name, text in values.items() if text.strip()}
    edits: dict[tuple[str, ...], object] = {("owner", key): value for key, value in owner.items()}
    keep_rules(workspace, edits | {("value", name): value for name, value in kept.items()})
    return workspace.rules
