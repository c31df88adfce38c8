"""Where the data live, and whether they can be read and written."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_data_path

from tests.factories import Refusing
from vooraf.errors import REFUSED
from vooraf.errors.disk import FolderIsFile, FolderUnreadable, FolderUnwritable, StateUnwritable
from vooraf.storage.folder import (
    DataFolder,
    check_readable,
    check_writable,
    locate,
    make_private,
    make_state,
    reason,
)

if TYPE_CHECKING:
    from pathlib import Path


def data(path: Path) -> DataFolder:
    return DataFolder(str(path))


def test_the_folder_is_the_option_then_the_environment_then_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/share")
    monkeypatch.setenv("HOME", "/home/noor")
    environ = {"VOORAF_DATA": "/from/environ"}
    assert locate("/from/option", environ).root == "/from/option"
    assert locate(None, environ).root == locate("", environ).root == "/from/environ"
    assert locate(None, {}).root == locate(None, {"VOORAF_DATA": ""}).root == str(user_data_path("vooraf"))
    assert locate("~/data", {}).root == "/home/noor/data"
    assert locate("data/..", {}).root == os.getcwd()


def test_everything_has_its_place_in_the_folder() -> None:
    folder = DataFolder("/data")
    assert folder.rules == "/data/house-rules.toml"
    assert (folder.checklists, folder.talks, folder.clients) == (
        "/data/checklists",
        "/data/talks",
        "/data/clients",
    )


def test_a_folder_that_is_not_there_yet_is_fine_and_stays_away(tmp_path: Path) -> None:
    check_readable(data(tmp_path / "new"))
    check_writable(data(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_fine(tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    check_readable(data(tmp_path))
    check_writable(data(tmp_path))


@pytest.mark.parametrize("behind", ["", "data", "data/deeper"])
def test_a_file_in_the_way_is_named(tmp_path: Path, behind: str) -> None:
    file = tmp_path / "notes.txt"
    file.touch()
    with pytest.raises(FolderIsFile) as fault:
        check_readable(data(file / behind))
    assert fault.value.sentence() == f"The data folder {file / behind} isn't a folder: {file} is a file."
    assert fault.value.exit_code == REFUSED


def test_a_file_in_the_place_of_the_clients_is_named(tmp_path: Path) -> None:
    (tmp_path / "clients").touch()
    with pytest.raises(FolderIsFile) as fault:
        check_readable(data(tmp_path))
    assert fault.value.data == {"folder": str(tmp_path), "file": str(tmp_path / "clients")}


def test_a_folder_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", Refusing(os.scandir, errno.EACCES))
    with pytest.raises(FolderUnreadable, match="can't be read: refused"):
        check_readable(data(tmp_path))


def test_a_folder_that_cannot_be_written_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clients").mkdir()
    asked: list[object] = []

    def only_the_first(path: str, _: int) -> bool:
        asked.append(path)
        return len(asked) < 2

    monkeypatch.setattr(os, "access", only_the_first)
    with pytest.raises(FolderUnwritable, match="clients can't be written: permission denied"):
        check_writable(data(tmp_path))
    with pytest.raises(FolderUnwritable):
        check_writable(data(tmp_path / "not" / "there"))
    assert asked == [str(tmp_path), str(tmp_path / "clients"), str(tmp_path)]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_folders_are_for_their_owner_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        make_private(str(tmp_path / "a" / "b"))
    finally:
        os.umask(before)
    for made in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_folder_may_be_named_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_private("a/b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    make_private(str(tmp_path))
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750


def test_a_file_or_a_link_to_nowhere_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for way in ("file", "link"):
        for path in (tmp_path / way, tmp_path / way / "deeper"):
            with pytest.raises(FolderIsFile) as fault:
                make_private(str(path))
            assert fault.value.data["file"] == str(tmp_path / way)
            with pytest.raises(StateUnwritable, match=r"locks, can't be written: [Nn]ot a directory"):
                make_state(str(path))


def test_a_folder_that_another_window_makes_at_the_same_moment_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.mkdir

    def twice(path: str, mode: int) -> None:
        real(path, mode)
        real(path, mode)

    monkeypatch.setattr(os, "mkdir", twice)
    make_private(str(tmp_path / "a"))
    assert (tmp_path / "a").is_dir()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_cannot_be_made_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "mkdir", Refusing(os.mkdir, number, times=2))
    with pytest.raises(FolderUnwritable, match="can't be written: refused"):
        make_private(str(tmp_path / "a"))
    with pytest.raises(StateUnwritable, match="can't be written: refused"):
        make_state(str(tmp_path / "a"))


def test_a_file_that_comes_in_the_way_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "mkdir", Refusing(os.mkdir, errno.ENOTDIR))
    with pytest.raises(FolderIsFile):
        make_private(str(tmp_path / "a"))


def test_the_reason_stands_in_the_middle_of_a_sentence() -> None:
    assert reason(OSError(errno.EACCES, "Permission denied")) == "permission denied"
    assert reason(OSError("Odd")) == "odd"
    assert reason(OSError()) == ""
