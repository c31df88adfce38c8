"""Four processes write at once, on one diary and on four: everything is there, once, in one order."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults import writing

if TYPE_CHECKING:
    from collections.abc import Callable

WRITERS, SHORT, WHOLE = 4, 25, 500


@pytest.mark.parametrize("diaries", [1, 4])
def test_four_writers_lose_nothing_and_agree_on_one_order(
    tmp_path: Path,
    program_environment: dict[str, str],
    figure: Callable[[str], None],
    diaries: int,
    *,
    full: bool,
) -> None:
    count = (WHOLE if full else SHORT) // diaries
    clients = [f"k7q2m{number}" for number in range(diaries)]
    store = writing.a_store(str(tmp_path))
    for number, client in enumerate(clients):
        writing.open_diary(store, client, 100 + number)
    began = time.monotonic()
    programs = [
        subprocess.Popen(
            [sys.executable, writing.__file__, str(tmp_path), str(seed), str(count), *clients],
            env=program_environment,
            stdout=subprocess.PIPE,
        )
        for seed in range(WRITERS)
    ]
    slowest = max(float(program.communicate()[0]) for program in programs)
    took = time.monotonic() - began
    assert [program.returncode for program in programs] == [0] * WRITERS  # nor was one kept waiting too long
    expected = sorted(f"{seed}-{number}" for seed in range(WRITERS) for number in range(count))
    for client in clients:
        loaded = writing.a_store(str(tmp_path)).load(client)
        assert sorted(each.text("text") for each in loaded.client.notes) == expected
        assert [each.seq for each in loaded.client.events] == list(range(1, len(expected) + 2))
        assert len({each.id for each in loaded.client.events}) == len(expected) + 1
        assert [each.id for each in loaded.client.events] == in_file(loaded.file)
        assert loaded.problems == ()
    figure(
        f"{WRITERS} writers on {diaries}: {len(expected) * diaries} events in {took:.0f} s, none missing, "
        f"none twice, one order; the slowest append took {slowest:.2f} s"
    )


def in_file(path: str) -> list[str]:
    """The ids of a diary as they stand in it, top to bottom."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line.partition('"')[2].rstrip('"') for line in lines if line.startswith("id = ")]
