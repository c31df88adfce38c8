"""What changes in a data folder is noticed; what doesn't costs a few calls."""

from __future__ import annotations

import os

import pytest

from vooraf.storage.folder import DataFolder
from vooraf.storage.watching import AT_A_TIME, Watch


@pytest.fixture
def root(tmp_path):
    for name in ("clients", "checklists", "talks"):
        (tmp_path / name).mkdir()
    (tmp_path / "house-rules.toml").write_text("schema = 1\n")
    for number in range(3):
        (tmp_path / "clients" / f"{number}.toml").write_text("x")
    (tmp_path / "checklists" / "own.toml").write_text("x")
    for folder in (tmp_path / "clients", tmp_path / "checklists", tmp_path / "talks"):
        os.utime(folder, ns=(5, 5))  # a change in the same tick of the clock is one, too
    return tmp_path


@pytest.fixture
def watch(root):
    watch = Watch(DataFolder(str(root)), str(root / "index"))
    watch.mark()
    watch.mark_index()
    return watch


def test_nothing_changed(watch):
    assert not any(watch.has_changed() for _ in range(5))


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "clients" / "new.toml").write_text("x"),
        lambda root: (root / "clients" / "1.toml").unlink(),
        lambda root: os.replace(root / "clients" / "1.toml", root / "clients" / "2.toml"),
        lambda root: (root / "clients" / "1.toml").write_text("xy"),
        lambda root: (root / "checklists" / "own.toml").write_text("xy"),
        lambda root: (root / "talks" / "own.toml").write_text("x"),
        lambda root: (root / "house-rules.toml").write_text("schema = 1\n\n"),
        lambda root: (root / "house-rules.toml").unlink(),
        lambda root: (root / "index-wal").write_text("x"),
    ],
)
def test_a_change_is_noticed(root, watch, change):
    change(root)
    assert watch.has_changed()


def test_of_many_files_each_has_its_turn(root, watch):
    paths = [root / "clients" / f"{number:04d}.toml" for number in range(2 * AT_A_TIME + 1)]
    for path in paths:
        path.write_text("x")
    watch.mark()
    watch.mark_index()
    looks = 3
    assert not any(watch.has_changed() for _ in range(2 * looks))

    for path in paths[::50]:
        path.write_text("xy")
        assert any(watch.has_changed() for _ in range(looks + 1)), path
        watch.mark()
        watch.mark_index()


def test_a_folder_that_is_not_there_yet(tmp_path):
    watch = Watch(DataFolder(str(tmp_path / "data")), str(tmp_path / "index"))
    watch.mark()
    assert not watch.has_changed()
    (tmp_path / "data" / "clients").mkdir(parents=True)
    assert watch.has_changed()
