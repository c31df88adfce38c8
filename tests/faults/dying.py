"""A program that is killed in the middle of an append: between two system calls, inside a write, or anywhere.

``dying.py FOLDER PLAN``: PLAN is a JSON list of ``[seed, client, new, number, part, after]``, and each of them
is carried out by a process of its own, forked from one that has everything imported. It kills itself at call
``number`` (with ``part``: after that share of the bytes, where the call is a write), or is killed ``after`` so
many seconds. What the store gave back as done is noted in FOLDER/said, with the number of calls.
Prints a line each: how many calls were made, and how the process ended.
"""

from __future__ import annotations

import builtins
import fcntl
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from typing import Any, NoReturn, Self

import tomli_w

from tests.faults import writing
from vooraf.model.events import sealed
from vooraf.storage.toml_text import event_text

assert tomli_w  # imported here, so that every process has them

CALLS = (
    *("open", "close", "read", "write", "lseek", "fsync", "ftruncate", "fstat", "stat", "lstat", "scandir"),
    *("chmod", "fchmod", "mkdir", "replace", "rename", "unlink"),
)
"""Everything of ``os`` that the storage calls, itself or through a library, in the course of an append.

Locking and SQLite's statements are counted beside them.
"""


class Fate:
    """Counts system calls and ends the process at the one that was chosen."""

    def __init__(self, number: int, part: float | None) -> None:
        self.number, self.part, self.count = number, part, 0

    def strike(self) -> bool:
        """Count a call; whether this is the one."""
        self.count += 1
        return self.count == self.number

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """The system call ``name``, and the end before it."""

        def call(*arguments: Any, **more: Any) -> Any:
            if self.strike():
                if name == "write" and self.part is not None:
                    content = bytes(arguments[1])
                    real(arguments[0], content[: int(len(content) * self.part)])
                die()
            return real(*arguments, **more)

        return call


class File:
    """A file object whose writes are counted too: what ``open`` gives writes past ``os``."""

    def __init__(self, file: Any, fate: Fate) -> None:
        self._file, self._fate = file, fate

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def close(self) -> None:
        if self._fate.strike():
            die()
        self._file.close()

    def write(self, content: bytes) -> int:
        def at_once(content: bytes) -> int:
            count = self._file.write(content)
            self._file.flush()
            return int(count)

        return int(self._fate.wrapped("write", lambda _, content: at_once(content))(0, content))


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def patch(fate: Fate) -> None:
    for name in CALLS:
        setattr(os, name, fate.wrapped(name, getattr(os, name)))
    fcntl.lockf = fate.wrapped("lockf", fcntl.lockf)
    for module, name in ((builtins, "open"), (os, "fdopen")):
        real = fate.wrapped(name, getattr(module, name))
        setattr(module, name, lambda *arguments, real=real, **more: File(real(*arguments, **more), fate))
    connect = sqlite3.connect
    sqlite3.connect = lambda *arguments, **more: connect(*arguments, factory=counted(fate), **more)


def counted(fate: Fate) -> type[sqlite3.Connection]:
    """A connection whose statements are counted, and the end of a transaction."""
    base = sqlite3.Connection
    calls = ("execute", "executemany", "commit", "__exit__", "close")
    return type("Counted", (base,), {name: fate.wrapped(name, getattr(base, name)) for name in calls})


def one(folder: str, seed: int, client: str, number: int, part: float | None, *, new: bool) -> None:
    """One append."""
    said = os.open(os.path.join(folder, "said"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    note_it, fate = os.write, Fate(number, part)
    store, text = writing.a_store(folder), str(seed)
    if not new and not seed % 4:
        lay_a_copy(folder, client, seed)
    patch(fate)
    if new:
        writing.open_diary(store, client, seed)
    else:
        writing.note(store, client, text, writing.a_writer(seed))
    note_it(said, f"{json.dumps([client, '' if new else text, fate.count])}\n".encode())


def lay_a_copy(folder: str, client: str, seed: int) -> None:
    """A synchroniser puts a conflict copy beside the diary, in which another device wrote too."""
    clients = os.path.join(folder, "data", "clients")
    with open(os.path.join(clients, f"noor-{client}.toml"), "rb") as file:
        content = file.read()
    text = f"{seed}, on the other device"
    event = sealed(100 + seed, f"01m81htw38{seed:016d}-zz99", writing.AT, "note", {"text": text})
    name = os.path.join(clients, f"noor-{client}.sync-conflict-20261122-{seed:06}-K7Q2M9A.toml")
    with open(f"{name}.tmp", "wb") as file:
        file.write(content + b"\n" + event_text(event).encode())
    os.rename(f"{name}.tmp", name)
    with open(os.path.join(folder, "said"), "a", encoding="utf-8") as file:
        file.write(json.dumps([client, text, 0]) + "\n")


def said_last(folder: str) -> int:
    """How many calls the last append took that was said to be done."""
    with open(os.path.join(folder, "said"), encoding="utf-8") as file:
        return int(json.loads(file.readlines()[-1])[2])


def main(folder: str, plan: str) -> None:
    os.makedirs(folder, exist_ok=True)
    for seed, client, new, number, part, after in json.loads(plan):
        child = os.fork()
        if not child:
            one(folder, seed, client, number, part, new=new)
            os._exit(0)
        if after is not None:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)  # it is still there to be waited for, even when it has ended
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            line = f"{number} killed"
        elif status:
            sys.exit(f"{client}, call {number}: status {status}")
        else:
            line = f"{said_last(folder)} done"
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
