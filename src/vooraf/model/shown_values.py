"""The value of a field as a client reads it: figures with their unit, dates in words; ``values`` has the forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from vooraf.errors import VoorafError
from vooraf.model.checklist import Field, text_in
from vooraf.model.formats import amount, is_dutch, long_date, number, time_in_text
from vooraf.model.values import as_it_stands, canonical_value, without_currency

_UNITS = {
    "days": {"en": ("day", "days"), "nl": ("dag", "dagen")},
    "hours": {"en": ("hour", "hours"), "nl": ("uur", "uur")},
}


def shown_value(field: Field, value: object, language: str) -> str:
    """``value`` as a client reads it in ``language`` (one of LANGUAGES).

    ``value`` is canonical, or a text per language (the default of a text field). What doesn't fit the
    field's type, as in a diary older than today's checklist, is shown as it stands.
    """
    if isinstance(value, Mapping):
        return text_in(value, language)
    try:
        found = canonical_value(field, value)
    except VoorafError:
        return as_it_stands(value)
    if isinstance(found, date):
        return long_date(found, language)
    if isinstance(found, time):
        return time_in_text(found, language)
    if field.type == "choice":
        return text_in(field.options[str(found)], language)
    return str(found) if field.type == "text" else _shown_figure(field.type, str(found), language)


def _shown_figure(kind: str, digits: str, language: str) -> str:
    if kind == "money":
        figure, currency = without_currency(digits)
        return amount(Decimal(figure), currency, language)
    shown = number(Decimal(digits), language)
    if kind == "percent":
        return shown + "%"
    if kind in _UNITS:
        one, more = _UNITS[kind]["nl" if is_dutch(language) else "en"]
        return f"{shown} {one if digits == '1' else more}"
    return shown
