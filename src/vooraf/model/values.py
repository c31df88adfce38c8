"""Reading the value of a field: amounts, figures, dates, times, choices, texts.

A value has one canonical form, as a diary stores it, and is shown in the client's language (``shown_values``):

=====================  ======================================  =================================
type                   canonical                               shown (``nl``)
=====================  ======================================  =================================
text                   ``str``, stripped, not empty            as it is
number, hours          ``int``, or ``str`` such as ``"1.5"``   ``2``, ``1,5``; ``24 uur``
percent                the same, 1000 at most                  ``25%``
days                   ``int``                                 ``14 dagen``
money                  ``str``: ``"75.50"``, ``"75 USD"``      ``€ 75,50``
date                   ``datetime.date``                       ``dinsdag 24 november 2026``
time                   ``datetime.time``                       ``09.00``
choice                 the option's key                        the option's text
=====================  ======================================  =================================

Figures are kept in digits and shown through ``Decimal``: nothing is ever rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from vooraf.errors.values import (
    BadAmount,
    BadChoice,
    BadDate,
    BadMoment,
    BadNumber,
    BadTime,
    BadValue,
    BadWholeNumber,
    TooLong,
    TwoReadings,
    TwoReadingsOneFits,
    Unstorable,
)
from vooraf.model.checklist import Field

LIMIT = 32_000
"""The most characters that a text in a diary has."""

_MOST_DIGITS = 12
_MOST_DECIMALS = 2
_MOST_PERCENT = 1000
_QUOTED = 60
_EURO = "EUR"


def storable(text: str) -> str:
    """``text`` as it is, when a diary can hold it.

    Raises ``TooLong`` (more than LIMIT characters) and ``Unstorable`` (bytes that are no characters, which
    arrive from a command line as lone surrogates).
    """
    if len(text) > LIMIT:
        raise TooLong(length=len(text), most=LIMIT)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unstorable from None
    return text


def canonical_value(field: Field, raw: object) -> object:
    """The canonical value of ``field`` for ``raw``, which was typed (``str``) or stood in a TOML file.

    A canonical value is given back as it is. Raises the ``BadValue`` of the field's type, ``TwoReadings``
    for a figure such as ``1.250``, and ``TooLong`` and ``Unstorable`` as ``storable`` does. A boolean is
    no value of any field.
    """
    if isinstance(raw, str):
        raw = storable(raw).strip()
    return _READERS[field.type](field, raw)


def parse_date(text: str, field: object = "") -> date:
    """The day of ISO text such as ``2026-11-24``; ``field`` names it in the ``BadDate`` that is raised."""
    parts = text.split("-")
    try:
        if all(map(_digits, parts)) and [len(part) for part in parts] == [4, 2, 2]:
            return date.fromisoformat(text)
    except ValueError:
        raise BadDate(value=_quoted(text), field=field) from None
    raise BadDate(value=_quoted(text), field=field)


def parse_time(text: str, field: object = "") -> time:
    """The time of text such as ``14:30``, ``9:00`` or ``09.00``; raises ``BadTime``. Seconds are refused."""
    hour, _, minute = text.replace(".", ":").partition(":")
    fits = _digits(hour) and _digits(minute) and len(hour) <= 2 and len(minute) == 2
    if not fits or int(hour) > 23 or int(minute) > 59:
        raise BadTime(value=_quoted(text), field=field)
    return time(int(hour), int(minute))


def parse_moment(text: str) -> datetime:
    """The local day and time, without a zone, of ``2026-11-24T10:00`` or ``2026-11-24 10:00``.

    Raises ``BadMoment``; seconds are refused.
    """
    day, _, clock = text.replace("T", " ", 1).partition(" ")
    try:
        return datetime.combine(parse_date(day), parse_time(clock))
    except (BadDate, BadTime):
        raise BadMoment(value=_quoted(text)) from None


def _digits(text: str) -> bool:
    """Whether it is digits alone, and those of ASCII: ``int`` would take any script's."""
    return text.isascii() and text.isdigit()


def as_it_stands(raw: object) -> str:
    """Any value as text. ``str`` refuses a number of 4,300 digits, which a TOML file can hold."""
    return hex(raw) if isinstance(raw, int) and raw.bit_length() > 64 else str(raw)


def _quoted(raw: object) -> str:
    """What was found, for the sentence of an error, where nobody would read a whole page."""
    text = as_it_stands(raw)
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


def _about(field: Field, raw: object) -> dict[str, object]:
    """The data of a fault: the field as it is called in each language."""
    return {"value": _quoted(raw), "field": {**field.label, "en": field.label.get("en", "") or field.name}}


