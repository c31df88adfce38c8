"""What the house rules say of items: own wordings, ``[say.price]``, and what is announced, ``[change.price]``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from vooraf.errors import N_
from vooraf.model.checklist import LANGUAGES, Change, Texts
from vooraf.model.keys import is_key
from vooraf.storage.loose import Table, table_at, texts_at
from vooraf.storage.report import NO_KEY, NO_TEXT, WRITE_KEY, WRITE_TEXT, Report, check_texts
from vooraf.storage.toml_document import shown
from vooraf.storage.toml_places import Path

NO_TABLE = N_("“{found}” can't stand here: a table is needed.")
WRITE_TABLE = N_("Give it a header of its own: [{key}]")

_PARTS = ("from", "because")
_NO_DAY = N_("“{found}” isn't a day.")
_WRITE_DAY = N_("Write it without quotes: from = 2027-01-01")
_WRITE_TEXTS = N_('Write it per language: because = {{ en = "…", nl = "…" }}')


def read_sayings(report: Report) -> Mapping[str, Texts]:
    """The owner's wordings that have no fault, by the item's key; the faults go to ``report``."""
    sayings = table_at(report.document.table, "say")
    return {key: texts_at(sayings, key) for key in _without_fault(report, "say", _check_saying)}


def read_changes(report: Report) -> Mapping[str, Change]:
    """What is announced that has no fault, by the item's key; the faults go to ``report``."""
    good = {}
    announced = table_at(report.document.table, "change")
    for key in _without_fault(report, "change", _check_change):
        about = table_at(announced, key)
        day = about.get("from")
        good[key] = Change(day if isinstance(day, date) else None, texts_at(about, "because"))
    return good


def _without_fault(report: Report, name: str, check: Callable[[Report, Path, Table], None]) -> Iterator[str]:
    """The keys of the tables in the table ``name`` in which there is no fault."""
    for key, table in table_at(report.document.table, name).items():
        path, inner = (name, key), Report(report.document)
        if not is_key(key):
            inner.add(path, NO_KEY, WRITE_KEY, found=shown(key))
        if not isinstance(table, dict):
            inner.add(path, NO_TABLE, WRITE_TABLE, found=shown(table), key=f"{name}.{key}")
        else:
            check(inner, path, table)
        report.take(inner)
        if not inner.faults():
            yield key


def _check_saying(report: Report, path: Path, texts: Table) -> None:
    _check_languages(report, path, texts, fields=True)


def _check_change(report: Report, path: Path, table: Table) -> None:
    for key, value in table.items():
        place = (*path, key)
        if key == "from":
            if isinstance(value, datetime) or not isinstance(value, date):
                report.add(place, _NO_DAY, _WRITE_DAY, found=shown(value))
        elif key != "because":
            report.add_unknown(place, key, _PARTS)
        elif isinstance(value, dict):
            _check_languages(report, place, value, fields=False)
        else:
            report.add(place, NO_TABLE, _WRITE_TEXTS, found=shown(value))


def _check_languages(report: Report, path: Path, texts: Table, *, fields: bool) -> None:
    """A text per language; ``fields``: whether names are filled in in it."""
    check_texts(report, path, texts, (), fields=fields)
    for language, text in texts.items():
        if language not in LANGUAGES:
            report.add_unknown((*path, language), language, LANGUAGES)
        elif not isinstance(text, str):
            report.add((*path, language), NO_TEXT, WRITE_TEXT, found=shown(text), key=language)
