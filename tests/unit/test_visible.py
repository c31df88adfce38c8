"""Nothing that a terminal or an eye would obey is left in what is shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vooraf.model.visible import _table, visible, visible_line

BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07\x7f", "a␀b␇␡"),
        ("\x9b31m\x85", "<U+009B>31m<U+0085>"),
        ("\u202egpj.exe", "<U+202E>gpj.exe"),
        ("\u2066a\u2069\u200f\u061c", "<U+2066>a<U+2069><U+200F><U+061C>"),
        ("one\u2028two\u2029", "one<U+2028>two<U+2029>"),
        ("\ufeffmark", "<U+FEFF>mark"),
        ("bytes \udce9", "bytes <U+DCE9>"),
        ("lone\rreturn", "lone␍return"),
        ("é 👩‍👩‍👧 שלום", "é 👩‍👩‍👧 שלום"),
        ("", ""),
    ],
)
def test_what_would_be_obeyed_is_shown(text: str, shown: str) -> None:
    assert visible(text) == visible_line(text) == shown


def test_lines_stay_lines_and_tabs_become_spaces() -> None:
    assert visible("a\r\nb\n\tc") == "a\nb\n    c"


def test_on_one_line_a_break_is_a_space() -> None:
    assert visible_line("a\r\nb\n\tc") == "a b  c"


@given(st.text(st.characters(), max_size=80))
def test_nothing_invisible_that_acts_is_left(text: str) -> None:
    for letter in visible(text).replace("\n", "") + visible_line(text):
        assert unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp")
        assert ord(letter) not in BIDI


@given(st.text(st.characters(), max_size=80))
def test_making_visible_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_line(visible_line(text)) == visible_line(text)


def test_python_calls_none_of_these_printable() -> None:
    for line_break in ("\n", " "):
        assert not any(chr(code).isprintable() for code in _table(line_break, " "))
