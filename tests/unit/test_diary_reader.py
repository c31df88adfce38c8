"""A diary's bytes as events: what is whole is taken, what is torn is not, and nothing hides the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.factories import event, machine_id, texts, toml_values, values_tables, written
from tests.unit.diary_bytes import BY_HAND_BLOCK, DIARY, ONE, THREE, TWO, read, scraps, sentences
from vooraf.model.fold import fold
from vooraf.storage import diary_reader
from vooraf.storage.diary_blocks import blocks
from vooraf.storage.diary_reader import MOST_IN_A_FILE
from vooraf.storage.reading import Reading
from vooraf.storage.toml_text import MOST_IN_A_LINE, event_text

# -- what Vooraf wrote -----------------------------------------------------------------------------


def test_a_diary_reads_back_as_it_was_written() -> None:
    assert read(DIARY) == ("k7q2m9", (ONE, TWO, THREE), (), ())


@given(
    st.dictionaries(st.sampled_from(["item", "text", "by", "on", "x"]), texts | toml_values), values_tables
)
@example({"text": '\n\n[[event]]\nkind = "confirmed"\n"""\n'}, {})
@example({"text": "<<<<<<< HEAD\n=======\n>>>>>>> x"}, {})
@example({"text": '"' + "." * 600}, {})
@example({"text": "one\u2028two\u2029three\x85\r\x00\x1b'''"}, {"day": date(2026, 1, 1)})
def test_every_storable_event_comes_back_exactly(data: dict[str, Any], values: dict[str, object]) -> None:
    made = event("told", 2, **data, values=values)
    found = read(written(ONE, made, THREE))
    assert repr(found) == repr(Reading("k7q2m9", (ONE, made, THREE), (), ()))


RESPELLED = {
    "carriage returns": DIARY.replace(b"\n", b"\r\n"),
    "two of them": DIARY.replace(b"\n", b"\r\r\n"),
    "byte order mark": b"\xef\xbb\xbf" + DIARY,
    "indented": DIARY.replace(b"\n", b"\n   "),
    "comments": DIARY.replace(b"[[event]]", b"# mine\n[[event]] # here").replace(b'"told"', b'"told" # so'),
    "spaces": DIARY.replace(b" = ", b"=").replace(b"[[event]]", b"[[ event ]]"),
    "blank lines": DIARY.replace(b"\n", b"\n\n"),
    "other order": DIARY.replace(b'kind = "told"\n', b"").replace(b"item =", b'kind = "told"\nitem ='),
    "no last newline": DIARY.rstrip(),
    "other quotes": DIARY.replace(b'"told"', b"'told'"),
    "table apart": DIARY.replace(b"values = { rounds = 2 }\n", b"").replace(
        b"\nsum", b"\nvalues.rounds=2\nsum"
    ),
    "newer schema": DIARY.replace(b"schema = 1", b"schema = 99\nplanet = 'Mars'") + b"\n[[more]]\na = 1\n",
}


@pytest.mark.parametrize("content", RESPELLED.values(), ids=RESPELLED)
def test_a_seal_stays_valid_however_an_editor_spells_the_file(content: bytes) -> None:
    assert read(content) == ("k7q2m9", (ONE, TWO, THREE), (), ())


@pytest.mark.parametrize("content", RESPELLED.values(), ids=RESPELLED)
def test_so_it_does_when_another_part_of_the_file_is_broken(content: bytes) -> None:
    found = read(content + b"\n[[event]]\nkind = \n")
    assert (found.client, found.events) == ("k7q2m9", (ONE, TWO, THREE))


def test_an_unknown_kind_is_kept_with_all_it_has() -> None:
    made = event("paid", 4, amount="75.50", lines=[{"a": 1}], receipt={"no": 5})
    assert read(written(made)).events == (made,)


def test_the_fold_of_a_file_is_the_fold_of_its_events() -> None:
    assert fold("k", read(DIARY).events) == fold("k", [ONE, TWO, THREE])


