"""A home of its own for the real program: nothing of this machine is read, nothing is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.driver import Terminal

VOORAF = (sys.executable, "-m", "vooraf")

LP = """\
#!/bin/sh
cat > "$HOME/printed.txt"
"""
"""A printer that keeps what it is given."""


class Home:
    """A home folder with a printer, and ``vooraf`` in it: on a terminal, or as a command."""

    def __init__(self, folder: Path, open_terminals: ExitStack) -> None:
        self.folder = folder
        self._terminals = open_terminals
        for name in ("bin", "tmp"):
            (folder / name).mkdir()
        printer = folder / "bin" / "lp"
        printer.write_text(LP, encoding="utf-8")
        printer.chmod(0o755)
        self.environ = {
            "HOME": str(folder),
            "TMPDIR": str(folder / "tmp"),
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "LANG": "C.UTF-8",
        }

    def terminal(self, *arguments: str, columns: int = 80, rows: int = 24, **environ: str) -> Terminal:
        """``vooraf`` in a terminal, which is closed when the test ends."""
        command = [*VOORAF, *arguments]
        opened = Terminal(command, columns=columns, rows=rows, env={**self.environ, **environ})
        return self._terminals.enter_context(opened)

    def shell(self, line: str) -> Terminal:
        """A line of the shell in a terminal."""
        return self._terminals.enter_context(Terminal(["/bin/sh", "-c", line], env=self.environ))

    def run(self, *arguments: str) -> bytes:
        """What a command prints."""
        command = [*VOORAF, *arguments]
        return subprocess.run(command, env=self.environ, capture_output=True, check=True).stdout

    def json(self, *arguments: str) -> Any:
        """What a command with ``--json`` prints."""
        return json.loads(self.run(*arguments, "--json"))

    def read(self, name: str) -> str:
        """A file of this home."""
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    with ExitStack() as open_terminals:
        yield Home(folder, open_terminals)