def _figure(text: str, fault: type[BadValue], about: Mapping[str, object], unit: str = "") -> tuple[str, str]:
    """The digits before and behind the separator, without the zeros that say nothing.

    Three digits behind one separator may be thousands: ``TwoReadings``, whose readings end with ``unit``.
    ``about`` are the data of every fault.
    """
    whole, separator, part = text.replace(",", ".").partition(".")
    if not _digits(whole) or (separator and not _digits(part)) or len(whole) > _MOST_DIGITS:
        raise fault(**about)
    zeroless = whole.lstrip("0") or "0"
    if len(part) == 3 and len(whole) <= 3 and whole == zeroless != "0":
        decimals = part.rstrip("0")
        second = f"{whole}.{decimals}" if decimals else whole
        readings = TwoReadings if len(decimals) <= _MOST_DECIMALS else TwoReadingsOneFits
        raise readings(**about, first=whole + part + unit, second=second + unit)
    if len(part) > _MOST_DECIMALS:
        raise fault(**about)
    return zeroless, part.rstrip("0")


def _typed(raw: object) -> str | None:
    """The text of a figure; ``None`` for what can't be one. A whole number of TOML is as good as typed."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 10**_MOST_DIGITS:
        return str(raw)
    return None


def _read_text(field: Field, raw: object) -> str:
    if not isinstance(raw, str) or not raw:
        raise BadValue(**_about(field, raw))
    return raw


def _read_number(field: Field, raw: object) -> int | str:
    """Whole as ``int``, else in digits. ``hours = 1.5`` in a TOML file has one reading: as it stands."""
    about = _about(field, raw)
    text = repr(raw) if isinstance(raw, float) else _typed(raw)
    if text is None:
        raise BadNumber(**about)
    whole, part = _figure(text, BadNumber, about)
    return f"{whole}.{part}" if part else int(whole)


def _read_percent(field: Field, raw: object) -> int | str:
    found = _read_number(field, raw.removesuffix("%").rstrip() if isinstance(raw, str) else raw)
    if Decimal(found) > _MOST_PERCENT:
        raise BadNumber(**_about(field, raw))
    return found


def _read_days(field: Field, raw: object) -> int:
    text = _typed(raw)
    if text is None or not _digits(text) or len(text) > _MOST_DIGITS:
        raise BadWholeNumber(**_about(field, raw))
    return int(text)


def _read_money(field: Field, raw: object) -> str:
    about = _about(field, raw)
    text = _typed(raw)
    if text is None:
        raise BadAmount(**about)
    figure, currency = without_currency(text)
    unit = "" if currency == _EURO else f" {currency}"
    whole, part = _figure(figure, BadAmount, about, unit)
    return (f"{whole}.{part:0<2}" if part else whole) + unit


def without_currency(text: str) -> tuple[str, str]:
    """The figure and its currency, which may stand before or behind it.

    A code is in capitals, but for ``eur``: ``75 uur`` is no amount of a currency UUR.
    """
    for sign in ("€", _EURO, _EURO.lower()):
        if text.startswith(sign):
            return text[len(sign) :].lstrip(), _EURO
        if text.endswith(sign):
            return text[: -len(sign)].rstrip(), _EURO
    for code, rest in ((text[:3], text[3:].lstrip()), (text[-3:], text[:-3].rstrip())):
        if len(code) == 3 and code.isascii() and code.isalpha() and code.isupper():
            return rest, code
    return text, _EURO


def _read_date(field: Field, raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    about = _about(field, raw)
    if not isinstance(raw, str):
        raise BadDate(**about)
    return parse_date(raw, about["field"])


def _read_time(field: Field, raw: object) -> time:
    about = _about(field, raw)
    if isinstance(raw, time) and raw == time(raw.hour, raw.minute):
        return raw
    if not isinstance(raw, str):
        raise BadTime(**about)
    return parse_time(raw, about["field"])


def _read_choice(field: Field, raw: object) -> str:
    """The key whose name or text was given, in capitals or not; a key goes before a text."""
    options = field.options
    if isinstance(raw, str):
        wanted = raw.casefold()
        names = [(key, key) for key in options]
        names += [(text, key) for key, texts in options.items() for text in texts.values()]
        for name, key in names:
            if name.casefold() == wanted:
                return key
    raise BadChoice(**_about(field, raw), options=", ".join(options))


_READERS: Mapping[str, Callable[[Field, object], object]] = {
    "text": _read_text,
    "number": _read_number,
    "percent": _read_percent,
    "days": _read_days,
    "hours": _read_number,
    "money": _read_money,
    "date": _read_date,
    "time": _read_time,
    "choice": _read_choice,
}
