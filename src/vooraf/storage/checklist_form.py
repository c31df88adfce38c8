"""The format of a checklist, as pydantic checks it. Imported only when a file must be checked: some 200 ms.

A form says which keys there are and what kind of value each takes; what the values mean together is
checked by ``checklist_reader``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Form(BaseModel):
    """A table in which no other keys may stand, and every value is of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, protected_namespaces=())


class TextsForm(Form):
    """A text per language."""

    en: str = ""
    nl: str = ""
    nl_formal: str = ""


class FieldForm(Form):
    """A named blank. Its default must fit its type: ``checklist_reader`` looks at that."""

    type: Literal["text", "number", "money", "percent", "date", "time", "days", "hours", "choice"]
    label: TextsForm = TextsForm()
    default: object = None
    options: dict[str, TextsForm] = {}


class ItemForm(Form):
    """One thing to tell."""

    key: str
    title: TextsForm
    must: bool = False
    moment: Literal["enquiry", "introduction", "agreement", "start", "progress", "delivery", "aftercare"]
    edition: int = Field(default=1, ge=1)
    say: TextsForm
    ask: TextsForm
    check: TextsForm
    why: TextsForm
    hint: TextsForm = TextsForm()
    allow: list[str] = []
    field: dict[str, FieldForm] = {}


class SectionForm(Form):
    """Items under one heading."""

    key: str
    title: TextsForm
    item: list[ItemForm] = []


class ChecklistForm(Form):
    """A whole file."""

    schema_: int = Field(alias="schema", ge=1)
    extends: str = ""
    drop: list[str] = []
    title: TextsForm
    section: list[SectionForm] = []
