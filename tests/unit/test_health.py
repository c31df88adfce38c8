"""What the data depend on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from pathlib import Path
from typing import NamedTuple

import pytest

from vooraf.errors.checklist import BrokenRules
from vooraf.model.faults import Fault
from vooraf.storage.copies import maker_of
from vooraf.storage.folder import DataFolder
from vooraf.storage.health import (
    GOOD,
    NEEDS,
    TOLD,
    file_system,
    file_system_checks,
    folder_checks,
    index_check,
    lock_checks,
    mounted,
    of_error,
    space_checks,
)
from vooraf.storage.index import Index
from vooraf.storage.index_file import VERSION
from vooraf.storage.locks import name_of
from vooraf.storage.permissions import mend_permissions, permission_checks

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home/jan nfs4 rw 0 0
jan@server: /home/jan/far\\040away fuse.sshfs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> dict[str, str]:
    """A list of mounts as the system gives it."""
    (tmp_path / "mounts").write_text(MOUNTS)
    return dict(mounted(str(tmp_path / "mounts")))


# -- the file system -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "ext4"),
        ("/srv/data", "ext4"),
        ("/home/jan", "nfs4"),
        ("/home/jan/vooraf", "nfs4"),
        ("/home/janneke", "ext4"),
        ("/home/jan/far away/vooraf", "fuse.sshfs"),
        ("/media/stick/data", "vfat"),
    ],
)
def test_a_path_is_on_the_file_system_that_is_mounted_nearest(
    mounts: dict[str, str], path: str, kind: str
) -> None:
    assert file_system(path, mounts) == kind


def test_a_folder_on_another_machine_is_told(mounts: dict[str, str]) -> None:
    found = list(file_system_checks(("/home/jan/vooraf", "/var/state", "/srv/state"), mounts))

    assert [(check.file, check.state) for check in found] == [
        ("/home/jan/vooraf", TOLD),
        ("/var/state", GOOD),
    ]
    assert "(nfs4)" in found[0].sentence()
    assert found[0].hint_line()


def test_a_system_without_a_list_of_mounts_says_nothing(tmp_path: Path) -> None:
    nothing = mounted(str(tmp_path / "gone"))

    assert nothing == {}
    assert list(file_system_checks((str(tmp_path),), nothing)) == []


# -- permissions -----------------------------------------------------------------------------------


def test_a_disk_that_keeps_no_permissions_is_told_once(mounts: dict[str, str]) -> None:
    (found,) = permission_checks(DataFolder("/media/stick/data"), (), mounts)

    assert found.state == TOLD
    assert "(vfat)" in found.sentence()


def test_a_folder_that_is_mended_is_listed_next(tmp_path: Path) -> None:
    inner = tmp_path / "state" / "safety"
    inner.mkdir(parents=True)
    (inner / "copy.toml").touch(0o600)
    for path, mode in ((inner / "copy.toml", 0o666), (inner, 0o000), (inner.parent, 0o777)):
        path.chmod(mode)

    mended = [
        check.file for check in mend_permissions(DataFolder(str(tmp_path / "gone")), (str(inner.parent),))
    ]

    assert mended == [str(inner.parent), str(inner), str(inner / "copy.toml")]
    assert stat.S_IMODE((inner / "copy.toml").stat().st_mode) == 0o600


def test_modes_say_nothing_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = DataFolder(str(tmp_path))
    tmp_path.chmod(0o777)

    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        assert list(permission_checks(folder, (), {})) == []
        assert list(mend_permissions(folder, ())) == []
    assert [check.state for check in permission_checks(folder, (), {})] == [NEEDS]


# -- room ------------------------------------------------------------------------------------------


class Usage(NamedTuple):
    free: int


MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("free", "state", "shown"),
    [
        (15 * MIB, NEEDS, "15 MiB"),
        (16 * MIB, TOLD, "16 MiB"),
        (200 * MIB, GOOD, "200 MiB"),
        (79 * 1024 * MIB, GOOD, "79 GiB"),
    ],
)
def test_the_room_on_a_disk_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: str, shown: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free))

    (found,) = space_checks((str(tmp_path / "not" / "there"), str(tmp_path)))

    assert (found.file, found.state) == (str(tmp_path), state)
    assert shown in found.sentence()


def test_room_that_cannot_be_asked_for_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> Usage:
        raise PermissionError

    monkeypatch.setattr(shutil, "disk_usage", refuse)

    assert list(space_checks((str(tmp_path),))) == []


# -- the index -------------------------------------------------------------------------------------


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index with something in it."""
    found = Index(str(tmp_path / "index" / "data.sqlite"))
    found.keep_document("name", "signature", "body")
    found.close()
    return Path(found.path)


