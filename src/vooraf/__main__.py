"""``vooraf`` and ``python -m vooraf``: the real clock, chance, streams and screen, handed to the commands."""

from __future__ import annotations

import gc
import os
import sys

# Whoever starts lets go of nothing: looking through it for cycles takes 4 ms of a script. The screen begins
# with it again when it is painted.
gc.disable()

from vooraf.cli.main import Edges  # noqa: E402 - behind what it is to profit from
from vooraf.cli.main import main as carry_out  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import TextIO

    from vooraf.actions.workspace import Workspace


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out ``arguments`` and give the exit code; those of the command line, and the program ends here."""
    edges = Edges(
        environ=os.environ,
        stdout=_open(sys.stdout),
        stderr=_open(sys.stderr),
        now=_now,
        random=os.urandom,
        screen=_open_screen,
    )
    if arguments is not None:
        return carry_out(arguments, edges)
    code = carry_out(sys.argv[1:], edges)
    # Both streams are flushed, nothing is left to write, and the system takes everything back at once.
    # Python would first take every module and every object apart: 8 ms of a script, 30 of a screen.
    os._exit(code)


def _now() -> datetime:
    from datetime import datetime  # noqa: PLC0415 - 2 ms, and a help asks for no time

    return datetime.now().astimezone()


def _open(stream: TextIO | None) -> TextIO:
    """The stream; a way to nowhere when it was closed before the program began (``>&-``)."""
    return stream or open(os.devnull, "w", encoding="utf-8")


def _open_screen(workspace: Workspace) -> int:
    # Textual costs 400 ms, and the commands don't know the screen: this is the one place that knows both.
    from vooraf.tui.app import run  # noqa: PLC0415

    return run(workspace)


if __name__ == "__main__":
    sys.exit(main())
