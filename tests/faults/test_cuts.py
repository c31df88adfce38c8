"""A diary cut at every byte: no whole event is lost, no torn one taken; nor with zeros or an append behind."""

from __future__ import annotations

import shutil
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.factories import confirmed, event, told, written
from tests.faults.writing import a_store, a_writer, note
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.toml_text import event_text, head_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vooraf.model.events import Event

CLIENT = "k7q2m9"
APPENDED = event("note", 99, text="behind the cut")


def forty() -> tuple[Event, ...]:
    """Events of several kinds, with what a cut could turn into something else: numbers, dates, quotes."""
    random = Random(40)
    makers: tuple[Callable[[int], Event], ...] = (
        lambda seq: told(seq, values={"rounds": random.randrange(1000), "rate": "75"}),
        lambda seq: confirmed(seq, words='She said: "Yes.\\n" \u2013 ’s avonds', on=event().at.date()),
        lambda seq: event("note", seq, text="[[event]] is no header here", numbers=[1, 20, 300]),
        lambda seq: event("started", seq, minutes=125, item="", flag=True),
    )
    return tuple(makers[seq % 4](seq) for seq in range(1, 41))


EVENTS = forty()
WHOLE = written(*EVENTS, client=CLIENT)


def ends() -> list[int]:
    """Where each event is complete: its seal has been written, its line break may be missing."""
    found, position = [], len(head_text(CLIENT))
    for each in EVENTS:
        position += 1 + len(event_text(each).encode())
        found.append(position - 1)
    return found


ENDS = ends()


def whole_until(cut: int) -> tuple[Event, ...]:
    return EVENTS[: sum(end <= cut for end in ENDS)]


BEHIND = {"nothing": b"", "zeros": b"\0" * 300, "an append": b"\n" + event_text(APPENDED).encode()}


@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND)
def test_a_cut_at_any_byte_loses_no_whole_event_and_takes_no_torn_one(
    figure: Callable[[str], None], behind: bytes, *, full: bool
) -> None:
    # In the short form one byte in 21, and another one for each of the three.
    cuts = range(0 if full else 7 * list(BEHIND.values()).index(behind), len(WHOLE) + 1, 1 if full else 21)
    for cut in sorted({*cuts, *ENDS, *(end - 1 for end in ENDS)}):
        reading = read_diary(WHOLE[:cut] + behind, "noor-k7q2m9.toml")
        expected = whole_until(cut) + ((APPENDED,) if b"note" in behind else ())
        assert reading.events == expected, cut
    figure(f"{len(cuts)} cuts of {len(WHOLE)} bytes, {len(behind)} behind: none lost, none torn taken")


def test_the_next_append_to_a_cut_diary_keeps_all_and_sets_the_rest_aside(
    tmp_path: Path, figure: Callable[[str], None], *, full: bool
) -> None:
    began = time.monotonic()
    cuts = range(ENDS[0], len(WHOLE) + 1, 1 if full else 301)
    for number, cut in enumerate(cuts):
        folder = tmp_path / str(cut)
        append_behind(folder, cut, WHOLE[:cut] + (b"\0" * 50 if number % 2 else b""))
        shutil.rmtree(folder)
    figure(
        f"{len(cuts)} cuts, each followed by an append, in {time.monotonic() - began:.0f} s: all events there, "
        "all torn bytes in the quarantine"
    )


def append_behind(folder: Path, cut: int, content: bytes) -> None:
    """Append to a diary that was cut, on a device that never saw it before."""
    path = folder / "data" / "clients" / f"noor-{CLIENT}.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    loaded = note(a_store(str(folder)), CLIENT, "behind it", a_writer(cut))
    kept = whole_until(cut)
    events = read_diary(path.read_bytes(), path.name).events
    assert events[:-1] == kept, cut
    assert events[-1].text("text") == "behind it", cut
    assert events == loaded.client.events, cut
    quarantine = folder / "state" / "quarantine"
    aside = b"".join(each.read_bytes() for each in quarantine.iterdir()) if quarantine.is_dir() else b""
    assert aside.strip(b"\0\n") == content[ENDS[len(kept) - 1] :].strip(b"\0\n"), cut
