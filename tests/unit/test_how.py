"""The few words that no talk holds."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from vooraf.model.client import STANDINGS
from vooraf.model.events import HOWS
from vooraf.model.how import (
    day_in_text,
    how,
    minutes_in_text,
    moment_in_text,
    point,
    standing_word,
    times_in_text,
    when_and_how,
)


@pytest.mark.parametrize(("by", "en", "nl"), [
    ("email", "by e-mail", "per e-mail"),
    ("phone", "by phone", "telefonisch"),
    ("in-person", "in person", "in een gesprek"),
])  # fmt: skip
def test_how_it_was_told_is_said_in_words(by: str, en: str, nl: str) -> None:
    assert (how(by, "en"), how(by, "nl"), how(by, "nl_formal")) == (en, nl, nl)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_how_and_every_standing_has_words_of_its_own(language: str) -> None:
    assert len({how(by, language) for by in HOWS} - set(HOWS)) == len(HOWS)
    assert len({standing_word(standing, language) for standing in STANDINGS}) == len(STANDINGS)


def test_a_how_that_nobody_knows_stands_as_it_is() -> None:
    assert how("pigeon", "nl") == "pigeon"


def test_a_day_of_another_year_is_said_in_full() -> None:
    today = date(2026, 11, 22)

    assert day_in_text(date(2026, 11, 12), today, "nl") == "12 november"
    assert day_in_text(date(2025, 11, 12), today, "en") == "Wednesday 12 November 2025"


def test_a_moment_is_a_day_and_a_time() -> None:
    moment = datetime(2026, 11, 24, 9, 5)

    assert moment_in_text(moment, "en") == "Tuesday 24 November 2026 at 09:05"
    assert moment_in_text(moment, "nl_formal") == "dinsdag 24 november 2026 om 09.05 uur"


def test_midnight_is_a_day_without_a_time() -> None:
    day = datetime(2026, 11, 24)

    assert moment_in_text(day, "nl") == "dinsdag 24 november 2026"


def test_minutes_are_counted_on_one_line() -> None:
    assert minutes_in_text(1, "en") == "1\u00a0minute"
    assert minutes_in_text(10, "en") == "10\u00a0minutes"
    assert minutes_in_text(1, "nl") == "1\u00a0minuut"
    assert minutes_in_text(5, "nl_formal") == "5\u00a0minuten"


def test_the_line_that_opens_an_item_says_how_when_and_must() -> None:
    assert point("Price", (), must=False, language="en") == "Price"
    assert point("Price", ("", ""), must=True, language="en") == "Price · don't leave without it"
    assert point("Prijs", ("per e-mail", "12 november"), must=True, language="nl") == (
        "Prijs (per e-mail, 12 november) · niet weg zonder dit"
    )
    assert point("Prijs", ("", "12 november"), must=False, language="nl") == "Prijs (12 november)"


@pytest.mark.parametrize(("by", "en", "nl"), [
    ("email", "on 12 November by e-mail", "op 12 november per e-mail"),
    ("other", "on 12 November", "op 12 november"),
    ("pigeon", "on 12 November", "op 12 november"),
])  # fmt: skip
def test_a_day_and_how_are_said_together(by: str, en: str, nl: str) -> None:
    assert when_and_how("12 November", by, "en") == en
    assert when_and_how("12 november", by, "nl_formal") == nl


@pytest.mark.parametrize(("times", "en", "nl"), [(0, "", ""), (1, "1\xa0time", "1\xa0keer"), (3, "3\xa0times", "3\xa0keer")])  # fmt: skip
def test_times_stay_on_one_line(times: int, en: str, nl: str) -> None:
    assert (times_in_text(times, "en"), times_in_text(times, "nl")) == (en, nl)
