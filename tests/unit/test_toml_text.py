"""An event as lines of TOML that read back as they were."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.factories import NOW, event, local, texts, toml_values
from vooraf.errors.values import TooManyBytes
from vooraf.model.events import Event, as_table
from vooraf.model.values import LIMIT
from vooraf.storage.toml_text import MOST_IN_A_LINE, MOST_WRITTEN, event_text, head_text, key_text, value_text

AMSTERDAM = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", '"plain"'),
        ("\"quoted\" \\ and 'so'", '"\\"quoted\\" \\\\ and \'so\'"'),
        ("two\nlines\r\n\ttab", '"two\\nlines\\r\\n\ttab"'),
        ("\x00\x1b\x7f", '"\\u0000\\u001b\\u007f"'),
        ("one\u2028two\x85", '"one\u2028two\x85"'),
        ("[[event]]", '"[[event]]"'),
        ('"""', '"\\"\\"\\""'),
        ("'''' #", "\"''\\u0027' #\""),
        (2, "2"),
        (True, "true"),
        (1.5, "1.5"),
        (date(2026, 11, 22), "2026-11-22"),
        (time(9, 30), "09:30:00"),
        (local(2026, 11, 24, 10), "2026-11-24T10:00:00"),
        (datetime(2026, 11, 22, 10, 15, 4, tzinfo=AMSTERDAM), "2026-11-22T10:15:04+01:00"),
        ([], "[]"),
        (["a\n", ["b"], {}], '["a\\n", ["b"], {}]'),
        (("a", "b"), '["a", "b"]'),
        ({"rounds": 2, "rate": "75"}, '{ rounds = 2, rate = "75" }'),
        ({"odd key": 1, "": 2}, '{ "odd key" = 1, "" = 2 }'),
    ],
)
def test_a_value_stands_on_one_line(value: object, text: str) -> None:
    assert value_text(value) == text


@pytest.mark.parametrize(
    ("key", "text"), [("rate", "rate"), ("a.b", '"a.b"'), ("a\nb", '"a\\nb"'), ("é", '"é"')]
)
def test_a_key_is_quoted_where_it_must_be(key: str, text: str) -> None:
    assert key_text(key) == text


@given(st.dictionaries(texts, toml_values, max_size=4))
@example({"text": 'a\n\n[[event]]\nkind = "confirmed"\n'})
def test_whatever_toml_holds_reads_back_as_it_was(data: dict[str, object]) -> None:
    made = Event(4, "x", NOW, "told", {f"x{key}": each for key, each in data.items()}, "seal")
    text = event_text(made)
    assert text.count("\n") == 1 + len(as_table(made))
    assert text.startswith("[[event]]\nseq = 4\n")
    assert text.endswith('\nsum = "seal"\n')
    assert repr(tomllib.loads(text)["event"]) == repr([as_table(made)])


def test_a_diary_begins_with_its_schema_and_its_client() -> None:
    assert tomllib.loads(head_text('a"b\n')) == {"schema": 1, "client": 'a"b\n'}


@pytest.mark.parametrize("letter", ["a", "é", "\n", '"'])
def test_a_text_of_the_most_characters_fits(letter: str) -> None:
    assert tomllib.loads(event_text(event(text=letter * LIMIT)))["event"][0]["text"] == letter * LIMIT


@pytest.mark.parametrize("letter", ["€", "👩", "\x00"])
def test_a_text_that_takes_more_bytes_than_a_line_is_refused_in_so_many_words(letter: str) -> None:
    size = len(f'text = "{letter * LIMIT}"'.encode()) if letter != "\x00" else 9 + 6 * LIMIT
    with pytest.raises(TooManyBytes) as refused:
        event_text(event(text=letter * LIMIT))
    assert refused.value.sentence() == f"This takes {size} bytes in the diary; the most is {MOST_WRITTEN}."


def test_the_longest_line_that_is_written_leaves_room_for_what_an_editor_adds() -> None:
    longest = "a" * (MOST_WRITTEN - len('text = ""'))
    written = max(event_text(event(text=longest)).split("\n"), key=len)
    assert len(written) == MOST_WRITTEN < MOST_IN_A_LINE
    with pytest.raises(TooManyBytes):
        event_text(event(text=longest + "a"))
