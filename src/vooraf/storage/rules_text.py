"""A change in the text of the house rules that leaves alone what the owner wrote by hand."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.storage.loose import table_at
from vooraf.storage.toml_document import SCHEMA
from vooraf.storage.toml_places import Path, Place, places
from vooraf.storage.toml_text import key_text, value_text

Changes = Mapping[str, Mapping[str, object]]
"""What is to stand in a table, by the table's name: a value by key, ``None`` to take the key out."""


def changed_text(text: str, table: Mapping[str, object], changes: Changes) -> str:
    """The text of the file ``text``, which reads as ``table``, with the ``changes`` in it.

    Comments, order and spelling stay where they can: a value is put in the place of the old one, a new key
    behind the last of its table. Where that doesn't give what is wanted, the file is written anew.
    """
    wanted, edited = {"schema": SCHEMA, **table}, text
    if "schema" not in table:
        edited = f"schema = {SCHEMA}\n{text}"
    for name, values in changes.items():
        for key, value in values.items():
            if repr(value) == repr(table_at(wanted, name).get(key)):
                continue
            wanted = _changed_table(wanted, name, key, value)
            edited = _edited(edited, name, key, value)
            if not _reads_as(edited, wanted):
                edited = _written_anew(wanted)
    return edited


def _changed_table(table: Mapping[str, object], name: str, key: str, value: object) -> dict[str, object]:
    """What the file is to read as."""
    inner = {**table_at(table, name), key: value}
    return {**table, name: {each: inner[each] for each in inner if inner[each] is not None}}


def _edited(text: str, name: str, key: str, value: object) -> str:
    """``text`` with one value put in, put in the place of another, or taken out with its line."""
    found = places(text)
    place = found.get((name, key))
    if place is None:
        return _added(text, found, name, f"{key_text(key)} = {value_text(value)}\n")
    if value is not None:
        return text[: place.start] + value_text(value) + text[place.end :]
    return text[: text.rfind("\n", 0, place.start) + 1] + text[_line_end(text, place.end) :]


def _added(text: str, found: Mapping[Path, Place], name: str, line: str) -> str:
    """``text`` with a line behind the last one of a table; with the table at the end when there is none."""
    ends = [place.end for path, place in found.items() if path[0] == name]
    if not ends:
        return f"{_closed(text)}\n[{key_text(name)}]\n{line}"
    at = _line_end(text, max(ends))
    return _closed(text[:at]) + line + text[at:]


def _line_end(text: str, at: int) -> int:
    """Where the line behind the one of ``at`` begins."""
    return text.find("\n", at) + 1 or len(text)


def _closed(text: str) -> str:
    """``text`` with a line end at its end."""
    return text if not text or text.endswith("\n") else text + "\n"


def _reads_as(text: str, wanted: Mapping[str, object]) -> bool:
    """Whether ``text`` reads as ``wanted``, to the type of each value."""
    import tomllib  # noqa: PLC0415 - 10 ms, for who writes

    try:
        return repr(_sorted(tomllib.loads(text))) == repr(_sorted(wanted))
    except ValueError:
        return False


def _sorted(value: object) -> object:
    """A table with its keys in order, so that two of them can be compared as they are written."""
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return value


def _written_anew(table: Mapping[str, object]) -> str:
    import tomli_w  # noqa: PLC0415 - only who writes needs it

    return tomli_w.dumps(table)
