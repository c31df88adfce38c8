"""Who was told something else than what is told today, and can be counted without their diary at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vooraf.model.client import CONFIRMED, TOLD, History
from vooraf.model.record import NamedTuple
from vooraf.model.wording import Wording


class Words(NamedTuple):
    """What a client was told about an item, as far as it can be compared.

    ``edition`` and ``values`` (each as text that differs where the value does) are ``None`` when the event
    doesn't say. ``own`` are the fields in which the client has a value of their own: no house rule changes
    those.
    """

    edition: str | None
    values: Mapping[str, str] | None
    own: tuple[str, ...]


def words_told(history: History, own: Collection[str] = ()) -> Words | None:
    """What the client was told or confirmed; ``None`` when there is nothing that still counts."""
    if history.state not in (TOLD, CONFIRMED) or history.basis is None:
        return None
    basis = history.basis
    return Words(
        _token(basis.data["edition"]) if "edition" in basis.data else None,
        tokens(basis.table("values")) if "values" in basis.data else None,
        tuple(sorted(own)),
    )


def is_otherwise(words: Words, edition: str, values: Mapping[str, str]) -> bool:
    """Whether these words differ from today's, given as ``edition_today`` and ``tokens`` give them.

    What a client has a value of their own for makes no difference.
    """
    if words.edition is not None and words.edition != edition:
        return True
    then = words.values
    return then is not None and any(
        then.get(name) != values.get(name) for name in then.keys() | values.keys() if name not in words.own
    )


def told_otherwise(history: History, today: Wording, own: Mapping[str, object]) -> bool:
    """Whether a client whose own values are ``own`` was told something else than ``today``'s wording."""
    words = words_told(history, own)
    return words is not None and is_otherwise(words, edition_today(today), tokens(today.values))


def edition_today(today: Wording) -> str:
    """The edition of today's wording, to be compared with."""
    return _token(today.edition)


def tokens(values: Mapping[str, object]) -> dict[str, str]:
    """Values as texts that are the same where the values are."""
    return {name: _token(value) for name, value in values.items()}


def _token(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, str) else f"{type(value).__name__} {value}"
