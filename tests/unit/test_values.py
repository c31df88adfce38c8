"""What a field takes, how it is kept, and how a client reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.a_field import a_field, anything
from vooraf.errors import VoorafError
from vooraf.errors.values import (
    BadAmount,
    BadChoice,
    BadDate,
    BadMoment,
    BadNumber,
    BadTime,
    BadValue,
    BadWholeNumber,
    TooLong,
    TwoReadings,
    TwoReadingsOneFits,
    Unstorable,
)
from vooraf.model.checklist import FIELD_TYPES
from vooraf.model.values import LIMIT, canonical_value, parse_date, parse_moment, parse_time, storable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("kind", "raw", "canonical"),
    [
        ("text", "  by mail \n", "by mail"),
        ("number", "2", 2),
        ("number", 2, 2),
        ("number", " 007 ", 7),
        ("number", "2,0", 2),
        ("number", "1.5", "1.5"),
        ("number", "1,5", "1.5"),
        ("number", "1.50", "1.5"),
        ("number", "0.05", "0.05"),
        ("number", 1.5, "1.5"),
        ("number", 24.0, 24),
        ("hours", "48", 48),
        ("hours", "1,5", "1.5"),
        ("percent", "25", 25),
        ("percent", "25 %", 25),
        ("percent", "12,5%", "12.5"),
        ("percent", 1000, 1000),
        ("days", "14", 14),
        ("days", 0, 0),
        ("money", "1250", "1250"),
        ("money", 75, "75"),
        ("money", "1250.50", "1250.50"),
        ("money", "1250,50", "1250.50"),
        ("money", "1250,5", "1250.50"),
        ("money", "75.00", "75"),
        ("money", "0.35", "0.35"),
        ("money", "€75", "75"),
        ("money", "€ 75,50", "75.50"),
        ("money", "75\u00a0€", "75"),
        ("money", "EUR 75", "75"),
        ("money", "75 eur", "75"),
        ("money", "75 USD", "75 USD"),
        ("money", "CHF75,5", "75.50 CHF"),
        ("date", "2026-11-24", date(2026, 11, 24)),
        ("date", date(2026, 11, 24), date(2026, 11, 24)),
        ("time", "14:30", time(14, 30)),
        ("time", "9:00", time(9)),
        ("time", "09.00", time(9)),
        ("time", time(9), time(9)),
        ("choice", "incl", "incl"),
        ("choice", " EXCL ", "excl"),
        ("choice", "Inclusief BTW", "incl"),
    ],
)
def test_a_value_is_read_and_kept_in_one_form(kind: str, raw: object, canonical: object) -> None:
    found = canonical_value(a_field(kind), raw)
    assert (found, type(found)) == (canonical, type(canonical))


@pytest.mark.parametrize(
    ("kind", "raw", "fault"),
    [
        ("text", " ", BadValue),
        ("text", 5, BadValue),
        ("number", "two", BadNumber),
        ("number", "", BadNumber),
        ("number", "-1", BadNumber),
        ("number", -1, BadNumber),
        ("number", -1.5, BadNumber),
        ("number", "1.", BadNumber),
        ("number", ".5", BadNumber),
        ("number", "1.2345", BadNumber),
        ("number", "0.125", BadNumber),
        ("number", "1234.567", BadNumber),
        ("number", "1.000.000", BadNumber),
        ("number", "٣", BadNumber),
        ("number", "²", BadNumber),
        ("number", "9" * 13, BadNumber),
        ("number", 10**12, BadNumber),
        ("number", float("nan"), BadNumber),
        ("number", 1e300, BadNumber),
        ("number", date(2026, 11, 24), BadNumber),
        ("percent", "1000,5", BadNumber),
        ("percent", 1001, BadNumber),
        ("percent", "%", BadNumber),
        ("hours", None, BadNumber),
        ("days", "1.5", BadWholeNumber),
        ("days", 1.0, BadWholeNumber),
        ("days", -1, BadWholeNumber),
        ("days", "9" * 13, BadWholeNumber),
        ("money", "1.250,00", BadAmount),
        ("money", "1,250.00", BadAmount),
        ("money", "1250.505", BadAmount),
        ("money", "0.500", BadAmount),
        ("money", "1 250", BadAmount),
        ("money", "12a", BadAmount),
        ("money", "1e3", BadAmount),
        ("money", "-5", BadAmount),
        ("money", -5, BadAmount),
        ("money", "٣", BadAmount),
        ("money", "nan", BadAmount),
        ("money", "NAN", BadAmount),
        ("money", 75.5, BadAmount),
        ("money", "", BadAmount),
        ("money", "€", BadAmount),
        ("money", "€ 75 USD", BadAmount),
        ("money", "75 uur", BadAmount),
        ("money", "75,-", BadAmount),
        ("date", "2026-02-30", BadDate),
        ("date", "20261124", BadDate),
        ("date", "2026-W48-2", BadDate),
        ("date", "24-11-2026", BadDate),
        ("date", "2026-1-5", BadDate),
        ("date", datetime(2026, 11, 24, tzinfo=UTC), BadDate),
        ("date", 20261124, BadDate),
        ("time", "24:00", BadTime),
        ("time", "9:60", BadTime),
        ("time", "9:5", BadTime),
        ("time", "009:00", BadTime),
        ("time", "9", BadTime),
        ("time", "09:00:00", BadTime),
        ("time", time(9, 0, 30), BadTime),
        ("time", 9, BadTime),
        ("choice", "exempt", BadChoice),
        ("choice", 1, BadChoice),
    ],
)
def test_what_is_no_value_is_refused_in_the_class_of_its_fault(
    kind: str, raw: object, fault: type[BadValue]
) -> None:
    with pytest.raises(BadValue) as caught:
        canonical_value(a_field(kind), raw)
    assert type(caught.value) is fault
    assert caught.value.data["field"] == a_field("text").label


@pytest.mark.parametrize("kind", FIELD_TYPES)
@pytest.mark.parametrize("raw", [True, False])
def test_a_boolean_is_no_value_of_any_field(kind: str, raw: object) -> None:
    with pytest.raises(BadValue):
        canonical_value(a_field(kind), raw)


@pytest.mark.parametrize(
    ("kind", "raw", "first", "second"),
    [
        ("money", "1.250", "1250", "1.25"),
        ("money", "1,250", "1250", "1.25"),
        ("money", "€ 75,000", "75000", "75"),
        ("money", "1.250 USD", "1250 USD", "1.25 USD"),
        ("number", "1.500", "1500", "1.5"),
        ("hours", "100,000", "100000", "100"),
        ("percent", "1.250", "1250", "1.25"),
    ],
)
def test_a_separator_with_two_readings_is_refused_with_both(
    kind: str, raw: str, first: str, second: str
) -> None:
    with pytest.raises(TwoReadings) as caught:
        canonical_value(a_field(kind), raw)
    assert caught.value.data == {
        "value": raw,
        "field": a_field("text").label,
        "first": first,
        "second": second,
    }
    assert caught.value.hint_line() == f"Write {first} or {second}."
    for reading in (first, second):
        canonical_value(a_field("money"), reading)


def test_a_second_reading_that_could_not_be_kept_is_not_advised() -> None:
    with pytest.raises(TwoReadingsOneFits) as caught:
        canonical_value(a_field("money"), "1.255")
    assert caught.value.sentence() == "“1.255” can be read as 1255 and as 1.255."
    assert caught.value.hint_line() == "Write 1255, or a figure with at most two decimals."


def test_a_fault_names_the_field_by_its_english_label_or_its_name() -> None:
    with pytest.raises(BadNumber, match="“x” isn't a number for “Rate”"):
        canonical_value(a_field("number"), "x")
    with pytest.raises(BadNumber, match="“x” isn't a number for “rate”"):
        canonical_value(a_field("number")._replace(label={"nl": "Tarief"}), "x")


def test_a_refused_choice_says_what_there_is_to_choose() -> None:
    with pytest.raises(BadChoice) as caught:
        canonical_value(a_field("choice"), "exempt")
    assert caught.value.hint_line() == "Choose one of: incl, excl"


def test_a_key_goes_before_another_options_text() -> None:
    field = a_field("choice")._replace(options={"a": {"en": "B"}, "b": {"en": "A"}})
    assert canonical_value(field, "b") == "b"


@pytest.mark.parametrize(
    ("raw", "quoted"),
    [("x" * 5000, "x" * 60 + "…"), (16**4000, "0x1" + "0" * 57 + "…"), (-(2**63), str(-(2**63)))],
    ids=["page", "giant", "long"],
)
def test_a_fault_quotes_no_whole_page_and_no_giant_number(raw: object, quoted: str) -> None:
    with pytest.raises(BadNumber) as caught:
        canonical_value(a_field("number"), raw)
    assert caught.value.data["value"] == quoted


def test_a_text_is_kept_up_to_the_limit() -> None:
    assert canonical_value(a_field("text"), "é" * LIMIT) == "é" * LIMIT
    with pytest.raises(TooLong, match="32001 characters; the most is 32000"):
        canonical_value(a_field("text"), "é" * (LIMIT + 1))


def test_bytes_that_are_no_characters_are_refused() -> None:
    for kind in FIELD_TYPES:
        with pytest.raises(Unstorable):
            canonical_value(a_field(kind), "caf\udce9")
    assert storable("café 👋\u202e") == "café 👋\u202e"


@given(st.sampled_from(FIELD_TYPES), anything)
def test_a_canonical_value_is_given_back_as_it_is(kind: str, raw: object) -> None:
    try:
        found = canonical_value(a_field(kind), raw)
    except VoorafError:
        return
    again = canonical_value(a_field(kind), found)
    assert (again, type(again)) == (found, type(found))


@given(st.integers(0, 10**12 - 1), st.integers(0, 99), st.sampled_from(".,"), st.sampled_from(("", " USD")))
def test_every_amount_with_two_decimals_is_kept_to_the_cent(
    whole: int, cents: int, separator: str, currency: str
) -> None:
    kept = canonical_value(a_field("money"), f"{whole}{separator}{cents:02}{currency}")
    assert kept == (f"{whole}.{cents:02}" if cents else str(whole)) + currency


# -- days and times --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["2026-11-24T10:00", "2026-11-24 10:00", "2026-11-24 10.00"])
def test_a_moment_is_a_day_and_a_time(text: str) -> None:
    assert parse_moment(text).isoformat() == "2026-11-24T10:00:00"


@pytest.mark.parametrize(
    ("parse", "text", "fault"),
    [
        (parse_moment, "2026-11-24", BadMoment),
        (parse_moment, "2026-02-30T10:00", BadMoment),
        (parse_moment, "2026-11-24T25:00", BadMoment),
        (parse_moment, "2026-11-24T10:00:00", BadMoment),
        (parse_moment, "2026-11-24T10:00+01:00", BadMoment),
        (parse_moment, "2026-11-24 T10:00", BadMoment),
        (parse_moment, "", BadMoment),
        (parse_date, "2026-02-30", BadDate),
        (parse_date, "2026-11-24-", BadDate),
        (parse_date, "tomorrow", BadDate),
        (parse_date, "٢٠٢٦-11-24", BadDate),
        (parse_time, "noon", BadTime),
        (parse_time, "٠٩:00", BadTime),
    ],
)
def test_a_day_or_time_that_does_not_exist_is_refused(
    parse: Callable[[str], object], text: str, fault: type[BadValue]
) -> None:
    with pytest.raises(fault) as caught:
        parse(text)
    assert type(caught.value) is fault
    assert f"“{text}”" in caught.value.sentence()


@given(st.dates(), st.times())
def test_every_day_and_minute_is_read_back_as_it_was_written(day: date, clock: time) -> None:
    minute = clock.replace(second=0, microsecond=0)
    moment = datetime.combine(day, minute)
    assert parse_date(day.isoformat()) == day
    assert parse_time(f"{minute:%H:%M}") == minute
    assert parse_moment(moment.isoformat(timespec="minutes")) == moment
