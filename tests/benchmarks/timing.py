"""A program in a pseudo-terminal, timed from outside: from a key to the last byte of its paint."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path

from tests.terminal.driver import KEYS, Terminal

QUIET = 0.08
"""Seconds without output after which a paint is whole."""


_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Timed(Terminal):
    """Stamps what arrives before it is looked at, so that parsing never counts."""

    def __init__(
        self, command: list[str], *, columns: int = 120, rows: int = 36, env: dict[str, str]
    ) -> None:
        self.started = time.perf_counter()
        self.arrived = self.started
        super().__init__(command, columns=columns, rows=rows, env=env)

    def _arriving(self) -> bytes:
        """A frame to its end: a line carries 4 kB at a time, and drawing one would count for the next."""
        data = super()._arriving()
        while data.rfind(_FRAME_BEGINS) > data.rfind(_FRAME_ENDS) and self._is_more_to_come():
            data += super()._arriving()
        self.arrived = time.perf_counter()
        return data

    def _is_more_to_come(self) -> bool:
        return bool(select.select([self.master], [], [], 1.0)[0])

    def seconds_until(self, text: str) -> float:
        """Seconds from the start of the program until ``text`` was painted."""
        self.wait_for(text)
        return self.arrived - self.started

    def settle(self) -> None:
        """Wait until nothing comes for a while."""
        while self._read(QUIET):
            pass

    def _press(self, key: str) -> float:
        """Press a key on a quiet screen and wait for the first of what it paints; gives when it was pressed."""
        self.settle()
        sent = time.perf_counter()
        self._send(KEYS.get(key, key).encode())
        while not self._read(QUIET):
            if time.perf_counter() - sent > 10:
                raise AssertionError(f"{key} painted nothing\n{self.text()}")
        return sent

    def seconds_for(self, key: str) -> float:
        """Seconds from a key until the last byte of what it painted."""
        sent = self._press(key)
        self.settle()
        return self.arrived - sent

    def seconds_until_answer(self, key: str) -> float:
        """Seconds from a key until the first byte of what it painted, on a screen that others paint too."""
        sent = self._press(key)
        return self.arrived - sent

    def seconds_to_quit(self, key: str = "q") -> float:
        """Seconds from the key until the program has ended."""
        self.settle()
        sent = time.perf_counter()
        self._send(key.encode())
        while self.process.poll() is None:
            self._read(0.001)
        return time.perf_counter() - sent

    def megabytes(self) -> float:
        """The most memory that it had so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024

    def cpu_seconds(self) -> float:
        """The processor's time that it took so far."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        fields = stat.rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def cpu_while_idle(self, seconds: float) -> float:
        """The processor's time that it takes while nobody touches it."""
        self.settle()
        before, end = self.cpu_seconds(), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return self.cpu_seconds() - before
