"""Values out of a table that may hold anything: what isn't of the kind that is asked for counts as missing.

The form reports it; here it only mustn't stop the checks of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vooraf.model.checklist import LANGUAGES, Texts
from vooraf.storage.toml_places import Path

Table = Mapping[str, object]


def tables_in(table: Table, path: Path, name: str) -> Iterator[tuple[Path, Table]]:
    """The tables of the array ``name`` in ``table``, whose path is ``path``; each with its own path."""
    array = table.get(name)
    for index, each in enumerate(array if isinstance(array, list) else ()):
        if isinstance(each, dict):
            yield (*path, name, index), each


def table_at(table: Table, name: str) -> Table:
    """The table under ``name``, or an empty one."""
    value = table.get(name)
    return value if isinstance(value, dict) else {}


def text_at(table: Table, name: str) -> str:
    """The text under ``name``, or an empty one."""
    value = table.get(name)
    return value if isinstance(value, str) else ""


def texts_at(table: Table, name: str) -> Texts:
    """The texts under ``name`` in the order of LANGUAGES: the same for every order in the file."""
    texts = table_at(table, name)
    return {language: text for language in LANGUAGES if isinstance(text := texts.get(language), str)}


def strings_at(table: Table, name: str) -> tuple[str, ...]:
    """The texts of the list under ``name``."""
    values = table.get(name)
    return tuple(each for each in values if isinstance(each, str)) if isinstance(values, list) else ()


def whole_at(table: Table, name: str, otherwise: int) -> int:
    """The whole number under ``name``."""
    value = table.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
