"""Phrases of a word list: words, wildcards, kinds and signs."""

from __future__ import annotations

import pytest

from vooraf.model.phrases import Finder, parse_phrase
from vooraf.model.tokens import read


def found(phrase: str, text: str, **fields: str) -> list[str]:
    reading = read(text, fields)
    return [
        text[reading.tokens[first].start : reading.tokens[last - 1].end]
        for _, first, last in Finder([(0, parse_phrase(phrase))]).find(reading)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("*heid|*baar", "Zekerheid is haalbaar", ["Zekerheid", "haalbaar"]),
        ("{field}", "It takes ${days} days", ["${days}"]),
        ("{money}", "It is 45 euro", ["45 euro"]),
        ("{money}", "It is € 45", ["€ 45"]),
        ("sure ?,", "Sure?, he said", ["Sure?,"]),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, places: list[str]) -> None:
    assert found(phrase, text) == places


def test_a_field_is_of_its_own_kind_and_a_field_all_the_same() -> None:
    assert found("{money}", "It is ${rate}", rate="money") == ["${rate}"]
    assert found("{field}", "It is ${rate}", rate="money") == ["${rate}"]
