"""Fields as the blanks of a form: this client's own values, and what holds without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time

from vooraf.actions.view import ClientView
from vooraf.locale import _, spoken
from vooraf.locale.words import field_label, source_word, value_word
from vooraf.model.checklist import Checklist, Field, text_in
from vooraf.model.wording import look_up
from vooraf.tui.screens.form_box import Blank

_EXAMPLES = {
    "number": "2",
    "money": "75.50",
    "percent": "25",
    "date": "2026-11-24",
    "time": "14:30",
    "days": "14",
    "hours": "1.5",
}


def value_blanks(seen: ClientView, names: Iterable[str]) -> Iterator[Blank]:
    """A blank for each of these fields, holding the client's own value alone: saving writes nothing else."""
    if seen.checklist is not None:
        for name in names:
            yield _blank(seen, seen.checklist, seen.checklist.fields[name])


def _blank(seen: ClientView, checklist: Checklist, field: Field) -> Blank:
    own = typed(seen.client.values.get(field.name, ""))
    usual = look_up(field, {}, seen.rules)
    if usual is not None:
        shown = value_word(field.name, usual.value, checklist)
        hint = f"{shown} ({source_word(usual.source)})"
    else:
        hint = none_yet(field)
    choices = [(key, text_in(texts, spoken())) for key, texts in field.options.items()]
    if choices:
        choices.insert(0, ("", hint))
    return Blank(field.name, field_label(field.name, checklist), own, hint, choices)


def none_yet(field: Field) -> str:
    """What stands in an empty field that has no value: an example where its type asks for one."""
    if field.type in _EXAMPLES:
        example = _EXAMPLES[field.type] if spoken() == "en" else _EXAMPLES[field.type].replace(".", ",")
        return _("no value yet; for instance {example}").format(example=example)
    return _("no value yet")


def typed(value: object) -> str:
    """A canonical value as it is typed."""
    if isinstance(value, Mapping):
        return text_in(value, spoken())
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)
