"""Many diaries read by processes of their own: the list is the one without them, whatever becomes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.factories import a_workspace, event, told, written
from tests.faults.indexes import later
from vooraf.actions import indexing, indexing_worker
from vooraf.actions.everybody import before
from vooraf.actions.overview import Cancelled, Lines, overview
from vooraf.storage import diary_files
from vooraf.storage.diaries import MISSING
from vooraf.storage.packed import unpacked_reading

COUNT = 2 * indexing.LEAST + 1


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Many clients; one of them has two files, one a torn end, and one file is no client's."""
    folder = a_workspace(tmp_path).folder.clients
    for number in range(COUNT):
        opened = event("opened", 1, name=f"Client {number:03d}", language="en", checklist="photographer")
        content = written(opened, told(2)).replace(b"k7q2m9", f"c{number:05d}".encode())
        with_end = content + b"\n[[event]]\nkind = " if number == 3 else content
        _write(folder, f"client-c{number:05d}.toml", with_end)
    content = written(told(3)).replace(b"k7q2m9", b"c00007")
    _write(folder, "client-c00007 (copy).toml", content)
    _write(folder, "nobody.toml", b"schema = 1\n")
    return tmp_path


def _write(folder: str, name: str, content: bytes) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / name).write_bytes(content)


@pytest.fixture
def expected(many: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """What is listed when one process reads everything."""
    with monkeypatch.context() as patched:
        patched.setattr(indexing, "LEAST", 10 * COUNT)
        return overview(a_workspace(many, device="another"))


def test_processes_give_the_list_that_one_gives(many: Path, expected: object) -> None:
    run = a_workspace(many)
    heard: list[tuple[int, int]] = []
    assert overview(run, progress=lambda *told: heard.append(told) is None) == expected
    assert heard == sorted(heard)
    assert heard[-1] == (COUNT + 2, COUNT + 2)
    index = later(many).index
    assert len(index.owners()) == COUNT + 2
    one = index.reading(f"{run.folder.clients}/client-c00007.toml")
    assert one is not None
    assert [each.kind for each in unpacked_reading(one.body).events] == ["opened", "told"]
    assert overview(later(many)) == expected


def test_what_was_read_before_it_was_broken_off_is_kept_and_not_read_again(
    many: Path, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Cancelled):
        overview(a_workspace(many), progress=lambda done, _: done < COUNT // 3)
    run = later(many)
    kept = len(run.index.owners())
    assert COUNT // 3 <= kept < COUNT
    monkeypatch.setattr(indexing, "LEAST", 10 * COUNT)  # so that what is read is read here
    read: list[str] = []
    real = diary_files.read_diary
    monkeypatch.setattr(
        diary_files, "read_diary", lambda content, path: read.append(path) or real(content, path)
    )
    assert overview(run) == expected
    assert len(set(read)) == COUNT + 2 - kept


def test_a_process_beside_writes_nothing_in_the_index(many: Path) -> None:
    asked = a_workspace(many)
    asked.index.tell(())
    beside = indexing_worker._Reading(
        asked.folder, asked.now, asked.random, config=asked.config, state=asked.state
    )
    paths = [f"{asked.folder.clients}/client-c{number:05d}.toml" for number in range(3)]
    _context, readings, _rows = indexing_worker._read(beside, Lines(beside), paths)
    assert len(readings) == len(paths)
    beside.close()
    tables = ("reading", "row", "document", "safe", "safe_client", "sought")
    counts = [asked.index.ask(f"SELECT count(*) FROM {table}")[0][0] for table in tables]
    assert counts == [0] * len(tables)


@pytest.mark.parametrize(
    "program", ["", "raise SystemExit(3)", "print('x' * 100)", "import sys; sys.stdin.buffer.read(500)"]
)
def test_processes_that_fail_leave_the_work_to_who_asked(
    many: Path, expected: object, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_PROGRAM", program)
    assert overview(a_workspace(many)) == expected


def test_without_processes_it_is_read_here(
    many: Path, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert overview(a_workspace(many)) == expected


def test_few_diaries_need_no_process(tmp_path: Path) -> None:
    assert indexing.index_beside(a_workspace(tmp_path), ["x"] * (indexing.LEAST - 1)) is False


LATER = "import time; now = time.time_ns; time.time_ns = lambda: now() + 60 * 10**9; "
"""What makes a process take files of this moment for settled ones."""


def test_after_a_start_that_was_broken_off_the_list_has_what_is_known(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_PROGRAM", LATER + indexing._PROGRAM)
    with pytest.raises(Cancelled):
        overview(a_workspace(many), progress=lambda done, _: done < COUNT // 3)
    assert COUNT // 4 < len(before(later(many))) < COUNT


def test_what_processes_find_gone_is_told(many: Path) -> None:
    first = a_workspace(many)
    overview(first)
    first.close()
    for path in Path(first.folder.clients).glob("client-*.toml"):
        content = path.read_bytes()
        path.write_bytes(
            content[: content.rindex(b"[[event]]")] if "c00005" in path.name else content + b"\n"
        )
    run = a_workspace(many)
    for found in (overview(run), overview(run), overview(later(many))):
        told = [each for each in found.problems if each.message == MISSING]
        assert [each.data["client"] for each in told] == ["c00005"]
