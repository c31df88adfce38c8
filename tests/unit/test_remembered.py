"""Readings of earlier runs: taken only while size, times and inode prove that the file is unchanged."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.factories import confirmed, event, told, written
from vooraf.model.faults import Problem
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.index import Index
from vooraf.storage.packed import BROKEN, packed_reading, unpacked_reading
from vooraf.storage.reading import Reading
from vooraf.storage.remembered import TOO_FRESH, Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vooraf.model.events import Event
    from vooraf.storage.index import Statement

PATH, WHEN, LATER = "/data/noor-k7q2m9.toml", 10**18, 10**18 + 10 * TOO_FRESH
CONTENT, OTHER = written(told(1), confirmed(2)), written(told(1), confirmed(3))
SIGNATURE = (len(CONTENT), WHEN, WHEN, 7)
READING = read_diary(CONTENT, PATH)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "index.sqlite")


def at(path: str, clock: int) -> Remembered:
    """A run of the program at this time."""
    return Remembered(Index(path), lambda: clock)


def kept(path: str, clock: int) -> None:
    run = at(path, clock)
    run.remember(PATH, "k7q2m9", SIGNATURE, CONTENT, READING)
    assert run.write()


def never() -> bytes:
    pytest.fail("the file was read")


def test_a_file_with_the_same_signature_is_not_read_again(path: str) -> None:
    kept(path, LATER)
    assert at(path, LATER).reading(PATH, SIGNATURE, never) == READING


@pytest.mark.parametrize("number", range(4))
def test_another_size_time_or_inode_means_that_it_is(path: str, number: int) -> None:
    kept(path, LATER)
    other = tuple(value - (place == number) for place, value in enumerate(SIGNATURE))
    assert at(path, LATER).reading(PATH, other, never) is None


def test_a_racy_file_that_was_rewritten_with_the_same_size_and_times_is_noticed(path: str) -> None:
    assert len(OTHER) == len(CONTENT)
    kept(path, WHEN + TOO_FRESH - 1)
    assert at(path, LATER).reading(PATH, SIGNATURE, lambda: OTHER) is None


def test_a_racy_file_that_is_the_same_is_compared_once_and_then_trusted(path: str) -> None:
    kept(path, WHEN + TOO_FRESH - 1)
    run = at(path, LATER)
    assert run.reading(PATH, SIGNATURE, lambda: CONTENT) == READING
    assert run.write()
    assert at(path, LATER).reading(PATH, SIGNATURE, never) == READING


def test_what_is_racy_says_nothing_of_whose_it_is(path: str) -> None:
    kept(path, WHEN)
    assert at(path, LATER).owners() == {PATH: (None, "k7q2m9")}
    kept(path, LATER)
    assert at(path, LATER).owners() == {PATH: (SIGNATURE, "k7q2m9")}


def test_a_time_in_the_future_is_never_trusted(path: str) -> None:
    kept(path, WHEN - 10 * TOO_FRESH)
    assert at(path, WHEN - 5 * TOO_FRESH).reading(PATH, SIGNATURE, lambda: OTHER) is None


def test_a_body_that_is_not_as_it_was_packed_is_read_again(path: str) -> None:
    kept(path, LATER)
    index = Index(path)
    one = index.reading(PATH)
    assert one is not None
    for body in (
        "",
        "7",
        "null",
        "[]",
        "[1,2,3,4]",
        '["", [[1]], [], []]',
        '["",[[1,"i","no time","k",{},"",""]],[],[]]',
    ):
        index.keep_readings([one._replace(body=body)])
        assert at(path, LATER).reading(PATH, SIGNATURE, never) is None
    index.close()


def test_what_waits_for_another_process_is_there_in_this_run(path: str) -> None:
    other = Index(path)
    other.keep_document("", "", "")
    connection = other._connection
    assert connection is not None
    connection.execute("BEGIN IMMEDIATE")
    run = at(path, LATER)
    run.remember(PATH, "k7q2m9", SIGNATURE, CONTENT, READING)
    assert not run.write()
    assert run.reading(PATH, SIGNATURE, never) == READING
    connection.execute("ROLLBACK")
    assert run.write()
    other.close()


# -- what a file no longer has ---------------------------------------------------------------------


def losing(path: str) -> tuple[Remembered, list[tuple[str, list[str]]]]:
    """A run that notes what is lost, also as a document of the index."""
    found = []

    def lost(client: str, events: Sequence[Event]) -> Iterable[Statement]:
        found.append((client, [each.id for each in events]))
        yield "INSERT OR REPLACE INTO document VALUES ('lost', '', ?)", [(client,)]

    return Remembered(Index(path), lambda: LATER, lost), found


def test_what_a_reading_lacks_that_the_one_before_had_is_told_with_the_change(path: str) -> None:
    by_hand = b'\n[[event]]\nkind = "note"\ntext = "no id"\n'
    for content in (CONTENT + by_hand, OTHER):
        run, found = losing(path)
        run.remember(PATH, "k7q2m9", SIGNATURE, content, read_diary(content, PATH))
        assert run.write()
    assert found == [("k7q2m9", [confirmed(2).id])]
    assert Index(path).document("lost", "") == "k7q2m9"


def test_what_only_waited_is_told_too(path: str) -> None:
    run, found = losing(path)
    for content in (CONTENT, OTHER, written(told(1))):
        run.remember(PATH, "k7q2m9", SIGNATURE, content, read_diary(content, PATH))
    assert run.write()
    assert found == [("k7q2m9", [confirmed(2).id]), ("k7q2m9", [confirmed(3).id])]


def test_nothing_is_lost_when_a_file_grows(path: str) -> None:
    run, found = losing(path)
    for content in (written(told(1)), CONTENT):
        run.remember(PATH, "k7q2m9", SIGNATURE, content, read_diary(content, PATH))
        assert run.write()
    assert found == []


def test_a_file_that_is_another_clients_has_lost_all_of_the_one_before(path: str) -> None:
    run, found = losing(path)
    for client in ("k7q2m9", "m3x8p2"):
        run.remember(PATH, client, SIGNATURE, CONTENT + client.encode(), read_diary(CONTENT, PATH))
        assert run.write()
    assert found == [("k7q2m9", [told(1).id, confirmed(2).id])]


def test_a_file_that_is_gone_has_lost_all(path: str) -> None:
    kept(path, LATER)
    run, found = losing(path)
    run.forget([PATH, "/data/another.toml"])
    assert found == [("k7q2m9", [told(1).id, confirmed(2).id])]
    assert Index(path).reading(PATH) is None


def test_a_file_that_is_gone_has_lost_what_only_waited_too(path: str) -> None:
    run, found = losing(path)
    run.remember(PATH, "k7q2m9", SIGNATURE, written(told(1)), read_diary(written(told(1)), PATH))
    assert run.write()
    run.remember(PATH, "k7q2m9", SIGNATURE, CONTENT, READING)
    run.forget([PATH])
    assert found == [("k7q2m9", [told(1).id, confirmed(2).id])]
    assert run.write()
    assert Index(path).reading(PATH) is None


def test_while_another_process_writes_nothing_is_told_or_replaced(path: str) -> None:
    kept(path, LATER)
    run, found = losing(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    run.remember(PATH, "k7q2m9", SIGNATURE, OTHER, read_diary(OTHER, PATH))
    run.forget([PATH])
    assert (run.write(), found) == (False, [])
    other.execute("ROLLBACK")
    other.close()
    assert run.write()
    assert found == [("k7q2m9", [confirmed(2).id])]


def test_the_folder_is_settled_for_its_own_stamp_alone(path: str) -> None:
    run = at(path, LATER)
    assert not run.is_settled("a")
    run.settle("a")
    assert run.is_settled("a")
    assert not run.is_settled("b")


def test_a_reading_comes_back_as_it_was() -> None:
    nasty = event(
        "note", 3, text="\x01s\x00 é 👩", on=event().at.date(), at_all=event().at, time=event().at.time()
    )
    reading = Reading("k", (nasty,), ((1, 2),), (Problem("f", "m {line}", {"line": 3}),))
    assert unpacked_reading(packed_reading(reading)) == reading


@pytest.mark.parametrize("text", ["", "[", "7", "{}", "[[]]", '["k", [["\\u0001x"]], [], []]'])
def test_what_is_no_reading_is_called_broken(text: str) -> None:
    with pytest.raises(BROKEN):
        unpacked_reading(text)
