"""The bytes of a small diary, and how they are read."""

from __future__ import annotations

from datetime import date

from tests.factories import told, written
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.reading import Reading

ONE, TWO, THREE = (told(seq, text=f"text {seq}", on=date(2026, 11, seq)) for seq in (1, 2, 3))
DIARY = written(ONE, TWO, THREE)
BY_HAND_BLOCK = b'[[event]]\nkind = "note"\ntext = "called"\n'


def read(content: bytes) -> Reading:
    return read_diary(content, "noor-k7q2m9.toml")


def sentences(reading: Reading) -> list[str]:
    return [problem.sentence() for problem in reading.problems]


def scraps(content: bytes) -> list[bytes]:
    return [content[start:end] for start, end in read(content).scraps]
