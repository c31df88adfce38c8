"""A diary that only grew is read from where it ended before, and gives what reading all of it gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.factories import confirmed, event, told, written
from vooraf.model.events import Event, seal, seals
from vooraf.storage.diary_files import DiaryFiles
from vooraf.storage.diary_reader import read_diary, read_grown
from vooraf.storage.folder import DataFolder
from vooraf.storage.index import Index
from vooraf.storage.reading import Reading
from vooraf.storage.remembered import TOO_FRESH, Remembered
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from pathlib import Path

FILE = "noor-k7q2m9.toml"
EVENTS = (
    told(1),
    event("note", 2, text="\x01 é 👩 \n\x02"),
    confirmed(3),
    event("told", 4, on=date(2026, 1, 2)),
)
BY_HAND = b'\n[[event]]\nkind = "note"\ntext = "called"\n'


def behind(*events: Event) -> bytes:
    return "".join("\n" + event_text(each) for each in events).encode()


def grown(before: bytes, tail: bytes) -> Reading | None:
    return read_grown(read_diary(before, FILE), before + tail, len(before))


@pytest.mark.parametrize("count", range(1, 4))
def test_whole_events_behind_it_are_read_alone(count: int) -> None:
    before, tail = written(*EVENTS[:count]), behind(*EVENTS[count:])
    assert grown(before, tail) == read_diary(before + tail, FILE)


def test_what_was_altered_before_stays_told() -> None:
    before = written(told(1)).replace(b"2 rounds.", b"9 rounds.")
    reading = grown(before, behind(told(2)))
    assert reading == read_diary(before + behind(told(2)), FILE)
    assert reading
    assert len(reading.problems) == 1


@pytest.mark.parametrize(
    ("before", "tail"),
    [
        (written(told(1)), BY_HAND),
        (written(told(1)), behind(told(2))[:-9]),
        (written(told(1)), b'\nclient = "other"\n'),
        (written(told(1)), behind(told(2)) + b'[[other]]\nkind = "told"\n'),
        (written(told(1)), behind(told(2)).replace(b"2 rounds.", b"9 rounds.")),
        (written(told(1)), b"\n<<<<<<< a\n" + behind(told(2)) + b"=======\n>>>>>>> b\n"),
        (written(told(1)), b"junk\n" + behind(told(2))),
        (written(told(1))[:-1], behind(told(2))),
        (written(told(1))[:-9] + b"\n", behind(told(2))),
        (b"\n" + behind(told(1)), behind(told(2))),
        (b'schema = 1\nclient = "k7q2m9"\n', behind(told(1))),
    ],
)
def test_whatever_else_there_is_the_whole_is_read(before: bytes, tail: bytes) -> None:
    assert grown(before, tail) is None


def test_seals_made_together_are_those_made_one_by_one() -> None:
    tables: list[dict[str, object]] = [{"a": 1}, {"b": "x", "sum": "y"}, {"c": date(2026, 1, 1)}, {}]
    for more in ({}, {"d": "\x02"}, {"\x02": 1}, {"e": '"\x02"'}, {"f": ["\x02", "\\", ","]}):
        assert seals([*tables, more]) == [seal(each) for each in (*tables, more)]
    assert seal({"a": 1}) == seal({"sum": "0", "a": 1}) == "015abd7f5cc5"


# -- by way of the index ---------------------------------------------------------------------------


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary of which two events are indexed, and to which another program then wrote two more."""
    path = tmp_path / "data" / "clients" / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(written(*EVENTS[:2]))
    files, remembered = run(tmp_path)
    files.reading(str(path))
    assert remembered.write()
    with path.open("ab") as file:
        file.write(behind(*EVENTS[2:]))
    return path


def run(folder: Path) -> tuple[DiaryFiles, Remembered]:
    remembered = Remembered(Index(str(folder / "index.sqlite")))
    remembered._clock = lambda: (folder / "data" / "clients" / FILE).stat().st_ctime_ns + 2 * TOO_FRESH
    return DiaryFiles(DataFolder(str(folder / "data")), lambda: remembered), remembered


def test_a_file_that_grew_is_indexed_as_it_is_now(tmp_path: Path, diary: Path) -> None:
    expected = read_diary(diary.read_bytes(), str(diary))
    for _ in range(2):
        files, remembered = run(tmp_path)
        assert files.reading(str(diary)) == expected
        assert remembered.write()


def test_a_file_whose_beginning_changed_too_is_read_whole(tmp_path: Path, diary: Path) -> None:
    content = diary.read_bytes().replace(b"2 rounds.", b"3 rounds.", 1)
    diary.write_bytes(content)
    files, _ = run(tmp_path)
    assert files.reading(str(diary)) == read_diary(content, str(diary))
    assert files.reading(str(diary)).problems


def test_a_damaged_body_in_the_index_is_not_grown(tmp_path: Path, diary: Path) -> None:
    _, remembered = run(tmp_path)
    remembered._index.tell([("UPDATE reading SET body = '[1, 2'", [()])])
    files, _ = run(tmp_path)
    assert files.reading(str(diary)) == read_diary(diary.read_bytes(), str(diary))
