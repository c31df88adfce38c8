"""Many diaries read at once by processes of their own, as many as there are processors.

They read and fold, and write nothing; what they give is put into the index here, in small steps, so that the
screen stays alive meanwhile. Whatever becomes of them, what they didn't do is done by who asked: the answer is
the same, only slower.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from vooraf.actions.workspace import Workspace
from vooraf.storage.index_values import Indexed, IndexedRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from queue import SimpleQueue
    from subprocess import Popen
    from typing import IO, Any

Progress = Callable[[int, int], bool]
"""Told how many of how many diaries were read; gives whether to go on."""

LEAST = 200
"""Diaries that changed: for fewer, starting a process takes longer than it saves."""

_TOGETHER = 25
"""Diaries: some 30 ms of work, and a write of 5 ms in the index."""

_MOST_PROCESSES = 8
_MOST_SENT = 1 << 31
_PROGRAM = "import sys; sys.path.insert(0, {path!r}); from vooraf.actions.indexing_worker import main; main()"


class Cancelled(Exception):
    """Reading was broken off; what was read until then is kept."""


def index_beside(workspace: Workspace, paths: Sequence[str], progress: Progress | None = None) -> bool:
    """Have diaries that changed indexed, and their clients' lines; whether it was worth the trouble.

    Raises:
        Cancelled: ``progress`` said so.
    """
    if len(paths) < LEAST:
        return False
    from queue import SimpleQueue  # noqa: PLC0415 - with threads and processes 10 ms, for many diaries alone
    from threading import Thread  # noqa: PLC0415 - likewise

    work = iter([paths[start : start + _TOGETHER] for start in range(0, len(paths), _TOGETHER)])
    results: SimpleQueue[bytes | None] = SimpleQueue()
    apart = workspace.apart()  # with a connection of its own: nobody who reads waits for what is written here
    apart.index.tell(())  # it is there before they are: none of them makes it
    processes = list(_started(workspace, len(paths), gentle=progress is not None))
    threads = [Thread(target=_feed, args=(each, work, results), daemon=True) for each in processes]
    try:
        for thread in threads:
            thread.start()
        _collect(apart, results, len(processes), len(paths), progress)
    finally:
        for process, thread in zip(processes, threads, strict=True):
            process.kill()
            process.wait()
            thread.join()
        apart.close()
    return True


def _started(workspace: Workspace, count: int, *, gentle: bool) -> Iterator[Popen[bytes]]:
    import subprocess  # noqa: PLC0415 - as above
    import sys  # noqa: PLC0415 - likewise

    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    command = [sys.executable, "-c", _PROGRAM.format(path=source)]
    about = message((workspace.folder.root, workspace.config(), workspace.state(), gentle))
    for _ in range(min(_processors(), _MOST_PROCESSES, count // (LEAST // 2))):
        try:
            process = subprocess.Popen(  # noqa: S603 - this very program
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            send(process.stdin, about)
        except OSError:
            return  # no more of them, then
        yield process


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _feed(process: Popen[bytes], work: Iterator[Sequence[str]], results: SimpleQueue[bytes | None]) -> None:
    """Give a process its work, piece by piece, the next one before it has done the last."""
    try:
        for _ in range(2):
            send(process.stdin, message(next(work, ())))
        while (found := received(process.stdout)) is not None:
            results.put(found)
            send(process.stdin, message(next(work, ())))
    except (OSError, ValueError):
        pass  # it is gone: what it had is read by who asked
    finally:
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        results.put(None)


def _collect(
    apart: Workspace,
    results: SimpleQueue[bytes | None],
    running: int,
    count: int,
    progress: Progress | None,
) -> None:
    """Write what comes into the index until no process gives any more."""
    done = 0
    while running:
        if progress is not None and not progress(done, count):
            apart.remembered.write()
            raise Cancelled
        found = results.get()
        if found is None:
            running -= 1
            continue
        context, readings, rows = unmarshalled(found)
        apart.remembered.take(Indexed(*each) for each in readings)
        apart.row_index.keep(context, [IndexedRow(*each) for each in rows])
        done += len(readings)
    apart.remembered.write()


# -- what goes through the pipes -------------------------------------------------------------------
# Plain values between two processes of one program, so marshal will do: it takes any text, and no time.


def message(value: Any) -> bytes:  # noqa: ANN401 - see the lines above
    """A value to ``send``: texts, numbers, tuples and lists of them."""
    import marshal  # noqa: PLC0415 - for many diaries alone

    return marshal.dumps(value)


def unmarshalled(content: bytes) -> Any:  # noqa: ANN401 - what the other side sent
    """The value of a message."""
    import marshal  # noqa: PLC0415 - as above

    return marshal.loads(content)  # noqa: S302 - from a process of our own


def send(pipe: IO[bytes] | None, content: bytes) -> None:
    """Send a message. Raises OSError, ValueError: the other side is gone."""
    if pipe is not None:
        pipe.write(len(content).to_bytes(8, "big") + content)
        pipe.flush()


def received(pipe: IO[bytes] | None) -> bytes | None:
    """The next message; ``None`` when the other side is gone."""
    head = pipe.read(8) if pipe else b""
    length = int.from_bytes(head, "big")
    if pipe is None or len(head) < 8 or length > _MOST_SENT:
        return None
    content = pipe.read(length)
    return content if len(content) == length else None
