"""Drive the real program in a real pseudo-terminal, and read its screen.

    with Terminal([sys.executable, "-m", "vooraf", "--demo"], columns=80, rows=24) as terminal:
        terminal.wait_for("Noor Veldman")
        terminal.press("enter", "space")
        print(terminal.text())

Waiting is for something to appear, never for a time to pass.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from typing import Self

import pyte

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
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
ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[>q": b"\x1bP>|test\x1b\\", b"\x1b[5n": b"\x1b[0n"}
PATIENCE = 30.0


class _Screen(pyte.Screen):
    """A screen that passes over the private sequences that pyte takes for others."""

    def set_mode(self, *modes: int, **options: object) -> None:
        if options.get("private") and any(mode > 1000 for mode in modes):
            return
        super().set_mode(*modes, **options)

    def select_graphic_rendition(self, *attributes: int, **options: object) -> None:
        if not options.get("private"):
            super().select_graphic_rendition(*attributes)


class Terminal:
    """One command in its own pseudo-terminal and session."""

    def __init__(self, command: list[str], *, columns: int = 80, rows: int = 24, env: dict[str, str]) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
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
        os.close(self.master)

    def kill(self) -> None:
        """End the program as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press keys, by name or as they are."""
        for key in keys:
            if key.startswith("ctrl+"):
                self._send(bytes([ord(key[-1]) & 0x1F]))
            else:
                self._send(KEYS.get(key, key).encode())
            self._read(0.02)

    def type(self, text: str) -> None:
        """Type a text."""
        self._send(text.encode())

    def wait_for(self, text: str, *, gone: bool = False) -> None:
        """Wait until a text is on the screen, or no longer is."""
        end = time.monotonic() + PATIENCE
        while (text in self.text()) == gone:
            if time.monotonic() > end or (self.process.poll() is not None and not self._read(0)):
                raise AssertionError(f"{'still' if gone else 'not'} on the screen: {text!r}\n{self.text()}")
            self._read(0.1)

    def wait_for_exit(self) -> int:
        """Wait until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"still running\n{self.text()}")
            self._read(0.05)
        return self.process.returncode

    def _send(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self.master, data) :]
            except BlockingIOError:
                select.select([], [self.master], [], 0.1)

    def _read(self, patience: float) -> bool:
        """Take in what the program wrote; whether there was anything."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        for question, answer in ANSWERS.items():
            if question in data:
                self._send(answer)
        self._stream.feed(data)
        return bool(data)