# -- torn ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [DIARY, RESPELLED["carriage returns"], written(event(text="é€👩\n"))])
def test_a_diary_cut_at_any_byte_loses_no_whole_event_and_takes_no_torn_one(content: bytes) -> None:
    ends = [end for _, end in blocks(content)[1:]]
    events = read(content).events
    for length in range(len(content) + 1):
        cut = content[:length]
        found = read(cut)
        whole = sum(length >= len(content[:end].rstrip()) for end in ends)
        assert found.events == events[:whole], cut
        for later in (b"", b"\n", b"\0" * 9):
            behind = read(cut + b"\n" + later + event_text(event(seq=9)).encode())
            assert behind.events == (*events[:whole], event(seq=9)), cut


def test_a_torn_end_is_told_with_its_line_and_marked_to_be_set_aside() -> None:
    torn = b'\n[[event]]\nseq = 4\nid = "01k'
    found = read(DIARY + torn)
    assert found.events == (ONE, TWO, THREE)
    assert scraps(DIARY + torn) == [torn.lstrip()]
    line = DIARY.count(b"\n") + 2
    assert sentences(found) == [
        f"Part of this diary can't be read (from line {line}); everything else is shown."
    ]


@pytest.mark.parametrize("torn", [b"\n[[eve", b"\n[[event]", b"\nxyz", b"\n\xff\xfe"])
def test_a_torn_header_does_not_take_the_event_before_it_along(torn: bytes) -> None:
    assert read(DIARY + torn).events == (ONE, TWO, THREE)
    assert scraps(DIARY + torn) == [torn]


@pytest.mark.parametrize(
    "zeros", [b"\0", b"\0" * 4096, b"\n\0\0\n", b"\0" * 70_000], ids=["one", "page", "lines", "long"]
)
def test_zero_bytes_behind_are_no_part_of_an_event(zeros: bytes) -> None:
    content = DIARY.rstrip() + zeros
    assert read(content).events == (ONE, TWO, THREE)
    assert scraps(content) == [zeros]
    assert read(content + b"\n" + BY_HAND_BLOCK).events[:3] == (ONE, TWO, THREE)


def test_zero_bytes_before_a_header_do_not_hide_it() -> None:
    content = DIARY + b"\0\0\0" + event_text(event(seq=9)).encode()
    assert read(content).events == (ONE, TWO, THREE, event(seq=9))
    assert scraps(content) == [b"\n\0\0\0"]


def test_an_event_of_vooraf_without_its_seal_is_set_aside() -> None:
    content = DIARY.replace(f'sum = "{TWO.sum}"\n'.encode(), b"")
    found = read(content)
    assert found.events == (ONE, THREE)
    assert machine_id(2).encode() in scraps(content)[0]


@pytest.mark.parametrize(
    "broken",
    [
        b"kind = ",
        b"kind = 5",
        b'kind = ""',
        b"",
        b'text = "\x01"',
        b'text = "\xff"',
        b'text = "open',
        b"a.a = 1\na.a = 2",
    ],
)
def test_a_broken_block_in_the_middle_hides_nothing_else(broken: bytes) -> None:
    content = DIARY.replace(event_text(TWO).encode(), b"[[event]]\n" + broken + b"\n")
    found = read(content)
    assert found.events == (ONE, THREE)
    assert [piece.rstrip() for piece in scraps(content)] == [(b"[[event]]\n" + broken).rstrip()]
    assert len(found.problems) == 1


def test_broken_blocks_beside_each_other_are_one_scrap() -> None:
    content = written(ONE) + b"\n[[event]]\nx\n[[event]]\ny\n" + event_text(THREE).encode()
    assert scraps(content) == [b"[[event]]\nx\n[[event]]\ny\n"]


@pytest.mark.parametrize("quotes", [b'"""', b"'''"])
def test_an_unclosed_text_of_several_lines_hides_nothing_else(quotes: bytes) -> None:
    content = DIARY.replace(event_text(TWO).encode(), b'[[event]]\nkind = "note"\ntext = ' + quotes + b"oh\n")
    assert read(content).events == (ONE, THREE)
    again = content + b'\n[[event]]\nkind = "note"\ntext = ' + quotes + b"a\nb" + quotes + b"\n"
    assert [each.text("text") for each in read(again).events] == ["text 1", "text 3", "a\nb"]


