"""``git-setup`` and ``merge-driver``. How git gets on with them stands in tests/faults/test_git.py."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.cli.test_help import declared
from tests.factories import event, told, written
from vooraf.storage import git as storage
from vooraf.storage.diary_reader import read_diary

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
LINE = "clients/*.toml merge=vooraf\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def in_git(small: Runner, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """A data folder in git, with one client."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    small.client()
    git(small.data, "init", "-q")
    return small


def attributes(vooraf: Runner) -> Path:
    return vooraf.data / ".gitattributes"


def driver(vooraf: Runner) -> str:
    return git(vooraf.data, "config", "--default", "", "--get", "merge.vooraf.driver").strip()


# -- git-setup -------------------------------------------------------------------------------------


@needs_git
def test_git_setup_writes_the_rule_and_the_driver(in_git: Runner) -> None:
    told = in_git("git-setup")

    assert attributes(in_git).read_text() == LINE
    assert "merge-driver %O %A %B || git merge-file " in driver(in_git)
    assert str(attributes(in_git)) in told.out
    assert told.err == ""


@needs_git
def test_done_twice_it_changes_nothing(in_git: Runner) -> None:
    in_git("git-setup")
    before = driver(in_git)

    in_git("git-setup")

    assert attributes(in_git).read_text() == LINE
    assert driver(in_git) == before


@needs_git
def test_what_the_attributes_say_already_stays(in_git: Runner) -> None:
    attributes(in_git).write_text("*.md text\n# clients/*.toml merge=union")

    in_git("git-setup")

    assert attributes(in_git).read_text() == f"*.md text\n# clients/*.toml merge=union\n{LINE}"


@needs_git
def test_a_rule_that_a_folder_above_has_is_enough(in_git: Runner, tmp_path: Path) -> None:
    shutil.move(in_git.data / ".git", tmp_path / ".git")
    (tmp_path / ".gitattributes").write_text("notes/clients/*.toml merge=vooraf\n")

    told = in_git("git-setup")

    assert not attributes(in_git).exists()
    assert str(tmp_path / ".gitattributes") in told.out


@needs_git
@pytest.mark.parametrize(
    ("file", "line"),
    [
        (".gitattributes", "*.toml merge=union"),
        (
            ".gitattributes",
            "clients/noor-*.toml merge=union\nclients/*.toml merge=vooraf\nclients/n* merge=union",
        ),
        ("clients/.gitattributes", "* merge=union"),
        (".git/info/attributes", "*.toml text merge=union"),
        ("../.gitattributes", "* merge=union"),
    ],
)
def test_merge_union_is_refused_with_the_reason(in_git: Runner, tmp_path: Path, file: str, line: str) -> None:
    if file.startswith(".."):
        shutil.move(in_git.data / ".git", tmp_path / ".git")
    (in_git.data / file).write_text(line)

    refused = in_git("git-setup", ok=False)

    assert refused.code == 1
    assert os.path.normpath(in_git.data / file) + " has merge=union for the diaries." in refused.err
    assert "breaks them without a word" in refused.err
    assert (in_git.data / file).read_text() == line
    assert driver(in_git) == ""


@needs_git
def test_a_rule_that_weighs_more_is_told(in_git: Runner) -> None:
    info = in_git.data / ".git" / "info" / "attributes"
    info.write_text("*.toml merge=binary\n")

    refused = in_git("git-setup", ok=False)

    assert refused.code == 1
    assert "Git still merges diaries by merge=binary" in refused.err
    assert str(info) in refused.err


@needs_git
def test_a_folder_that_is_not_in_git_is_told(small: Runner) -> None:
    for _ in ("there", "there, with a client"):
        refused = small("git-setup", ok=False)
        assert (refused.code, refused.out) == (1, "")
        assert "is in no work tree of git" in refused.err
        assert f"git init {small.data}" in refused.err
        small.client()


@needs_git
def test_a_data_folder_that_is_not_there_is_in_no_work_tree(vooraf: Runner) -> None:
    assert "is in no work tree of git" in vooraf("git-setup", ok=False).err
    assert not vooraf.data.exists()