def test_an_index_is_good_when_it_can_be_used_or_is_not_there(index: Path, tmp_path: Path) -> None:
    assert index_check(str(index)).state == GOOD
    assert index_check(str(tmp_path / "none")).state == GOOD


@pytest.mark.parametrize(("version", "hint"), [(VERSION + 1, False), (VERSION - 1, True)])
def test_an_index_of_another_version_is_told(index: Path, version: int, hint: bool) -> None:
    connection = sqlite3.connect(index)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()

    found = index_check(str(index))

    assert found.state == TOLD
    assert bool(found.hint_line()) == hint


def test_an_index_out_of_reach_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    found = index_check(str(tmp_path / "folder"))

    assert found.state == TOLD
    assert "out of reach" in found.sentence()


# -- locks and the folder --------------------------------------------------------------------------


def test_a_lock_that_cannot_be_taken_needs_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "locks" / (name_of(str(tmp_path.resolve()), "k7q2m9") + ".lock")
    path.mkdir(parents=True)

    (found,) = lock_checks(str(tmp_path), str(tmp_path), ("k7q2m9", "p3n8x1"))

    assert (found.file, found.state) == (str(path), NEEDS)
    assert "nothing can be saved for this client" in found.sentence()


def states(folder: Path, state: Path) -> list[tuple[str, str]]:
    return [(check.file, check.state) for check in folder_checks(DataFolder(str(folder)), str(state))]


def test_a_folder_that_cannot_be_written_needs_the_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "not" / "there"
    assert states(tmp_path, state) == [(str(tmp_path), GOOD)]

    monkeypatch.setattr(os, "access", lambda *_: False)

    assert states(tmp_path, state) == [(str(tmp_path), NEEDS), (str(state), NEEDS)]


def test_a_file_where_this_device_keeps_its_own_needs_the_owner(tmp_path: Path) -> None:
    (tmp_path / "state").touch()

    assert states(tmp_path, tmp_path / "state") == [(str(tmp_path), GOOD), (str(tmp_path / "state"), NEEDS)]


def test_a_fault_inside_an_error_is_told_as_its_sentence() -> None:
    fault = Fault("rules", 3, "", "It is {what}.", "", {"what": "broken"})

    check = of_error("rules", "rules", BrokenRules(file="rules", line=3, first=fault, faults=(fault,)))

    assert check.sentence() == "The house rules can't be read, line 3 of rules: It is broken."


# -- conflict copies -------------------------------------------------------------------------------

MAIN = "/data/clients/noor-veldman-k7q2m9.toml"


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("noor-veldman-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml", "Syncthing"),
        ("noor-veldman-k7q2m9 (conflicted copy 2026-11-22 101504).toml", "Nextcloud, ownCloud"),
        ("noor-veldman-k7q2m9_conflict-20261122-101504.toml", "Nextcloud, ownCloud"),
        ("noor-veldman-k7q2m9 (Jan's conflicted copy 2026-11-22).toml", "Dropbox"),
        ("noor-veldman-k7q2m9 (Jan’s conflicted copy 2026-11-22).toml", "Dropbox"),
        ("noor-veldman-k7q2m9 (Conflicted copy laptop 202611221015).toml", "Nextcloud, Obsidian Sync"),
        ("noor-veldman-k7q2m9 (SFConflict jan@example.com 2026-11-22-10-15-04).toml", "Seafile"),
        ("noor-veldman-k7q2m9-LAPTOP-JAN.toml", "OneDrive"),
        ("noor-veldman-k7q2m9 2.toml", "iCloud"),
        ("noor-veldman-k7q2m9 (1).toml", "copy"),
        ("noor-veldman-k7q2m9 copy.toml", "copy"),
        ("noor-veldman-k7q2m9 - Copy (2).toml", "copy"),
        ("noor-veldman-k7q2m9 - kopie.toml", "copy"),
        ("Copy of noor-veldman-k7q2m9.toml", "copy"),
        ("Kopie van noor-veldman-k7q2m9.toml", "copy"),
        ("noor-veldman-k7q2m9.bak.toml", ""),
        ("noor-k7q2m9.toml", ""),
    ],
)
def test_the_name_of_a_copy_tells_what_made_it(name: str, maker: str) -> None:
    assert maker_of(f"/data/clients/{name}", MAIN) == maker
