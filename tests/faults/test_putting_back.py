"""A synchroniser that puts an older file back, again and again while there is written."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.faults import putting_back
from tests.faults.writing import a_store, a_writer, note, open_diary
from vooraf.errors import EventsMissing, NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vooraf.storage.store import Store, Writer

CLIENT = "k7q2m9"
SHORT, WHOLE = 60, 400


def test_what_an_old_file_took_away_is_told_and_put_back_when_the_owner_wants_it(
    tmp_path: Path, program_environment: dict[str, str], figure: Callable[[str], None], *, full: bool
) -> None:
    store, writer = a_store(str(tmp_path)), a_writer(1)
    path = open_diary(store, CLIENT, 2).file
    synchroniser = subprocess.Popen(
        [sys.executable, putting_back.__file__, path, "1"],
        env=program_environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    said, told, refused = set[str](), 0, 0
    while len(said) < (WHOLE if full else SHORT):
        before = set(said)
        try:
            said.add(note(store, CLIENT, "…", writer).client.notes[-1].id)
        except EventsMissing:
            told += 1
            put_back(store, writer)
        except NotSaved:
            refused += 1
        assert before <= said
    count = int(synchroniser.communicate()[0])
    assert synchroniser.returncode == 0
    put_back(store, writer)

    loaded = a_store(str(tmp_path)).load(CLIENT)
    ids = [each.id for each in loaded.client.events]
    assert said <= set(ids)
    assert len(ids) == len(set(ids))
    assert loaded.missing == ()
    assert loaded.problems == ()
    assert told
    assert count
    figure(
        f"an older file put back {count} times during {len(said)} appends: told {told} times, refused {refused} "
        "times and said; none missing after they were put back"
    )


def put_back(store: Store, writer: Writer) -> None:
    """What the owner chooses, until nothing is missing for a moment."""
    done = False
    while not done:
        try:
            done = not store.put_back(CLIENT, writer)
        except NotSaved:
            continue  # the file was put back in the middle of it, and that is said
