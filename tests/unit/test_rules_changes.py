"""What the house rules announce about items."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vooraf.model.checklist import Change, HouseRules
from vooraf.model.faults import Fault
from vooraf.storage.rules import read_rules


def read(folder: Path, text: str) -> tuple[HouseRules, tuple[Fault, ...]]:
    file = folder / "house-rules.toml"
    file.write_text(text, encoding="utf-8")
    return read_rules(str(file))


def test_what_is_announced_is_read(tmp_path: Path) -> None:
    rules, faults = read(
        tmp_path, '[change.price]\nfrom = 2027-01-01\nbecause = { en = "Rent.", nl = "Huur." }\n'
    )

    assert faults == ()
    assert rules.changes == {"price": Change(date(2027, 1, 1), {"en": "Rent.", "nl": "Huur."})}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("change.price = 3", (1, "change.price", "“3” can't stand here: a table is needed.",
         "Give it a header of its own: [change.price]")),
        ("[change.Price]", (1, "change.Price", "“Price” isn't a key.",
         "Use small letters, digits and hyphens: no-show.")),
        ("[change.price]\nfrom = '2027-01-01'", (2, "change.price.from", "“2027-01-01” isn't a day.",
         "Write it without quotes: from = 2027-01-01")),
        ("[change.price]\nfrom = 2027-01-01T09:00:00", (2, "change.price.from",
         "“2027-01-01 09:00:00” isn't a day.", "Write it without quotes: from = 2027-01-01")),
        ("[change.price]\nbecause = 'x'", (2, "change.price.because",
         "“x” can't stand here: a table is needed.",
         'Write it per language: because = { en = "…", nl = "…" }')),
        ("[change.price]\nbecause.de = 'x'\nbecause.nl = 'x'", (2, "change.price.because.de",
         "“de” is unknown here.", "What can stand here: en, nl, nl_formal.")),
        ("[change.price]\nbecause.nl = 3", (2, "change.price.because.nl", "“3” isn't a text in quotes.",
         'Write it in quotes: nl = "…"')),
        ("[change.price]\nform = 2027-01-01", (2, "change.price.form", "“form” is unknown here.",
         "Did you mean “from”?")),
    ],
)  # fmt: skip
def test_a_fault_in_an_announcement_is_told_and_the_announcement_left_out(
    tmp_path: Path, text: str, fault: tuple[int, str, str, str]
) -> None:
    rules, faults = read(tmp_path, text + "\n[change.other]\nfrom = 2027-01-01\n")

    assert [(each.line, each.at, each.sentence(), each.hint_line()) for each in faults] == [fault]
    assert rules.changes == {"other": Change(date(2027, 1, 1), {})}
