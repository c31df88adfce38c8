"""Two clones of a data folder, with real git: however they are merged, every event of both is found."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import vooraf
from tests.factories import a_workspace
from vooraf.actions.clients import new_client
from vooraf.actions.items import confirm, tell, waive
from vooraf.actions.notes import note
from vooraf.actions.workspace import Workspace
from vooraf.storage import git
from vooraf.storage.diary_reader import TORN, read_diary

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")

FIGURES = (
    "git, {way}: {found} of {there} events found, {torn} places that can't be read, git ended with {code}"
)


class Ran(NamedTuple):
    code: int
    out: str


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No configuration of this machine, and the driver finds the Vooraf that is tested."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("PYTHONPATH", str(Path(vooraf.__file__).parents[1]))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "owner")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "owner@example.com")
    for kind in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


class Clone:
    """A data folder in git on a device of its own."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.workspace: Workspace = a_workspace(folder, seed=seed)

    def git(self, *arguments: str) -> Ran:
        done = subprocess.run(
            ["git", "-C", str(self.data), *arguments], capture_output=True, text=True, check=False
        )
        return Ran(done.returncode, done.stdout + done.stderr)

    def commit(self) -> None:
        assert self.git("add", "-A").code == 0
        assert self.git("commit", "-qm", "what happened").code == 0

    @property
    def diary(self) -> bytes:
        return self._file().read_bytes()

    def _file(self) -> Path:
        return next((self.data / "clients").iterdir())

    def ids(self) -> list[str]:
        """The events of the file alone: nothing that the device keeps beside it helps."""
        return [event.id for event in read_diary(self.diary, "").events]

    def torn(self) -> int:
        return sum(problem.message == TORN for problem in read_diary(self.diary, "").problems)


@pytest.fixture
def laptop(tmp_path: Path) -> Clone:
    """A client with a letter sent, committed."""
    found = Clone(tmp_path / "laptop", seed=7)
    client = new_client(found.workspace, "Noor Veldman", {"checklist": "photographer"}).client
    tell(found.workspace, client, ["scope", "style"], "email")
    assert found.git("init", "-q", "-b", "main").code == 0
    found.commit()
    return found


@pytest.fixture
def desktop(tmp_path: Path, laptop: Clone) -> Clone:
    """Its clone on another device."""
    found = Clone(tmp_path / "desktop", seed=8)
    assert laptop.git("clone", "-q", str(laptop.data), str(found.data)).code == 0
    return found


def client_of(clone: Clone) -> str:
    return clone.workspace.store.everyone()[0][0].client.id


def go_apart(laptop: Clone, desktop: Clone) -> set[str]:
    """Something happens on both; gives the ids of all events."""
    client = client_of(laptop)
    confirm(laptop.workspace, client, ["scope"], words="three rooms")
    note(laptop.workspace, client, "on the laptop")
    waive(desktop.workspace, client, ["style"], "no style")
    note(desktop.workspace, client, "on the desktop")
    confirm(desktop.workspace, client, ["scope"], words="three rooms")
    laptop.commit()
    desktop.commit()
    return {*laptop.ids(), *desktop.ids()}


def pull(into: Clone, other: Clone, *how: str) -> Ran:
    return into.git("pull", *(how or ("--no-rebase", "--no-edit")), str(other.data), "main")


def line(way: str, clone: Clone, there: set[str], code: int) -> str:
    """What came of a merge, in figures."""
    found = len(there.intersection(clone.ids()))
    figures = {"way": way, "found": found, "there": len(there), "torn": clone.torn(), "code": code}
    return FIGURES.format(**figures)


# -- with the driver -------------------------------------------------------------------------------


def test_with_the_driver_a_merge_is_clean_and_every_event_is_found(
    laptop: Clone, desktop: Clone, figure: Callable[[str], None]
) -> None:
    git.set_up(str(laptop.data))
    there = go_apart(laptop, desktop)

    merged = pull(laptop, desktop)

    figure(line("with the driver", laptop, there, merged.code))
    assert merged.code == 0, merged
    assert sorted(laptop.ids()) == sorted(there)
    assert laptop.torn() == 0
    assert b"<<<<<<<" not in laptop.diary
    assert laptop.git("status", "--porcelain").out == ""


def test_both_clones_come_to_the_same_bytes(laptop: Clone, desktop: Clone) -> None:
    for clone in (laptop, desktop):
        git.set_up(str(clone.data))
    there = go_apart(laptop, desktop)

    assert pull(laptop, desktop).code == 0
    assert pull(desktop, laptop).code == 0

    assert laptop.diary == desktop.diary
    assert sorted(laptop.ids()) == sorted(there)


def test_a_merge_back_and_forth_adds_nothing_twice(laptop: Clone, desktop: Clone) -> None:
    for clone in (laptop, desktop):
        git.set_up(str(clone.data))
    there = go_apart(laptop, desktop)
    assert pull(laptop, desktop).code == 0
    note(laptop.workspace, client_of(laptop), "later, on the laptop")
    note(desktop.workspace, client_of(desktop), "later, on the desktop")
    laptop.commit()
    desktop.commit()
    there |= {*laptop.ids(), *desktop.ids()}

    assert pull(desktop, laptop).code == 0

    assert sorted(desktop.ids()) == sorted(there)
    assert pull(laptop, desktop).code == 0
    assert laptop.diary == desktop.diary


