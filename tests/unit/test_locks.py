"""Locks: one holder at a time, in the order in which they came, and free however a holder ends."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.factories import Refusing, held_elsewhere
from vooraf.errors.diary import DiaryBusy
from vooraf.errors.disk import LocksFail, StateUnwritable
from vooraf.storage import locks
from vooraf.storage.locks import PLACES, let_go, lock_path, locked, take

IN_LINE = """
import os, sys
from vooraf.storage.locks import let_go, take
held = take(sys.argv[1], 60)
os.write(1, sys.argv[2].encode())
let_go(sys.argv[1], held)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    (tmp_path / "locks").mkdir()
    return Path(lock_path(str(tmp_path), "/data", "k7q2m9"))


def is_free(lock: Path, place: int) -> bool:
    """Whether no other program has that place of the line."""
    with lock.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except BlockingIOError:
            return False
    return True


def until_taken(lock: Path, place: int) -> None:
    end = time.monotonic() + 30
    while is_free(lock, place):
        assert time.monotonic() < end
        time.sleep(0.002)


def test_a_lock_is_held_by_one_and_can_be_taken_again(lock: Path) -> None:
    for _ in range(3):
        held = take(str(lock), 0)
        with pytest.raises(TimeoutError):
            take(str(lock), 0)
        let_go(str(lock), held)
    assert lock.stat().st_mode & 0o777 == 0o600
    assert lock.stat().st_size == 0


def test_a_lock_of_another_program_is_waited_for_until_patience_ends(lock: Path) -> None:
    with held_elsewhere(lock):
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            take(str(lock), 0.05)
        assert time.monotonic() - began >= 0.05
    let_go(str(lock), take(str(lock), 10))


def test_a_program_that_is_killed_frees_its_lock(lock: Path) -> None:
    with held_elsewhere(lock) as program:
        program.kill()
        let_go(str(lock), take(str(lock), 10))


def test_who_came_first_is_served_first(lock: Path) -> None:
    names = "ABC"
    assert len(names) < PLACES
    with ExitStack() as stack:
        holder = stack.enter_context(held_elsewhere(lock))
        programs = []
        read, write = os.pipe()
        for place, name in enumerate(names, 1):
            programs.append(
                subprocess.Popen(
                    [sys.executable, "-c", IN_LINE, str(lock), name],
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
                    stdout=write,
                )
            )
            until_taken(lock, place)
        os.close(write)
        holder.kill()
        assert [program.wait() for program in programs] == [0, 0, 0]
        assert os.read(read, 10) == names.encode()
        os.close(read)


def test_who_waits_keeps_no_place_when_patience_ends(lock: Path) -> None:
    with held_elsewhere(lock):
        for _ in range(PLACES + 1):
            with pytest.raises(TimeoutError):
                take(str(lock), 0)
        assert [is_free(lock, place) for place in range(PLACES)] == [False, True, True, True]


def test_threads_of_one_program_wait_for_one_another(lock: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        for _ in range(50):
            held = take(str(lock), 10)
            inside.append(1)
            most.append(len(inside))
            inside.pop()
            let_go(str(lock), held)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 200


FORKING = """
import os, sys
from vooraf.storage.locks import let_go, take
held = take(sys.argv[1], 0)
if not os.fork():
    try:
        take(sys.argv[1], 0)
    except TimeoutError:
        os._exit(7)  # the parent has it
    os._exit(1)
print(os.waitstatus_to_exitcode(os.wait()[1]))
let_go(sys.argv[1], held)
if not os.fork():
    let_go(sys.argv[1], take(sys.argv[1], 0))
    os._exit(0)
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_the_child_of_a_fork_has_no_lock_of_its_parent_and_can_take_it_afterwards(lock: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FORKING, str(lock)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.split() == ["7", "0"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_told_and_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "lockf", Refusing(fcntl.lockf, number))
        with (
            pytest.raises(LocksFail, match="can't lock files") as raised,
            locked(str(tmp_path), "/data", "a"),
        ):
            pytest.fail("not locked")
    assert raised.value.data["why"] == "refused"
    with locked(str(tmp_path), "/data", "a"):
        pass


def test_another_fault_is_no_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locks").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", Refusing(os.open, errno.EACCES))
        with pytest.raises(StateUnwritable), locked(str(tmp_path), "/data", "a"):
            pytest.fail("not locked")


def test_a_fault_in_letting_go_hides_nothing_that_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, locked(str(tmp_path), "/data", "a"):
        patch.setattr(fcntl, "lockf", Refusing(fcntl.lockf, errno.EIO))
    with locked(str(tmp_path), "/data", "a"):
        pass


def test_every_client_of_every_folder_has_a_lock_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0)
    (tmp_path / "link").symlink_to(tmp_path / "one")
    with locked(str(tmp_path), str(tmp_path / "one"), "a"):
        with locked(str(tmp_path), str(tmp_path / "one"), "b"), locked(str(tmp_path), str(tmp_path), "a"):
            pass
        with pytest.raises(DiaryBusy), locked(str(tmp_path), str(tmp_path / "link"), "a"):
            pytest.fail("the same folder under another name")
    assert len(list((tmp_path / "locks").iterdir())) == 3
