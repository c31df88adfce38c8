"""The real program in a real terminal: how it opens, how it is left, and what a window does to it."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.terminal.conftest import Home
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

AT_HOME = "enter open"
BOX = "╭─"


def opened(home: Home, *arguments: str, **size: int) -> Terminal:
    """The sample clients on the screen."""
    terminal = home.terminal("--demo", *arguments, **size)
    terminal.wait_for("▸ Noor Veldman")
    return terminal


def samples_left(home: Home) -> list[str]:
    return [file.name for file in (home.folder / "tmp").iterdir()]


def test_it_opens_on_the_clients_and_leaves_the_terminal_as_it_was(home: Home) -> None:
    terminal = opened(home)
    terminal.wait_for("6 clients")
    assert not terminal.is_sane()
    assert samples_left(home)

    terminal.press("q")

    assert terminal.wait_for_exit() == 0
    assert terminal.is_sane()
    assert not terminal.text().strip()
    assert samples_left(home) == []


def test_escape_as_an_old_terminal_sends_it(home: Home) -> None:
    terminal = opened(home)
    terminal.press("enter")
    terminal.wait_for("esc back")
    terminal.type("\x1b")
    terminal.wait_for(AT_HOME)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(home: Home, number: signal.Signals) -> None:
    terminal = opened(home)
    terminal.press("enter")
    terminal.wait_for("c confirmed")
    terminal.press("c")
    terminal.wait_for("^s save")

    terminal.signal(number)

    assert terminal.wait_for_exit() == 128 + number
    assert terminal.is_sane()
    assert "Traceback" not in terminal.text()
    assert samples_left(home) == []


def test_it_ends_when_its_window_is_closed(home: Home) -> None:
    terminal = opened(home)
    terminal.hang_up()
    assert terminal.wait_for_exit() != 0
    assert samples_left(home) == []


def test_ctrl_c_ends_nothing_and_says_what_does(home: Home) -> None:
    """A habit of the fingers throws no meeting away."""
    terminal = opened(home, "--lang", "nl")
    terminal.press("ctrl+c")
    terminal.wait_for("ctrl+q sluit Vooraf.")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0


def test_every_screen_in_the_smallest_window(home: Home) -> None:
    terminal = opened(home, columns=20, rows=5)
    for key, text, boxes in (
        ("enter", "how:", "cehpw?"),
        ("s", "y copy", "tfil"),
        ("m", "10 min", "i"),
        (",", "Settings", ""),
    ):
        terminal.press(key)
        terminal.wait_for(text)
        for box in boxes:
            terminal.press(box)
            terminal.wait_for(BOX)
            terminal.press("esc")
            terminal.wait_for(BOX, gone=True)
        terminal.press("esc")
        terminal.wait_for("▸ Noor")
    for key, text in (
        ("n", BOX), ("esc", "▸ Noor"), ("/", "name, wish"), ("zzz", "zzz"), ("esc", "▸ Noor"),
        ("enter", "how:"), ("d", "events"), ("enter", BOX), ("esc", "events"), ("esc", "how:"), ("esc", "▸ Noor"),
        ("m", "10 min"), ("enter", "1 of"), ("enter", "2 of"), ("w", BOX), ("esc", "2 of"), ("E", "read-"),
    ):  # fmt: skip
        terminal.press(key)
        terminal.wait_for(text)
    terminal.resize(80, 24)
    terminal.wait_for("Read back together what was said today.")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_another_size_is_drawn_at_once_and_the_cursor_stays(home: Home) -> None:
    terminal = opened(home)
    terminal.press("down", "down")
    terminal.wait_for("▸ Bakkerij Smit")
    terminal.resize(140, 40)
    terminal.wait_for("Price and payment")
    terminal.wait_for("▸ Bakkerij Smit")
    terminal.resize(40, 12)
    terminal.wait_for("Price and payment", gone=True)
    terminal.wait_for("▸ Bakkerij Smit")
    assert max(map(len, terminal.text().split("\n"))) <= 40


def test_it_speaks_dutch(home: Home) -> None:
    terminal = opened(home, "--lang", "nl")
    terminal.wait_for("morgen")
    terminal.press("enter")
    terminal.wait_for("bevestigd")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_what_is_typed_and_saved_in_one_go_arrives_whole(home: Home) -> None:
    """A slow line carries many keys at once: saving never overtakes the words."""
    words = "een heel rustige foto, zonder lachen " * 8
    terminal = opened(home)
    terminal.press("enter")
    terminal.wait_for("c confirmed")
    terminal.press("W")
    terminal.wait_for("^s save")
    terminal.type(f"{words}\x13")
    terminal.wait_for("^s save", gone=True)
    terminal.press("d")
    terminal.wait_for("esc back")
    terminal.press("enter")
    terminal.wait_for("lachen”")


def test_a_change_by_a_command_is_seen_while_it_is_open(home: Home) -> None:
    home.json("new", "Noor Veldman", "--checklist", "photographer")
    terminal = home.terminal()
    terminal.wait_for("▸ Noor Veldman")
    terminal.press("enter")
    terminal.wait_for("c confirmed")
    terminal.press("down")
    terminal.wait_for("▸ ! ○ Not included")
    home.run("confirm", "noor", "scope", "--words", "thirty")
    terminal.wait_for("1 of 32 confirmed")
    terminal.wait_for("▸ ! ○ Not included")


def test_without_a_terminal_to_write_to_it_says_so(home: Home) -> None:
    line = f"'{sys.executable}' -m vooraf --demo | cat > \"$HOME/piped\"; echo ended"
    terminal = home.shell(line)
    terminal.wait_for("vooraf: ")
    terminal.wait_for("ended")
    assert "Traceback" not in terminal.text()
    assert home.read("piped") == ""
    assert terminal.is_sane()


def test_a_reader_that_stops_early_is_no_fault(home: Home) -> None:
    line = f"'{sys.executable}' -m vooraf --demo script noor | head -1; echo ended"
    terminal = home.shell(line)
    terminal.wait_for("ended")
    lines = terminal.text().split("\n")
    assert lines[0].startswith("Check-in · Noor Veldman")
    assert lines[1] == "ended"
