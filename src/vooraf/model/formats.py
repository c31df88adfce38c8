"""Amounts, dates and times as a language writes them.

The tables of two languages are written out here: importing Babel with its formats takes 75 ms, more than
the whole rest of a command, for fourteen weekdays, twenty-four months and two separators. The tests hold
every one of them against CLDR as Babel has it, so a difference can't go unnoticed.
Every language but Dutch (``nl``, ``nl_formal``) is written as British English.
"""

from __future__ import annotations

from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime, time
    from decimal import Decimal

NO_BREAK = "\u00a0"
"""Keeps an amount and its currency on one line."""

_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "US$"}
_DUTCH_SEPARATORS = str.maketrans(",.", ".,")


class _Names(NamedTuple):
    """Weekdays from Monday and months from January: in full and short."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]


_ENGLISH = _Names(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
)
_DUTCH = _Names(
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ("ma", "di", "wo", "do", "vr", "za", "zo"),
    (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
)


def is_dutch(language: str) -> bool:
    """Whether ``language`` (one of LANGUAGES) is written the Dutch way."""
    return language.startswith("nl")


def _names(language: str) -> _Names:
    return _DUTCH if is_dutch(language) else _ENGLISH


def long_date(day: date, language: str) -> str:
    """``Tuesday 24 November 2026``, ``dinsdag 24 november 2026``."""
    return f"{_names(language).weekdays[day.weekday()]} {day_month(day, language)} {day.year}"


def day_month(day: date, language: str) -> str:
    """``24 November``, ``24 november``: without the year."""
    return f"{day.day} {_names(language).months[day.month - 1]}"


def short_date(day: date, language: str) -> str:
    """``Tue 24 Nov``, ``di 24 nov``: for a column or a heading."""
    names = _names(language)
    return f"{names.short_weekdays[day.weekday()]} {day.day} {names.short_months[day.month - 1]}"


def clock(moment: time | datetime) -> str:
    """The time as a clock shows it, in a heading or a list: ``09:00`` in every language."""
    return f"{moment.hour:02}:{moment.minute:02}"


def time_in_text(moment: time | datetime, language: str) -> str:
    """The time within a sentence: ``09:00``; in Dutch ``09.00``, as in “om 09.00 uur”."""
    return f"{moment.hour:02}{'.' if is_dutch(language) else ':'}{moment.minute:02}"


def number(value: Decimal, language: str) -> str:
    """A figure from zero up, with no more decimals than it needs: ``1,250.5``, ``1.250,5``."""
    return _separated(f"{value.normalize():,f}", language)


def amount(value: Decimal, currency: str, language: str) -> str:
    """An amount from zero up, with two decimals: ``€1,250.00``, and in Dutch ``€ 1.250,00``.

    ``currency`` is a code of three letters. A currency without a sign of its own here is written as its
    code. The space, where there is one, is a NO-BREAK SPACE.
    """
    symbol = _SYMBOLS.get(currency, "")
    space = "" if symbol and not is_dutch(language) else NO_BREAK
    return f"{symbol or currency}{space}{_separated(f'{value:,.2f}', language)}"


def _separated(text: str, language: str) -> str:
    """``text``, a figure with English separators, with those of the language."""
    return text.translate(_DUTCH_SEPARATORS) if is_dutch(language) else text
