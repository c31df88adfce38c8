"""Parsed blocks of a diary as events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from vooraf.model.events import ALTERED, BY_HAND, HAND, OWN_KEYS, SEALED, Event, seals
from vooraf.storage.device import made_by_vooraf
from vooraf.storage.diary_blocks import BOM
from vooraf.storage.toml_text import MOST_IN_A_LINE

_MOST_DOTS = 500
"""In a key: for one of 30,000 parts the parser takes half a minute."""

_MOST_LEVELS = 50
_ENDED_TWICE = b"\r\r\n"
MOST_SEQ = 2**53 - 1
"""The highest place in a diary: what every program can hold as a number."""

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Torn(Exception):
    """A block that is no whole event."""


UNREADABLE = (ValueError, RecursionError, Torn)
"""ValueError is a fault of syntax, bytes that are no text, or a number of more digits than Python takes."""


def parsed(content: bytes) -> dict[str, object]:
    """A TOML document. Raises one of UNREADABLE."""
    try:
        from tomli import loads  # noqa: PLC0415 - 10 ms, and needed only for a file that changed
    except ImportError:  # its compiled form is three times as fast, and isn't there for every machine
        from tomllib import loads  # noqa: PLC0415 - likewise
    if _ENDED_TWICE in content:  # a program that ends lines so met one that had
        content = content.replace(_ENDED_TWICE, b"\r\n")
    lines = content.split(b"\n")
    if max(map(len, lines)) > _MOST_DOTS and any(map(_is_too_much, lines)):
        raise Torn
    return loads(content.removeprefix(BOM).decode("utf-8"))


def _is_too_much(line: bytes) -> bool:
    return len(line) > MOST_IN_A_LINE or (line.count(b".") > _MOST_DOTS and _dots_in_key(line) > _MOST_DOTS)


def _dots_in_key(line: bytes) -> int:
    key = line.partition(b"=")[0]
    return (line if b'"' in key or b"'" in key else key).count(b".")


def events_of(tables: object, before: Event | None = None) -> list[Event]:
    """Parsed blocks as events, behind ``before``; raises Torn when one of them is none."""
    if not isinstance(tables, list) or not all(map(_can_be_event, tables)):
        raise Torn
    found: list[Event] = []
    for table, true_seal in zip(tables, seals(tables), strict=True):
        before = _event(table, true_seal, before)
        found.append(before)
    return found


def _can_be_event(block: object) -> bool:
    if not isinstance(block, dict):
        return False
    kind = block.get("kind")
    if not isinstance(kind, str) or not kind:
        return False
    for value in block.values():
        if (type(value) is dict or type(value) is list) and _is_deep(value, _MOST_LEVELS - 1):
            return False
    return True


def _is_deep(value: object, levels: int) -> bool:
    if type(value) is dict:
        inner: Iterable[object] = value.values()
    elif type(value) is list:
        inner = value
    else:
        return False
    return levels == 0 or any(_is_deep(each, levels - 1) for each in inner)


def _event(table: Mapping[str, object], true_seal: str, before: Event | None) -> Event:
    """One parsed block. What a hand left out (seq, id, at) follows from the event before it."""
    given = table.get("id")
    event_id = given if isinstance(given, str) and given else HAND + true_seal
    data = {key: value for key, value in table.items() if key not in OWN_KEYS}
    return Event(
        _seq(table.get("seq"), before),
        event_id,
        _at(table.get("at"), data.get("on"), before),
        str(table["kind"]),
        data,
        str(table.get("sum", "")),
        _trust(table, true_seal, event_id),
    )


def _trust(table: Mapping[str, object], true_seal: str, event_id: str) -> str:
    if "sum" in table:
        return SEALED if table["sum"] == true_seal else ALTERED
    if made_by_vooraf(event_id):
        raise Torn
    return BY_HAND


def _seq(value: object, before: Event | None) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_SEQ:
        return value
    return (before.seq if before else 0) + 1


def _at(value: object, on: object, before: Event | None) -> datetime:
    for candidate in (value, on):
        if isinstance(candidate, datetime):
            return candidate
        if isinstance(candidate, date):
            return datetime(candidate.year, candidate.month, candidate.day, tzinfo=UTC)
    return before.at if before else _NO_TIME
