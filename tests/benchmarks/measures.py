"""The lines of the table: what is measured against what, and how much it may cost at most."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.folders import Folders
from tests.benchmarks.meanwhile import EVENTS_IN_CONFLICT, key_while_absorbing, key_while_indexing
from tests.benchmarks.raw_append import milliseconds_to_append
from tests.benchmarks.timing import Timed
from vooraf.actions.overview import overview
from vooraf.actions.words import word_hints

FEW, SOME = 30, 100
SETTLED = 10.0
"""Seconds after which a screen that was opened has nothing left to do but to wait."""
READ = 3.0
"""Seconds after which a screen has looked at ten thousand files."""
SMALLEST_EVENT = 200
"""Bytes."""
ROOT = Path(__file__).parents[2]
PASS = [sys.executable, "-c", "pass"]
SCREEN = [sys.executable, "-m", "vooraf"]


class Line(NamedTuple):
    """``floor`` and ``value`` measure once; ``most`` is the highest ratio; ``runs`` when it's not the usual."""

    name: str
    floor: Callable[[], float]
    value: Callable[[], float]
    most: float
    runs: int = 0


def lines(folders: Folders) -> Iterator[Line]:
    """All lines, in the order of the table."""
    yield from commands(folders)
    yield from screens(folders)
    yield from diaries(folders)
    yield from words(folders)


# -- commands --------------------------------------------------------------------------------------


