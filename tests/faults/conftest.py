"""What the fault tests share: a short form in every run, the whole with ``--full``, and figures at the end."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from vooraf.actions.clients import new_client
from vooraf.actions.items import tell
from vooraf.actions.notes import note

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pytest.terminal import TerminalReporter

    from vooraf.actions.workspace import Workspace

FIGURE, TOOK = "figure", "took"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the fault tests in full, and not their short forms")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """The figures, a line each."""
    reports = [each for key in ("passed", "failed") for each in terminalreporter.stats.get(key, [])]
    said = [text for each in reports for name, text in each.user_properties if name == FIGURE]
    took: dict[str, list[float]] = {}
    for each in reports:
        for what, seconds in [pair[1] for pair in each.user_properties if pair[0] == TOOK]:
            took.setdefault(what, []).append(seconds)
    said += [
        f"{len(times)} {what}, the slowest in {max(times) * 1000:.0f} ms" for what, times in took.items()
    ]
    if said:
        terminalreporter.section("figures")
    for text in said:
        terminalreporter.write_line(str(text))


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the whole is asked for."""
    # A run of all tests loads this file too late for an option; it is a short one.
    return bool(request.config.getoption("full", default=False))


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keeps a line with figures for the end of the run."""
    return lambda text: record_property(FIGURE, text)


@pytest.fixture
def took(record_property: Callable[[str, object], None]) -> Callable[[str, float], None]:
    """Keeps how many seconds one of several of the same took: they are a line together."""
    return lambda what, seconds: record_property(TOOK, (what, seconds))


@pytest.fixture
def program_environment() -> dict[str, str]:
    """The environment of a program of these tests: it finds the same Vooraf as they do."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}


@pytest.fixture
def clients(workspace: Workspace) -> list[str]:
    """Six clients, one of whom was told something."""
    given = {"checklist": "photographer", "language": "en"}
    found = [new_client(workspace, f"Client {number}", given).client for number in range(6)]
    tell(workspace, found[0], ("scope",))
    note(workspace, found[1], "brings a dog")
    workspace.index.close()
    return found
