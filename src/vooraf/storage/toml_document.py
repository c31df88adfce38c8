"""A TOML file that people write, read whole: its values, its places, and what stops the parser."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping

from vooraf.errors import N_, reason
from vooraf.errors.disk import FolderIsFile, FolderUnreadable
from vooraf.model.faults import Fault
from vooraf.storage.plain_toml import read_plain
from vooraf.storage.toml_places import Path, Place, line_of, places
from vooraf.storage.toml_syntax import syntax_error

SUFFIX = ".toml"

FILE_LIMIT = 16 * 1024 * 1024
LINE_LIMIT = 64 * 1024
"""In bytes; both are checked before anything is parsed."""

SCHEMA = 1
"""The format that is written today."""

_MOST_DOTS = 500
"""Outside quotes in one line: for a key of 30,000 parts the parser takes half a minute."""

_MOST_SHOWN = 60
_MOST_BITS = 64

BOM = b"\xef\xbb\xbf"

_UNREADABLE = N_("The file can't be read: {why}.")
_MAKE_READABLE = N_("Give yourself access to it, or put a copy back.")
_NO_FILE = N_("This isn't a file that holds a text.")
_PUT_FILE = N_("Put a TOML file in its place.")
_TOO_LARGE = N_("The file has more than {most} MiB.")
_SMALLER = N_("Move what doesn't belong in it to another file.")
_LINE_TOO_LONG = N_("The line has {found} bytes; the most is {most}.")
_SHORTER_LINE = N_("Break it up, or write a shorter text.")
_NOT_UTF8 = N_("The byte {byte} isn't text in UTF-8.")
_SAVE_AS_UTF8 = N_("Save the file as UTF-8 in your editor.")
_TOO_DEEP = N_("Tables are nested too deeply.")
_LESS_DEEP = N_("Take levels out until a few are left.")
_TOO_NEW = N_("The file has schema {found}; this Vooraf reads schema {known}.")
_UPDATE = N_("Use a newer Vooraf for this file.")


class Document:
    """What a file holds: ``table`` as ``tomllib`` gives it, its ``text`` with line feeds, and its places."""

    __slots__ = ("_places", "file", "table", "text")

    def __init__(self, file: str, text: str, table: Mapping[str, object]) -> None:
        self.file = file
        self.text = text
        self.table = table
        self._places: Mapping[Path, Place] | None = None

    @property
    def places(self) -> Mapping[Path, Place]:
        """Where every key stands: looked for when something is wrong, for it takes as long as the reading."""
        if self._places is None:
            self._places = places(self.text)
        return self._places

    def line(self, path: Path) -> int:
        """The line of ``path``, or of the nearest table around it."""
        return line_of(self.places, path)

    def at(self, path: Path) -> str:
        """``path`` as it is told: dotted, a table of an array by its key, failing that by its number."""
        names: list[str] = []
        inner: object = self.table
        for part in path:
            inner = _step(inner, part)
            key = inner.get("key") if isinstance(part, int) and isinstance(inner, dict) else None
            number = part + 1 if isinstance(part, int) else part
            names.append(key if isinstance(key, str) and key else str(number))
        return ".".join(names)


class Lines(Mapping[str, int]):
    """The line of every place of a document, by its dotted name; made when it is first asked for."""

    __slots__ = ("_document", "_lines")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines: dict[str, int] = {}

    def _all(self) -> dict[str, int]:
        if not self._lines:
            for path, place in self._document.places.items():
                self._lines.setdefault(self._document.at(path), place.line)
        return self._lines

    def __getitem__(self, place: str) -> int:
        return self._all()[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _step(inner: object, part: str | int) -> object:
    """What stands under ``part``; ``None`` where nothing does, as under a key that is missing."""
    if isinstance(inner, Mapping):
        return inner.get(part)
    return inner[part] if isinstance(inner, list) and isinstance(part, int) else None


def toml_files(folder: str | None) -> Mapping[str, str]:
    """The path of each TOML file in a folder, by its name without ``.toml``; sorted. None in no folder.

    Only ordinary files and links to them, and none whose name begins with a dot.

    Raises:
        FolderIsFile: it is no folder.
        FolderUnreadable: it can't be listed.
    """
    if not folder:
        return {}
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name.endswith(SUFFIX) and not entry.name.startswith(".") and entry.is_file()
            ]
    except FileNotFoundError:
        return {}
    except NotADirectoryError as error:
        raise FolderIsFile(folder=folder, file=folder) from error
    except OSError as error:
        raise FolderUnreadable(folder=folder, why=reason(error)) from error
    return {name.removesuffix(SUFFIX): os.path.join(folder, name) for name in sorted(names)}


def read_bytes(path: str) -> bytes | Fault:
    """The bytes of a file, or why they can't be had. No more than the limit is ever read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return Fault(path, 1, "", _NO_FILE, _PUT_FILE, {})
        with open(path, "rb") as file:
            return file.read(FILE_LIMIT + 1)
    except OSError as error:
        return Fault(path, 1, "", _UNREADABLE, _MAKE_READABLE, {"why": reason(error)})