def timed(command: list[str], environment: dict[str, str]) -> float:
    """Milliseconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def commands(folders: Folders) -> Iterator[Line]:
    """The commands that print, against a bare Python."""

    def command(clients: int, *words: str) -> Callable[[], float]:
        home = folders.home(clients)
        environment = folders.environment(home)
        return lambda: timed([sys.executable, "-m", "vooraf", *words], environment)

    def bare() -> float:
        return timed(PASS, {"PATH": os.environ["PATH"]})

    first = "00000"  # in the name of the first client
    yield Line("vooraf script CLIENT, 1 client", bare, command(1, "script", first), 5)
    many = folders.many
    yield Line(f"vooraf script CLIENT, {many} clients", bare, command(many, "script", first), 5)
    yield Line(
        f"the same, {many} clients against 1",
        command(1, "script", first),
        command(many, "script", first),
        1.15,
    )
    yield Line("vooraf show CLIENT, 100 clients", bare, command(SOME, "show", first), 6)
    yield Line("vooraf list --json, 100 clients", bare, command(SOME, "list", "--json"), 6)
    yield Line("vooraf --help", bare, command(1, "--help"), 3)


# -- the screen ------------------------------------------------------------------------------------


def floor_app(rows: int) -> Timed:
    """The smallest Textual app with so many rows."""
    command = [sys.executable, "-m", "tests.benchmarks.floor", str(rows)]
    return Timed(command, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)})


def home_screen(folders: Folders, clients: int) -> Timed:
    """Vooraf on so many clients."""
    return Timed(SCREEN, env=folders.environment(folders.home(clients)))


def first_paint(program: Callable[[], Timed], text: str) -> Callable[[], float]:
    """Milliseconds until ``text`` is there."""

    def measure() -> float:
        with program() as screen:
            return screen.seconds_until(text) * 1000

    return measure


def key(program: Callable[[], Timed], text: str, name: str, *before: str) -> Callable[[], float]:
    """Milliseconds from a key to its whole paint: the median of five in one run."""

    def measure() -> float:
        with program() as screen:
            screen.wait_for(text)
            for each in before:
                screen.seconds_for(each)
            found = sorted(screen.seconds_for(name) for _ in range(5))
            return found[2] * 1000

    return measure


def screens(folders: Folders) -> Iterator[Line]:
    """Home, against the smallest app that does the same."""
    many = folders.many
    few_rows, many_rows = (lambda: floor_app(50)), (lambda: floor_app(many))
    few, all_of_them = (lambda: home_screen(folders, FEW)), (lambda: home_screen(folders, many))
    row, client = "Client number 00000", "clients ·"
    yield Line("first paint of Home, 30 clients", first_paint(few_rows, row), first_paint(few, client), 1.25)
    yield Line(
        f"the same, {many} clients against 30",
        first_paint(few, client),
        first_paint(all_of_them, client),
        1.15,
    )
    yield Line(
        f"memory of Home, {many} clients (MB)", memory(many_rows, row), memory(all_of_them, client), 1.5
    )
    yield Line(
        f"cursor down, {many} clients", key(many_rows, row, "down"), key(all_of_them, client, "down"), 2
    )
    yield Line(
        f"page down, {many} clients",
        key(many_rows, row, "pagedown"),
        key(all_of_them, client, "pagedown"),
        2,
    )
    yield Line(
        f"a letter in the filter, {many} clients",
        key(many_rows, row, "down"),
        key(all_of_them, client, "a", "/"),
        6,
    )
    ticking = key(many_rows, row, "down"), appended(folders)
    yield Line("a tick on the client's screen", lambda: sum(each() for each in ticking), tick(folders), 3)
    yield Line("quit", leave(few_rows, row), leave(few, client), 1.2)
    for count in (FEW, many):
        yield Line(
            f"idle for a minute, {count} clients (ms of CPU)", lambda: 200.0, idle(folders, count), 1, 1
        )


def memory(program: Callable[[], Timed], text: str) -> Callable[[], float]:
    """Megabytes at the most, until everything was read that is read when nobody touches a key."""

    def measure() -> float:
        with program() as screen:
            screen.wait_for(text)
            screen.cpu_while_idle(READ)
            return screen.megabytes()

    return measure


def leave(program: Callable[[], Timed], text: str) -> Callable[[], float]:
    """Milliseconds from the key to the end of the program."""

    def measure() -> float:
        with program() as screen:
            screen.wait_for(text)
            return screen.seconds_to_quit() * 1000

    return measure


def appended(folders: Folders) -> Callable[[], float]:
    """Milliseconds that it takes to put the bytes of one event on the platter: the median of five."""

    def measure() -> float:
        diary = next((folders.home(FEW) / "data" / "clients").iterdir())
        content = b"\n" + diary.read_bytes().rpartition(b"\n\n")[2]
        path = str(folders.root / "raw")
        return sorted(milliseconds_to_append(path, content) for _ in range(5))[2]

    return measure


def idle(folders: Folders, clients: int) -> Callable[[], float]:
    """Milliseconds of the processor in a minute in which nobody touches Home, from when it has settled."""

    def measure() -> float:
        with home_screen(folders, clients) as screen:
            screen.wait_for("clients ·")
            screen.cpu_while_idle(SETTLED)
            return screen.cpu_while_idle(60) * 1000

    return measure


def tick(folders: Folders) -> Callable[[], float]:
    """Milliseconds from ``space`` on an item to its whole paint, with the event on the platter."""

    def measure() -> float:
        diaries = folders.home(FEW) / "data" / "clients"
        before = sum(path.stat().st_size for path in diaries.iterdir())
        with home_screen(folders, FEW) as screen:
            screen.wait_for("clients ·")
            screen.seconds_for("enter")
            found = []
            for _ in range(5):
                found.append(screen.seconds_for("space"))
                screen.seconds_for("down")
        grown = sum(path.stat().st_size for path in diaries.iterdir()) - before
        assert grown > 5 * SMALLEST_EVENT, "the key recorded nothing"
        return sorted(found)[2] * 1000

    return measure


# -- the diaries -----------------------------------------------------------------------------------


def diaries(folders: Folders) -> Iterator[Line]:
    """Reading diaries, against the parser alone and against each other."""
    many = folders.many

    def parse() -> float:
        files = sorted((folders.home(many) / "data" / "clients").iterdir())
        contents = [path.read_text(encoding="utf-8") for path in files]
        began = time.perf_counter()
        for content in contents:
            tomllib.loads(content)
        return (time.perf_counter() - began) * 1000

    def cold() -> float:
        workspace = folders.workspace(folders.home(many))
        for ending in ("", "-wal", "-shm"):
            Path(workspace.index.path + ending).unlink(missing_ok=True)
        began = time.perf_counter()
        overview(workspace)
        return (time.perf_counter() - began) * 1000

    yield Line(f"cold index, {many} clients against tomllib.loads", parse, cold, 1.0)

    def opened(events: int) -> Callable[[], float]:
        home = folders.home(1, events)

        def measure() -> float:
            workspace = folders.workspace(home)
            client = next(iter(workspace.store.identities()[0]))
            again = folders.workspace(home)
            began = time.perf_counter()
            again.store.load(client)
            return (time.perf_counter() - began) * 1000

        return measure

    yield Line("a diary of 5,000 events against one of 50", opened(50), opened(5_000), 10)
    name = f"a key while {many} changed files are indexed (ms)"
    yield Line(name, lambda: 1.0, key_while_indexing(folders, SCREEN), 100)
    name = f"a key while a conflict of {EVENTS_IN_CONFLICT} events is taken in (ms)"
    yield Line(name, lambda: 1.0, key_while_absorbing(folders, SCREEN), 100)


# -- the words -------------------------------------------------------------------------------------

WORDS, BUDGET = 500, 5.0
"""A text of so many words may take so many milliseconds."""


def words(folders: Folders) -> Iterator[Line]:
    """Looking for words in a text that has none to flag, and in one that has one in every ten."""
    workspace = folders.workspace(folders.home(1))
    plain = "You have an answer within 24 hours on working days, and the photos on Tuesday 12 May. "
    weak = f"{plain}I usually send them as soon as possible, guaranteed. "

    def looked_at(text: str) -> Callable[[], float]:
        piece = text.split()
        whole = " ".join((piece * WORDS)[:WORDS])

        def measure() -> float:
            word_hints(workspace, whole, "en")
            began = time.perf_counter()
            word_hints(workspace, whole, "en")
            return (time.perf_counter() - began) * 1000

        return measure

    for name, text in (("sound", plain), ("weak", weak)):
        yield Line(f"the hints on {WORDS} {name} words against 5 ms", lambda: BUDGET, looked_at(text), 1.0)
