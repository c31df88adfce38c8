"""Every text of a checklist's or a talk's file that a client reads or hears, with its line: for the word check."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from vooraf.errors.checklist import BrokenChecklist, UnknownChecklist
from vooraf.model.checklist import Field
from vooraf.model.faults import Fault
from vooraf.model.record import NamedTuple
from vooraf.model.word_lists import ASK, CHECK, SAY, TITLE
from vooraf.storage.checklist_reader import read_checklist
from vooraf.storage.library import TALKS, Library
from vooraf.storage.loose import Table, strings_at, table_at, tables_in, text_at, texts_at
from vooraf.storage.toml_document import Document, read_bytes, read_document
from vooraf.storage.toml_places import Path

_ROLES = {"title": TITLE, "say": SAY, "ask": ASK, "check": CHECK}


class ClientText(NamedTuple):
    """A text in one language. ``item`` is the key of its item, or of a talk's part; empty for a file's title.

    ``role`` is one of ``word_lists.ROLES``; ``allow`` is what its item lets pass; ``fields`` can stand in it.
    """

    file: str
    line: int
    item: str
    language: str
    role: str
    text: str
    allow: tuple[str, ...]
    fields: Mapping[str, Field]


def client_texts(library: Library, path: str) -> tuple[ClientText, ...]:
    """The texts of a file, in its order; none when it has faults, which ``check`` tells.

    A talk's when its folder is called ``talks``, else a checklist's.
    """
    path = os.path.abspath(path)
    content = read_bytes(path)
    if isinstance(content, Fault) or library.check_file(path):
        return ()
    document = read_document(content, path)
    if isinstance(document, Fault):
        return ()
    talk = os.path.basename(os.path.dirname(path)) == TALKS
    found = _of_talk(document) if talk else _of_checklist(document, _fields(library, content, path))
    return tuple(sorted(found, key=lambda text: text.line))


def _fields(library: Library, content: bytes, path: str) -> Mapping[str, Field]:
    """The fields that the file declares, and those that it has from what it extends."""
    raw, _faults = read_checklist(content, path, "", builtin=False)
    if raw is None:
        return {}
    base: Mapping[str, Field] = {}
    if raw.extends:
        try:
            base = library.checklist(raw.extends).fields
        except (UnknownChecklist, BrokenChecklist):
            base = {}  # ``check`` tells it
    return {**base, **raw.fields}


def _of_checklist(document: Document, fields: Mapping[str, Field]) -> Iterator[ClientText]:
    table = document.table
    yield from _texts(document, (), table, "title", "", fields)
    for path, section in tables_in(table, (), "section"):
        yield from _texts(document, path, section, "title", "", fields)
        for place, item in tables_in(section, path, "item"):
            key, allow = text_at(item, "key"), strings_at(item, "allow")
            for name in _ROLES:
                yield from _texts(document, place, item, name, key, fields, allow)
            for name, spec in table_at(item, "field").items():
                if isinstance(spec, dict):
                    yield from _of_field(document, (*place, "field", name), spec, key, allow)


def _of_field(
    document: Document, path: Path, spec: Table, key: str, allow: tuple[str, ...]
) -> Iterator[ClientText]:
    """What stands in a wording when nobody filled in anything else: it is said as well."""
    yield from _texts(document, path, spec, "default", key, {}, allow, role=SAY)
    options = table_at(spec, "options")
    for option in options:
        yield from _texts(document, (*path, "options"), options, option, key, {}, allow, role=TITLE)


def _of_talk(document: Document) -> Iterator[ClientText]:
    table = document.table
    yield from _texts(document, (), table, "title", "", {})
    for path, part in tables_in(table, (), "part"):
        key = text_at(part, "key")
        yield from _texts(document, path, part, "title", key, {})
        for place, step in tables_in(part, path, "step"):
            kind = text_at(step, "kind")
            if kind in (SAY, ASK):  # the others are for the owner's eyes
                yield from _texts(document, place, step, "text", key, {}, role=kind)


def _texts(
    document: Document,
    path: Path,
    table: Table,
    name: str,
    item: str,
    fields: Mapping[str, Field],
    allow: tuple[str, ...] = (),
    *,
    role: str = "",
) -> Iterator[ClientText]:
    for language, text in texts_at(table, name).items():
        line = document.line((*path, name, language))
        yield ClientText(document.file, line, item, language, role or _ROLES[name], text, allow, fields)
