"""Keys while there is a lot to read beside the screen: the longest that one waits for its answer."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tests.benchmarks.folders import Folders
from tests.benchmarks.timing import Timed
from vooraf.model.events import sealed
from vooraf.storage.toml_text import event_text

KEYS_MEANWHILE = 40
EVENTS_IN_CONFLICT = 1_000
FEW = 30


def key_while_indexing(folders: Folders, command: list[str]) -> Callable[[], float]:
    """The most milliseconds that a key waits for its answer while every file is read again."""

    def measure() -> float:
        home = folders.home(folders.many)
        for path in (home / "data" / "clients").iterdir():
            os.utime(path)
        time.sleep(2.1)  # until their times are proof
        found = []
        with Timed(command, env=folders.environment(home)) as screen:
            screen.wait_for("esc stops")
            while len(found) < KEYS_MEANWHILE and "esc stops" in screen.text():
                found.append(screen.seconds_until_answer("up" if len(found) % 4 > 1 else "down"))
            screen.wait_for("esc stops", gone=True)
        return max(found) * 1000

    return measure


def key_while_absorbing(folders: Folders, command: list[str]) -> Callable[[], float]:
    """The most milliseconds that a key waits for its answer while a large conflict copy is taken in."""
    numbers = count()

    def measure() -> float:
        home = folders.root / f"conflict {next(numbers)}"
        shutil.copytree(folders.home(FEW), home)
        _put_in_conflict(min((home / "data" / "clients").iterdir()))
        found = []
        with Timed(command, env=folders.environment(home)) as screen:
            screen.wait_for("clients ·")
            while not found or "sync-conflict" not in screen.text():  # it may be done by the first answer
                found.append(screen.seconds_until_answer("up" if len(found) % 4 > 1 else "down"))
        return max(found) * 1000

    return measure


def _put_in_conflict(diary: Path) -> None:
    """Put a copy with many events of its own beside a diary."""
    at = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    events = (
        sealed(1_000 + number, f"01m8{number:022d}-cd34", at, "note", {"text": "on the other laptop " * 5})
        for number in range(EVENTS_IN_CONFLICT)
    )
    copy = diary.with_name(f"{diary.stem}.sync-conflict-20261122-101504-ABCDEFG.toml")
    text = diary.read_text(encoding="utf-8")
    copy.write_text(text + "".join("\n" + event_text(event) for event in events), encoding="utf-8")
