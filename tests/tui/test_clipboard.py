from __future__ import annotations

from pathlib import Path

import pytest

from vooraf.tui import clipboard
from vooraf.tui.app import VoorafApp


def program(folder: Path, name: str, does: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o700)


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, ["pbcopy", "clip.exe"]),
        (
            {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"},
            ["pbcopy", "wl-copy", "xclip", "xsel", "clip.exe"],
        ),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, ["xclip", "xsel"]),
        ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, []),
    ],
)
def test_only_tools_of_the_computer_one_sits_at_are_tried(environ: dict[str, str], wanted: list[str]) -> None:
    assert [tool.command[0] for tool in clipboard.tools(environ)] == wanted


def test_a_tool_that_refuses_or_hangs_leaves_it_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert not clipboard.taken_by_a_tool("één", environ)
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", "exec /bin/sleep 60")
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)
    assert not clipboard.taken_by_a_tool("één", environ)
    monkeypatch.setattr(clipboard, "PATIENCE", 60.0)
    program(tmp_path, "xsel", f"/bin/cat > '{tmp_path}/got'")
    program(tmp_path, "xclip", "exit 1")
    assert clipboard.taken_by_a_tool("één", environ)
    assert (tmp_path / "got").read_bytes() == "één".encode()


def test_windows_gets_what_its_tool_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 60.0)
    program(tmp_path, "clip.exe", f"/bin/cat > '{tmp_path}/got'")
    assert clipboard.taken_by_a_tool("één", {"PATH": str(tmp_path)})
    assert (tmp_path / "got").read_bytes().decode("utf-16") == "één"


@pytest.mark.parametrize("environ", [{"TERM": "linux"}, {"TERM": "dumb"}, {"TERM_PROGRAM": "Apple_Terminal"}])
def test_a_terminal_without_a_clipboard_is_sent_nothing(app: VoorafApp, environ: dict[str, str]) -> None:
    assert not clipboard.sent_to_terminal(app, "text", environ)
    assert app.clipboard == ""


def test_no_terminal_is_sent_more_than_it_takes(app: VoorafApp) -> None:
    assert not clipboard.sent_to_terminal(app, "x" * clipboard.MOST_FOR_A_TERMINAL, {"TERM": "xterm"})
    assert clipboard.sent_to_terminal(app, "x" * 50_000, {"TERM": "xterm"})
