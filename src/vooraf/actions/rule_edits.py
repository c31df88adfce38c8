"""A change of the house rules, made out as edits and not kept yet.

So it can be looked at first: how the wordings read with it, and how many clients were told something else.
Edits map a path such as ``("value", "rounds")`` or ``("say", "revisions", "nl")`` to what is to stand there,
``None`` to take it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vooraf.actions.keeping_rules import Path
from vooraf.actions.rules_that_fit import every_checklist
from vooraf.actions.workspace import Workspace
from vooraf.errors.rules import (
    BadWording,
    NothingToReset,
    NothingToResetNear,
    UnknownBlank,
    UnknownBlankNear,
    UnknownRuleField,
    UnknownRuleFieldNear,
    UnknownRuleItem,
    UnknownRuleItemNear,
)
from vooraf.model.checklist import LANGUAGES, Checklist, HouseRules, Texts
from vooraf.model.keys import nearest
from vooraf.model.values import canonical_value
from vooraf.model.wording import names_in

Edits = Mapping[Path, object]


def values_to_set(workspace: Workspace, lists: tuple[Checklist, ...], given: Mapping[str, str]) -> Edits:
    """The edits that set these fields for every client; an empty text takes a value back.

    Raises:
        UnknownRuleField: no checklist has the field; the nearest is named when there is one.
        BadValue: the value doesn't fit a checklist that has the field.
    """
    edits: dict[Path, object] = {}
    for name, text in given.items():
        having = _having(workspace, lists, name)
        if text.strip():
            fitting = [canonical_value(checklist.fields[name], text) for checklist in having]
            edits["value", name] = fitting[0]
        else:
            edits["value", name] = None
    return edits


def _having(workspace: Workspace, lists: tuple[Checklist, ...], name: str) -> list[Checklist]:
    """The checklists with this field: of those that are used, else of all."""
    having = [checklist for checklist in lists if name in checklist.fields]
    if having:
        return having
    everything = tuple(every_checklist(workspace))
    having = [checklist for checklist in everything if name in checklist.fields]
    if not having:
        near = nearest(name, {field for each in lists for field in each.fields})
        near = near or nearest(name, {field for each in everything for field in each.fields})
        raise UnknownRuleFieldNear(found=name, nearest=near) if near else UnknownRuleField(found=name)
    return having


def wording_to_say(
    workspace: Workspace, lists: tuple[Checklist, ...], key: str, language: str, text: str
) -> Edits:
    """The edits that give an item the owner's own wording in a language; an empty text takes it back.

    So does the text that the checklist has itself.

    Raises:
        UnknownRuleItem: no checklist has the item; the nearest is named when there is one.
        BadWording: a field that isn't closed or has no name, or a character that can't be seen.
        UnknownBlank: no checklist with this item has a field that the text names.
    """
    having = _with_item(workspace, lists, key)
    if not text.strip() or _is_usual(workspace.rules, having, key, language, text.strip()):
        return without_language(workspace.rules, key, language)
    check_wording(having, key, text)
    return {("say", key, language): text.strip()}


def _is_usual(rules: HouseRules, having: Iterable[Checklist], key: str, language: str, text: str) -> bool:
    """Whether that is what the checklists say without an own wording: then nothing is to be said otherwise."""
    if language == "nl_formal" and "nl" in rules.say.get(key, {}):
        return False  # an own nl stands in for the checklist's nl_formal
    items = [item for checklist in having if (item := checklist.item(key))]
    return all(item.say.get(language) == text for item in items)


def without_language(rules: HouseRules, key: str, language: str) -> Edits:
    """The edits that take the owner's own wording in a language back, and with the last one all of it."""
    own = rules.say.get(key, {})
    return {("say", key, language): None} if own.keys() - {language} else {("say", key): None}


def _with_item(workspace: Workspace, lists: tuple[Checklist, ...], key: str) -> list[Checklist]:
    """The checklists with this item: of those that are used, else of all."""
    having = [checklist for checklist in lists if checklist.item(key)]
    if having:
        return having
    everything = tuple(every_checklist(workspace))
    having = [checklist for checklist in everything if checklist.item(key)]
    if not having:
        known = {item.key for checklist in (*lists, *everything) for item in checklist.items()}
        near = nearest(key, known)
        raise UnknownRuleItemNear(found=key, nearest=near) if near else UnknownRuleItem(found=key)
    return having


def check_wording(having: Iterable[Checklist], key: str, text: str) -> None:
    """Make sure that ``text`` can be the wording of an item in one of these checklists.

    Raises:
        BadWording, UnknownBlank: as ``wording_to_say``.
    """
    from vooraf.storage.report import text_faults  # noqa: PLC0415 - for who writes one

    for fault in text_faults(text, fields=True):
        raise BadWording(first=fault)
    known = {name for checklist in having for name in checklist.fields}
    for name in names_in(text):
        if name not in known:
            near, fields = nearest(name, known), ", ".join(sorted(known))
            if near:
                raise UnknownBlankNear(field=name, item=key, nearest=near)
            raise UnknownBlank(field=name, item=key, fields=fields)


def lacking(lists: Iterable[Checklist], key: str, text: str) -> Mapping[str, tuple[str, ...]]:
    """The fields of a wording that a checklist with this item hasn't got, by the checklist's key."""
    found = {
        checklist.key: tuple(name for name in names_in(text) if name not in checklist.fields)
        for checklist in lists
        if checklist.item(key)
    }
    return {checklist: names for checklist, names in found.items() if names}


def to_reset(workspace: Workspace, path: Path) -> Edits:
    """The edits that take out what the file has at ``path``, good or not.

    ``path`` is ``("say", ITEM)`` or ``("value", FIELD)``.

    Raises:
        NothingToReset: nothing stands there; the nearest that does is named when there is one.
        BrokenRules: the file can't be parsed.
    """
    from vooraf.storage.rules_writer import standing_at  # noqa: PLC0415 - for who writes

    table = standing_at(workspace.folder.rules, path[:1])
    there = table if isinstance(table, Mapping) else {}
    if path[1] not in there:
        near = nearest(path[1], there)
        raise NothingToResetNear(name=path[1], nearest=near) if near else NothingToReset(name=path[1])
    return {path: None}


def with_edits(rules: HouseRules, edits: Edits) -> HouseRules:
    """What the rules would be."""
    values = dict(rules.values)
    say: dict[str, dict[str, object]] = {key: dict(texts) for key, texts in rules.say.items()}
    for path, value in edits.items():
        if path[0] == "value":
            _put(values, path[1], value)
        elif path[0] == "say" and len(path) == 2:
            say.pop(path[1], None)
        elif path[0] == "say":
            _put(say.setdefault(path[1], {}), path[2], value)
    kept = {key: _in_order(texts) for key, texts in say.items() if texts}
    return rules._replace(values=values, say=kept)


def _put(table: dict[str, object], key: str, value: object) -> None:
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _in_order(texts: Mapping[str, object]) -> Texts:
    """As they are read from the file, whose order makes no difference."""
    return {language: str(texts[language]) for language in LANGUAGES if language in texts}
