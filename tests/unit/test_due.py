"""What is due, as a list keeps it: packed with the client, and found again on another day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.factories import NOW, TODAY, event
from vooraf.actions.due import MOST_NAMED, counts, due_in_short, due_of
from vooraf.actions.rows import Row
from vooraf.model.checklist import Checklist, HouseRules, Item, Section
from vooraf.model.client import Client
from vooraf.model.due import Due, packed, unpacked
from vooraf.model.events import Event
from vooraf.model.fold import fold
from vooraf.model.standing import Wordings, states

TEXTS = {"en": "Words."}


def item(key: str, moment: str, say: str = "Words.") -> Item:
    return Item(
        key=key,
        section="all",
        title=TEXTS,
        must=False,
        moment=moment,
        say={"en": say},
        ask=TEXTS,
        check=TEXTS,
        why={},
        hint={},
        allow=(),
        edition="1",
        fields=(),
    )


ITEMS = (item("channels", "enquiry"), item("price", "agreement", "${price}"), item("use", "delivery"))
CHECKLIST = Checklist("small", TEXTS, (Section("all", TEXTS, ITEMS),), {}, builtin=False, extends=None)
OPENED = event("opened", 1, name="Noor", language="en", at=NOW - timedelta(days=30))


def waits(*events: Event) -> str:
    client: Client = fold("k7", (OPENED, *events))
    return packed(client, states(client, CHECKLIST, Wordings(HouseRules())))


def day(ago: int) -> str:
    return (TODAY - timedelta(days=ago)).isoformat()


def happened(kind: str, seq: int, key: str, ago: int, **data: Any) -> Event:
    on = TODAY - timedelta(days=ago)
    return event(kind, seq, item=key, text="Words.", values={}, edition="1", on=on, **data)


def test_what_should_have_been_told_by_the_moment_waits_since_that_moment() -> None:
    at = event("profile", 2, moment="agreement", on=TODAY - timedelta(days=4))

    assert waits() == f"untold {day(30)} channels"
    assert waits(at).split("\n") == [f"untold {day(30)} channels", f"unready {day(4)} price"]


def test_what_was_opened_again_waits_since_that_day() -> None:
    again = happened("reopened", 3, "channels", 5)

    assert waits(happened("told", 2, "channels", 20), again) == f"untold {day(5)} channels"


@pytest.mark.parametrize(
    ("ago", "days", "due"), [(8, 7, True), (7, 7, False), (1, 0, True), (0, 0, False), (8, 30, False)]
)
def test_what_was_told_is_due_after_so_many_days_of_silence(ago: int, days: int, *, due: bool) -> None:
    kept = waits(happened("told", 2, "channels", ago))

    assert kept == f"silent {day(ago)} channels"
    assert list(unpacked(kept, TODAY, days)) == ([("silent", day(ago), "channels", True)] if due else [])


def test_an_announcement_without_an_answer_is_due_at_once() -> None:
    kept = waits(happened("announced", 2, "channels", 0, **{"from": TODAY + timedelta(days=9)}))

    assert list(unpacked(kept, TODAY)) == [("announced", day(0), "channels", True)]


@pytest.mark.parametrize("kind", ["confirmed", "waived"])
def test_what_is_settled_waits_for_nothing(kind: str) -> None:
    assert waits(happened(kind, 2, "channels", 20)) == ""


def row(client: str, lines: str = "", meeting: datetime | None = None, *, archived: bool = False) -> Row:
    return Row(client, client.title(), "small", "en", meeting, archived, {}, 0, lines)


ROWS = (
    row("anna", f"silent {day(9)} price use\nunready {day(3)} channels"),
    row("bas", meeting=datetime(2026, 11, 23, 10)),
    row("cleo", f"silent {day(20)} price", datetime(2026, 11, 22, 14)),
    row("dirk", f"silent {day(90)} price", archived=True),
    row("eva", f"announced {day(0)} use", datetime(2026, 11, 1, 14)),
)


def test_meetings_come_first_then_each_kind_the_longest_first_and_no_archived_client() -> None:
    assert [(each.kind, each.client, each.since) for each in due_of(ROWS, NOW)] == [
        ("meeting", "cleo", "2026-11-22T14:00:00"),
        ("meeting", "bas", "2026-11-23T10:00:00"),
        ("untold", "anna", day(3)),
        ("silent", "cleo", day(20)),
        ("silent", "anna", day(9)),
        ("announced", "eva", day(0)),
    ]
    assert counts(due_of(ROWS, NOW)) == {"meeting": 2, "untold": 1, "silent": 3, "announced": 1}


def test_in_short_it_is_counted_and_what_waits_the_longest_of_each_kind_is_named() -> None:
    found = due_in_short(iter(ROWS), NOW)

    assert found.counts == counts(due_of(ROWS, NOW))
    assert [each.client for each in found.named] == ["anna", "cleo", "eva"]


def test_behind_the_first_of_each_kind_the_next_are_named() -> None:
    many = [row(f"c{number}", f"silent {day(9 + number % 7)} price") for number in range(50)]

    found = due_in_short(iter([*many, row("bas", meeting=datetime(2026, 11, 23, 10))]), NOW)

    assert found.named == tuple(each for each in due_of(many, NOW))[:MOST_NAMED]
    assert found.counts == {"meeting": 1, "untold": 0, "silent": 50, "announced": 0}


def test_the_items_are_taken_apart_when_they_are_asked_for() -> None:
    each = Due("k7", "Noor", "small", "silent", "price use", day(9))

    assert (each.items, each.at.date()) == (("price", "use"), TODAY - timedelta(days=9))
