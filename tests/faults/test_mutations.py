"""Diaries with bytes flipped, deleted, duplicated, swapped and inserted: what wasn't touched is all there."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

from tests.factories import confirmed, event, told
from tests.faults.writing import a_store, a_writer, note
from vooraf.model.fold import fold
from vooraf.storage.diary_reader import read_diary, read_grown
from vooraf.storage.toml_text import event_text, head_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vooraf.model.events import Event
    from vooraf.storage.reading import Reading

SHORT, WHOLE = 300, 3000
CLIENT, NAME = "k7q2m9", "noor-k7q2m9.toml"
EVENTS = tuple(
    maker(seq)
    for seq in range(1, 13)
    for maker in [
        (told, confirmed, lambda seq: event("note", seq, text=f'"{seq}" \u2013 é', minutes=125))[seq % 3]
    ]
)

Span = tuple[int, int]
HEAD = head_text(CLIENT).encode()
BLOCKS = [b"\n" + event_text(each).encode() for each in EVENTS]
CONTENT = HEAD + b"".join(BLOCKS)
SPANS: list[Span] = [
    (len(HEAD) + sum(map(len, BLOCKS[:number])), len(HEAD) + sum(map(len, BLOCKS[: number + 1])))
    for number in range(len(BLOCKS))
]
"""Of every event the bytes from the line break that its write begins with to the one that ends it."""

SOUP = (
    *(
        b"\0",
        b"\n",
        b"\r",
        b'"',
        b"'",
        b'"""',
        b"'''",
        b"[",
        b"[[event]]\n",
        b"]",
        b"{",
        b"}",
        b"#",
        b"=",
        b".",
    ),
    *(
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\\",
        b"\x1b",
        b"sum = ",
        b"id = 1\n",
        b"seq = -1\n",
        b"9" * 5000,
    ),
    *(b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> other\n", b"a." * 600, b"[" * 300, b"\n" * 70, b"\0" * 4096),
)


def flip(random: Random, content: bytes) -> tuple[bytes, list[Span]]:
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :], [(at, at + 1)]


def delete(random: Random, content: bytes) -> tuple[bytes, list[Span]]:
    start, end = a_range(random, content)
    return content[:start] + content[end:], [(start, end)]


def duplicate(random: Random, content: bytes) -> tuple[bytes, list[Span]]:
    start, end = a_range(random, content)
    at = random.randrange(len(content) + 1)
    return content[:at] + content[start:end] + content[at:], [(at - 1, at + 1)]


def swap(random: Random, content: bytes) -> tuple[bytes, list[Span]]:
    start, end = a_range(random, content)
    size = min(end - start, len(content) - end)
    other = random.randrange(end, len(content) - size + 1)
    first, second = content[start : start + size], content[other : other + size]
    changed = content[:start] + second + content[start + size : other] + first + content[other + size :]
    return changed, [(start, start + size), (other, other + size)]


def insert(random: Random, content: bytes) -> tuple[bytes, list[Span]]:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(SOUP) + content[at:], [(at - 1, at + 1)]


def a_range(random: Random, content: bytes) -> Span:
    start = random.randrange(len(content))
    return start, min(len(content), start + random.choice((1, 2, 10, 100, 500)))


MUTATIONS = (flip, delete, duplicate, swap, insert)


def untouched(touched: list[Span]) -> list[Event]:
    """The events none of whose bytes were changed, and between whose bytes nothing was put."""
    return [
        each
        for each, (start, end) in zip(EVENTS, SPANS, strict=True)
        if all(last <= start or first >= end for first, last in touched)
    ]


def test_no_mutation_loses_an_event_that_it_did_not_touch(
    tmp_path: Path, figure: Callable[[str], None], *, full: bool
) -> None:
    count, kept, grown, slowest = WHOLE if full else SHORT, 0, 0, 0.0
    for seed in range(count):
        content, touched = MUTATIONS[seed % len(MUTATIONS)](Random(seed), CONTENT)
        expected = untouched(touched)
        began = time.process_time()
        reading = read_diary(content, NAME)
        client = fold(reading.client or CLIENT, reading.events)
        slowest = max(slowest, time.process_time() - began)
        assert [each for each in expected if each not in reading.events] == [], seed
        assert client.id
        grown += check_grown(Random(seed), content, reading)
        kept += len(expected)
        if seed % 10 < 2:
            write_behind(tmp_path, seed, content, expected)
    assert slowest < 1
    figure(
        f"{count} mutations: {kept} untouched events all there, {len(EVENTS) * count - kept} touched; "
        f"the slowest reading took {slowest * 1000:.0f} ms; {grown} read on from the middle, alike"
    )


def check_grown(random: Random, content: bytes, whole: Reading) -> bool:
    """Whether it could be read on from where some event ended; then it is the same reading."""
    begins = [each for each in range(1, len(content)) if content.startswith(b"\n\n[[event]]", each - 1)]
    begin = random.choice(begins)
    reading = read_grown(read_diary(content[:begin], NAME), content, begin)
    assert reading in (None, whole)
    return reading is not None


def write_behind(folder: Path, seed: int, content: bytes, expected: list[Event]) -> None:
    """The next writer sets aside what can't be read, and loses nothing either."""
    place = folder / str(seed)
    clients = place / "data" / "clients"
    clients.mkdir(parents=True)
    (clients / NAME).write_bytes(content)
    everyone, _ = a_store(str(place)).everyone()
    for loaded in everyone:
        after = note(a_store(str(place)), loaded.client.id, "behind", a_writer(seed))
        assert [each for each in expected if each not in after.client.events] == [], seed
        assert after.client.notes[-1].text("text") == "behind"
