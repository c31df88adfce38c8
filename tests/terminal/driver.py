"""Drive the real program in a real pseudo-terminal, and read its screen.

    with Terminal([sys.executable, "-m", "vooraf", "--demo"], columns=80, rows=24, env={}) as terminal:
        terminal.wait_for("Noor Veldman")
        terminal.press("enter", "space")
        print(terminal.text())

Waiting is for something to appear, never for a time to pass.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from typing import Self

import pyte

KEYS = {
    "enter": "\r",
    # As terminals send it that were asked to tell it from the beginning of another key: without waiting.
    "esc": "\x1b[27u",
    "space": " ",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}
ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>q": b"\x1bP>|test\x1b\\",
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # frames may be marked: so that none is seen half drawn
}
PATIENCE = 120.0
"""Seconds, as many as no machine needs."""

_WRAPS, _CURSOR, _OTHER_SCREEN, _FRAME = 7, 25, 1049, 2026
_KEYBOARD = re.compile(rb"\x1b\[([<>=])[\d;]*u")
_BEGUN = re.compile(rb"\x1b(?:\[[<>=?\d;]*)?\Z")


class _Screen(pyte.Screen):
    """A screen that remembers the private modes, of which pyte takes some for others.

    ``on`` are those that are switched on; a terminal begins with ``USUAL``.
    """

    USUAL = frozenset({_WRAPS, _CURSOR})

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows)
        self.on = set(self.USUAL)

    def set_mode(self, *modes: int, **options: object) -> None:
        if options.get("private"):
            self.on.update(modes)
        self._switch(super().set_mode, modes, options)

    def reset_mode(self, *modes: int, **options: object) -> None:
        if options.get("private"):
            self.on.difference_update(modes)
        self._switch(super().reset_mode, modes, options)

    def _switch(
        self, as_pyte: Callable[..., None], modes: tuple[int, ...], options: dict[str, object]
    ) -> None:
        if not options.get("private") or all(mode < 1000 for mode in modes):
            as_pyte(*modes, **options)
        elif _OTHER_SCREEN in modes:
            self.erase_in_display(2)
            self.cursor_position()

    def select_graphic_rendition(self, *attributes: int, **options: object) -> None:
        if not options.get("private"):
            super().select_graphic_rendition(*attributes)


class Terminal:
    """One command in its own pseudo-terminal and session."""

    def __init__(self, command: list[str], *, columns: int = 80, rows: int = 24, env: dict[str, str]) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._begun = b""
        self._keyboards = 0
        self.master, slave = pty.openpty()
        self._set_size(columns, rows)
        self._settings = termios.tcgetattr(self.master)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], **env},
        )
        os.close(slave)
        os.set_blocking(self.master, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self.master >= 0:
            os.close(self.master)

    # -- what is done to it ----------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, by name or as they are."""
        for key in keys:
            if key.startswith("ctrl+"):
                self._send(bytes([ord(key[-1]) & 0x1F]))
            else:
                self._send(KEYS.get(key, key).encode())
            self._read(0.02)

    def type(self, text: str) -> None:
        """Type a text, as fast as the line carries it."""
        self._send(text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        self.signal(signal.SIGWINCH)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def kill(self) -> None:
        """End the program as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def hang_up(self) -> None:
        """Close the window: nothing can be read or written any more."""
        os.close(self.master)
        self.master = -1

    # -- what is seen of it ----------------------------------------------------------------------

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def is_sane(self) -> bool:
        """Whether the terminal is as the program found it."""
        same = termios.tcgetattr(self.master) == self._settings
        return same and self.screen.on == self.screen.USUAL and not self._keyboards

    def wait_for(self, text: str, *, gone: bool = False) -> None:
        """Wait until a text is on the screen, or no longer is."""
        what = f"{'still' if gone else 'not'} on the screen: {text!r}"
        self.wait_until(lambda: (text in self.text()) != gone, what)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until what is on the screen makes ``holds`` true; ``what`` is said when it never does."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end or (self.process.poll() is not None and not self._read(0)):
                raise AssertionError(f"{what}\n{self.text()}")
            self._read(0.1)

    def wait_for_exit(self) -> int:
        """Wait until the program has ended, and read the last of what it wrote; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"still running\n{self.text()}")
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.returncode

    # -- the line between ------------------------------------------------------------------------

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _send(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self.master, data) :]
            except BlockingIOError:
                select.select([], [self.master], [], 0.1)

    def _read(self, patience: float) -> bool:
        """Take in what the program wrote, up to the end of a frame; whether there was anything."""
        if self.master < 0:
            time.sleep(patience)
            return False
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = self._arriving()
        except (
            OSError
        ):  # the line is down, so there is nothing to wait for; the program may need the processor
            time.sleep(patience)
            return False
        for question, answer in ANSWERS.items():
            if question in data:
                self._send(answer)
        self._take_in(data)
        while _FRAME in self.screen.on and self._read(PATIENCE):
            pass  # the rest of the frame
        return bool(data)

    def _arriving(self) -> bytes:
        """What is there to be read. Raises OSError when the line is down."""
        return os.read(self.master, 1 << 16)

    def _take_in(self, data: bytes) -> None:
        """Let pyte draw it, but for the sequences about the keyboard, which it would write out."""
        whole = self._begun + data
        begun = _BEGUN.search(whole)
        self._begun = whole[begun.start() :] if begun else b""
        whole = whole[: len(whole) - len(self._begun)]
        changes = [sequence[1] for sequence in _KEYBOARD.finditer(whole)]
        self._keyboards += changes.count(b">") - changes.count(b"<")
        self._stream.feed(_KEYBOARD.sub(b"", whole))
