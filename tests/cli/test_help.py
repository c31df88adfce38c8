"""What ``--help`` prints is stored whole. To store it anew: ``VOORAF_STORE=1 pytest tests/cli``."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from vooraf.cli.commands import COMMANDS
from vooraf.cli.parser import Parser

STORED = Path(__file__).parent / "help"


IN_GIT = ("git-setup", "merge-driver")
"""Their examples stand in a work tree of git, see test_git.py."""


def declared(name: str) -> Parser:
    parser = Parser(f"vooraf {name}", COMMANDS[name])
    import_module(f"vooraf.cli.{name.replace('-', '_')}").declare(parser)
    return parser


EXAMPLES = [example for name in COMMANDS if name not in IN_GIT for example in declared(name).examples]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_help_is_as_it_is_stored(vooraf: Runner, name: str) -> None:
    result = vooraf.bare(*filter(None, (name, "--help")))
    file = STORED / f"{name or 'vooraf'}.txt"

    if os.environ.get("VOORAF_STORE"):
        file.write_text(result.out, encoding="utf-8")
    assert result == (0, file.read_text(encoding="utf-8"), "")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_an_example_of_itself(name: str) -> None:
    examples = declared(name).examples
    begins = tuple(
        f"vooraf {before}{name}" for before in (("", "--data . ") if name in IN_GIT else ("--demo ",))
    )

    assert examples
    assert all(example.startswith(begins) for example in examples)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works(
    demo: Runner, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = demo(*shlex.split(example)[2:])

    assert result.out


IMPORTED = """
import sys
from importlib import import_module
from vooraf.__main__ import main
from vooraf.cli.commands import COMMANDS

def loaded():
    return {name for name in COMMANDS if module(name) in sys.modules}

def module(name):
    return f"vooraf.cli.{name.replace('-', '_')}"

main(["--help"])
assert not loaded() and "textual" not in sys.modules
for name in COMMANDS:
    before = loaded()
    import_module(module(name))
    assert loaded() - before == {name}, (name, loaded() - before)
"""


def test_the_help_of_all_imports_no_command_and_no_command_imports_another() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_help_is_wrapped_at_the_width_of_the_terminal(vooraf: Runner) -> None:
    vooraf.terminal = True
    vooraf.environ["COLUMNS"] = "50"

    lines = vooraf.bare("edit", "--help").out.splitlines()

    wide = [line for line in lines if len(line) > 50 and not line.startswith("  vooraf --demo")]
    assert not wide
