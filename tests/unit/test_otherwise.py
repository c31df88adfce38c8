"""Whether a client was told something else: the same answer as the standing gives, without their own values."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.factories import NOW
from vooraf.model.client import CONFIRMED, OPEN, TOLD, WAIVED, History
from vooraf.model.events import Event
from vooraf.model.otherwise import Today, is_otherwise, words_told

TODAY = Today("1", {"rounds": "int 2", "rate": "75"}, frozenset(("rounds", "rate")))


def told(state=TOLD, **data):
    event = Event(1, "x", NOW, "told", data)
    return History(state, event, None, None, event)


@pytest.mark.parametrize(
    ("data", "own", "otherwise"),
    [
        ({"edition": "1", "values": {"rounds": 2, "rate": "75"}}, (), False),
        ({"edition": "1", "values": {"rounds": 2.0, "rate": "75"}}, (), False),
        ({"edition": "1", "values": {"rounds": 2.5, "rate": "75"}}, (), True),
        ({"edition": "1", "values": {"rounds": 3, "rate": "75"}}, (), True),
        ({"edition": "1", "values": {"rounds": "2", "rate": "75"}}, (), True),
        ({"edition": "1", "values": {"rounds": dt.date(2026, 1, 1), "rate": "75"}}, (), True),
        ({"edition": "1", "values": {"rounds": 2}}, (), True),
        ({"edition": "2", "values": {"rounds": 2, "rate": "75"}}, (), True),
        ({"edition": "2", "values": {"rounds": 3}}, ("rate",), False),
        ({"edition": "2", "values": {"rounds": 3}}, ("style",), True),
        ({"edition": "1"}, (), False),
        ({"edition": "2"}, (), True),
        ({"values": {"rounds": 3}}, (), True),
        ({"values": "by hand"}, (), True),
        ({}, (), False),
    ],
)
def test_what_an_event_says_is_compared_with_what_would_be_told_today(data, own, otherwise):
    words = words_told(told(**data), own)

    assert words is not None
    assert is_otherwise(words, TODAY) is otherwise


@pytest.mark.parametrize("state", [OPEN, WAIVED])
def test_what_no_longer_counts_was_not_told(state):
    assert words_told(told(state, edition="1")) is None


def test_what_was_confirmed_untold_counts_and_a_state_without_words_does_not():
    assert words_told(told(CONFIRMED, edition="1")) is not None
    assert words_told(History(TOLD, None, None, None, None)) is None
