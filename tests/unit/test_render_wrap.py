"""Lines of a width that is counted in cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vooraf.render.wrap import cells, wrap


@pytest.mark.parametrize(("text", "width"), [
    ("", 0),
    ("Noor", 4),
    ("日本", 4),
    ("ｆｕｌｌ", 8),
    ("e\u0301", 1),
    ("👩\u200d🎨", 4),
    ("soft\u00adhyphen", 11),
    ("€\u00a075", 4),
])  # fmt: skip
def test_cells_are_what_a_terminal_shows(text: str, width: int) -> None:
    assert cells(text) == width


def test_words_break_at_spaces_behind_a_hanging_margin() -> None:
    assert wrap("one two three four", 10, "- ", "  ") == ["- one two", "  three", "  four"]


def test_a_line_is_filled_to_its_last_cell() -> None:
    assert wrap("abc def gh", 7) == ["abc def", "gh"]


def test_a_line_break_stays_and_an_empty_line_too() -> None:
    assert wrap("one\n\ntwo three", 9, "> ", "  ") == ["> one", "", "  two", "  three"]


def test_an_empty_text_is_its_margin() -> None:
    assert wrap("", 20, "Write: ", "  ") == ["Write:"]


def test_a_word_that_is_longer_than_a_line_is_cut() -> None:
    assert wrap("ab " + "x" * 12, 7, "- ", "  ") == ["- ab", "  xxxxx", "  xxxxx", "  xx"]


def test_a_wide_character_is_never_cut_in_half() -> None:
    assert wrap("日本語日本語", 5) == ["日本", "語日", "本語"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert wrap("e\u0301" * 6, 3) == ["e\u0301" * 3] * 2


def test_spaces_that_keep_words_together_are_no_break() -> None:
    assert wrap("kost € 75,00 en daarna €\u00a075,00", 7) == [
        "kost €", "75,00", "en", "daarna", "€\u00a075,00",
    ]  # fmt: skip


@given(st.text(), st.integers(20, 200), st.sampled_from(["", "- ", "  [ ] ", "      Luister  "]))
def test_no_line_is_wider_and_no_character_is_lost(text: str, width: int, first: str) -> None:
    lines = wrap(text, width, first, " " * len(first))

    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == (first + text).replace(" ", "").replace("\n", "")
