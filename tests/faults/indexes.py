"""Runs of the program with an index and without, for the tests of what can happen to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.factories import a_workspace
from vooraf.actions.everybody import before
from vooraf.actions.overview import Overview, overview

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace


def later(folder: Path) -> Workspace:
    """Another run of the program on the same folders, a minute later: files of now are old enough to be trusted."""
    workspace = a_workspace(folder)
    workspace.remembered._clock = lambda: os.stat(workspace.folder.clients).st_ctime_ns + 60 * 10**9
    return workspace


def indexed(folder: Path) -> Path:
    """The index after two runs, everything in it."""
    for _ in range(2):
        run = later(folder)
        overview(run)
        run.index.close()
    return Path(run.index.path)


def without(folder: Path) -> Overview:
    """The list of a run that has no index."""
    return overview(a_workspace(folder, device="another device", seed=1))


def check(folder: Path, expected: Overview) -> None:
    """Three runs, of which the first may mend the index, give what is expected; before that nothing is raised."""
    for _ in range(3):
        run = later(folder)
        before(run)
        assert overview(run) == expected
        assert overview(run) == expected
        run.index.close()
