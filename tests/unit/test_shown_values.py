"""The value of a field as a client reads it."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.a_field import a_field, anything
from vooraf.model.checklist import FIELD_TYPES, LANGUAGES
from vooraf.model.shown_values import shown_value


@pytest.mark.parametrize(
    ("kind", "value", "en", "nl"),
    [
        ("text", "by mail", "by mail", "by mail"),
        ("text", {"en": "by mail", "nl": "per mail"}, "by mail", "per mail"),
        ("number", 2, "2", "2"),
        ("number", "1.5", "1.5", "1,5"),
        ("number", 1250, "1,250", "1.250"),
        ("percent", 25, "25%", "25%"),
        ("percent", "12.5", "12.5%", "12,5%"),
        ("days", 14, "14 days", "14 dagen"),
        ("days", 1, "1 day", "1 dag"),
        ("days", 0, "0 days", "0 dagen"),
        ("hours", 24, "24 hours", "24 uur"),
        ("hours", 1, "1 hour", "1 uur"),
        ("hours", "1.5", "1.5 hours", "1,5 uur"),
        ("money", "1250", "€1,250.00", "€\u00a01.250,00"),
        ("money", "0.35", "€0.35", "€\u00a00,35"),
        ("money", "75.50 USD", "US$75.50", "US$\u00a075,50"),
        ("money", "75 CHF", "CHF\u00a075.00", "CHF\u00a075,00"),
        ("date", date(2026, 11, 24), "Tuesday 24 November 2026", "dinsdag 24 november 2026"),
        ("time", time(9), "09:00", "09.00"),
        ("choice", "incl", "including VAT", "inclusief btw"),
    ],
)
def test_a_value_is_shown_in_the_clients_language(kind: str, value: object, en: str, nl: str) -> None:
    shown = [shown_value(a_field(kind), value, language) for language in LANGUAGES]
    assert shown == [en, nl, nl]


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("number", "two rounds", "two rounds"),
        ("choice", "exempt", "exempt"),
        ("money", True, "True"),
        ("days", 1 << 64, "0x10000000000000000"),
    ],
)
def test_a_value_that_no_longer_fits_its_field_is_shown_as_it_stands(
    kind: str, value: object, shown: str
) -> None:
    assert shown_value(a_field(kind), value, "nl") == shown


@given(st.sampled_from(FIELD_TYPES), anything, st.sampled_from(LANGUAGES))
def test_showing_never_fails(kind: str, value: object, language: str) -> None:
    assert isinstance(shown_value(a_field(kind), value, language), str)
