"""Messages about one rule: what they cite, and what they never claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import event, told
from tests.unit.script_samples import TODAY, facts, talk
from vooraf.model.client import Client
from vooraf.model.events import Event
from vooraf.model.fold import fold
from vooraf.model.script import make
from vooraf.render.text import text

RULE = "revisions"
TOLD = told(2, item=RULE, text="Two rounds. After that €75.00 per hour.", values={"rounds": 2, "rate": "75"}, on=date(2026, 11, 3), by="email")  # fmt: skip


def client(*events: Event, language: str = "en") -> Client:
    opened = event("opened", 1, name="Mia Brown", language=language, checklist="general")
    return fold("k7q2m9", (opened, *events))


def came_up(seq: int, kind: str = "applied", **data: Any) -> Event:
    return event(kind, seq, **{"item": RULE, "why": "a third round", "on": date(2026, 11, 20), **data})


def message(someone: Client, key: str = "rule-applied", about: str = RULE) -> str:
    return " ".join(text(make(talk(key), facts(someone, about=about))).split())


def test_it_cites_what_was_told_when_and_how() -> None:
    said = message(client(TOLD, came_up(3)))
    assert "Two rounds. After that €75.00 per hour." in said
    assert "on 3 November by e-mail" in said


def test_what_was_never_told_is_not_said_to_have_been() -> None:
    said = message(client(came_up(3)))
    assert "I told you" not in said
    assert "3 November" not in said


def test_what_was_told_only_afterwards_was_not_known_then() -> None:
    later = told(4, item=RULE, text="Too late.", values={}, on=TODAY, by="email")
    assert "Too late." not in message(client(came_up(3), later))


def test_a_payment_is_asked_for_only_where_the_told_words_hold_an_amount() -> None:
    free = told(2, item=RULE, text="We talk first.", values={"rounds": 2}, on=date(2026, 11, 3), by="phone")
    paid, unpaid = (message(client(each, came_up(3)), "no-show") for each in (TOLD, free))
    assert ("payment" in paid, "payment" in unpaid) == (True, False)


def test_it_is_the_same_at_the_fifth_time() -> None:
    often = [came_up(number) for number in range(3, 8)]
    second = message(client(TOLD, *often[:2]), "booking-page")
    assert message(client(TOLD, *often), "booking-page") == second


@pytest.mark.parametrize("language", ["en", "nl", "nl_formal"])
def test_without_anything_recorded_it_is_about_today(language: str) -> None:
    said = message(client(TOLD, language=language), "this-once")
    assert "${" not in said
    assert said
