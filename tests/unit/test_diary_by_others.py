"""The bytes of a diary that people, git or anything else has written in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, event, machine_id, written
from tests.unit.diary_bytes import BY_HAND_BLOCK, DIARY, ONE, THREE, TWO, read, scraps, sentences
from vooraf.model.diary import union
from vooraf.model.events import ALTERED, BY_HAND, SEALED, Event
from vooraf.model.fold import fold
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from vooraf.model.faults import Problem


# -- written by hand -------------------------------------------------------------------------------


def test_a_hand_written_event_needs_only_its_kind() -> None:
    made = read(DIARY + BY_HAND_BLOCK).events[3]
    assert (made.kind, made.text("text"), made.trust, made.sum) == ("note", "called", BY_HAND, "")
    assert (made.seq, made.at) == (4, THREE.at)
    assert made.id.startswith("hand-")


def test_a_hand_written_event_has_the_day_it_names() -> None:
    made = read(DIARY + BY_HAND_BLOCK + b"on = 2026-11-05\n").events[3]
    assert (made.on, made.at) == (date(2026, 11, 5), datetime(2026, 11, 5, tzinfo=UTC))
    assert read(BY_HAND_BLOCK + b"at = 2026-11-05T10:00:00\n").events[0].at == datetime(2026, 11, 5, 10)
    assert read(BY_HAND_BLOCK + b'at = "soon"\n').events[0].at == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("seq", [b"true", b'"4"', b"-1", b"1.5", b"99999999999999999999"])
def test_a_place_that_is_none_counts_as_left_out(seq: bytes) -> None:
    assert read(DIARY + BY_HAND_BLOCK + b"seq = " + seq).events[3].seq == 4


def test_hand_written_events_stand_behind_those_before_them() -> None:
    told_and_confirmed = b'[[event]]\nkind = "told"\nitem = "price"\non = 2026-11-01\n[[event]]\nkind = "confirmed"\nitem = "price"\n'
    content = DIARY + told_and_confirmed
    assert [each.kind for each in union(read(content).events).events][3:] == ["told", "confirmed"]
    again = content + b'[[event]]\nkind = "reopened"\nitem = "price"\n' + told_and_confirmed
    assert len({each.id for each in read(again).events}) == 8
    assert fold("k", read(again).events).items["price"].state == "confirmed"


def test_a_hand_written_event_is_the_same_one_in_every_copy() -> None:
    copies = [DIARY + BY_HAND_BLOCK, written(ONE, TWO) + BY_HAND_BLOCK, DIARY + BY_HAND_BLOCK + b"\0"]
    merged = union(each for copy in copies for each in read(copy).events)
    assert (len(merged.events), merged.conflicts) == (4, ())


def test_an_own_id_is_kept() -> None:
    assert read(BY_HAND_BLOCK + b'id = "my own"\n').events[0].id == "my own"
    assert read(BY_HAND_BLOCK + b'id = ""\n').events[0].id.startswith("hand-")


def test_an_event_with_a_wrong_seal_is_taken_and_marked() -> None:
    content = DIARY.replace(b"text 2", b"text two")
    found = read(content)
    assert [each.trust for each in found.events] == [SEALED, ALTERED, SEALED]
    assert found.events[1].text("text") == "text two"
    assert sentences(found) == [
        "The event on 2026-11-22 09:00+01:00 was changed by hand after Vooraf wrote it."
    ]
    assert found.scraps == ()
    for odd in (b"5", b"[1]", b'""'):
        assert read(DIARY.replace(f'"{TWO.sum}"'.encode(), odd)).events[1].trust == ALTERED


# -- git -------------------------------------------------------------------------------------------

HERE, THERE = (
    event(seq=4, event_id=machine_id(40), text="here"),
    event(seq=4, event_id=machine_id(41), text="there"),
)


def conflict(ours: bytes, theirs: bytes, base: bytes = b"") -> bytes:
    middle = b"||||||| base\n" + base if base else b""
    return b"<<<<<<< HEAD\n" + ours + middle + b"=======\n" + theirs + b">>>>>>> theirs\n"


def test_of_a_conflict_both_sides_are_read() -> None:
    content = DIARY + conflict(event_text(HERE).encode(), event_text(THERE).encode())
    assert read(content).events == (ONE, TWO, THREE, HERE, THERE)
    assert read(content).scraps == ()
    line = DIARY.count(b"\n") + 1
    assert sentences(read(content)) == [
        f"This diary has git's conflict marks from line {line}; both sides are shown."
    ]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_git_takes_what_both_sides_share_out_of_the_conflict(newline: bytes) -> None:
    ours, theirs = (event_text(each).encode().splitlines(keepends=True) for each in (HERE, THERE))
    merged = [
        *ours[:2],
        conflict(ours[2], theirs[2], b"id = 5\n"),
        *ours[3:5],
        conflict(b"".join(ours[5:]), b"".join(theirs[5:])),
    ]
    content = (DIARY + b"".join(merged) + event_text(event(seq=5)).encode()).replace(b"\n", newline)
    assert read(content).events == (ONE, TWO, THREE, HERE, event(seq=5), THERE)


@pytest.mark.parametrize("broken_off", [b"<<<<<<< here\n", b"<<<<<<< here\n||||||| before\n"])
def test_behind_a_conflict_that_breaks_off_an_appended_event_is_read(broken_off: bytes) -> None:
    found = read(
        written(ONE) + broken_off + written(TWO).partition(b"\n\n")[2] + b"\n" + event_text(THREE).encode()
    )
    assert union(found.events) == ((ONE, TWO, THREE), ())
    assert found.scraps == ()


def test_hand_written_events_around_a_conflict_are_read_once() -> None:
    content = written(ONE) + BY_HAND_BLOCK + conflict(event_text(HERE).encode(), b"") + BY_HAND_BLOCK
    assert [each.kind for each in read(content).events] == ["told", "note", "note", "note"]


def test_two_hand_written_versions_under_one_id_are_both_read() -> None:
    ours, theirs = (f'[[event]]\nid = "x"\nkind = "note"\ntext = "{text}"\n'.encode() for text in ("a", "b"))
    assert [each.text("text") for each in read(conflict(ours, theirs)).events] == ["a", "b"]


def test_in_a_conflict_nothing_is_set_aside_and_what_is_torn_is_told() -> None:
    torn = event_text(HERE).encode()[:-20]
    found = read(
        DIARY + conflict(torn + b"\n", event_text(THERE).encode()) + event_text(event(seq=5)).encode()
    )
    assert found.events == (ONE, TWO, THREE, event(seq=5), THERE)
    assert found.scraps == ()
    assert len(found.problems) == 2


@pytest.mark.parametrize(
    "mark", [b"=======", b">>>>>>> theirs", b"||||||| base", b"<<<<<<< HEAD", b"<<<<<<<x"]
)
def test_a_mark_that_marks_nothing_is_set_aside(mark: bytes) -> None:
    content = DIARY + mark + b"\n"
    assert read(content).events == (ONE, TWO, THREE)
    assert [piece.strip() for piece in scraps(content)] == [mark]


# -- whatever there is -----------------------------------------------------------------------------

pieces = st.one_of(
    st.binary(max_size=20),
    st.sampled_from(
        [DIARY, event_text(TWO).encode(), BY_HAND_BLOCK, b"[[event]]\n", b'"""', b"'''", b"\0", b"\r\n"]
    ),
    st.sampled_from(
        [
            b"<<<<<<< a\n",
            b"=======\n",
            b">>>>>>> b\n",
            b"||||||| c\n",
            b'sum = "',
            b"kind = ",
            b"\xef\xbb\xbf",
        ]
    ),
)


