"""A checklist's file: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from vooraf.errors import N_, VoorafError
from vooraf.model.checklist import FIELD_TYPES, LANGUAGES, Field, Item, Section
from vooraf.model.extend import RawChecklist
from vooraf.model.faults import Fault
from vooraf.model.keys import is_key
from vooraf.model.values import canonical_value
from vooraf.model.wording import names_in
from vooraf.storage.form_faults import check_form
from vooraf.storage.loose import Table, strings_at, tables_in, text_at, texts_at
from vooraf.storage.report import (
    NO_KEY,
    NO_TEXT,
    WRITE_KEY,
    WRITE_TEXT,
    Report,
    check_keys,
    check_name,
    check_seen,
    check_text,
    check_texts,
)
from vooraf.storage.toml_document import Document, Lines, read_document, shown
from vooraf.storage.toml_places import Path
from vooraf.storage.words_reader import check_phrases

_OTHER_MEANING = N_("The field “{found}” is declared in line {first} in another way; a name means one thing.")
_SAME_MEANING = N_("Declare it once, or give one of the two another name.")
_NO_DEFAULT = N_("“{found}” isn't a default for a field of type {type}.")
_WRITE_DEFAULT = N_("Write a single value.")
_NO_OPTIONS = N_("A field of type choice needs options.")
_ADD_OPTIONS = N_('Add them: options = {{ first = {{ en = "…" }}, second = {{ en = "…" }} }}')
_OPTIONS_WITHOUT = N_("Options belong to a field of type choice, and this is one of type {type}.")
_TYPE_CHOICE = N_('Write type = "choice", or take the options out.')


_ADDRESSING = ("say", "ask", "check")


def read_checklist(
    content: bytes, file: str, key: str, *, builtin: bool
) -> tuple[RawChecklist | None, tuple[Fault, ...]]:
    """What the file ``file`` with the bytes ``content`` holds, and all its faults.

    ``None`` when nothing can be read of it (the one fault says why). With faults it is what could be
    read, so that what is wrong between it and its base can be told at once; it isn't to be used.
    """
    document = read_document(content, file)
    if isinstance(document, Fault):
        return None, (document,)
    # pydantic costs some 200 ms, and an unchanged file comes from the index.
    from vooraf.storage.checklist_form import ChecklistForm  # noqa: PLC0415

    report = Report(document)
    check_form(report, ChecklistForm)
    _check(report, builtin=builtin)
    return _raw(document, key, builtin=builtin), report.faults()


# -- checking --------------------------------------------------------------------------------------


def _check(report: Report, *, builtin: bool) -> None:
    """What no form can say: keys, texts, fields, defaults."""
    table = report.document.table
    sections = list(tables_in(table, (), "section"))
    items = [each for path, section in sections for each in tables_in(section, path, "item")]
    need = ("en", "nl") if builtin else ()
    extends = table.get("extends")
    if isinstance(extends, str) and not is_key(extends):
        report.add(("extends",), NO_KEY, WRITE_KEY, found=shown(extends))
    check_keys(report, sections)
    check_keys(report, items)
    for path, each in (((), table), *sections, *items):
        check_texts(report, (*path, "title"), each.get("title"), need)
    for path, item in items:
        for name in ("say", "ask", "check", "why", "hint"):
            languages = LANGUAGES if builtin and name in _ADDRESSING else need
            check_texts(report, (*path, name), item.get(name), languages, fields=name == "say")
        check_phrases(report, (*path, "allow"), strings_at(item, "allow"))
    _check_fields(report, items, need)


def _check_fields(report: Report, items: list[tuple[Path, Table]], need: tuple[str, ...]) -> None:
    """Every declared field by itself, and each name in one meaning."""
    first: dict[str, tuple[int, object]] = {}
    for path, name, spec in _declared(items):
        check_name(report, path)
        check_texts(report, (*path, "label"), spec.get("label"), need)
        _check_options(report, path, spec, need)
        _check_default(report, path, name, spec)
        line, before = first.setdefault(name, (report.document.line(path), spec))
        if before != spec:
            report.add(path, _OTHER_MEANING, _SAME_MEANING, found=shown(name), first=line)


def _declared(
    items: list[tuple[Path, Table]],
) -> Iterator[tuple[Path, str, Table]]:
    for path, item in items:
        fields = item.get("field")
        for name, spec in fields.items() if isinstance(fields, dict) else ():
            if isinstance(spec, dict):
                yield (*path, "field", name), name, spec


def _check_options(report: Report, path: Path, spec: Table, need: tuple[str, ...]) -> None:
    options, kind = spec.get("options"), spec.get("type")
    if kind == "choice" and (options is None or options == {}):
        report.add(path, _NO_OPTIONS, _ADD_OPTIONS)
    elif kind != "choice" and kind in FIELD_TYPES and options is not None:
        report.add((*path, "options"), _OPTIONS_WITHOUT, _TYPE_CHOICE, type=kind)
    for name, texts in options.items() if isinstance(options, dict) else ():
        check_seen(report, (*path, "options", name), name)
        check_texts(report, (*path, "options", name), texts, need)


def _check_default(report: Report, path: Path, name: str, spec: Table) -> None:
    """A default is a value of the field's type; of a text field also a text per language."""
    kind, default, place = spec.get("type"), spec.get("default"), (*path, "default")
    if default is None or kind not in FIELD_TYPES or (kind == "choice" and not spec.get("options")):
        return
    if kind == "text" and isinstance(default, dict):
        _check_default_texts(report, place, default)
    elif isinstance(default, dict | list):
        report.add(place, _NO_DEFAULT, _WRITE_DEFAULT, found=shown(default), type=kind)
    elif kind == "text" and isinstance(default, str):
        check_text(report, place, default)
    else:
        try:
            canonical_value(_field(name, spec), default)
        except VoorafError as error:
            report.add_value(place, error)


