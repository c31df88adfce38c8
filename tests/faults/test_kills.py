"""SIGKILL inside the append, between every two system calls and inside the writes: what was said is there."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.faults import dying, writing

if TYPE_CHECKING:
    from collections.abc import Callable

Step = tuple[int, str, bool, int, float | None, float | None]
"""As ``dying.py`` takes it: a seed, a client, whether it is a new one, the call, the part of a write, the time."""

SHORT, WHOLE = 60, 1000
SHORT_ANYWHERE, WHOLE_ANYWHERE = 20, 300
CLIENTS = tuple(f"k7q2{number:02}" for number in range(16))
NEVER = 10**6
TOGETHER = 20


def run(folder: Path, environment: dict[str, str], *plan: Step) -> list[tuple[int, str]]:
    """Carry out a plan; how many calls each made, and how it ended."""
    found = subprocess.run(
        [sys.executable, dying.__file__, str(folder), json.dumps(plan)],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [line.split() for line in found.stdout.splitlines()]
    assert len(lines) == len(plan)
    return [(int(count), how) for count, how in lines]


def a_part(random: Random) -> float | None:
    """How much of a write is done before the end; ``None`` where the end comes before every call."""
    return random.choice((None, 0.0, random.random(), 0.999))


def begin(folder: Path, environment: dict[str, str]) -> tuple[int, float]:
    """Open the diaries; gives how many calls an append makes, and how many seconds it takes."""
    opened: list[Step] = [
        (9000 + each, CLIENTS[each], True, NEVER, None, None) for each in range(len(CLIENTS))
    ]
    few, many = (
        [(8000 + count + each, CLIENTS[0], False, NEVER, None, None) for each in range(count)]
        for count in (1, 9)
    )
    run(folder, environment, *opened)
    began = time.monotonic()
    run(folder, environment, *few)
    between = time.monotonic()
    *_, (calls, _) = run(folder, environment, *many)
    return calls, max(time.monotonic() - between - (between - began), 0.008) / 8


def until_killed(
    folder: Path, environment: dict[str, str], wanted: int, step: Callable[[int, int], Step], calls: int = 0
) -> list[tuple[int, str]]:
    """Carry out steps, made from a turn and what an append takes, until so many processes were killed."""
    ended: list[tuple[int, str]] = []
    while (left := wanted - sum(how == "killed" for _, how in ended)) > 0:
        turns = range(len(ended), len(ended) + min(left, TOGETHER))
        now = run(folder, environment, *(step(turn, calls) for turn in turns))
        # While the index of the folder is young an append reads more, and makes three times as many calls.
        calls = max((count for count, how in now if how == "done"), default=calls)
        ended += now
    return ended


def test_a_kill_between_any_two_system_calls_loses_nothing_that_was_said(
    tmp_path: Path, program_environment: dict[str, str], figure: Callable[[str], None], *, full: bool
) -> None:
    calls, _ = begin(tmp_path, program_environment)
    random, began = Random(1122), time.monotonic()

    def step(turn: int, calls: int) -> Step:
        # By the golden ratio, so that a short run too comes everywhere; and beyond the end of an append, because
        # one that mends a torn diary first makes more calls, and what is not killed is said to be done.
        number = 1 + int(turn * 0.618034 % 1 * calls * 1.5)
        return turn, random.choice(CLIENTS), False, number, a_part(random), None

    ended = until_killed(tmp_path, program_environment, WHOLE if full else SHORT, step, calls)
    killed = [number for number, how in ended if how == "killed"]
    count = check(tmp_path)
    figure(
        f"{len(killed)} kills in {time.monotonic() - began:.0f} s, at {len(set(killed))} different calls of an "
        f"append, of repair or of taking a copy in: {count} events said, all there, every diary readable"
    )


def test_a_kill_at_any_moment_loses_nothing_either(
    tmp_path: Path, program_environment: dict[str, str], figure: Callable[[str], None], *, full: bool
) -> None:
    _, seconds = begin(tmp_path, program_environment)
    random = Random(1124)

    def step(turn: int, _: int) -> Step:
        return turn, random.choice(CLIENTS), False, NEVER, None, random.uniform(0, seconds)

    wanted = WHOLE_ANYWHERE if full else SHORT_ANYWHERE
    ended = until_killed(tmp_path, program_environment, wanted, step)
    count = check(tmp_path)
    figure(
        f"{sum(how == 'killed' for _, how in ended)} kills at any moment of {len(ended)} appends: "
        f"{count} events said, all there, every diary readable"
    )


def test_a_kill_while_a_diary_is_begun_leaves_a_whole_one_or_none_that_counts(
    tmp_path: Path, program_environment: dict[str, str], figure: Callable[[str], None], *, full: bool
) -> None:
    ((calls, _),) = run(tmp_path / "dry", program_environment, (1, "k7q2m9", True, NEVER, None, None))
    random = Random(1123)
    plan: list[Step] = [
        (number, f"k7q{number:03}", True, number, a_part(random), None)
        for number in range(1, calls, 1 if full else 3)
    ]
    ended = run(tmp_path, program_environment, *plan)
    killed = sum(how == "killed" for _, how in ended)
    store = writing.a_store(str(tmp_path))
    loaded, problems = store.everyone()
    assert all(each.client.name == "Noor" for each in loaded)
    # What is no client's has not a whole event; it is told of, and the next begins without a fault.
    assert all(problem.file.startswith(store.folder.clients) for problem in problems)
    assert writing.open_diary(store, "k7q2m9", 999).client.name == "Noor"
    figure(f"{killed} kills while a diary was begun: {len(loaded)} whole, {len(problems)} torn and told of")


def check(folder: Path) -> int:
    """Every event that was said to be done is there, and every diary is read; gives how many."""
    said = [json.loads(line) for line in (folder / "said").read_text().splitlines()]
    store = writing.a_store(str(folder))
    loaded, problems = store.everyone()
    assert len(loaded) == len(CLIENTS)
    assert problems == ()
    for each in loaded:
        texts = [event.text("text") for event in each.client.notes]
        expected = {text for client, text, _ in said if client == each.client.id and text}
        assert expected <= set(texts)
        assert len(texts) == len(set(texts))
        writing.note(store, each.client.id, "after it all", writing.a_writer(5000))
        whole = writing.a_store(str(folder)).load(each.client.id)
        assert expected | {"after it all"} <= {event.text("text") for event in whole.client.notes}
        assert not whole.problems
    return len(said)