@given(st.lists(pieces, max_size=8).map(b"".join))
def test_any_bytes_can_be_read(content: bytes) -> None:
    found = read(content)
    assert [each for each in found.events if each.trust == SEALED] == [
        each for each in found.events if each in (ONE, TWO, THREE)
    ]
    assert all(0 <= start < end <= len(content) for start, end in found.scraps)
    assert list(found.scraps) == sorted(found.scraps)
    assert fold("k", found.events).events is not None


@given(st.integers(0, len(DIARY) - 1), st.binary(min_size=1, max_size=4))
def test_wherever_a_byte_is_overwritten_at_most_two_events_are_not_as_they_were(
    place: int, noise: bytes
) -> None:
    content = DIARY[:place] + noise + DIARY[place + len(noise) :]
    whole: list[Event] = [each for each in read(content).events if each in (ONE, TWO, THREE)]
    assert len(whole) >= 1


def line_of(problem: Problem) -> object:
    return problem.data["line"]


def test_every_scrap_is_told_with_its_own_line() -> None:
    content = (
        b"junk\n" + written(ONE) + b"\n[[event]]\nx\n\n" + event_text(TWO).encode() + b"\n\n\n[[event]]\ny"
    )
    lines = content.split(b"\n")
    assert [line_of(problem) for problem in read(content).problems] == [
        1,
        lines.index(b"x"),
        lines.index(b"y"),
    ]


def test_the_time_it_was_written_down_is_kept_to_the_second_with_its_zone() -> None:
    assert read(DIARY).events[0].at == NOW
    assert read(DIARY).events[0].at.utcoffset() == NOW.utcoffset()
