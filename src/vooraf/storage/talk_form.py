"""The format of a talk, as pydantic checks it. Imported only when a file must be checked: some 200 ms.

What the words mean stands in ``model.talk``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from vooraf.storage.checklist_form import Form, TextsForm


class StepForm(Form):
    """One line. ``when`` is a word or a list of words: ``talk_reader`` looks at it."""

    kind: Literal["say", "ask", "listen", "write", "dont", "note"]
    text: TextsForm = TextsForm()
    when: object = ()
    question: str = ""


class PartForm(Form):
    """Steps under one title."""

    key: str
    title: TextsForm = TextsForm()
    each: Literal[
        "",
        "wish",
        "changed",
        "open",
        "check",
        "agreed",
        "later",
        "section",
        "unready",
        "today",
        "answer",
        "announce",
        "about",
    ] = ""
    sections: list[str] = Field(default=[])
    skip: list[str] = Field(default=[])
    step: list[StepForm] = Field(default=[])


class TalkForm(Form):
    """A whole file."""

    schema_: int = Field(alias="schema", ge=1)
    title: TextsForm
    form: Literal["meeting", "letter"]
    minutes: int = Field(default=0, ge=0)
    fixed: int = Field(default=0, ge=0)
    heading: list[TextsForm] = Field(default=[])
    outcome: str = ""
    calls: list[str] = Field(default=[])
    about: list[str] = Field(default=[])
    record: Literal["", "applied", "excepted"] = ""
    part: list[PartForm] = Field(default=[])
