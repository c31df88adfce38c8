"""One writer a client at a time, in the order in which they came.

A lock is a file in the device's state, never beside the data, whose first bytes are places: who holds the
first one writes, the others stand in line and move up. Nobody overtakes in it, so that a program that writes
on and on keeps nobody waiting longer than the writers before them need. The system frees the places of a
program that ends, however it ends; the file stays, because taking it away would leave two locks for one diary.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from _thread import LockType, allocate_lock
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from vooraf.errors import reason
from vooraf.errors.diary import DiaryBusy
from vooraf.errors.disk import LocksFail, StateUnwritable
from vooraf.model.digest import digest
from vooraf.storage.files import PRIVATE
from vooraf.storage.folder import make_state

PATIENCE = 10.0
"""How many seconds to wait for one other writer, who needs thousandths of one."""

PLACES = 4
"""The writer's and the line's. Who finds them all taken waits before the line, where there is no order."""

_NAP, _LONGEST_NAP = 0.0005, 0.02
"""Seconds between two tries: an eighth of what was waited, from the one to the other."""

_HELD = (errno.EAGAIN, errno.EACCES)
"""What systems answer when another program has the place."""

_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL)
"""What a file system answers that has no locks, as some on other machines do."""

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)

_threads: dict[tuple[int, str], LockType] = {}
"""For each lock the one that this program's threads share, because the system's is the whole program's.

By process, since a fork doesn't take the holders' threads along.
"""


@contextmanager
def locked(state: str, data_root: str, client_id: str) -> Iterator[None]:
    """Hold the lock of one client of one data folder; waits for the writers that were there before.

    Raises:
        DiaryBusy: one of them doesn't come to an end.
        LocksFail: the file system of the device's state has no locks.
        StateUnwritable: the lock can't be made.
    """
    folder = os.path.join(state, "locks")
    make_state(folder)
    path = lock_path(state, os.path.realpath(data_root), client_id)
    try:
        descriptor = take(path, PATIENCE)
    except TimeoutError as error:
        raise DiaryBusy from error
    except OSError as error:
        fault = LocksFail if error.errno in _NO_LOCKS else StateUnwritable
        raise fault(folder=folder, why=reason(error)) from error
    try:
        yield
    finally:
        let_go(path, descriptor)


def lock_path(state: str, real_root: str, client_id: str) -> str:
    """The lock of a client of the data folder ``real_root``."""
    return os.path.join(state, "locks", name_of(real_root, client_id) + ".lock")


def name_of(real_root: str, client_id: str) -> str:
    """What a client of the data folder ``real_root`` is called among the files of this device's state."""
    return digest(f"{real_root}\0{client_id}", 24)


def take(path: str, patience: float) -> int:
    """Take the lock at ``path``; gives the descriptor that ``let_go`` asks for.

    ``patience`` is how many seconds it may take until the line moves on.

    Raises:
        TimeoutError: a writer before us doesn't come to an end.
        OSError: the lock can't be made.
    """
    own = _threads.setdefault((os.getpid(), path), allocate_lock())  # one step, so that all get the same
    if not own.acquire(timeout=patience):
        raise TimeoutError
    try:
        descriptor = os.open(path, _FLAGS, PRIVATE)
        try:
            _move_up(descriptor, patience)
        except BaseException:
            _close(descriptor)
            raise
    except BaseException:
        own.release()
        raise
    return descriptor


def let_go(path: str, descriptor: int) -> None:
    """Let go of a lock that was taken."""
    _close(descriptor)
    _threads[os.getpid(), path].release()


def _close(descriptor: int) -> None:
    with suppress(OSError):  # what was to be saved is; and the end of the program frees every place
        _leave(descriptor, 0)  # on Windows a closed file's places are free only some time later
    with suppress(OSError):
        os.close(descriptor)


def _move_up(descriptor: int, patience: float) -> None:
    """Stand in line until the first place is ours, and no other."""
    _wait_for(descriptor, PLACES - 1, patience)
    for place in range(PLACES - 2, -1, -1):
        _wait_for(descriptor, place, patience)
        _leave(descriptor, place + 1)


def _wait_for(descriptor: int, place: int, patience: float) -> None:
    began = time.monotonic()
    while not _is_ours(descriptor, place):
        waited = time.monotonic() - began
        if waited >= patience:
            raise TimeoutError
        time.sleep(min(max(waited / 8, _NAP), _LONGEST_NAP))


def _is_ours(descriptor: int, place: int) -> bool:
    """Try to take a place; whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there alone

            os.lseek(descriptor, place, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there on every system

            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _leave(descriptor: int, place: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there alone

        os.lseek(descriptor, place, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on every system

        fcntl.lockf(descriptor, fcntl.LOCK_UN, 1, place)
