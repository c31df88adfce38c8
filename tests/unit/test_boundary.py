"""Rules that were applied or excepted: the count, what the client knew by then, and where the client is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories import NOW, TODAY, confirmed, event, reopened, told, undone
from vooraf.model.boundary import count_of, counted, known_on, latest, to_bring_up, was_told
from vooraf.model.checklist import MOMENTS
from vooraf.model.client import Client
from vooraf.model.events import Event
from vooraf.model.fold import fold

RULE = "revisions"


def came_up(kind: str, seq: int, item: str = RULE, **data: Any) -> Event:
    return event(kind, seq, **{"item": item, "why": "a reason", "on": TODAY, **data})


def client(*events: Event) -> Client:
    return fold("k7", events)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_rules_are_counted_and_the_last_one_comes_first() -> None:
    seen = client(
        came_up("applied", 1), came_up("excepted", 2), came_up("applied", 3), came_up("applied", 4, "no-show")
    )

    assert [(count.item, count.applied, count.excepted, count.times) for count in counted(seen)] == [
        ("no-show", 1, 0, 1),
        (RULE, 2, 1, 3),
    ]
    assert (latest(seen, "excepted"), latest(seen, "applied")) == (RULE, "no-show")


def test_what_was_taken_back_does_not_count() -> None:
    first = came_up("applied", 1)
    seen = client(first, undone(first.batch, 2))

    assert count_of(seen, RULE) is None
    assert counted(seen) == ()
    assert latest(seen, "applied") == ""


def test_no_standing_changes_by_it() -> None:
    assert client(told(1), came_up("excepted", 2)).items == client(told(1)).items


def test_a_client_knows_a_rule_from_the_day_that_it_was_told() -> None:
    seen = client(told(1, on=ago(3)))

    assert not was_told(known_on(seen, RULE, ago(4)))
    assert was_told(known_on(seen, RULE, ago(3)))
    assert not was_told(known_on(seen, "no-show", TODAY))


def test_what_was_opened_again_or_taken_back_is_not_known() -> None:
    first = told(1, on=ago(3))

    assert not was_told(known_on(client(first, reopened(2)), RULE, TODAY))
    assert not was_told(known_on(client(first, undone(first.batch, 2)), RULE, TODAY))


def test_until_the_day_of_an_announcement_the_words_before_it_are_cited() -> None:
    old = told(1, on=ago(9), text="2 rounds.")
    new = event(
        "announced",
        2,
        item=RULE,
        text="1 round.",
        values={"rounds": 1},
        edition="1",
        on=ago(2),
        **{"from": TODAY},
    )
    seen = client(old, new)

    before, since = known_on(seen, RULE, ago(1)), known_on(seen, RULE, TODAY)

    assert (before.basis, since.basis) == (old, new)


def asked(seq: int, *, answered: bool) -> tuple[Event, ...]:
    question = f"check:{RULE}"
    started = event("started", seq, talk="check-in", minutes=10, questions=[question])
    answer = event("answered", seq + 1, talk=started.id, step=question, words="yes")
    return (started, answer) if answered else (started,)


@pytest.mark.parametrize(
    ("since", "brought_up"),
    [
        ((), True),
        ((confirmed(5),), False),
        ((told(5),), False),
        ((came_up("applied", 5),), False),
        (asked(5, answered=True), False),
        (asked(5, answered=False), True),
        ((came_up("excepted", 5, "no-show"),), True),
    ],
)
def test_an_exception_is_brought_up_until_it_was_talked_about(
    since: tuple[Event, ...], *, brought_up: bool
) -> None:
    seen = client(told(1), came_up("applied", 2), came_up("excepted", 3), *since)

    assert (RULE in to_bring_up(seen)) is brought_up


# -- where the client is ---------------------------------------------------------------------------


def moved(seq: int, moment: str, days: int) -> Event:
    return event("profile", seq, moment=moment, on=ago(days), at=NOW - timedelta(days=days))


def test_a_client_begins_at_the_enquiry() -> None:
    seen = client(event("opened", 1, name="Noor", at=NOW - timedelta(days=9)))

    assert seen.moment == MOMENTS[0]
    assert seen.reached == {"enquiry": ago(9)}


def test_whoever_is_at_a_moment_has_had_those_before_it_since_their_own_day() -> None:
    seen = client(
        event("opened", 1, name="Noor", at=NOW - timedelta(days=9)),
        moved(2, "agreement", 5),
        moved(3, "start", 2),
    )

    assert seen.moment == "start"
    assert seen.reached == {
        "enquiry": ago(9),
        "introduction": ago(5),
        "agreement": ago(5),
        "start": ago(2),
    }


def test_going_back_forgets_the_later_moments() -> None:
    seen = client(moved(1, "delivery", 5), moved(2, "introduction", 1))

    assert (seen.moment, seen.reached) == ("introduction", {"enquiry": ago(5), "introduction": ago(5)})


def test_a_moment_that_does_not_exist_changes_nothing() -> None:
    assert client(moved(1, "start", 2), moved(2, "never", 1)).moment == "start"
