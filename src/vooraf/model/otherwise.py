"""Who was told something else than what is told today, and can be counted without their diary at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vooraf.model.checklist import Checklist, HouseRules, Item
from vooraf.model.client import CONFIRMED, TOLD, History
from vooraf.model.record import NamedTuple
from vooraf.model.wording import names_in, texts_of, wording


class Words(NamedTuple):
    """What a client was told about an item, as far as it can be compared.

    ``edition`` and ``values`` (each as text that differs where the value does) are ``None`` when the event
    doesn't say. ``own`` are the fields in which the client has a value of their own.
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
        _tokens(basis.table("values")) if "values" in basis.data else None,
        tuple(sorted(own)),
    )


class Today(NamedTuple):
    """What would be told about an item today to a client without values of their own, to compare with."""

    edition: str
    values: Mapping[str, str]
    used: frozenset[str]


def told_today(item: Item, checklist: Checklist, rules: HouseRules) -> Today:
    """The same for every language: a wording's values are those of all its languages."""
    today = wording(item, checklist, rules.language, {}, rules)
    used = {name for text in texts_of(item, rules).values() for name in names_in(text)}
    return Today(_token(today.edition), _tokens(today.values), frozenset(used))


def is_otherwise(words: Words, today: Today) -> bool:
    """Whether these words differ from today's.

    Never for who has a value of their own in the wording: theirs is no change of the house rules.
    """
    if not today.used.isdisjoint(words.own):
        return False
    if words.edition is not None and words.edition != today.edition:
        return True
    return words.values is not None and words.values != today.values


def _tokens(values: Mapping[str, object]) -> dict[str, str]:
    """Values as texts that are the same where the values are."""
    return {name: _token(value) for name, value in values.items()}


def _token(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, str) else f"{type(value).__name__} {value}"
