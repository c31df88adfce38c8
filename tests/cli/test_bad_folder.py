"""Data folders that can't be used, and a fault of ours: a sentence and an exit code each."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Runner

READERS = [
    ("list",), ("list", "--json"), ("show", "noor"), ("diary", "noor"), ("script", "noor"),
    ("checklists",), ("checklists", "check"),
]  # fmt: skip


WRITERS = [("new", "Noor"), ("note", "noor", "x"), ("tell", "noor", "--all"), ("checklists", "copy", "salon")]


# -- the data folder -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [*READERS, *WRITERS], ids=" ".join)
def test_the_data_folder_is_a_file(vooraf: Runner, command: tuple[str, ...]) -> None:
    vooraf.data.write_text("mine")

    told = (
        f"vooraf: The data folder {vooraf.data} isn't a folder: {vooraf.data} is a file.\n"
        "Choose another folder with --data.\n"
    )
    assert vooraf(*command, ok=False) == (1, "", told)
    assert vooraf.data.read_text() == "mine"


@pytest.mark.parametrize("command", [*READERS, *WRITERS], ids=" ".join)
def test_the_data_folder_lies_behind_a_file(vooraf: Runner, command: tuple[str, ...]) -> None:
    vooraf.data.write_text("mine")
    vooraf.data /= "further"

    result = vooraf(*command, ok=False)

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(
        f"vooraf: The data folder {vooraf.data} isn't a folder: {vooraf.data.parent} is a file."
    )


def test_the_screen_does_not_open_on_such_a_folder(vooraf: Runner) -> None:
    vooraf.data.write_text("mine")
    vooraf.terminal = True

    assert vooraf(ok=False).code == 1
    assert vooraf.screens == []


def refusing(folder: Path) -> Callable[[str], object]:
    """``os.scandir`` of a system that lets nobody into ``folder``: for root, permissions don't."""
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).startswith(str(folder)):
            raise PermissionError(13, "Permission denied")
        return real(path)

    return scandir


@pytest.mark.parametrize("command", [*READERS, *WRITERS], ids=" ".join)
def test_the_data_folder_can_not_be_read(
    small: Runner, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "scandir", refusing(small.data))

    told = (
        f"vooraf: The data folder {small.data} can't be read: permission denied.\n"
        "Choose another folder with --data, or give yourself access to this one.\n"
    )
    assert small(*command, ok=False) == (1, "", told)


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_reader_of_a_folder_that_can_not_be_written_prints_and_says_so(
    small: Runner, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    small.client()
    before = small(*command).out
    monkeypatch.setattr(os, "access", lambda *_given, **_more: False)

    result = small(*command, ok=False)

    assert (result.code, result.out) == (1, before)
    assert f"vooraf: The data folder {small.data} can't be written: permission denied.\n" in result.err


def test_a_letter_that_could_not_be_recorded_is_not_printed(
    small: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = small.client()
    monkeypatch.setattr(os, "access", lambda *_given, **_more: False)

    result = small("script", noor, "up-front", "--tell", "--by", "email", ok=False)

    assert (result.code, result.out) == (1, "")


def test_a_full_disk_saves_nothing_and_says_so(small: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    noor = small.client()
    before = small.diary(noor).read_bytes()

    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        result = small("tell", noor, "scope", ok=False)

    assert (result.code, result.out) == (1, "")
    assert result.err.lower().startswith("vooraf: not saved: no space left on device.")
    assert small.diary(noor).read_bytes() == before


@pytest.mark.parametrize(
    ("number", "said", "hint"),
    [
        (28, "er is geen ruimte meer op de schijf", "Maak ruimte op die schijf"),
        (30, "deze schijf is alleen te lezen", "Van die schijf kan nu alleen worden gelezen"),
        (13, "je hebt er geen toegang toe", "Geef jezelf toegang tot"),
    ],
)
def test_the_reason_is_said_in_dutch_and_the_hint_fits_it(
    small: Runner, monkeypatch: pytest.MonkeyPatch, number: int, said: str, hint: str
) -> None:
    noor = small.client()

    def refuse(_descriptor: int, _content: bytes) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", refuse)
        told = small("--lang", "nl", "tell", noor, "scope", ok=False).err

    assert told.startswith(f"vooraf: Niet opgeslagen: {said}. ")
    assert f"\n{hint}" in told


# -- a fault of ours -------------------------------------------------------------------------------


def test_a_fault_of_ours_is_one_line_and_a_report(vooraf: Runner, tmp_path: Path) -> None:
    def broken(_workspace: object) -> int:
        raise RuntimeError("a nasty secret")

    vooraf.terminal, vooraf.screen = True, broken

    result = vooraf(ok=False)

    assert (result.code, result.out) == (3, "")
    assert len(result.err.splitlines()) == 1
    found = re.fullmatch(
        r"vooraf: This is a fault of Vooraf itself \(RuntimeError\). The report is in (.+\.txt)\n", result.err
    )
    assert found
    report = Path(found[1])
    assert report.is_relative_to(tmp_path / "state")
    assert report.stat().st_mode & 0o777 == 0o600
    assert "RuntimeError: a nasty secret" in report.read_text()
    assert "Traceback" in report.read_text()


def test_a_fault_of_ours_without_a_place_for_the_report(vooraf: Runner, tmp_path: Path) -> None:
    def broken(_workspace: object) -> int:
        raise RuntimeError("oops")

    vooraf.terminal, vooraf.screen = True, broken
    (tmp_path / "state").write_text("a file in the way")

    assert vooraf(ok=False) == (3, "", "vooraf: This is a fault of Vooraf itself: RuntimeError: oops\n")


def test_ctrl_c_is_quiet(vooraf: Runner) -> None:
    def interrupted(_workspace: object) -> int:
        raise KeyboardInterrupt

    vooraf.terminal, vooraf.screen = True, interrupted

    assert vooraf(ok=False) == (130, "", "")
