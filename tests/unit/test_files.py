"""Whole files or none."""

from __future__ import annotations

import errno
import os
import stat
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.factories import Refusing
from vooraf.storage.files import replace_file, sync_folder, to_platter

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o277])
def test_a_file_is_replaced_as_a_whole_for_its_owner_alone(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "a.toml"
    before = os.umask(umask)
    try:
        replace_file(str(path), b"old")
        replace_file(str(path), b"new")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_what_the_disk_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, Refusing(getattr(os, call), number))
    with pytest.raises(OSError, match="refused"):
        replace_file(str(path), b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.toml"]


def test_the_first_refusal_is_the_one_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", Refusing(os.replace, errno.EIO))
    monkeypatch.setattr(os, "unlink", Refusing(os.unlink, errno.EACCES))
    with pytest.raises(OSError) as refused:  # noqa: PT011 - its number is looked at below
        replace_file(str(tmp_path / "a.toml"), b"new")
    assert refused.value.errno == errno.EIO


def test_a_name_as_long_as_the_system_takes_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / ("👩" * 58 + "-k7q2m9.toml")
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_a_folder_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", Refusing(os.fsync, number))
    sync_folder(str(tmp_path))
    monkeypatch.setattr(os, "open", Refusing(os.open, errno.EACCES))
    sync_folder(str(tmp_path))


def test_a_disk_that_fails_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", Refusing(os.fsync, errno.EIO))
    with pytest.raises(OSError, match="refused"):
        sync_folder(str(tmp_path))


def test_windows_has_no_folders_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    sync_folder(str(tmp_path / "not there"))


def test_on_a_mac_the_drive_itself_is_asked_and_where_it_cannot_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    full = Refusing(lambda *_: done.append("drive"), errno.ENOTSUP)
    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(fcntl=full, F_FULLFSYNC=51))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "fsync", lambda _: done.append("system"))
    to_platter(5)
    to_platter(5)
    assert done == ["system", "drive"]
