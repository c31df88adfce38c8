"""The few words that a script needs and no talk holds, in the client's language.

How something was told, where it stands, a day, a length: what is in brackets behind a title.
"""

from __future__ import annotations

from datetime import date, datetime, time

from vooraf.model.formats import NO_BREAK, day_month, is_dutch, long_date, time_in_text

_HOW = {
    "email": ("by e-mail", "per e-mail"),
    "phone": ("by phone", "telefonisch"),
    "website": ("on the website", "op de website"),
    "quote": ("in the quote", "in de offerte"),
    "paper": ("on paper", "op papier"),
    "in-person": ("in person", "in een gesprek"),
    "chat": ("by chat", "per chatbericht"),
    "other": ("another way", "op een andere manier"),
}
_STANDING = {
    "open": ("not said yet", "nog niet verteld"),
    "told": ("told", "verteld"),
    "confirmed": ("confirmed", "bevestigd"),
    "changed": ("changed", "gewijzigd"),
    "waived": ("not applicable", "niet van toepassing"),
}
_MUST = ("don't leave without it", "niet weg zonder dit")
_DEAR = ("Dear", "Beste")
_ON = ("on", "op")
_TIME = ("time", "keer")
_TIMES = ("times", "keer")
_MINUTE = ("minute", "minuut")
_MINUTES = ("minutes", "minuten")


def _of(pair: tuple[str, str], language: str) -> str:
    return pair[is_dutch(language)]


def how(by: str, language: str) -> str:
    """How something was told or confirmed: ``by e-mail``, ``per e-mail``.

    A word that Vooraf doesn't know is given back as it is.
    """
    return _of(_HOW.get(by, (by, by)), language)


def when_and_how(day: str, by: str, language: str) -> str:
    """``on 12 November by e-mail``, ``op 12 november per e-mail``: ``day`` as it is said, ``by`` one of HOWS."""
    said = f"{_of(_ON, language)} {day}"
    return f"{said} {how(by, language)}" if by in _HOW and by != "other" else said


def times_in_text(times: int, language: str) -> str:
    """``3 times``, ``3 keer``, on one line; an empty text for none."""
    word = _of(_TIME if times == 1 else _TIMES, language)
    return f"{times}{NO_BREAK}{word}" if times else ""


def salutation(own: str, name: str, language: str) -> str:
    """How a letter begins, without its comma: the client's own salutation, else ``Dear`` and the name."""
    return own.rstrip(" ,") or f"{_of(_DEAR, language)} {name}"


def standing_word(standing: str, language: str) -> str:
    """Where an item stands: ``not said yet``, ``nog niet verteld``."""
    return _of(_STANDING[standing], language)


def day_in_text(day: date, today: date, language: str) -> str:
    """A day as one says it: ``12 November`` in this year, in full in another."""
    return day_month(day, language) if day.year == today.year else long_date(day, language)


def moment_in_text(moment: datetime, language: str) -> str:
    """``Tuesday 24 November 2026 at 10:00``, ``dinsdag 24 november 2026 om 10.00 uur``.

    Midnight is how a diary keeps a day without a time.
    """
    day = long_date(moment, language)
    if moment.time() == time():
        return day
    at, hour = ("om", " uur") if is_dutch(language) else ("at", "")
    return f"{day} {at} {time_in_text(moment, language)}{hour}"


def minutes_in_text(minutes: int, language: str) -> str:
    """``10 minutes``, ``10 minuten``, on one line."""
    return f"{minutes}{NO_BREAK}{_of(_MINUTE if minutes == 1 else _MINUTES, language)}"


def point(title: str, remarks: tuple[str, ...], must: bool, language: str) -> str:
    """The line that opens an item: ``Price (by e-mail, 12 November) · don't leave without it``."""
    said = ", ".join(remark for remark in remarks if remark)
    behind = f" ({said})" if said else ""
    return f"{title}{behind} · {_of(_MUST, language)}" if must else f"{title}{behind}"
