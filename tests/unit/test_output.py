"""A script that leaves the program: whole files or none, and the printer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from vooraf.actions import output
from vooraf.actions.output import format_of, print_text, save_text
from vooraf.errors.disk import CannotWrite, FileExists, NotAFile
from vooraf.errors.output import NoPrinter, UnknownEnding


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "text"),
        ("a", "text"),
        ("a.md", "md"),
        ("a.markdown", "md"),
        ("x/a.HTM", "html"),
        ("a.json", "json"),
    ],
)
def test_the_format_of_a_name(name: str, form: str) -> None:
    assert format_of(name) == form


def test_an_ending_that_names_no_format() -> None:
    with pytest.raises(UnknownEnding):
        format_of("a.pdf")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    written = save_text(str(tmp_path / "a.txt"), "één\n")

    assert Path(written).read_bytes() == "één\n".encode()
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_home_folder_may_be_named_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert save_text("~/a.txt", "x") == str(tmp_path / "a.txt")


def test_nothing_is_overwritten_unless_it_is_forced(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("mine")

    with pytest.raises(FileExists):
        save_text(str(file), "x")
    assert file.read_text() == "mine"
    save_text(str(file), "x", force=True)
    assert file.read_text() == "x"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_to_nowhere_is_something_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")

    with pytest.raises(FileExists):
        save_text(str(tmp_path / "a.txt"), "x")


def test_force_writes_the_file_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("mine")
    (tmp_path / "a.txt").symlink_to(tmp_path / "real.txt")

    save_text(str(tmp_path / "a.txt"), "x", force=True)

    assert (tmp_path / "a.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "x"


def test_a_folder_and_a_device_are_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(NotAFile):
            save_text(str(path), "x", force=True)


def test_a_file_that_comes_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    monkeypatch.setattr(output, "to_platter", lambda _descriptor: file.write_text("mine"))

    with pytest.raises(FileExists):
        save_text(str(file), "x")

    assert file.read_text() == "mine"
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "to_platter", full)

    with pytest.raises(CannotWrite, match="no space left"):
        save_text(str(tmp_path / "a.txt"), "x", force=force)

    assert os.listdir(tmp_path) == []


def test_a_rename_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_source: str, _target: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "replace", refused)

    with pytest.raises(CannotWrite):
        save_text(str(tmp_path / "a.txt"), "x")

    assert os.listdir(tmp_path) == []


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        save_text(str(tmp_path / ("n" * 300)), "x")

    assert os.listdir(tmp_path) == []


def printer(folder: Path, script: str) -> dict[str, str]:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "PAPER": str(folder / "paper")}


def test_the_printer_gets_the_text_as_utf_8(tmp_path: Path) -> None:
    print_text("één\n", printer(tmp_path, 'cat > "$PAPER"'))

    assert (tmp_path / "paper").read_text(encoding="utf-8") == "één\n"


@pytest.mark.parametrize(
    ("script", "why"),
    [("echo 'no default destination' >&2; exit 1", "no default destination"), ("exit 4", "lp: 4")],
)
def test_a_refusal_says_why_and_where_the_text_is(tmp_path: Path, script: str, why: str) -> None:
    with pytest.raises(NoPrinter) as told:
        print_text("text", printer(tmp_path, script))

    assert told.value.data["why"] == why
    file = Path(str(told.value.data["file"]))
    assert file.read_text() == "text"
    file.unlink()


def test_a_printer_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*_given: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("lp", output.PATIENCE)

    monkeypatch.setattr(subprocess, "run", hangs)

    with pytest.raises(NoPrinter, match="timed out") as told:
        print_text("text", printer(tmp_path, ""))

    Path(str(told.value.data["file"])).unlink()


def test_no_printer_and_no_place_for_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(CannotWrite):
        print_text("text", {"PATH": str(tmp_path)})
