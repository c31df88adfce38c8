"""The append: all of it, or nothing; and setting aside what can't be read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from tests.factories import Refusing, event, written
from vooraf.errors.diary import DiaryFull, NotSaved
from vooraf.errors.disk import StateUnwritable
from vooraf.storage import diary_writer
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.diary_writer import append, set_aside
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = written(event(seq=1))
NEW = b"\n" + event_text(event(seq=2)).encode()


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "noor-k7q2m9.toml"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# -- append ----------------------------------------------------------------------------------------


def test_what_is_appended_stands_behind_what_was_there(diary: Path) -> None:
    append(str(diary), NEW)
    append(str(diary), NEW)
    assert diary.read_bytes() == OLD + NEW + NEW


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_new_diary_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        append(str(tmp_path / "new.toml"), OLD, new=True)
    finally:
        os.umask(before)
    assert (tmp_path / "new.toml").read_bytes() == OLD
    assert stat.S_IMODE((tmp_path / "new.toml").stat().st_mode) == 0o600


def test_a_diary_that_is_there_is_never_begun_again(diary: Path) -> None:
    with pytest.raises(NotSaved, match="file exists"):
        append(str(diary), NEW, new=True)
    assert diary.read_bytes() == OLD


def test_a_diary_that_is_gone_is_not_begun_in_the_middle(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no such file"):
        append(str(tmp_path / "gone.toml"), NEW)
    assert names(tmp_path) == []


def test_a_link_is_not_followed(tmp_path: Path, diary: Path) -> None:
    (tmp_path / "link.toml").symlink_to(diary)
    with pytest.raises(NotSaved):
        append(str(tmp_path / "link.toml"), NEW)
    assert diary.read_bytes() == OLD


def test_it_is_one_write_that_reaches_the_platter_before_it_is_read_back(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def noted(name: str) -> None:
        real: Callable[..., object] = getattr(os, name)

        def call(*arguments: object) -> object:
            calls.append(name)
            return real(*arguments)

        monkeypatch.setattr(os, name, call)

    for name in ("write", "fsync", "read"):
        noted(name)
    append(str(diary), NEW)
    assert [name for number, name in enumerate(calls) if name not in calls[:number]] == [
        "write",
        "fsync",
        "read",
    ]
    assert calls.count("write") == 1


def part(real: Callable[[int, bytes], int], descriptor: int, content: bytes) -> int:
    return real(descriptor, content[:10])


def part_then_fault(real: Callable[[int, bytes], int], descriptor: int, content: bytes) -> int:
    real(descriptor, content[:10])
    raise OSError(errno.EIO, "refused")


def nothing(_real: Callable[[int, bytes], int], _descriptor: int, content: bytes) -> int:
    return len(content)


def other(real: Callable[[int, bytes], int], descriptor: int, content: bytes) -> int:
    return real(descriptor, content.replace(b"note", b"n\0te"))


WRITES = {"short": part, "short, then a fault": part_then_fault, "nowhere": nothing}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("new", [False, True])
def test_a_write_that_goes_wrong_leaves_the_old_bytes(
    diary: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., int], *, new: bool
) -> None:
    real = os.write
    path = diary.with_name("new.toml") if new else diary
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(real, descriptor, content))
    with pytest.raises(NotSaved, match="The diary is as it was"):
        append(str(path), NEW, new=new)
    assert diary.read_bytes() == OLD
    assert names(diary.parent) == [diary.name]


def test_what_the_disk_changed_on_its_way_is_not_called_saved(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: other(real, descriptor, content))
    with pytest.raises(NotSaved, match="input/output error"):
        append(str(diary), NEW)
    assert diary.read_bytes().startswith(OLD)
    assert read_diary(diary.read_bytes(), "").events == (event(seq=1),)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "lseek", "read", "stat"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.ESTALE])
@pytest.mark.parametrize("new", [False, True])
def test_what_the_disk_refuses_leaves_the_old_bytes(
    diary: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, *, new: bool
) -> None:
    path = diary.with_name("new.toml") if new else diary
    monkeypatch.setattr(os, call, Refusing(getattr(os, call), number))
    with pytest.raises(NotSaved, match="Not saved: refused") as fault:
        append(str(path), NEW, new=new)
    monkeypatch.undo()
    assert fault.value.data["file"] == str(path)
    assert diary.read_bytes() == OLD
    assert names(diary.parent) == [diary.name]


@pytest.mark.parametrize("call", ["chmod", "fsync"])
def test_a_new_diary_that_the_disk_refuses_at_the_last_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real, calls = os.fsync, []

    def second(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, "refused")
        real(descriptor)

    monkeypatch.setattr(os, call, second if call == "fsync" else Refusing(os.chmod, errno.EIO))
    with pytest.raises(NotSaved, match="refused"):
        append(str(tmp_path / "new.toml"), OLD, new=True)
    assert names(tmp_path) == []


def test_a_disk_that_refuses_to_take_it_back_leaves_no_event_behind(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: part(real, descriptor, content))
    monkeypatch.setattr(os, "ftruncate", Refusing(os.ftruncate, errno.EIO))
    with pytest.raises(NotSaved, match="no space left"):
        append(str(diary), NEW)
    assert diary.read_bytes() == OLD + NEW[:10]
    assert read_diary(diary.read_bytes(), "").events == (event(seq=1),)


def test_a_file_that_is_put_in_its_place_meanwhile_is_left_alone(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    put: list[bytes] = []

    def replaced(descriptor: int) -> None:
        real(descriptor)
        if put:
            diary.with_suffix(".other").write_bytes(put.pop())
            os.replace(diary.with_suffix(".other"), diary)

    for new in (False, True):
        put.append(b"other")
        diary.unlink()
        if not new:
            diary.write_bytes(OLD)
        monkeypatch.setattr(os, "fsync", replaced)
        with pytest.raises(NotSaved, match="stale"):
            append(str(diary), NEW, new=new)
        monkeypatch.undo()
        assert diary.read_bytes() == b"other"


def test_what_another_device_wrote_at_the_same_moment_stays(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = b"\n" + event_text(event(seq=2, text="theirs")).encode()
    real = os.write

    def both(descriptor: int, content: bytes) -> int:
        real(descriptor, theirs)
        return real(descriptor, content)

    monkeypatch.setattr(os, "write", both)
    append(str(diary), NEW)
    assert diary.read_bytes() == OLD + theirs + NEW
    monkeypatch.setattr(os, "fsync", Refusing(os.fsync, errno.EIO))
    with pytest.raises(NotSaved):
        append(str(diary), NEW)
    assert diary.read_bytes().startswith(OLD + theirs + NEW + theirs)


def test_a_diary_never_grows_over_what_is_read(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary_writer, "MOST_IN_A_FILE", len(OLD + NEW))
    append(str(diary), NEW)
    with pytest.raises(DiaryFull, match=f"over {len(OLD + NEW)} bytes"):
        append(str(diary), b"\n")
    assert diary.read_bytes() == OLD + NEW


# -- setting aside ---------------------------------------------------------------------------------

BROKEN = (
    b"!!\n"
    + OLD.rstrip()
    + b"\n\0\0\0"
    + NEW
    + b"\n[[event]]\nbroken \xff\n\n"
    + NEW.replace(b"\nseq = 2", b"\nseq = 3")
    + b"\n[[eve"
)


def test_scraps_go_verbatim_to_the_quarantine_and_every_good_event_stays(tmp_path: Path, diary: Path) -> None:
    diary.write_bytes(BROKEN)
    before = read_diary(BROKEN, str(diary))
    kept = set_aside(str(diary), before.scraps, str(tmp_path / "state" / "quarantine"), "stamp")
    after = read_diary(diary.read_bytes(), str(diary))
    assert len(before.scraps) == 4
    assert (after.client, after.events, after.scraps) == (before.client, before.events, ())
    with open(kept, "rb") as file:
        content = file.read()
    for start, end in before.scraps:
        assert BROKEN[start:end] in content
    assert os.path.basename(kept) == "noor-k7q2m9.toml.stamp"
    assert stat.S_IMODE(os.stat(kept).st_mode) == stat.S_IMODE(diary.stat().st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(kept)).st_mode) == 0o700


def test_after_that_an_append_is_read_back(tmp_path: Path, diary: Path) -> None:
    diary.write_bytes(BROKEN)
    events = read_diary(BROKEN, "").events
    set_aside(str(diary), read_diary(BROKEN, "").scraps, str(tmp_path / "q"), "1")
    append(str(diary), b"\n" + event_text(event(seq=9)).encode())
    assert read_diary(diary.read_bytes(), "").events == (*events, event(seq=9))


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_diary_that_cannot_be_mended_is_as_it_was(
    tmp_path: Path, diary: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    diary.write_bytes(BROKEN)
    (tmp_path / "q").mkdir()
    monkeypatch.setattr(os, call, Refusing(getattr(os, call), number))
    with pytest.raises(NotSaved, match="refused"):
        set_aside(str(diary), read_diary(BROKEN, "").scraps, str(tmp_path / "q"), "1")
    assert diary.read_bytes() == BROKEN
    assert names(tmp_path) == [diary.name, "q"]


def test_without_a_place_for_the_scraps_they_stay(tmp_path: Path, diary: Path) -> None:
    diary.write_bytes(BROKEN)
    (tmp_path / "q").touch()
    with pytest.raises(StateUnwritable):
        set_aside(str(diary), read_diary(BROKEN, "").scraps, str(tmp_path / "q"), "1")
    assert diary.read_bytes() == BROKEN


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere more or other calls put it on the disk")
@pytest.mark.parametrize("calls", [1, 2, 3])
def test_a_diary_that_changed_since_it_was_read_is_left_alone(
    tmp_path: Path, diary: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    """Up to the last moment, when what is to take its place is on the disk."""
    diary.write_bytes(BROKEN)
    with pytest.raises(NotSaved, match="stale"):
        set_aside(str(diary), [(0, 5)], str(tmp_path / "q"), "1")
    real = os.fsync
    written = []

    def appended(descriptor: int) -> None:
        real(descriptor)
        written.append(descriptor)
        if len(written) == calls:
            with open(diary, "ab") as file:
                file.write(NEW)

    monkeypatch.setattr(os, "fsync", appended)
    with pytest.raises(NotSaved, match="stale"):
        set_aside(str(diary), read_diary(BROKEN, "").scraps, str(tmp_path / "q"), "1")
    assert diary.read_bytes() == BROKEN + NEW
    assert names(tmp_path) == [diary.name, "q"]
