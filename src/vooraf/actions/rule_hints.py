"""What could be said better in the wordings that clients hear."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.words import FoundHint, word_hints
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Checklist, HouseRules, Item
from vooraf.model.word_check import Hint
from vooraf.model.word_lists import SAY
from vooraf.model.wording import texts_of

Hints = Mapping[str, tuple[Hint, ...]]
"""The hints on a wording, by its language; only languages with any."""


def wording_hints(
    workspace: Workspace, checklist: Checklist, item: Item, language: str, text: str
) -> tuple[Hint, ...]:
    """The hints on a text as the wording of an item. Raises BrokenWords: the owner's list can't be used."""
    return word_hints(workspace, text, language, role=SAY, allow=item.allow, fields=checklist.fields)


def rule_hints(workspace: Workspace, checklist: Checklist, item: Item, rules: HouseRules) -> Hints:
    """The hints on an item's wording in each language, as the ``rules`` have it. Raises BrokenWords."""
    found = {
        language: wording_hints(workspace, checklist, item, language, text)
        for language, text in texts_of(item, rules).items()
    }
    return {language: hints for language, hints in found.items() if hints}


def own_hints(
    workspace: Workspace, lists: tuple[Checklist, ...], rules: HouseRules, key: str = ""
) -> tuple[FoundHint, ...]:
    """The hints on the owner's own wordings, or on that of the item ``key``. Raises BrokenWords.

    Each is read as the wording of the first of the checklists that has the item.
    """
    found = []
    for own, texts in rules.say.items():
        checklist = next((each for each in lists if each.item(own)), None)
        item = checklist.item(own) if checklist else None
        if checklist is None or item is None or key not in ("", own):
            continue
        for language, text in texts.items():
            hints = wording_hints(workspace, checklist, item, language, text)
            line = _line(workspace, ("say", own, language)) if hints else 0
            found += [FoundHint(workspace.folder.rules, line, own, language, text, hint) for hint in hints]
    return tuple(found)


def _line(workspace: Workspace, place: tuple[str, ...]) -> int:
    from vooraf.storage.rules import line_of_rule  # noqa: PLC0415 - only where there is a hint

    return line_of_rule(workspace.folder.rules, place)
