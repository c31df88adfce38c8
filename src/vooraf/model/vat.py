"""Prices without VAT, said to somebody who pays it: a private client is to hear what it costs them in all."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.model.client import WAIVED, Client
from vooraf.model.script import Script
from vooraf.model.standing import ItemState

_CONSUMER = "consumer"
WITH, _WITHOUT = "incl", "excl"
"""The keys of these choices in the fields of the checklists that come along."""


def names_without_vat(client: Client, state: ItemState) -> tuple[str, ...]:
    """The fields by which an item's wording tells a client, who is known to be private, prices without VAT."""
    if client.kind != _CONSUMER or state.standing == WAIVED:
        return ()
    return tuple(name for name, value in state.wording.values.items() if value == _WITHOUT and "vat" in name)


def without_vat(client: Client, states: Iterable[ItemState], made: Script) -> tuple[ItemState, ...]:
    """The items of a script that do so."""
    told = {line.item for part in made.parts for line in part.lines}
    return tuple(state for state in states if state.item.key in told and names_without_vat(client, state))
