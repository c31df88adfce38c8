"""Writing house-rules.toml, which people write by hand too: what isn't changed stays to the letter."""

from __future__ import annotations

import os
from collections.abc import Mapping

from vooraf.errors import reason
from vooraf.errors.checklist import BrokenRules
from vooraf.errors.rules import RuleInTheWay, RulesChanged, RulesNotSaved
from vooraf.errors.values import TooLong
from vooraf.model.faults import Fault
from vooraf.model.values import storable
from vooraf.storage.files import replace_file
from vooraf.storage.folder import make_private
from vooraf.storage.toml_document import BOM, SCHEMA, Document, read_bytes, read_document
from vooraf.storage.toml_edit import Edits, InTheWay, edited

LONGEST = 10_000
"""Characters of a text that is written: escaped they must fit a line."""


def write_rules(path: str, edits: Edits, expected: Edits | None = None) -> None:
    """Put ``edits`` into the house rules: ``{("owner", "name"): "Zuid", ("value", "rounds"): None}``.

    ``None`` takes a key or a table out. Everything else in the file stays to the letter, what nobody knows
    too. ``expected`` is what the owner saw at some paths (``None``: nothing). The new file is there whole or
    not at all. Who calls this holds the lock of the rules.

    Raises:
        TooLong, Unstorable: a text that no line of the file can hold.
        BrokenRules: the file that is there can't be parsed; it is as it was.
        RuleInTheWay: something else than a value, or a table, stands where one must come.
        RulesChanged: the file holds something else than ``expected``, or was changed during the writing.
        RulesNotSaved: the disk refused it; the file is as it was.
        FolderUnwritable, FolderIsFile: there is no folder for it.
    """
    for value in edits.values():
        if isinstance(value, str) and len(storable(value)) > LONGEST:
            raise TooLong(length=len(value), most=LONGEST)
    path = os.path.realpath(path)  # a link of the owner's stays one
    content = _content(path)
    document = _document(content, path)
    for place, seen in (expected or {}).items():
        if repr(_at(document.table, place)) != repr(seen):
            raise RulesChanged(file=path, at=".".join(place))
    text = _changed(document, edits)
    if b"\r\n" in content:
        text = text.replace("\n", "\r\n")
    make_private(os.path.dirname(path))

    def check() -> None:
        if _content(path) != content:
            raise RulesChanged(file=path, at="")

    try:
        replace_file(path, (BOM if content.startswith(BOM) else b"") + text.encode(), check)
    except OSError as error:
        raise RulesNotSaved(file=path, why=reason(error)) from error


def standing_at(path: str, place: tuple[str, ...]) -> object:
    """What the file has at ``place``, such as ``("say", "price")``; ``None`` when nothing stands there.

    Raises:
        BrokenRules: the file can't be parsed.
    """
    path = os.path.realpath(path)
    return _at(_document(_content(path), path).table, place)


def _content(path: str) -> bytes:
    """The bytes of the file; none where there is no file yet."""
    content = read_bytes(path) if os.path.lexists(path) else b""
    if isinstance(content, Fault):
        raise BrokenRules(file=path, line=content.line, first=content, faults=(content,))
    return content


def _document(content: bytes, path: str) -> Document:
    document = read_document(content, path)
    if isinstance(document, Fault):
        raise BrokenRules(file=path, line=document.line, first=document, faults=(document,))
    return document


def _changed(document: Document, edits: Edits) -> str:
    schema: Edits = {} if "schema" in document.table else {("schema",): SCHEMA}
    try:
        return edited(document.text, {**schema, **edits})
    except InTheWay as error:
        line, at = document.line(error.path), document.at(error.path)
        raise RuleInTheWay(file=document.file, line=line, at=at) from error


def _at(table: object, place: tuple[str, ...]) -> object:
    """What stands at ``place``; ``None`` when nothing does."""
    for part in place:
        table = table.get(part) if isinstance(table, Mapping) else None
    return table
