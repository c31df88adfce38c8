"""A synchroniser puts older files back while a diary is written, also between the system calls of an append.

The owner is told and puts back what is missing: then everything that was said to be saved is there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults import writing
from vooraf.errors.diary import DiaryUnreadable, EventsMissing, NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENT = "k7q2m9"
CALLS = ("open", "write", "fsync", "lseek", "close")
SHORT, WHOLE = 60, 400


class Synchroniser:
    """Now and then, at a system call of the writer, it puts an older version of the file in its place."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.put_back = 0
        self._random = Random(seed)
        self._versions = [path.read_bytes()]
        self._busy = False

    def saw(self) -> None:
        """Remember the file as it is now, or a part of it, as a transfer that breaks off leaves it."""
        content = self.path.read_bytes()
        kept = content if self._random.random() > 0.1 else content[: self._random.randrange(len(content))]
        self._versions = [*self._versions, kept][-20:]

    def strikes(self) -> None:
        """Perhaps put an old version back, by renaming as synchronisers do."""
        if self._busy or self._random.random() > 0.02:
            return
        self._busy = True
        new = self.path.with_name(".syncing")
        new.write_bytes(self._random.choice(self._versions))
        new.replace(self.path)
        self.put_back += 1
        self._busy = False

    def around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """The system call, and perhaps an old version behind it."""

        def call(*arguments: Any, **more: Any) -> Any:
            result = real(*arguments, **more)
            self.strikes()
            return result

        return call


def test_nothing_that_was_said_to_be_saved_is_missing_once_it_is_put_back(
    tmp_path: Path, figure: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, *, full: bool
) -> None:
    count = WHOLE if full else SHORT
    store = writing.a_store(str(tmp_path))
    path = Path(writing.open_diary(store, CLIENT, 1).file)
    synchroniser = Synchroniser(path, 5)
    for name in CALLS:
        monkeypatch.setattr(os, name, synchroniser.around(getattr(os, name)))
    saved, refused, chosen = [], 0, 0
    for number in range(count):
        try:
            writing.note(store, CLIENT, str(number), writing.a_writer(10 + number))
        except (EventsMissing, DiaryUnreadable):
            chosen += 1
            with suppress(NotSaved):  # it strikes in the middle of that too: then it is asked again
                store.put_back(CLIENT, writing.a_writer(10_000 + number))
        except NotSaved:
            refused += 1
        else:
            saved.append(str(number))
            synchroniser.saw()
    monkeypatch.undo()
    store.put_back(CLIENT, writing.a_writer(99_999))
    for reader in (store, writing.a_store(str(tmp_path))):
        loaded = reader.load(CLIENT)
        assert loaded.missing == ()
        assert set(saved) <= {event.text("text") for event in loaded.client.notes}
        assert len({event.id for event in loaded.client.events}) == len(loaded.client.events)
    assert chosen  # or the synchroniser did nothing hard
    figure(
        f"{synchroniser.put_back} times an older file was put back during {count} appends: {len(saved)} said to be "
        f"saved, {refused} said to be not saved, {chosen} times the owner was asked first; none missing at the end"
    )
