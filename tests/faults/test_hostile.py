"""Files that are meant to do harm: refused with a sentence, at once, and nobody else is hidden by them."""

from __future__ import annotations

import os
import signal
import socket
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import event, written
from vooraf.actions.clients import new_client
from vooraf.actions.notes import note
from vooraf.actions.overview import overview
from vooraf.storage.diary_reader import MOST_IN_A_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vooraf.actions.workspace import Workspace

CLIENT, BOUND = "k7q2m9", 1.0
TEXT = written(event("opened", name="Noor", language="en", checklist="general"), client=CLIENT).decode()


def a_link(path: Path) -> None:
    (path.parent / "elsewhere").write_text(TEXT)
    path.symlink_to(path.parent / "elsewhere")


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's whole path must be short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def a_folder(path: Path) -> None:
    path.mkdir()


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MOST_IN_A_FILE * 1000)


def one_byte_over(path: Path) -> None:
    path.write_bytes(b"#" * (MOST_IN_A_FILE + 1))


HEAD = f'schema = 1\nclient = "{CLIENT}"\n\n[[event]]\nkind = "note"\n'
CONTENTS = {
    "a thousand brackets": HEAD + "x = " + "[" * 1000 + "]" * 1000 + "\n",
    "a thousand open brackets": HEAD + "x = " + "[" * 1000,
    "a thousand braces": HEAD + "x = " + "{ a = " * 1000 + "1" + " }" * 1000,
    "a key of 20,000 parts": HEAD + "a" + ".a" * 19_999 + " = 1\n",
    "a header of 20,000 parts": HEAD + "[" + "a." * 19_999 + "a]\n",
    "a quoted key of 20,000 parts": HEAD + '"a"' + '."a"' * 14_999 + " = 1\n",
    "a line of 16 MiB": HEAD + 'text = "' + "x" * (MOST_IN_A_FILE - len(HEAD) - 20) + '"\n',
    "a number of 60,000 digits": HEAD + "x = " + "9" * 60_000 + "\n",
    "zero bytes": "\0" * 1_000_000,
}


def content(text: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return make


def surrogates(path: Path) -> None:
    path.write_bytes(HEAD.encode() + b'text = "\xed\xa0\x80"\n')


HARM: dict[str, Callable[[Path], None]] = {
    **{
        each.__name__: each
        for each in (
            a_link,
            a_link_to_a_device,
            a_link_to_itself,
            a_pipe,
            a_socket,
            a_folder,
            sparse,
            one_byte_over,
        )
    },
    **{name: content(text) for name, text in CONTENTS.items()},
    "lone surrogates": surrogates,
}


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise where it would take longer, be it for ever."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)
    began = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.process_time() - began < seconds


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_hostile_diary_is_refused_with_a_sentence_and_hides_nobody(
    workspace: Workspace, harm: Callable[[Path], None]
) -> None:
    client = new_client(workspace, "Anna", {"checklist": "photographer", "language": "en"}).client
    overview(workspace)  # the checklist is read; what follows is the file alone
    harm(Path(workspace.folder.clients, f"noor-{CLIENT}.toml"))
    with at_most(BOUND):
        found = overview(workspace)
    assert client in [row.client for row in found.rows]
    assert any(CLIENT in problem.file and problem.sentence() for problem in found.problems)
    with at_most(BOUND):
        note(workspace, client, "still works")


@pytest.mark.parametrize("name", ["house-rules.toml", "checklists/mine.toml", "talks/mine.toml"])
@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_other_hostile_files_are_refused_with_a_sentence_too(
    workspace: Workspace, harm: Callable[[Path], None], name: str
) -> None:
    new_client(workspace, "Anna", {"checklist": "photographer", "language": "en"})
    overview(workspace)
    path = Path(workspace.folder.root, name)
    path.parent.mkdir(exist_ok=True)
    harm(path)
    with at_most(2 * BOUND):
        found = overview(workspace)
    assert [row.name for row in found.rows] == ["Anna"]
    # A link is read: dotfiles are often kept in another place. What is no file holds nothing.
    assert found.problems or harm in (
        a_link,
        a_folder,
        a_pipe,
        a_socket,
        a_link_to_itself,
        a_link_to_a_device,
    )
