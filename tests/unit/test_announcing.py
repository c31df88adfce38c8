"""A change that was announced: told in the new words, the old ones until its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories import NOW, TODAY, checklist, confirmed, event, item, reopened, told, undone, waived
from vooraf.model.announcing import (
    Announcement,
    announcements,
    coming,
    day_of,
    is_unanswered,
    words_that_hold,
)
from vooraf.model.checklist import HouseRules
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD, WAIVED, Client, History
from vooraf.model.events import Event
from vooraf.model.fold import fold
from vooraf.model.selection import choose
from vooraf.model.standing import Wordings, states

DAY = date(2027, 1, 1)
THREE = HouseRules(values={"rounds": 3})
NEW: dict[str, Any] = {"values": {"rounds": 3}, "text": "3 rounds."}


def announced(seq: int = 1, **data: Any) -> Event:
    """Three rounds instead of two, from the first of January."""
    about = {"item": "revisions", "was": "2 rounds.", "from": DAY, "edition": "1", "on": TODAY, "by": "email"}
    return event("announced", seq, **{**about, **NEW, **data})


def asked(seq: int = 1) -> tuple[Event, ...]:
    """A talk in which the item came up."""
    begun = event("started", seq, talk="check-in", minutes=10, questions=["check:revisions"])
    return begun, event("answered", seq + 1, talk=begun.id, step="check:revisions", words="", passed=True)


def client_of(*events: Event) -> Client:
    """The client after these events, in this order."""
    return fold("k7", [each._replace(seq=seq) for seq, each in enumerate(events, 1)])


def history(*events: Event) -> History:
    return client_of(*events).items["revisions"]


def standing(*events: Event, rules: HouseRules = THREE) -> str:
    return states(client_of(*events), checklist(), Wordings(rules))[0].standing


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([told()], CHANGED),
        ([told(), announced(2)], TOLD),
        ([confirmed(), announced(2)], TOLD),
        ([told(), announced(2), confirmed(3, **NEW)], CONFIRMED),
        ([confirmed(1, **NEW), announced(2)], CONFIRMED),
        ([told(), announced(2), undone(announced(2).batch, 3)], CHANGED),
        ([told(), announced(2), waived(3)], WAIVED),
        ([told(), announced(2), reopened(3)], OPEN),
        ([announced(1)], TOLD),
        ([told(), announced(2, values={"rounds": 4})], CHANGED),
    ],
)
def test_what_was_announced_counts_as_told_in_the_new_words(events: list[Event], expected: str) -> None:
    assert standing(*events) == expected


def test_until_its_day_the_old_words_hold_and_after_it_the_new() -> None:
    found = history(told(), announced(2))
    assert words_that_hold(found, DAY - timedelta(days=1)) == "2 rounds."
    assert words_that_hold(found, DAY) == "3 rounds."
    assert coming(found, DAY - timedelta(days=1)) == found.announced
    assert coming(found, DAY) is None


def test_confirming_before_the_day_leaves_the_day() -> None:
    found = history(told(), announced(2), confirmed(3, **NEW))
    assert words_that_hold(found, TODAY) == "2 rounds."
    assert words_that_hold(found, DAY) == "3 rounds."


@pytest.mark.parametrize("later", [told(3), confirmed(3), reopened(3)])
def test_other_words_take_an_announcement_away(later: Event) -> None:
    found = history(told(), announced(2), later)
    assert found.announced is None
    assert coming(found, TODAY) is None


def test_what_is_announced_again_waits_for_an_answer_again() -> None:
    once = (told(), announced(2), *asked(3))
    assert not is_unanswered(history(*once))
    assert is_unanswered(history(*once, announced(5, **{"from": DAY + timedelta(days=31)})))


@pytest.mark.parametrize(
    ("later", "waits"),
    [
        ((), True),
        ((told(3, **NEW),), True),
        (asked(3), False),
        ((event("note", 3, item="revisions", text="Asks what it means for May."),), False),
        ((event("note", 3, text="Likes swallows."), event("note", 4, item="price", text="x")), True),
        ((confirmed(3, **NEW),), False),
        ((waived(3),), False),
        ((undone(announced(2).batch, 3),), False),
    ],
)
def test_silence_is_no_answer(later: tuple[Event, ...], waits: bool) -> None:
    found = announcements(client_of(told(), announced(2), *later))
    assert found == ((Announcement("revisions", TODAY, DAY),) if waits else ())


def test_an_answer_before_the_announcement_answers_nothing() -> None:
    before = event("note", 2, item="revisions", text="Fine.")
    assert announcements(client_of(told(), before, announced(3)))


@pytest.mark.parametrize("day", [None, "2027-01-01", 3])
def test_an_announcement_that_names_no_day_holds_at_once(day: object) -> None:
    found = history(told(), announced(2, **{"from": day}))
    assert found.announced is not None
    assert day_of(found.announced) is None
    assert words_that_hold(found, TODAY) == "3 rounds."


def test_a_day_with_a_time_is_that_day() -> None:
    assert day_of(announced(**{"from": NOW})) == TODAY


def test_it_comes_up_in_the_next_meeting_before_what_else_was_told() -> None:
    keys = ("first", "second", "revisions")
    made = checklist(*(item(key) for key in keys))
    events = [told(number, item=key) for number, key in enumerate(keys, 1)]
    told_only = states(fold("k7", events), made, Wordings(HouseRules()))
    assert choose(told_only, 4, 3).check == ("first",)
    waiting = states(fold("k7", [*events, announced(4, values={"rounds": 2})]), made, Wordings(HouseRules()))
    assert choose(waiting, 4, 3).check == ("revisions",)
