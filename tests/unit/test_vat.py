"""Which wordings tell a private client prices without VAT."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from vooraf.model.client import OPEN, WAIVED, Client
from vooraf.model.standing import ItemState
from vooraf.model.vat import names_without_vat, without_vat

if TYPE_CHECKING:
    from vooraf.model.script import Script


def client(kind: str) -> Client:
    return cast("Client", SimpleNamespace(kind=kind))


def state(standing: str = OPEN, key: str = "price", **values: object) -> ItemState:
    item, wording = SimpleNamespace(key=key), SimpleNamespace(values=values)
    return cast("ItemState", SimpleNamespace(item=item, wording=wording, standing=standing))


@pytest.mark.parametrize(
    ("kind", "standing", "vat", "told"),
    [
        ("consumer", OPEN, "excl", ("vat",)),
        ("consumer", OPEN, "incl", ()),
        ("consumer", WAIVED, "excl", ()),
        ("business", OPEN, "excl", ()),
        ("", OPEN, "excl", ()),
    ],
)
def test_only_a_private_client_is_to_hear_prices_with_vat(
    kind: str, standing: str, vat: str, told: tuple[str, ...]
) -> None:
    assert names_without_vat(client(kind), state(standing, vat=vat, other="excl")) == told


def test_of_a_script_those_items_count_that_it_tells() -> None:
    states = (state(key="price", vat="excl"), state(key="rate", vat="excl"), state(key="use", vat="incl"))
    lines = [SimpleNamespace(item="price"), SimpleNamespace(item="use")]
    made = cast("Script", SimpleNamespace(parts=[SimpleNamespace(lines=lines)]))
    assert without_vat(client("consumer"), states, made) == states[:1]
