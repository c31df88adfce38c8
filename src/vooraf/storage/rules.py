"""The house rules: the owner's own values and wordings, for every client at once.

Read at every start, so nothing heavy is imported for it: the few kinds of fault are found by hand.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date, time

from vooraf.errors import N_, VoorafError
from vooraf.model.checklist import LANGUAGES, Checklist, Field, HouseRules, Texts
from vooraf.model.faults import Fault
from vooraf.model.keys import is_field_name, is_key, nearest
from vooraf.model.values import canonical_value
from vooraf.model.wording import names_in
from vooraf.storage.loose import table_at
from vooraf.storage.report import NO_KEY, NO_TEXT, WRITE_KEY, WRITE_TEXT, Report, check_name, check_seen
from vooraf.storage.rules_items import NO_TABLE, WRITE_TABLE, read_changes, read_sayings
from vooraf.storage.toml_document import SCHEMA, read_bytes, read_document, shown
from vooraf.storage.toml_places import Path

_KEYS = ("schema", "owner", "value", "say", "change")
_OWNER = ("name", "trade", "language")

_NO_SCHEMA = N_("“{found}” isn't a schema.")
_WRITE_SCHEMA = N_("Write schema = 1 on the first line.")
NONE_COUNTS = N_("Until this is mended none of the house rules counts. {first}")
_EMPTY = N_("The file is empty.")
_TAKE_AWAY = N_("Put it back from a backup; if you want no house rules, remove the file.")
_NO_LANGUAGE = N_("“{found}” isn't a language.")
_WRITE_LANGUAGE = N_("Write one of: {known}.")
_NO_VALUE = N_("“{found}” isn't a value of a field.")
_WRITE_VALUE = N_("Write a number, a date, a time, or a text in quotes.")
_NO_FIELD = N_("No checklist has a field “{found}”.")
_NO_ITEM = N_("No checklist has an item “{found}”.")
_NEAREST = N_("Did you mean “{nearest}”?")
_TAKE_OUT = N_("Take it out, or give it the name that the checklist has.")


def read_rules(path: str) -> tuple[HouseRules, tuple[Fault, ...]]:
    """The house rules, and what is wrong with their file.

    What is wrong is left out and hides nothing else. Without a file, or with one that can't be parsed, the
    rules are those of ``HouseRules()``.
    """
    if not os.path.lexists(path):
        return HouseRules(), ()
    content = read_bytes(path)
    if isinstance(content, bytes) and not content.strip():
        content = Fault(
            path, 1, "", _EMPTY, _TAKE_AWAY, {}
        )  # nobody writes that: a disk or another program did
    document = content if isinstance(content, Fault) else read_document(content, path)
    if isinstance(document, Fault):
        return HouseRules(), (
            document._replace(message=NONE_COUNTS, data={**document.data, "first": document}),
        )
    report = Report(document)
    table = document.table
    for key in table:
        if key not in _KEYS:
            report.add_unknown((key,), key, _KEYS)
    if table.get("schema", SCHEMA) != SCHEMA:
        report.add(("schema",), _NO_SCHEMA, _WRITE_SCHEMA, found=shown(table["schema"]))
    for key in _KEYS[1:]:
        if not isinstance(table.get(key, {}), dict):
            report.add((key,), NO_TABLE, WRITE_TABLE, found=shown(table[key]), key=key)
    rules = HouseRules(
        **_owner(report), values=_values(report), say=read_sayings(report), changes=read_changes(report)
    )
    return rules, report.faults()


def _owner(report: Report) -> dict[str, str]:
    """Name, trade and language, as far as they are good."""
    good = {}
    for key, value in table_at(report.document.table, "owner").items():
        path = ("owner", key)
        if key not in _OWNER:
            report.add_unknown(path, key, _OWNER)
        elif not isinstance(value, str):
            report.add(path, NO_TEXT, WRITE_TEXT, found=shown(value), key=key)
        elif key == "language" and value not in LANGUAGES:
            report.add(path, _NO_LANGUAGE, _WRITE_LANGUAGE, found=shown(value), known=", ".join(LANGUAGES))
        elif key == "trade" and not is_key(value):
            report.add(path, NO_KEY, WRITE_KEY, found=shown(value))
        else:
            check_seen(report, path, value)
            good[key] = value
    return good


def _values(report: Report) -> Mapping[str, object]:
    """The values that could be one of a field."""
    good = {}
    for name, value in table_at(report.document.table, "value").items():
        path = ("value", name)
        check_name(report, path)
        if isinstance(value, bool) or not isinstance(value, str | int | float | date | time):
            report.add(path, _NO_VALUE, _WRITE_VALUE, found=shown(value))
        elif is_field_name(name):
            good[name] = value
        if isinstance(value, str):
            check_seen(report, path, value)
    return good


def line_of_rule(path: str, place: Path) -> int:
    """The line of the file on which ``("say", "price", "nl")`` stands, or the table around it; 1 failing that."""
    content = read_bytes(path)
    document = content if isinstance(content, Fault) else read_document(content, path)
    return document.line if isinstance(document, Fault) else document.line(place)


# -- against the checklists ------------------------------------------------------------------------


def rule_faults(path: str, rules: HouseRules, checklists: Iterable[Checklist]) -> tuple[Fault, ...]:
    """What of the ``rules`` in the file ``path`` fits none of the ``checklists``: names, values, wordings."""
    content = read_bytes(path)
    if isinstance(content, bytes) and not content.strip():
        content = Fault(
            path, 1, "", _EMPTY, _TAKE_AWAY, {}
        )  # nobody writes that: a disk or another program did
    document = content if isinstance(content, Fault) else read_document(content, path)
    if isinstance(document, Fault):
        return ()  # read_rules says so, and then there are no rules
    report, known = Report(document), tuple(checklists)
    fields: dict[str, list[Field]] = {}
    for field in (field for checklist in known for field in checklist.fields.values()):
        fields.setdefault(field.name, []).append(field)
    for name, value in rules.values.items():
        if name not in fields:
            _add_near(report, ("value", name), _NO_FIELD, name, fields)
        elif value != "":
            _check_value(report, ("value", name), fields[name], value)
    for key, texts in rules.say.items():
        _check_wording(report, key, texts, known)
    return report.faults()


def _check_value(report: Report, path: Path, fields: Iterable[Field], value: object) -> None:
    """A value fits the field of its name in every checklist; the first that it doesn't fit is told."""
    try:
        for field in fields:
            canonical_value(field, value)
    except VoorafError as error:
        report.add_value(path, error)


def _check_wording(report: Report, key: str, texts: Texts, checklists: tuple[Checklist, ...]) -> None:
    """An own wording is of an item that there is, with fields that a checklist with that item has."""
    having = [checklist for checklist in checklists if checklist.item(key)]
    if not having:
        items = {item.key for checklist in checklists for item in checklist.items()}
        _add_near(report, ("say", key), _NO_ITEM, key, items)
        return
    names = {name for checklist in having for name in checklist.fields}
    for language, text in texts.items():
        for name in names_in(text):
            if name not in names:
                _add_near(report, ("say", key, language), _NO_FIELD, name, names)


def _add_near(report: Report, path: Path, message: str, found: str, known: Iterable[str]) -> None:
    near = nearest(found, known)
    report.add(path, message, _NEAREST if near else _TAKE_OUT, found=found, nearest=near)
