"""The first text of an owner's own checklist: the pattern of their language, filled in from its base.

The patterns stand in ``starts`` in the folder of the built-in checklists. A name between ``@`` is filled in:
in quotes with the value in TOML, bare with its text, behind a ``#`` with lines of what the base has.
"""

from __future__ import annotations

import os

from vooraf.model.checklist import Checklist, Field, Item, Texts, text_in
from vooraf.storage.toml_document import SUFFIX
from vooraf.storage.toml_text import key_text, value_text

STARTS = "starts"

_WIDTH = 100


def title_of(key: str) -> str:
    """A title made of a key: ``piano-tuner`` gives ``Piano tuner``."""
    return key.replace("-", " ").capitalize()


def start_text(builtin: str, base: Checklist, key: str, title: str, language: str) -> str:
    """The text of a new checklist ``key`` that extends ``base``, with comments in ``language``.

    ``builtin`` is the folder of the built-in checklists; ``language`` is ``en`` or ``nl``.
    """
    import re  # noqa: PLC0415 - 8 ms, and only a new checklist needs it

    with open(os.path.join(builtin, STARTS, language + SUFFIX), encoding="utf-8") as file:
        text = file.read()
    values = _values(base, key, title, language)

    def filled(found: re.Match[str]) -> str:
        return value_text(values[found[1]]) if found[1] else str(values[found[2]])

    return re.sub(r'"@([a-z_]+)@"|(?:# )?@([a-z_]+)@', filled, text)


def _values(base: Checklist, key: str, title: str, language: str) -> dict[str, object]:
    """What is filled in, by its name in the pattern."""
    section = base.sections[0]
    item = section.items[0]
    texts = {"say": item.say, "ask": item.ask, "check": item.check, "why": item.why}
    return {
        "key": key,
        "extends": base.key,
        "title": title,
        "section": section.key,
        "section_title": text_in(section.title, language),
        "item": item.key,
        "must": item.must,
        "moment": item.moment,
        "item_title": text_in(item.title, language),
        **{name: text_in(each, language) for name, each in texts.items()},
        **{f"{name}_formal": text_in(each, "nl_formal") for name, each in texts.items()},
        "items": "\n".join(_item_lines(base, language)),
        "fields": "\n".join(_field_lines(base, item, language)),
    }


def _item_lines(base: Checklist, language: str) -> list[str]:
    """The keys of all items as comments, a section on a line, broken where it gets long."""
    import textwrap  # noqa: PLC0415 - only a new checklist needs it

    lines = []
    for section in base.sections:
        keys = ", ".join(item.key for item in section.items)
        head = f"{text_in(section.title, language)} ({section.key}): {keys}"
        lines += textwrap.wrap(
            head, _WIDTH, initial_indent="#   ", subsequent_indent="#     ", break_on_hyphens=False
        )
    return lines


def _field_lines(base: Checklist, item: Item, language: str) -> list[str]:
    return [
        f"{key_text(name)} = {value_text(_declared(base.fields[name], language))}" for name in item.fields
    ]


def _declared(field: Field, language: str) -> dict[str, object]:
    """A field as a checklist declares it, its texts in the one language (and its formal form)."""
    table: dict[str, object] = {"type": field.type}
    if field.options:
        table["options"] = {key: _own(texts, language) for key, texts in field.options.items()}
    if isinstance(field.default, dict):
        table["default"] = _own(field.default, language)
    elif field.default is not None:
        table["default"] = field.default
    return {**table, "label": {language: text_in(field.label, language)}}


def _own(texts: Texts, language: str) -> dict[str, str]:
    """Those of ``texts`` that an owner who speaks ``language`` writes."""
    wanted = [each for each in texts if each.startswith(language)]
    return {each: texts[each] for each in wanted} or {language: text_in(texts, language)}