@pytest.mark.parametrize("quotes", [b'"""', b"'''"])
def test_a_header_inside_a_hand_written_text_makes_no_event(quotes: bytes) -> None:
    inside = b'[[event]]\nkind = "confirmed"\nitem = "price"\n'
    hand = b'\n[[event]]\nkind = "note"\ntext = ' + quotes + b"they sent:\n" + inside + quotes + b"\n"
    for content in (
        written(ONE) + hand,
        written(ONE) + hand + b"\n[[event]]\nbroken",
        b"broken\n" + written(ONE) + hand,
    ):
        found = read(content)
        assert [each.kind for each in found.events] == ["told", "note"]
        assert found.events[1].text("text") == "they sent:\n" + inside.decode()


def test_a_header_in_quotes_begins_an_event_too() -> None:
    content = DIARY.replace(b"[[event]]\nseq = 2", b'[["event"]]\nseq = 2')
    assert read(content).events == (ONE, TWO, THREE)
    assert read(content + b"\n[[event]]\nbroken").events == (ONE, TWO, THREE)


def test_junk_behind_a_seal_is_set_aside_without_the_event() -> None:
    content = DIARY.replace(b"\n\n[[event]]\nseq = 3", b"\n%%% junk\n\n[[event]]\nseq = 3")
    assert read(content).events == (ONE, TWO, THREE)
    assert scraps(content) == [b"%%% junk\n\n"]


def test_a_hand_written_event_may_name_something_that_begins_like_the_seal() -> None:
    content = BY_HAND_BLOCK + b'summary = "x"\n'
    assert read(content + b"[[event]]\nbroken").events[0].text("summary") == "x"


def test_bytes_that_are_no_text_are_told() -> None:
    found = read(DIARY.decode().encode("utf-16"))
    assert (found.events, len(found.problems)) == ((), 1)


# -- the first lines -------------------------------------------------------------------------------


def test_junk_among_the_first_lines_is_set_aside_and_the_client_is_known() -> None:
    content = DIARY.replace(b"schema = 1\n", b"schema = 1\n!!! junk\n")
    assert (read(content).client, read(content).events) == ("k7q2m9", (ONE, TWO, THREE))
    assert scraps(content) == [b"!!! junk\n"]
    assert "from line 2" in sentences(read(content))[0]


def test_a_table_among_the_first_lines_is_left_alone_unless_something_is_broken() -> None:
    content = DIARY.replace(b"\n\n", b"\n\n[mine]\na = 1\n\n", 1)
    assert read(content) == ("k7q2m9", (ONE, TWO, THREE), (), ())
    assert scraps(content + b"\n[[event]]\nbroken") == [b"[[event]]\nbroken"]


def test_an_event_in_single_brackets_is_told() -> None:
    content = b'client = "k7q2m9"\n' + BY_HAND_BLOCK.replace(b"[[event]]", b"[event]")
    assert (read(content).client, read(content).events) == ("k7q2m9", ())
    assert scraps(content) == [content[18:]]
    assert read(content + event_text(TWO).encode()).events == (TWO,)


@pytest.mark.parametrize("header", [b"[[evdnt]]", b"[[ Event ]]  # a note", b"[[EVENT]]\r", b"[[e]]"])
def test_a_whole_event_behind_a_damaged_header_is_read_and_told(header: bytes) -> None:
    content = written(ONE, TWO) + BY_HAND_BLOCK + written(THREE).partition(b"\n\n")[2]
    at = content.index(b"[[event]]", content.index(TWO.id.encode()) - 50)
    damaged = content[:at] + header + content[at + 9 :]
    reading = read(damaged)
    assert reading.events == read(content).events
    assert reading.scraps == ()
    line = damaged[:at].count(b"\n") + 1
    assert sentences(reading) == [
        f"The first line of an event is damaged (line {line}); the event itself is whole and is shown."
    ]