def read_document(content: bytes, file: str) -> Document | Fault:
    """The document in ``content``; ``file`` names it in faults.

    What stops the reading stands alone: too large, no UTF-8, a fault of syntax, a schema from a newer Vooraf.
    """
    content = content.removeprefix(BOM)  # an editor on Windows may begin a file with it
    fault = _over_limit(content, file)
    if fault is not None:
        return fault
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault(file, line, "", _NOT_UTF8, _SAVE_AS_UTF8, {"byte": f"0x{content[error.start]:02X}"})
    return _parsed(text, file)


def _over_limit(content: bytes, file: str) -> Fault | None:
    if len(content) > FILE_LIMIT:
        return Fault(file, 1, "", _TOO_LARGE, _SMALLER, {"most": FILE_LIMIT // 1024 // 1024})
    if len(content) <= _MOST_DOTS:
        return None
    for number, line in enumerate(content.split(b"\n"), 1):
        if len(line) > LINE_LIMIT:
            data = {"found": len(line), "most": LINE_LIMIT}
            return Fault(file, number, "", _LINE_TOO_LONG, _SHORTER_LINE, data)
        if (
            line.count(b".") > _MOST_DOTS
            and sum(part.count(b".") for part in line.split(b'"')[::2]) > _MOST_DOTS
        ):
            return Fault(file, number, "", _TOO_DEEP, _LESS_DEEP, {})
    return None


def _parsed(text: str, file: str) -> Document | Fault:
    try:
        table = read_plain(text)
        if table is None:
            import tomllib  # noqa: PLC0415 - 15 ms, and needed only for a file that changed

            table = tomllib.loads(text)
    except RecursionError:
        return Fault(file, 1, "", _TOO_DEEP, _LESS_DEEP, {})
    except ValueError as error:  # a TOMLDecodeError; or a number of more digits than Python takes
        line, message, hint, why = syntax_error(error)
        last = text.count("\n", 0, len(text.rstrip("\n"))) + 1
        return Fault(file, min(line, last), "", message, hint, {"why": why})
    document, schema = Document(file, text, table), table.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        data = {"found": shown(schema), "known": SCHEMA}
        return Fault(file, document.line(("schema",)), "schema", _TOO_NEW, _UPDATE, data)
    return document


def shown(value: object) -> str:
    """What was found, short enough for a sentence."""
    if isinstance(value, dict | list):  # could be nested deeper than str() goes
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, bool):
        return str(value).lower()
    giant = isinstance(value, int) and value.bit_length() > _MOST_BITS  # str() refuses 4,300 digits and more
    text = hex(value) if isinstance(value, int) and giant else str(value)
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
