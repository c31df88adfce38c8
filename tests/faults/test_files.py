"""Files as editors and other hands leave them, and under whatever name."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.factories import confirmed, event, told, undone, waived, written
from vooraf.actions.notes import note
from vooraf.actions.overview import overview
from vooraf.errors import VoorafError
from vooraf.model.events import SEALED
from vooraf.model.fold import fold
from vooraf.storage.diary_reader import read_diary

if TYPE_CHECKING:
    from collections.abc import Callable

    from vooraf.actions.workspace import Workspace

CLIENT = "k7q2m9"
EVENTS = (
    event("opened", 1, name="Noor", language="en", checklist="general"),
    told(2, batch="a"),
    confirmed(3, words='"Yes" # no comment\n', values={"rounds": 2, "rate": "75"}),
    waived(4, "style"),
    event("note", 5, text="[[event]]", on=event().at.date()),
    undone("a", 6),
)
TEXT = written(*EVENTS, client=CLIENT).decode()


def reordered(text: str, random: Random) -> str:
    head, *blocks = text.split("[[event]]\n")
    mixed = ["\n".join(random.sample(lines := block.strip().split("\n"), len(lines))) for block in blocks]
    return head + "".join(f"[[event]]\n{block}\n\n" for block in mixed)


def reindented(text: str, random: Random) -> str:
    return "".join(
        random.choice(("", "  ", "\t", "        ")) + line for line in text.splitlines(keepends=True)
    )


def commented(text: str, random: Random) -> str:
    lines = [
        line + random.choice(("", "  # checked", "\n# by hand: [[event]]\n")) for line in text.splitlines()
    ]
    return "# This is my file.\n" + "\n".join(lines) + "\n# end"


def spaced(text: str, _: Random) -> str:
    return "\n\n".join(line.replace(" = ", "   =  ", 1) for line in text.splitlines()) + " \n\n\n"


def crlf(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


def bom(text: str, _: Random) -> str:
    return "\ufeff" + text


@pytest.mark.parametrize("hand", [reordered, reindented, commented, spaced, crlf, bom])
def test_what_an_editor_changes_changes_neither_the_fold_nor_the_seals(hand: Callable[..., str]) -> None:
    check_same(hand(TEXT, Random(1)))


def test_nor_do_all_of_these_together(figure: Callable[[str], None], *, full: bool) -> None:
    count = 2000 if full else 100
    for seed in range(count):
        random, text = Random(seed), TEXT
        for hand in (reordered, reindented, commented):
            text = hand(text, random) if random.randrange(2) else text
        check_same(bom(crlf(text, random), random) if seed % 2 else text)
    figure(f"{count} diaries edited by other hands: the same fold, all seals valid")


def check_same(text: str) -> None:
    reading = read_diary(text.encode(), "noor-k7q2m9.toml")
    assert reading.problems == ()
    assert [each.trust for each in reading.events] == [SEALED] * len(EVENTS)
    assert fold(reading.client, reading.events) == fold(CLIENT, EVENTS)


NAMES = (
    b"\xff\xfe-k7q2m8.toml",
    b"\xed\xa0\x80-k7q2m8.toml",
    b"\x1b[31m-k7q2m8.toml",
    b"a\nb-k7q2m8.toml",
    b"-.toml",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_diary_of_any_name_is_read_and_written(workspace: Workspace, name: bytes) -> None:
    folder = Path(workspace.folder.clients)
    folder.mkdir(parents=True)
    Path(folder, os.fsdecode(name)).write_bytes(written(*EVENTS, client="k7q2m8"))
    for _ in range(2):
        assert [row.client for row in overview(workspace).rows] == ["k7q2m8"]
        try:
            note(workspace, "k7q2m8", "still works")
        except VoorafError as error:
            pytest.fail(error.sentence())