@pytest.mark.parametrize("header", [b"[[evdnt]]", b"[evdnt]", b"[[a.b]]"])
def test_an_event_without_a_valid_seal_behind_a_damaged_header_is_told_and_can_be_set_aside(
    header: bytes,
) -> None:
    block = BY_HAND_BLOCK.replace(b"[[event]]", header)
    content = written(ONE) + BY_HAND_BLOCK + block + b"\n" + written(TWO).partition(b"\n\n")[2]
    reading = read(content)
    assert [each.kind for each in reading.events] == ["told", "note", "told"]
    assert [content[start:end].strip() for start, end in reading.scraps] == [block.strip()]
    assert len(reading.problems) == 1


def test_a_table_of_something_else_stays_as_it_is() -> None:
    content = DIARY + b'\n[[colour]]\nname = "red"\n[size]\nx = 1\n'
    assert read(content) == read(DIARY)
    assert read(content + BY_HAND_BLOCK + b"kind = 1\n").events == read(DIARY).events


def test_a_diary_that_does_not_say_whose_it_is_is_read_and_told() -> None:
    for head in (b"", b"schema = 1\n", b"client = 5\n", b'client = "k7\n'):
        found = read(head + event_text(ONE).encode())
        assert (found.client, found.events) == ("", (ONE,))
        assert any("doesn't say whose" in sentence for sentence in sentences(found))


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"schema = 1\n", b'schema = 1\nclient = "k7q2m9"\n', b"event = 1"]
)
def test_a_file_without_an_event_says_so(content: bytes) -> None:
    assert read(content).events == ()
    assert len(read(content).problems) == 1


# -- limits ----------------------------------------------------------------------------------------


def test_a_file_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary_reader, "MOST_IN_A_FILE", len(DIARY) - 1)
    assert sentences(read(DIARY)) == [
        f"This diary is too large to read: {len(DIARY)} bytes, the most is {len(DIARY) - 1}."
    ]
    assert read(DIARY[:-1]).events == (ONE, TWO, THREE)
    assert MOST_IN_A_FILE == 16 * 1024 * 1024


def test_a_line_over_the_limit_is_set_aside_and_the_rest_is_read() -> None:
    fits = b'[[event]]\nkind = "note"\ntext = "' + b"a" * (MOST_IN_A_LINE - 9) + b'"\n'
    assert len(read(DIARY + fits).events) == 4
    content = DIARY + fits.replace(b"aa", b"aaa", 1) + event_text(event(seq=9)).encode()
    assert read(content).events == (ONE, TWO, THREE, event(seq=9))
    assert len(scraps(content)) == 1
    assert read(DIARY + b"x" * (MOST_IN_A_LINE + 1)).events == (ONE, TWO, THREE)


@pytest.mark.parametrize(
    "bomb",
    [
        b"a." * 30_000 + b"a = 1",
        b'"a=b"' + b".a" * 30_000 + b" = 1",
        b"x = " + b"[" * 30_000,
        b"x = " + b"[" * 60 + b"]" * 60,
        b"x = " + b"{a = " * 60 + b"1" + b"}" * 60,
        b"x = 0x" + b"f" * 60_000,
        b"x = " + b"9" * 60_000,
        b"seq = 0x" + b"f" * 60_000,
        b"sum = 0x" + b"f" * 60_000,
        b"at = 2026-02-30",
    ],
    ids=[
        "dots",
        "quoted dots",
        "brackets",
        "deep list",
        "deep table",
        "hex",
        "digits",
        "seq",
        "sum",
        "no day",
    ],
)
def test_what_would_stop_a_parser_is_set_aside(bomb: bytes) -> None:
    content = DIARY + BY_HAND_BLOCK + bomb + b"\n" + event_text(event(seq=9)).encode()
    assert read(content).events == (ONE, TWO, THREE, event(seq=9))
    assert bomb in scraps(content)[0]
