"""The way out: colour on a terminal alone, any encoding, nothing that a terminal obeys."""

from __future__ import annotations

import io
import json

import pytest

from tests.cli.conftest import Runner, Terminal
from vooraf.cli.streams import PIPED_WIDTH, Streams, beside, json_text


def test_a_pipe_gets_no_decoration(small: Runner) -> None:
    noor = small.client()
    small("note", noor, "x")
    small("undo", noor)

    for command in (("list",), ("show", noor), ("diary", noor), ("checklists", "show", "small")):
        assert "\x1b" not in small(*command).out


def test_a_terminal_gets_a_little_and_not_with_no_color(small: Runner) -> None:
    noor = small.client()
    small.terminal = True
    small.environ["TERM"] = "xterm"
    assert f"\x1b[1mNoor Veldman · {noor}" in small("show", noor).out

    small.environ["NO_COLOR"] = "1"
    assert "\x1b" not in small("show", noor).out


def test_a_dumb_terminal_gets_none(small: Runner) -> None:
    noor = small.client()
    small.terminal = True
    small.environ["TERM"] = "dumb"

    assert "\x1b" not in small("show", noor).out


def test_what_is_undone_is_marked_in_words_too(small: Runner) -> None:
    noor = small.client()
    small("note", noor, "Called.")
    small("undo", noor)
    small.terminal = True
    small.environ["TERM"] = "xterm"

    assert "\x1b[2m Sun 22 Nov 2026  note        Called. · undone\x1b[0m" in small("diary", noor).out


@pytest.mark.parametrize(
    ("columns", "width"), [("100", 100), ("5", 20), ("wide", PIPED_WIDTH), ("9999999", PIPED_WIDTH)]
)
def test_the_width_of_a_terminal(columns: str, width: int) -> None:
    assert Streams(Terminal(), io.StringIO(), {"COLUMNS": columns}).columns == width


def test_a_pipe_has_no_width() -> None:
    assert Streams(io.StringIO(), io.StringIO(), {"COLUMNS": "100"}).columns is None


def test_long_lines_are_wrapped_on_a_terminal_alone(small: Runner) -> None:
    noor = small.client()
    small("note", noor, "word " * 60)
    small.environ["COLUMNS"] = "60"
    assert any(len(line) > 250 for line in small("diary", noor).out.splitlines())

    small.terminal = True
    assert all(len(line) <= 60 for line in small("diary", noor).out.splitlines())


@pytest.mark.parametrize(
    ("environ", "encoding", "written"),
    [
        ({}, "utf-8", "≠ é".encode()),
        ({}, "ascii", "≠ é".encode()),
        ({"PYTHONIOENCODING": "ascii"}, "ascii", b"? ?"),
        ({}, "latin-1", b"? \xe9"),
    ],
)
def test_no_encoding_stops_the_printing(environ: dict[str, str], encoding: str, written: bytes) -> None:
    raw = io.BytesIO()
    out = Streams(io.TextIOWrapper(raw, encoding=encoding), io.StringIO(), environ)

    out.line("≠ é")
    out.flush()

    assert raw.getvalue() == written + b"\n"


@pytest.mark.parametrize("char", ["\x1b", "\x00", "\x9b", "\u202e", "\ufeff", "\ud800", "\x7f", "\u2028"])
def test_json_has_no_character_that_is_not_seen_and_loses_none(char: str) -> None:
    text = json_text({"name": f"a{char}b\nc"})

    assert char not in text
    assert json.loads(text) == {"name": f"a{char}b\nc"}


def test_pieces_of_a_line() -> None:
    assert beside(("a", "", "b")) == "a · b"


def test_long_work_says_how_far_it_is_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 0.1, 0.3, 0.35, 0.6, 0.7])
    monkeypatch.setattr("time.monotonic", lambda: next(seconds))
    for stderr, expected in (
        (Terminal(), "\rRecording… 2/5\x1b[K\rRecording… 4/5\x1b[K\r\x1b[K"),
        (io.StringIO(), ""),
    ):
        tell = Streams(io.StringIO(), stderr, {}).progress("Recording…")
        for done in range(1, 6):
            tell(done, 5)
        assert stderr.getvalue() == expected
