"""The faults of one file, gathered, and the checks that texts and keys share in every kind of file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from vooraf.errors import N_, VoorafError
from vooraf.model.checklist import LANGUAGES
from vooraf.model.faults import Fault
from vooraf.model.keys import is_field_name, is_key, nearest
from vooraf.model.visible import visible
from vooraf.storage.toml_document import Document, shown
from vooraf.storage.toml_places import Path

_UNKNOWN = N_("“{found}” is unknown here.")
_USE_NEAREST = N_("Did you mean “{nearest}”?")
_USE_KNOWN = N_("What can stand here: {known}.")

NO_KEY = N_("“{found}” isn't a key.")
WRITE_KEY = N_("Use small letters, digits and hyphens: no-show.")
_NO_NAME = N_("“{found}” isn't a name of a field.")
_WRITE_NAME = N_("Use small letters, digits and underscores: payment_days.")
_TWICE = N_("The key “{found}” is used twice; it stands in line {first} too.")
_WRITE_OTHER = N_("Give one of the two another key.")

NO_TEXT = N_("“{found}” isn't a text in quotes.")
WRITE_TEXT = N_('Write it in quotes: {key} = "…"')
_EMPTY = N_("This text is empty.")
_FILL = N_("Write the text, or take the line out.")
_LANGUAGE_MISSING = N_("The text in “{language}” is missing.")
_ADD_LANGUAGE = N_('Add it: {language} = "…"')
_NO_LANGUAGE = N_("The text is missing.")
_ADD_ANY = N_('Write it in at least one language: en = "…"')
_CONTROL = N_("There is a character here that can't be seen: {found}.")
_TAKE_OUT = N_("Take it out.")
_NOT_CLOSED = N_("A field is begun with “${{” and not closed.")
_NO_BLANK = N_("“${{{found}}}” isn't a field: between the braces stands a bare name and nothing else.")
_WRITE_BLANK = N_("Write it as ${{rounds}}; where the text means a dollar sign and a brace, as $${{.")
_NOT_HERE = N_("“${{{found}}}” can't stand here: in this text nothing is filled in.")
_WITHOUT = N_("Write this text without it.")

_SEEN = "\n\t"


class Report:
    """The faults of one document."""

    __slots__ = ("_found", "document")

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: list[Fault] = []

    def faults(self) -> tuple[Fault, ...]:
        """All of them, in the order of the file."""
        return tuple(sorted(self._found, key=lambda fault: fault.line))

    def add(self, path: Path, message: str, hint: str, **data: object) -> None:
        """One fault at ``path``."""
        document = self.document
        self._found.append(Fault(document.file, document.line(path), document.at(path), message, hint, data))

    def add_unknown(self, path: Path, found: str, known: Iterable[str]) -> None:
        """``found`` is none of ``known``: with the nearest of them, if there is one."""
        names = tuple(known)
        near = nearest(found, names)
        hint, data = (_USE_NEAREST, near) if near else (_USE_KNOWN, ", ".join(names))
        self.add(path, _UNKNOWN, hint, found=shown(found), nearest=data, known=data)

    def take(self, other: Report) -> None:
        """The faults of another report too."""
        self._found += other.faults()

    def add_value(self, path: Path, error: VoorafError) -> None:
        """A value that doesn't fit its field, in the words of the error."""
        self.add(path, error.message, error.hint, **error.data)


def check_keys(
    report: Report, tables: Iterable[tuple[Path, Mapping[str, object]]], name: str = "key"
) -> None:
    """The key under ``name`` of each of these tables is kebab-case, and none is used twice."""
    first: dict[str, int] = {}
    for path, table in tables:
        key, place = table.get(name), (*path, name)
        if not isinstance(key, str):
            continue  # missing where it may be, or the form says so
        if not is_key(key):
            report.add(place, NO_KEY, WRITE_KEY, found=shown(key))
        elif key in first:
            report.add(place, _TWICE, _WRITE_OTHER, found=key, first=first[key])
        first.setdefault(key, report.document.line(place))


def check_name(report: Report, path: Path) -> None:
    """The name at the end of ``path`` is snake_case."""
    if not is_field_name(str(path[-1])):
        report.add(path, _NO_NAME, _WRITE_NAME, found=shown(path[-1]))


def check_texts(
    report: Report, path: Path, texts: object, need: Collection[str], *, fields: bool = False
) -> None:
    """A text per language: every one of ``need``, failing that at least one, and none of them empty.

    ``fields``: whether ``${names}`` are filled in in it. What isn't a table or a text is left to the form.
    """
    if not isinstance(texts, dict):
        return
    known = [language for language in texts if language in LANGUAGES]
    for language in need:
        if language not in known:
            report.add((*path, language), _LANGUAGE_MISSING, _ADD_LANGUAGE, language=language)
    if not known and not need:
        report.add(path, _NO_LANGUAGE, _ADD_ANY)
    for language in known:
        check_text(report, (*path, language), texts[language], fields=fields)


def check_text(report: Report, path: Path, text: object, *, fields: bool = False) -> None:
    """One text: not empty, nothing invisible in it, its fields well-formed and where they may stand."""
    if not isinstance(text, str):
        return
    if not text.strip():
        report.add(path, _EMPTY, _FILL)
    check_seen(report, path, text)
    for name in _blanks(text):
        if name is None:
            report.add(path, _NOT_CLOSED, _WRITE_BLANK)
        elif not fields:
            report.add(path, _NOT_HERE, _WITHOUT, found=shown(name))
        elif not is_field_name(name):
            report.add(path, _NO_BLANK, _WRITE_BLANK, found=shown(name))


def check_seen(report: Report, path: Path, text: str) -> None:
    """Nothing in a text that a terminal or a reader's eye would obey."""
    hidden = [character for character in text if character not in _SEEN and visible(character) != character]
    if hidden:
        named = dict.fromkeys(f"U+{ord(character):04X}" for character in hidden)
        report.add(path, _CONTROL, _TAKE_OUT, found=", ".join(named))


def _blanks(text: str) -> Iterator[str | None]:
    """What stands between the braces of each ``${…}`` of a text; ``None`` for one that isn't closed."""
    start = 0
    while (found := text.find("$", start)) >= 0:
        start = found + (2 if text.startswith("$$", found) else 1)
        if text.startswith("${", found):
            end = text.find("}", found)
            yield text[found + 2 : end] if end > 0 else None
            start = end + 1 if end > 0 else start


def text_faults(text: str, *, fields: bool) -> tuple[Fault, ...]:
    """What is wrong with a text that stands in no file yet; ``fields`` as in ``check_texts``."""
    report = Report(Document("", "", {}))
    check_text(report, (), text, fields=fields)
    return report.faults()
