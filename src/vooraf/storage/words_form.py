"""The format of a word list, as pydantic checks it. Imported only when a file must be checked: some 200 ms.

What the words mean stands in ``model.word_lists``, what a phrase may be in ``model.phrases``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from vooraf.storage.checklist_form import Form, TextsForm


class AdviceForm(Form):
    """Why, and what instead."""

    why: TextsForm
    instead: TextsForm


class HintForm(AdviceForm):
    """Phrases that are flagged for one reason."""

    phrase: list[str]
    kind: Literal[
        "over-promise", "absolute", "unlimited", "vague-time", "vague-amount", "hedge", "blame", "legal",
        "no-unit", "no-vat", "register", "closed-question", "two-questions", "why-question", "empty-check",
    ]  # fmt: skip
    but: list[str] = Field(default=[])
    unless: list[str] = Field(default=[])
    role: list[Literal["say", "ask", "check", "title", "message"]] = Field(default=[])
    language: Literal["", "en", "nl", "nl_formal"] = ""
    asked: bool = False


class QuestionForm(Form):
    """How open and closed questions begin."""

    word: list[str]
    before: list[str] = Field(default=[])
    verb: list[str] = Field(default=[])
    join: list[str] = Field(default=[])
    closed: AdviceForm
    several: AdviceForm


class NegationForm(Form):
    """The words that say no."""

    word: list[str]
    why: TextsForm


class WordsForm(Form):
    """A whole file."""

    schema_: int = Field(alias="schema", ge=1)
    allow: list[str] = Field(default=[])
    question: QuestionForm
    negation: NegationForm
    hint: list[HintForm]


class MoreWordsForm(Form):
    """A file with what is added to the built-in list of its name."""

    schema_: int = Field(alias="schema", ge=1)
    extends: str
    allow: list[str] = Field(default=[])
    question: QuestionForm | None = None
    negation: NegationForm | None = None
    hint: list[HintForm] = Field(default=[])
