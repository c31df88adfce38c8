"""``doctor``: everything is looked at, what needs the owner is told, and what needs no decision is mended."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.cli.doctoring import bad, checks
from tests.factories import held_elsewhere
from vooraf.actions.doctor import KINDS
from vooraf.cli.doctor import MOST_ALIKE, TITLES
from vooraf.storage import health

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


# -- all well --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("noor")
def test_when_all_is_well_it_says_so(small: Runner) -> None:
    result = small("doctor")

    assert result.out.endswith("\nAll is well.\n")
    assert "Diaries: All of it can be read; events in it: 1.\n" in result.out
    assert "Permissions: Nobody but you can get at your data.\n" in result.out
    assert result.err == ""


def test_every_file_is_looked_at(demo: Runner) -> None:
    found = checks(demo)

    diaries = {each["file"] for each in found if each["kind"] == "diary"}
    assert diaries == {str(path) for path in (demo.data / "clients").iterdir()}
    assert {"photographer.toml", "salon.toml"} <= {Path(each["file"]).name for each in found}
    assert {"check-in.toml", "up-front.toml"} <= {Path(each["file"]).name for each in found}
    assert all(each["state"] == "good" and each["message"] and not each["hint"] for each in found)
    order = [each["kind"] for each in found]
    assert order == sorted(order, key=KINDS.index)
    assert set(KINDS) == set(TITLES)


def test_good_files_are_counted(demo: Runner) -> None:
    out = demo("doctor").out

    assert "Diaries: 7 files are good.\n" in out
    assert "noor-veldman" not in out


def test_a_data_folder_that_is_not_there_yet_is_well_and_is_not_made(vooraf: Runner) -> None:
    for repair in ((), ("--repair",)):
        result = vooraf("doctor", *repair)
        assert "The data folder: It isn't there yet; your first client makes it.\n" in result.out
        assert "Diaries: There are no clients yet.\n" in result.out
        assert not vooraf.data.exists()


@pytest.mark.usefixtures("noor")
def test_it_says_so_in_dutch(small: Runner) -> None:
    assert small.bare("--lang", "nl", "--data", str(small.data), "doctor").out.endswith(
        "\nAlles is in orde.\n"
    )


# -- the data folder -------------------------------------------------------------------------------


def test_a_data_folder_that_is_a_file_needs_the_owner(vooraf: Runner) -> None:
    vooraf.data.write_text("no folder")

    for repair in ((), ("--repair",)):
        result = vooraf("doctor", *repair, ok=False)
        assert result.code == 1
        assert f"  ! The data folder {vooraf.data} isn't a folder" in result.out
        assert "    Choose another folder with --data." in result.out
        assert "Room on the disk: " in result.out
    assert ("folder", "needs") in bad(vooraf)


@pytest.mark.usefixtures("noor")
@pytest.mark.parametrize("folder", ["clients", "checklists"])
def test_a_folder_that_cannot_be_listed_needs_the_owner(small: Runner, folder: str) -> None:
    shutil.rmtree(small.data / folder)
    (small.data / folder).write_text("a file")

    assert "needs" in {state for _, state in bad(small)}
    assert "needs" in {state for _, state in bad(small, "--repair")}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_data_folder_that_cannot_be_read_is_mended(small: Runner, noor: str) -> None:
    small.data.chmod(0)
    try:
        assert ("folder", "needs") in bad(small)
        assert small("doctor", "--repair").code == 0
        assert small.state(noor, "scope")["standing"] == "open"
    finally:
        small.data.chmod(0o700)


# -- permissions -----------------------------------------------------------------------------------


def test_what_others_can_get_at_needs_the_owner_and_is_mended(small: Runner, noor: str) -> None:
    small.data.chmod(0o755)
    small.diary(noor).chmod(0o644)

    found = checks(small, "permission")

    assert [(each["file"], each["state"]) for each in found] == [
        (str(small.data), "needs"),
        (str(small.diary(noor)), "needs"),
    ]
    assert "0755" in found[0]["message"]

    mended = small("doctor", "--repair")

    assert mended.out.count("now it is for you alone") == 2
    assert small.data.stat().st_mode & 0o777 == 0o700
    assert small.diary(noor).stat().st_mode & 0o777 == 0o600


def test_a_file_that_the_folder_around_it_shelters_is_only_told(small: Runner, noor: str) -> None:
    small.diary(noor).chmod(0o644)

    assert bad(small) == [("permission", "told")]


def test_what_the_owner_cannot_get_at_needs_them(small: Runner, noor: str) -> None:
    small.diary(noor).chmod(0o200)

    assert ("permission", "needs") in bad(small)
    small("doctor", "--repair")
    assert small.diary(noor).stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("noor")
def test_what_is_not_vooraf_s_is_left_as_it_is(small: Runner) -> None:
    other, link = small.data / "run.sh", small.data / "checklists" / "linked.toml"
    other.write_text("#!/bin/sh\n")
    other.chmod(0o755)
    link.symlink_to(other)

    small("doctor", "--repair", ok=False)

    assert other.stat().st_mode & 0o777 == 0o755


@pytest.mark.usefixtures("noor")
def test_this_device_s_own_files_are_looked_at_too(small: Runner, tmp_path: Path) -> None:
    state = tmp_path / "state" / "vooraf"
    state.chmod(0o755)
    (state / "index").chmod(0o755)

    assert {each["file"] for each in checks(small, "permission")} == {str(state), str(state / "index")}
    assert small("doctor", "--repair").code == 0
    assert state.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("noor")
def test_a_mode_that_cannot_be_changed_is_told(small: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    small.data.chmod(0o755)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    (found,) = checks(small, "repair", "--repair")[:1]

    assert (found["file"], found["state"]) == (str(small.data), "needs")
    assert found["message"] == "Its mode (0755) can't be changed: operation not permitted."


@pytest.mark.usefixtures("noor")
def test_many_lines_that_say_the_same_are_cut_short(small: Runner) -> None:
    for number in range(MOST_ALIKE + 5):
        small.diary(small.client(f"Client {number}")).chmod(0o644)

    out = small("doctor").out

    assert out.count("lets others in") == MOST_ALIKE + 1
    assert "\n  … and 5 more, such as: Its mode (0644) lets others in" in out
    assert len(checks(small, "permission")) == MOST_ALIKE + 5


# -- the index and locks ---------------------------------------------------------------------------


def index(small: Runner, tmp_path: Path) -> Path:
    small("list")
    return next((tmp_path / "state" / "vooraf" / "index").glob("*.sqlite"))


def test_an_index_that_is_rubbish_is_told_and_made_anew(small: Runner, noor: str, tmp_path: Path) -> None:
    path = index(small, tmp_path)
    for content in (b"", b"rubbish " * 1000):
        path.write_bytes(content)
        for ending in ("-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)

    (found,) = checks(small, "index")

    assert found["state"] == "told"
    assert "which is only slower" in found["message"]

    assert "It was thrown away and made anew from the files." in small("doctor", "--repair").out
    assert [each["state"] for each in checks(small, "index")] == ["good"]
    with sqlite3.connect(path) as connection:
        assert set(connection.execute("SELECT client FROM reading")) == {(noor,)}
    connection.close()


@pytest.mark.usefixtures("noor")
def test_an_index_that_cannot_be_thrown_away_is_told(small: Runner, tmp_path: Path) -> None:
    path = index(small, tmp_path)
    shutil.rmtree(path.parent)
    path.parent.mkdir(0o700)
    path.mkdir(0o700)

    assert bad(small, "--repair") == [("repair", "needs"), ("index", "told")]


@pytest.mark.usefixtures("noor")
def test_a_lock_that_is_held_and_not_let_go_needs_the_owner(
    small: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_MOMENT", 0.0)
    (path,) = (tmp_path / "state" / "vooraf" / "locks").iterdir()

    with held_elsewhere(path):
        (held,) = checks(small, "lock")
    (free,) = checks(small, "lock")

    assert (held["file"], held["state"]) == (str(path), "needs")
    assert held["hint"]
    assert free["state"] == "good"


# -- git -------------------------------------------------------------------------------------------


@needs_git
def test_data_that_are_not_there_yet_are_not_in_git(vooraf: Runner, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)

    assert checks(vooraf, "git") == []


@pytest.mark.usefixtures("noor")
@needs_git
def test_how_git_merges_is_told_where_the_data_are_in_git(
    small: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def state() -> list[str]:
        return [each["state"] for each in checks(small, "git")]

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(small.data), *arguments], check=True)

    assert state() == []
    git("init", "-q")
    assert state() == ["told"]
    small("git-setup")
    assert state() == ["good"]
    git("config", "--unset", "merge.vooraf.driver")
    assert state() == ["told"]
    (small.data / ".gitattributes").write_text("*.toml merge=union\n")
    assert state() == ["needs"]
    (small.data / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 99\n")
    assert state() == ["told"]
    shutil.rmtree(small.data / ".git")
    (small.data / ".git").mkdir()
    assert state() == ["told"]


def test_repair_takes_a_conflict_copy_in(small: Runner, noor: str) -> None:
    diary = small.diary(noor)
    before = diary.read_bytes()
    small("note", noor, "There.")
    copy = diary.with_name(f"{diary.stem}.sync-conflict-20261122-101504-ABCDEFG.toml")
    diary.rename(copy)
    diary.write_bytes(before)

    mended = [each["message"] for each in small("doctor", "--repair", "--json").json["checks"][:3]]

    assert any(each.startswith(f"The copy {copy.name} was taken into this diary") for each in mended)
    assert (copy.exists(), "There." in small("diary", noor).out) == (False, True)
    assert [each["state"] for each in checks(small, "copy")] == ["good"]
