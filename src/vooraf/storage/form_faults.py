"""What a form of pydantic says of a document, in our own words and with what to write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from vooraf.errors import N_
from vooraf.storage.report import NO_TEXT, WRITE_TEXT, Report
from vooraf.storage.toml_document import shown
from vooraf.storage.toml_places import Path

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_MISSING = N_("“{key}” is missing.")
_ADD = N_("Add it: {example}")
_NO_TABLE = N_("“{found}” can't stand here: a table is needed.")
_WRITE_TABLE = N_("Write it as: {example}")
_NO_NUMBER = N_("“{found}” isn't a whole number.")
_WRITE_NUMBER = N_("Write digits without quotes: {key} = 1")
_TOO_SMALL = N_("“{found}” is too small; the least is {least}.")
_WRITE_LEAST = N_("Write {key} = {least}, or more.")
_NO_BOOL = N_("“{found}” is neither true nor false.")
_WRITE_BOOL = N_("Write {key} = true, or leave the line out.")
_NO_LIST = N_("“{found}” isn't a list.")
_WRITE_LIST = N_('Write it in square brackets: {key} = ["…"]')
_OTHER = N_("“{found}” can't stand here: {why}.")

_TEXTS = '{key} = {{ en = "…", nl = "…" }}'
_EXAMPLES: Mapping[str, str] = {
    "schema": "schema = 1",
    "key": 'key = "no-show"',
    "moment": 'moment = "agreement"',
    "type": 'type = "number"',
    "form": 'form = "meeting"',
    "kind": 'kind = "say"',
    "section": "[[section]]",
    "item": "[[section.item]]",
    "part": "[[part]]",
    "step": "[[part.step]]",
    "field": "[section.item.field]",
}  # fmt: skip
_SAYINGS: Mapping[str, tuple[str, str]] = {
    "missing": (_MISSING, _ADD),
    "string_type": (NO_TEXT, WRITE_TEXT),
    "model_type": (_NO_TABLE, _WRITE_TABLE),
    "dict_type": (_NO_TABLE, _WRITE_TABLE),
    "int_type": (_NO_NUMBER, _WRITE_NUMBER),
    "greater_than_equal": (_TOO_SMALL, _WRITE_LEAST),
    "bool_type": (_NO_BOOL, _WRITE_BOOL),
    "list_type": (_NO_LIST, _WRITE_LIST),
}


def check_form(report: Report, form: type[BaseModel]) -> None:
    """Report everything in the document that isn't as ``form`` has it."""
    from pydantic import ValidationError  # noqa: PLC0415 - some 200 ms, for a file that changed

    try:
        form.model_validate(report.document.table)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            _add(report, form, each)


def _add(report: Report, form: type[BaseModel], error: ErrorDetails) -> None:
    path, context = error["loc"], error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        report.add_unknown(path, str(path[-1]), keys_at(form, path[:-1]))
        return
    if error["type"] == "literal_error":
        words = str(context["expected"]).split("'")[1::2]  # 'say', 'ask' or 'note'
        report.add_unknown(path, shown(error["input"]), filter(None, words))
        return
    message, hint = _SAYINGS.get(error["type"], (_OTHER, ""))
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    report.add(
        path,
        message,
        hint,
        key=key,
        found=shown(error["input"]),
        example=_EXAMPLES.get(key, _TEXTS.format(key=key)),
        least=context.get("ge", 0),
        why=error["msg"],
    )


def keys_at(form: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that ``form`` knows in the table at ``path``."""
    inner: object = form
    for part in path:
        fields = getattr(inner, "model_fields", None)
        if fields is None:  # in a list, or in a table whose names are free
            inner = get_args(inner)[-1]
        else:
            inner = next(field.annotation for name, field in fields.items() if (field.alias or name) == part)
    fields = getattr(inner, "model_fields", {})
    return tuple(field.alias or name for name, field in fields.items())
