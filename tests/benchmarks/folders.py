"""The data folders of a run, made when they are first needed, each with the index warm."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.benchmarks.data import fill
from vooraf.actions.overview import overview
from vooraf.actions.workspace import Workspace
from vooraf.storage.folder import DataFolder

EVENTS = 30


class Folders:
    """Data folders by their number of clients; ``many`` is the largest."""

    def __init__(self, root: Path, many: int, say: Callable[[str], int]) -> None:
        self.root = root
        self.many = many
        self._say = say
        self._made: dict[tuple[int, int], Path] = {}

    def home(self, clients: int, events: int = EVENTS) -> Path:
        """A home with the data of so many clients, whose files are settled and indexed."""
        if (clients, events) not in self._made:
            home = self.root / f"{clients}-{events}"
            self._say(f"… {clients} clients of {events} events\n")
            workspace = self.workspace(home)
            fill(workspace, clients, events)
            newest = max(path.stat().st_ctime for path in (home / "data" / "clients").iterdir())
            while time.time() < newest + 2.1:  # until the files are old enough for their times to be proof
                os.sched_yield()
            overview(workspace)
            workspace.index.close()
            self._made[clients, events] = home
        return self._made[clients, events]

    def workspace(self, home: Path) -> Workspace:
        """The workspace of a home."""
        return Workspace(
            DataFolder(str(home / "data")),
            lambda: datetime.now().astimezone(),
            os.urandom,
            config=lambda: str(home / "config" / "vooraf"),
            state=lambda: str(home / "state" / "vooraf"),
        )

    def environment(self, home: Path) -> dict[str, str]:
        """What makes the program use a home."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
            "LANG": "C.UTF-8",
            "VOORAF_DATA": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