def test_a_system_without_git_is_told(small: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert small("git-setup", ok=False) == (
        1,
        "",
        "vooraf: This system has no program git.\nInstall it first; see https://git-scm.com\n",
    )


@needs_git
def test_what_git_says_when_it_refuses_is_told(in_git: Runner) -> None:
    (in_git.data / ".git" / "config.lock").touch()

    refused = in_git("git-setup", ok=False)

    assert refused.code == 1
    assert refused.err.startswith("vooraf: Git refused: ")
    assert not attributes(in_git).exists()


@needs_git
def test_a_work_tree_that_git_does_not_take_for_one_is_told_in_its_own_words(in_git: Runner) -> None:
    (in_git.data / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 99\n")

    assert "vooraf: Git refused: " in in_git("git-setup", ok=False).err


@needs_git
def test_attributes_that_cannot_be_written_are_told(in_git: Runner) -> None:
    attributes(in_git).mkdir()

    refused = in_git("git-setup", ok=False)

    assert refused.code == 1
    assert f"{attributes(in_git)} can't be written" in refused.err


def test_the_driver_is_the_program_that_is_found_else_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "50% off" / "vooraf"
    program.parent.mkdir()
    program.touch(0o700)

    monkeypatch.setenv("PATH", str(program.parent))
    assert storage.driver().startswith(f"'{tmp_path}/50%% off/vooraf' merge-driver %O %A %B || ")
    monkeypatch.setenv("PATH", "")
    assert storage.driver().startswith(f"{sys.executable} -m vooraf merge-driver %O %A %B || ")


# -- merge-driver ----------------------------------------------------------------------------------


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Path]:
    """Three versions of a diary, where git would have put them."""
    monkeypatch.chdir(tmp_path)
    base, ours, theirs = (tmp_path / name for name in ("%O", "%A", "%B"))
    base.write_bytes(written(told(1)))
    ours.write_bytes(written(told(1), event("note", 2, text="ours")))
    theirs.write_bytes(written(told(1), event("note", 3, text="theirs")))
    return base, ours, theirs


def test_the_example_of_merge_driver_merges(vooraf: Runner, versions: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = versions
    before = theirs.read_bytes()
    (example,) = declared("merge-driver").examples

    assert vooraf.bare(*shlex.split(example)[1:]) == (0, "", "")

    assert [each.text("text") for each in read_diary(ours.read_bytes(), "").events][1:] == ["ours", "theirs"]
    assert theirs.read_bytes() == before


@needs_git
def test_the_example_of_git_setup_works(in_git: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(in_git.data)
    (example,) = declared("git-setup").examples

    assert in_git.bare(*shlex.split(example)[1:]).code == 0


def test_a_data_folder_that_cannot_be_read_is_no_hindrance(
    vooraf: Runner, versions: tuple[Path, Path, Path]
) -> None:
    vooraf.data.write_text("a file")

    assert vooraf("merge-driver", *map(str, versions)).code == 0


@pytest.mark.parametrize(("taken_out", "tells"), [(1, "1 event that"), (2, "2 events that")])
def test_what_one_side_took_out_stays_and_is_told(
    vooraf: Runner, versions: tuple[Path, Path, Path], taken_out: int, tells: str
) -> None:
    base, ours, theirs = versions
    whole = written(told(1), event("note", 2, text="ours"), event("note", 3, text="more"))
    base.write_bytes(whole)
    ours.write_bytes(whole)
    theirs.write_bytes(written(*(told(1), event("note", 2, text="ours"))[: 3 - taken_out]))

    result = vooraf("merge-driver", *map(str, versions))

    assert (result.out, ours.read_bytes()) == ("", whole)
    assert result.err.startswith(f"vooraf: {tells} one side had taken out of a diary stay")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_version_that_cannot_be_read_is_told_and_nothing_is_changed(
    vooraf: Runner, versions: tuple[Path, Path, Path], number: int
) -> None:
    before = versions[1].read_bytes()
    given = [*map(str, versions)]
    given[number] = "gone"

    refused = vooraf("merge-driver", *given, ok=False)

    assert (refused.code, refused.out) == (1, "")
    assert "The diary gone can't be read: no such file or directory." in refused.err
    assert versions[1].read_bytes() == before


def test_a_version_over_the_limit_is_told(vooraf: Runner, versions: tuple[Path, Path, Path]) -> None:
    with versions[2].open("r+b") as file:
        file.truncate(16 * 1024 * 1024 + 1)

    refused = vooraf("merge-driver", *map(str, versions), ok=False)

    assert refused.code == 1
    assert "have 16777217 bytes; the most is 16777216" in refused.err


def test_a_disk_that_refuses_leaves_our_version(
    vooraf: Runner, versions: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = versions[1].read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    refused = vooraf("merge-driver", *map(str, versions), ok=False)

    assert refused.code == 1
    assert f"{versions[1]} can't be written: no space left on device." in refused.err
    assert versions[1].read_bytes() == before
