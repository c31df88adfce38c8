"""``vooraf`` and ``python -m vooraf``: the real clock, chance, streams and screen, handed to the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TextIO

from vooraf.cli.main import Edges
from vooraf.cli.main import main as carry_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out ``arguments``, or those of the command line, and give the exit code."""
    edges = Edges(
        environ=os.environ,
        stdout=_open(sys.stdout),
        stderr=_open(sys.stderr),
        now=lambda: datetime.now().astimezone(),
        random=os.urandom,
        screen=_open_screen,
    )
    return carry_out(sys.argv[1:] if arguments is None else arguments, edges)


def _open(stream: TextIO | None) -> TextIO:
    """The stream; a way to nowhere when it was closed before the program began (``>&-``)."""
    return stream or open(os.devnull, "w", encoding="utf-8")


def _open_screen(workspace: Workspace) -> int:
    # Textual costs 400 ms, and the commands don't know the screen: this is the one place that knows both.
    from vooraf.tui.app import run  # noqa: PLC0415

    return run(workspace)


if __name__ == "__main__":
    sys.exit(main())
