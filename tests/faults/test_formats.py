"""Diaries of every format that was ever written: read, folded and appended to, for ever.

A folder in ``fixtures`` for each format, with what its diaries fold to in ``folded.json``. Neither is ever
changed; a new format gets a folder of its own.
"""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.writing import a_store, a_writer, note

if TYPE_CHECKING:
    from collections.abc import Callable

    from vooraf.model.client import Client

FIXTURES = Path(__file__).parent / "fixtures"
DIARIES = sorted(FIXTURES.glob("*/*.toml"))


def summary(client: Client) -> dict[str, object]:
    """What a diary comes down to, in words of no version."""
    items = {
        key: [name for name in ("told", "confirmed", "waived") if getattr(history, name)]
        for key, history in client.items.items()
    }
    return {
        "client": client.id,
        "name": client.name,
        "language": client.language,
        "checklist": client.checklist,
        "meeting": client.meeting.isoformat() if client.meeting else None,
        "wishes": list(client.wishes),
        "archived": client.archived,
        "items": items,
        "values": {key: str(value) for key, value in client.values.items()},
        "notes": [each.text("text") for each in client.notes],
        "events": [[each.seq, each.kind, each.trust] for each in client.events],
    }


@pytest.mark.parametrize("path", DIARIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_diary_of_a_released_format_is_read_folded_and_appended_to(
    tmp_path: Path, path: Path, took: Callable[[str, float], None]
) -> None:
    began = time.perf_counter()
    expected = json.loads((path.parent / "folded.json").read_text(encoding="utf-8"))[path.stem]
    clients = tmp_path / "data" / "clients"
    clients.mkdir(parents=True)
    copy = Path(shutil.copy(path, clients))
    loaded = a_store(str(tmp_path)).load(expected["client"])
    assert summary(loaded.client) == expected
    assert loaded.problems == ()
    after = note(a_store(str(tmp_path)), expected["client"], "appended", a_writer(1)).client
    assert copy.read_bytes().startswith(path.read_bytes())
    assert summary(after)["notes"] == [*expected["notes"], "appended"]
    took("diaries of released formats read, folded and appended to", time.perf_counter() - began)


def test_there_is_a_folder_for_each_format() -> None:
    assert {path.parent.name for path in DIARIES} >= {"format-1"}
