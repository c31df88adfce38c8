"""Files that are meant to do harm: refused with a sentence, at once, and nobody else is hidden by them."""

from __future__ import annotations

import os
import signal
import socket
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import event, written
from vooraf.actions.clients import new_client
from vooraf.actions.notes import note
from vooraf.actions.overview import overview
from vooraf.errors import VoorafError
from vooraf.storage.diary_reader import MOST_IN_A_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vooraf.actions.workspace import Workspace

CLIENT = "k7q2m9"
BOUND, PATIENCE = 10.0, 120.0
"""Seconds of work, and seconds until it is broken off.

A quarter of a second is what it takes, as the figures say; where the work grew with the square of the size it would
be minutes, on any machine.
"""

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
def at_most(seconds: float, tell: Callable[[float], object]) -> Iterator[None]:
    """Raise where it would take longer, be it for ever; ``tell`` is told how many it took."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    began = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    tell(took := time.process_time() - began)
    assert took < seconds


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_hostile_diary_is_refused_with_a_sentence_and_hides_nobody(
    workspace: Workspace, harm: Callable[[Path], None], took: Callable[[str, float], None]
) -> None:
    client = new_client(workspace, "Anna", {"checklist": "photographer", "language": "en"}).client
    overview(workspace)  # the checklist is read; what follows is the file alone
    harm(Path(workspace.folder.clients, f"noor-{CLIENT}.toml"))
    with at_most(BOUND, partial(took, "hostile diaries refused with a sentence, nobody hidden")):
        found = overview(workspace)
    assert client in [row.client for row in found.rows]
    assert any(CLIENT in problem.file and problem.sentence() for problem in found.problems)
    with at_most(BOUND, partial(took, "notes beside a hostile diary")):
        note(workspace, client, "still works")


@pytest.mark.parametrize("name", ["house-rules.toml", "checklists/mine.toml", "talks/mine.toml"])
@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_other_hostile_files_are_refused_with_a_sentence_too(
    workspace: Workspace, harm: Callable[[Path], None], name: str, took: Callable[[str, float], None]
) -> None:
    new_client(workspace, "Anna", {"checklist": "photographer", "language": "en"})
    overview(workspace)
    path = Path(workspace.folder.root, name)
    path.parent.mkdir(exist_ok=True)
    harm(path)
    with at_most(BOUND, partial(took, "other hostile files refused with a sentence")):
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


PEOPLE = {
    "markup": "[/]",
    "an action in markup": "[@click=app.quit]x[/]",
    "a path": "../../etc/passwd",
    "a device of Windows": "CON",
    "a tag": "<script>alert(1)</script>",
    "a formula": "=1+1",
    "an escape sequence": "\x1b[31mred\x1b]0;title\x07",
    "5,000 characters": "x" * 5000,
    "right-to-left text": "\u05e0\u05d5\u05e2\u05d4",
    "right-to-left marks": "\u202egnol.toml",
    "an emoji": "\U0001f469\u200d\U0001f4bb",
    "a newline": "Noor\nVeldman",
    "a zero byte": "Noor\0Veldman",
    "dots": "..",
}


@pytest.mark.parametrize("name", ["Noor \ud800", "  \t ", ""])
def test_a_name_that_is_none_is_refused_and_leaves_nothing(workspace: Workspace, name: str) -> None:
    with pytest.raises(VoorafError, match=r"name|characters"):
        new_client(workspace, name, {"checklist": "photographer", "language": "en"})
    assert overview(workspace).rows == ()


@pytest.mark.parametrize("name", PEOPLE.values(), ids=PEOPLE)
def test_a_client_of_any_name_is_kept_as_text_under_a_plain_file_name(
    workspace: Workspace, name: str, took: Callable[[str, float], None]
) -> None:
    new_client(workspace, "Anna", {"checklist": "photographer", "language": "en"})
    overview(workspace)
    with at_most(BOUND, partial(took, "names of every kind kept as text")):
        client = new_client(workspace, name, {"checklist": "photographer", "language": "en"})
        note(workspace, client.client, "still works")
        (kept,) = [row.name for row in overview(workspace).rows if row.client == client.client]
    assert " ".join(kept.split()) == " ".join(name.split())
    assert os.path.dirname(client.file) == workspace.folder.clients
    assert os.path.basename(client.file).isascii()
