"""How fast Vooraf is, against what is possible: medians and ratios in one table.

    python -m tests.benchmarks [--clients N] [--runs N] [--json] [NAME…]

Each line measures two things in pairs, A B A B …, after a warm-up of each, because an absolute time says
nothing on a machine that others use too. NAME picks the lines whose name holds it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.folders import Folders
from tests.benchmarks.measures import Line, lines

RUNS = 11


class Result(NamedTuple):
    """Both medians in milliseconds (or megabytes), their spread, the ratio and the most it may be."""

    name: str
    floor: float
    value: float
    spread: float
    ratio: float
    most: float


def measured(line: Line, runs: int) -> Result:
    """Measure one line in pairs."""
    pairs = [(line.floor(), line.value()) for _ in range(runs + 1)][1:]
    floors, values = zip(*pairs, strict=True)
    floor, value = statistics.median(floors), statistics.median(values)
    spread = statistics.pstdev(values) / value if value else 0.0
    return Result(line.name, floor, value, spread, value / floor if floor else 0.0, line.most)


def table(results: list[Result]) -> str:
    """The results for people."""
    head = f"{'what':<52}{'floor':>10}{'value':>10}{'spread':>8}{'ratio':>8}{'at most':>9}"
    rows = [
        f"{each.name:<52}{each.floor:>10.2f}{each.value:>10.2f}{each.spread:>8.0%}{each.ratio:>8.2f}"
        f"{each.most:>9.2f}{'' if each.ratio <= each.most else '  over'}"
        for each in results
    ]
    return "\n".join((head, *rows))


def main(arguments: list[str]) -> int:
    """Measure and print; 1 when a figure isn't reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args(arguments)
    say: Callable[[str], int] = sys.stderr.write
    with tempfile.TemporaryDirectory(prefix="vooraf-benchmarks-") as made:
        folders = Folders(Path(made), given.clients, say)
        results = []
        for line in lines(folders):
            if not given.names or any(name in line.name for name in given.names):
                say(f"… {line.name}\n")
                results.append(measured(line, line.runs or given.runs))
                say(table(results[-1:]) + "\n")  # so that a line that fails takes no other with it
    text = json.dumps([each._asdict() for each in results], indent=2) if given.json else table(results)
    sys.stdout.write(text + "\n")
    return int(any(each.ratio > each.most for each in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
