"""The tables of ``formats`` against CLDR, as Babel has it: nl_NL and en_GB."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from vooraf.model import formats
from vooraf.model.checklist import LANGUAGES

CLDR = {"en": "en_GB", "nl": "nl_NL", "nl_formal": "nl_NL"}

languages = st.sampled_from(LANGUAGES)
days = st.dates(min_value=date(1000, 1, 1))
amounts = st.decimals(min_value=0, max_value=10**12, places=2)
SIGNED, UNSIGNED = ("EUR", "USD", "GBP"), ("CHF", "XQZ")


@given(days, languages)
def test_a_long_date_is_that_of_cldr(day: date, language: str) -> None:
    cldr = format_date(day, "full", locale=CLDR[language])
    # On purpose: no comma behind the weekday. British usage leaves it out too, and Dutch has none.
    assert formats.long_date(day, language) == cldr.replace(",", "")


@given(days, languages)
def test_a_day_and_month_are_those_of_cldr(day: date, language: str) -> None:
    assert formats.day_month(day, language) == format_date(day, "d MMMM", locale=CLDR[language])


@given(days, languages)
def test_a_short_date_is_that_of_cldr(day: date, language: str) -> None:
    assert formats.short_date(day, language) == format_date(day, "EEE d MMM", locale=CLDR[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_month_and_a_weekday_is_that_of_cldr(language: str) -> None:
    for month in range(1, 13):
        for day in range(1, 8):
            when = date(2026, month, day)
            assert formats.short_date(when, language) == format_date(when, "EEE d MMM", locale=CLDR[language])
            assert formats.long_date(when, language) == format_date(
                when, "EEEE d MMMM y", locale=CLDR[language]
            )


@given(st.times(), languages)
def test_a_clock_is_that_of_cldr(moment: time, language: str) -> None:
    cldr = format_time(moment, "short", locale=CLDR[language])
    assert formats.clock(moment) == cldr
    # On purpose: in a sentence Dutch writes a point, as the Taalunie advises ("om 09.00 uur").
    separator = ":" if language == "en" else "."
    assert formats.time_in_text(moment, language) == cldr.replace(":", separator)


def test_a_clock_reads_a_moment_too() -> None:
    moment = datetime(2026, 11, 24, 9, 5)
    assert formats.clock(moment) == "09:05"
    assert formats.time_in_text(moment, "nl") == "09.05"


@given(amounts, st.sampled_from((*SIGNED, *UNSIGNED)), languages)
def test_an_amount_is_that_of_cldr(value: Decimal, currency: str, language: str) -> None:
    cldr = format_currency(value, currency, locale=CLDR[language])
    if language == "en" and currency in UNSIGNED:
        # On purpose: CLDR's spacing rule keeps the letters of a code from the digits; Babel has no such rule.
        cldr = cldr.replace(currency, currency + formats.NO_BREAK)
    assert formats.amount(value, currency, language) == cldr


@given(amounts, languages)
def test_a_number_is_that_of_cldr(value: Decimal, language: str) -> None:
    assert formats.number(value, language) == format_decimal(value, locale=CLDR[language])


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "€1,250.00"), ("nl", "€\u00a01.250,00"), ("nl_formal", "€\u00a01.250,00")],
)
def test_an_amount_as_the_client_reads_it(language: str, shown: str) -> None:
    assert formats.amount(Decimal(1250), "EUR", language) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Tuesday 24 November 2026"), ("nl", "dinsdag 24 november 2026")],
)
def test_a_date_as_the_client_reads_it(language: str, shown: str) -> None:
    assert formats.long_date(date(2026, 11, 24), language) == shown


def test_a_language_that_a_diary_made_up_is_written_as_english() -> None:
    assert formats.short_date(date(2026, 11, 24), "fr") == "Tue 24 Nov"