def test_a_rebase_keeps_every_event_too(laptop: Clone, desktop: Clone) -> None:
    git.set_up(str(laptop.data))
    laptop.commit()
    assert pull(desktop, laptop).code == 0  # git looks for the rule in what it rebases on
    there = go_apart(laptop, desktop)

    rebased = pull(laptop, desktop, "--rebase")

    assert rebased.code == 0, rebased
    assert sorted(laptop.ids()) == sorted(there)


def test_one_diary_that_came_on_both_sides_is_merged(laptop: Clone, desktop: Clone) -> None:
    """Git has no version that both came from."""
    git.set_up(str(laptop.data))
    new = b'schema = 1\nclient = "p3n8x1"\n\n[[event]]\nkind = "%s"\ntext = "x"\n'
    (laptop.data / "clients" / "a-p3n8x1.toml").write_bytes(new % b"opened")
    (desktop.data / "clients" / "a-p3n8x1.toml").write_bytes(new % b"note")
    laptop.commit()
    desktop.commit()

    assert pull(laptop, desktop).code == 0

    reading = read_diary((laptop.data / "clients" / "a-p3n8x1.toml").read_bytes(), "")
    assert [event.kind for event in reading.events] == ["opened", "note"]


def test_an_event_that_one_side_took_out_stays_and_that_is_told(laptop: Clone, desktop: Clone) -> None:
    git.set_up(str(laptop.data))
    file = next((desktop.data / "clients").iterdir())
    file.write_bytes(file.read_bytes().rpartition(b"\n[[event]]")[0])
    desktop.commit()
    note(laptop.workspace, client_of(laptop), "meanwhile")
    laptop.commit()
    there = laptop.ids()

    merged = pull(laptop, desktop)

    assert merged.code == 0
    assert laptop.ids() == there
    assert "stays in it: a diary only grows" in merged.out


# -- without it ------------------------------------------------------------------------------------


def test_with_no_driver_git_leaves_its_marks_and_every_event_is_found(
    laptop: Clone, desktop: Clone, figure: Callable[[str], None]
) -> None:
    there = go_apart(laptop, desktop)

    merged = pull(laptop, desktop)

    figure(line("with no driver", laptop, there, merged.code))
    assert merged.code == 1
    assert b"<<<<<<<" in laptop.diary
    assert set(laptop.ids()) == there


def test_when_vooraf_is_gone_the_driver_leaves_the_same_marks(
    laptop: Clone, desktop: Clone, figure: Callable[[str], None]
) -> None:
    """Without them git would leave our side alone in the file, as if it were all."""
    git.set_up(str(laptop.data))
    _, _, marks = git.driver().partition(" || ")
    laptop.git("config", "merge.vooraf.driver", f"no-such-program merge-driver %O %A %B || {marks}")
    there = go_apart(laptop, desktop)

    merged = pull(laptop, desktop)

    figure(line("with a driver that is gone", laptop, there, merged.code))
    assert merged.code == 1
    assert set(laptop.ids()) == there


def test_what_cannot_be_put_together_gets_marks_too(laptop: Clone, desktop: Clone) -> None:
    git.set_up(str(laptop.data))
    file = next((desktop.data / "clients").iterdir())
    there = go_apart(laptop, desktop)
    file.write_bytes(file.read_bytes().replace(client_of(laptop).encode(), b"zzzzzz", 1))
    desktop.commit()

    merged = pull(laptop, desktop)

    assert merged.code == 1
    assert "These are diaries of two clients" in merged.out
    assert set(laptop.ids()) == there


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_marks_that_were_committed_hide_nothing_and_are_merged_again(
    laptop: Clone, desktop: Clone, style: str, figure: Callable[[str], None]
) -> None:
    laptop.git("config", "merge.conflictStyle", style)
    there = go_apart(laptop, desktop)
    assert pull(laptop, desktop).code == 1
    laptop.commit()
    git.set_up(str(desktop.data))
    note(desktop.workspace, client_of(desktop), "later, on the desktop")
    desktop.commit()
    there |= set(desktop.ids())

    merged = pull(desktop, laptop)

    figure(line(f"with marks committed ({style})", desktop, there, merged.code))
    assert merged.code == 0, merged
    assert set(desktop.ids()) == there
    assert set(laptop.ids()) < there


def test_what_is_written_after_a_merge_with_marks_is_found_as_well(laptop: Clone, desktop: Clone) -> None:
    there = go_apart(laptop, desktop)
    assert pull(laptop, desktop).code == 1

    note(laptop.workspace, client_of(laptop), "with the marks in it")

    assert there < set(laptop.ids())
    assert len(set(laptop.ids()) - there) == 1


# -- why union is refused --------------------------------------------------------------------------


def test_union_breaks_a_diary_without_a_word(
    laptop: Clone, desktop: Clone, figure: Callable[[str], None]
) -> None:
    """What git-setup refuses: the merge is clean, and events are gone."""
    for clone in (laptop, desktop):
        (clone.data / ".git" / "info" / "attributes").write_text("clients/*.toml merge=union\n")
    there = go_apart(laptop, desktop)

    merged = pull(laptop, desktop)

    figure(line("with merge=union", laptop, there, merged.code))
    assert merged.code == 0
    assert b"<<<<<<<" not in laptop.diary
    assert set(laptop.ids()) < there
    assert laptop.torn()