def _check_default_texts(report: Report, place: Path, default: Table) -> None:
    check_texts(report, place, default, ())
    for language, text in default.items():
        if language not in LANGUAGES:
            report.add_unknown((*place, language), language, LANGUAGES)
        elif not isinstance(text, str):
            report.add((*place, language), NO_TEXT, WRITE_TEXT, found=shown(text), key=language)


# -- what the file holds ---------------------------------------------------------------------------


def _raw(document: Document, key: str, *, builtin: bool) -> RawChecklist:
    """The checklist, as far as it can be read: what is broken is left out or empty."""
    table = document.table
    sections = [
        Section(text_at(section, "key"), texts_at(section, "title"), tuple(_items(section, path)))
        for path, section in tables_in(table, (), "section")
    ]
    items = [
        item for path, section in tables_in(table, (), "section") for item in tables_in(section, path, "item")
    ]
    fields: dict[str, Field] = {}
    for _, name, spec in _declared(items):
        fields.setdefault(name, _field(name, spec))
    extends = table.get("extends")
    return RawChecklist(
        key=key,
        file=document.file,
        builtin=builtin,
        extends=extends if isinstance(extends, str) else None,
        drop=strings_at(table, "drop"),
        title=texts_at(table, "title"),
        sections=tuple(sections),
        fields=fields,
        lines=Lines(document),
    )


def _items(section: Table, path: Path) -> Iterator[Item]:
    for _, item in tables_in(section, path, "item"):
        say, declared = texts_at(item, "say"), item.get("field")
        names = [name for text in say.values() for name in names_in(text)]
        names += declared if isinstance(declared, dict) else ()
        edition = item.get("edition", 1)
        yield Item(
            key=text_at(item, "key"),
            section=text_at(section, "key"),
            title=texts_at(item, "title"),
            must=item.get("must") is True,
            moment=text_at(item, "moment"),
            say=say,
            ask=texts_at(item, "ask"),
            check=texts_at(item, "check"),
            why=texts_at(item, "why"),
            hint=texts_at(item, "hint"),
            allow=strings_at(item, "allow"),
            edition=shown(edition),
            fields=tuple(dict.fromkeys(names)),
        )


def _field(name: str, spec: Table) -> Field:
    """A field with its default in the canonical form; without one where it doesn't fit."""
    options = spec.get("options")
    field = Field(
        name=name,
        type=text_at(spec, "type"),
        label=texts_at(spec, "label"),
        default=None,
        options={key: texts_at(options, key) for key in options} if isinstance(options, dict) else {},
    )
    default = spec.get("default")
    if default is None or field.type not in FIELD_TYPES:
        return field
    if isinstance(default, dict | list):
        return field._replace(default=texts_at(spec, "default") or None)
    try:
        return field._replace(default=canonical_value(field, default))
    except VoorafError:
        return field  # _check_default says so
