"""A disk that refuses, at every system call of an append: old bytes whole, and it is said."""

from __future__ import annotations

import builtins
import errno
import fcntl
import os
import resource
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import Refusing
from tests.faults.writing import a_store, a_writer, note, open_diary
from vooraf.actions.clients import new_client
from vooraf.actions.setting_up import set_up
from vooraf.actions.settings import Settings
from vooraf.actions.view import view
from vooraf.errors import VoorafError
from vooraf.errors.diary import NotSaved
from vooraf.storage import locks
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vooraf.actions.workspace import Workspace

CALLS = (
    *("open", "close", "read", "write", "lseek", "fsync", "ftruncate", "fstat", "stat", "lstat", "scandir"),
    *("chmod", "mkdir", "replace", "rename", "unlink"),
)
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
CLIENT = "k7q2m9"
TORN = b'\n[[event]]\nkind = "no'


class Disk:
    """Refuses system call ``number`` with the fault ``error``; when it ``lasts``, those of that name after it too."""

    def __init__(self, error: int, number: int, *, lasts: bool = False) -> None:
        self.error, self.number, self.lasts, self.count = error, number, lasts, 0
        self.name = ""

    def _strikes(self, name: str) -> bool:
        self.count += 1
        if self.count == self.number:
            self.name = name
        return self.count == self.number or (self.lasts and self.name == name)

    def _call(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            if self._strikes(name):
                if name == "close":
                    real(*arguments)  # the system lets go of it all the same
                raise OSError(self.error, os.strerror(self.error))
            return real(*arguments, **more)

        return call

    def _statement(self, name: str) -> Callable[..., Any]:
        real = getattr(sqlite3.Connection, name)

        def call(*arguments: Any, **more: Any) -> Any:
            if self._strikes(f"SQLite, {name}"):
                raise sqlite3.OperationalError("disk I/O error")
            return real(*arguments, **more)

        return call

    def _connect(self, real: Callable[..., Any]) -> Callable[..., Any]:
        calls = ("__init__", "execute", "executemany", "commit")
        kind = type("Refused", (sqlite3.Connection,), {name: self._statement(name) for name in calls})
        return lambda *arguments, **more: real(*arguments, factory=kind, **more)

    @contextmanager
    def broken(self) -> Iterator[None]:
        """While this lasts it is the disk that the program has."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._call(name, getattr(os, name)))
            patch.setattr(builtins, "open", self._call("open()", open))
            patch.setattr(os, "fdopen", self._call("fdopen", os.fdopen))
            patch.setattr(fcntl, "lockf", self._call("lockf", fcntl.lockf))
            patch.setattr(sqlite3, "connect", self._connect(sqlite3.connect))
            patch.setattr(locks, "PATIENCE", 0.001)  # to some systems "no access" says that another has it
            yield


def with_a_note(place: Path, disk: Disk) -> VoorafError | None:
    """Write a note; gives what is said of it when it isn't done."""
    store = a_store(str(place))
    try:
        with disk.broken():
            note(store, CLIENT, "on a broken disk", a_writer(3))
    except VoorafError as fault:
        return fault
    return None


def check(place: Path, name: Path, disk: Disk, fault: VoorafError | None) -> None:
    old, now = (place.parent / "whole" / name).read_bytes(), (place / name).read_bytes()
    texts = [each.text("text") for each in a_store(str(place)).load(CLIENT).client.notes]
    where = f"{disk.name}, call {disk.number}"
    assert now.startswith(old.removesuffix(TORN)), where
    if fault is None:
        assert texts == ["before", "on a broken disk"], where
        return
    assert fault.sentence()
    # A disk that from then on can't be read, or refuses to take back what it refused to keep, can't be helped;
    # and where the folder can't be read afterwards, that is what is said.
    if isinstance(fault, NotSaved) and (not disk.lasts or disk.name in ("write", "fsync")):
        assert now.rstrip() in (old.rstrip(), old.removesuffix(TORN).rstrip()), where
        assert texts == ["before"], where


@pytest.mark.parametrize("lasts", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("torn", [False, True], ids=["a whole diary", "a torn diary"])
def test_a_refusal_at_any_system_call_leaves_the_old_bytes_and_is_said(
    tmp_path: Path, figure: Callable[[str], None], *, lasts: bool, torn: bool, full: bool
) -> None:
    place, whole = tmp_path / "place", tmp_path / "whole"
    path = Path(open_diary(a_store(str(place)), CLIENT, 1).file)
    note(a_store(str(place)), CLIENT, "before", a_writer(2))
    with path.open("ab") as file:
        file.write(TORN if torn else b"")
    shutil.copytree(place, whole)
    refused = done = number = 0
    ended = False
    while not ended:
        number += 1
        for error in ERRORS if full else ERRORS[number % 4 :][:1]:
            shutil.rmtree(place)
            shutil.copytree(whole, place)  # to where the index in it knows the diary
            disk = Disk(getattr(errno, error), number, lasts=lasts)
            fault = with_a_note(place, disk)
            ended = not disk.name
            done, refused = done + (fault is None), refused + (fault is not None)
            check(place, path.relative_to(place), disk, fault)
    when, what = "from then on" if lasts else "once", "torn" if torn else "whole"
    figure(
        f"a disk that refuses {when}, at each of {number - 1} calls of an append to a {what} diary: {refused} "
        f"refusals said, old bytes whole; {done} appends done all the same, all there"
    )


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """The system itself writes no byte of a file beyond ``size``: a write over it is short."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_the_system_cuts_short_at_any_byte_is_taken_back_and_said(
    tmp_path: Path, figure: Callable[[str], None], *, full: bool
) -> None:
    path = Path(open_diary(a_store(str(tmp_path)), CLIENT, 1).file)
    note(a_store(str(tmp_path)), CLIENT, "before", a_writer(2))
    old = path.read_bytes()
    length = len(with_one_more(tmp_path)) - len(old)
    written = range(0, length, 1 if full else 23)
    for count in written:
        with no_file_over(len(old) + count), pytest.raises(NotSaved):
            note(a_store(str(tmp_path)), CLIENT, "on a full disk", a_writer(3))
        assert path.read_bytes() == old, count
        assert [each.text("text") for each in a_store(str(tmp_path)).load(CLIENT).client.notes] == ["before"]
    with no_file_over(len(old) + length):
        note(a_store(str(tmp_path)), CLIENT, "on a full disk", a_writer(3))
    assert len(path.read_bytes()) == len(old) + length
    figure(f"{len(written)} short writes, cut by the system at so many bytes: old bytes whole, said")


def with_one_more(place: Path) -> bytes:
    """The diary as it would be after the append."""
    copy = shutil.copytree(place, place.with_name(f"{place.name} dry"))
    return Path(note(a_store(str(copy)), CLIENT, "on a full disk", a_writer(3)).file).read_bytes()


def content(path: str) -> bytes:
    return Path(path).read_bytes()


async def test_a_tick_that_the_disk_refuses_is_said_and_the_screen_keeps_the_old_state(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(workspace, {"name": "Zuid", "trade": "photographer", "language": "en"}, {})
    opened = new_client(workspace, "Noor Veldman", {})
    old = content(opened.file)
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=(120, 36)) as pilot:
        screen = ClientScreen(opened.client, "scope")
        await app.push_screen(screen)
        await pilot.pause()
        rows = screen.query_one(ItemList)
        shown = rows.render_line(1).text
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", Refusing(os.fsync, errno.ENOSPC, times=99))
            await pilot.press("space")
        assert rows.render_line(1).text == shown
        (message,) = [each.message for each in app._notifications]
        assert "Not saved: refused. The diary is as it was." in message
        assert content(opened.file) == old
        assert view(workspace, opened.client).state("scope").standing == "open"
        await pilot.press("space")
        assert rows.render_line(1).text != shown
