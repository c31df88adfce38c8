"""A script for the terminal and the printer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.render_samples import FORBIDDEN, nasty, said, with_text, written
from tests.unit.script_samples import client, facts, talk
from vooraf.model.script import ScriptPart, make
from vooraf.render.text import text
from vooraf.render.wrap import cells

KEYS = ["check-in", "up-front", "recap"]


@pytest.mark.parametrize("width", [20, 21, 39, 40, 41, 72, 80, 120, 200])
@pytest.mark.parametrize("key", KEYS)
def test_no_line_is_wider_than_the_width(key: str, width: int) -> None:
    printed = text(make(talk(key), facts(client("nl"))), width)

    assert max(cells(line) for line in printed.splitlines()) <= width
    assert "Correctierondes" in printed or key == "up-front"


def test_labels_stand_in_a_column_with_room_to_write() -> None:
    printed = text(make(talk("check-in"), facts(client("nl", items={}, wishes=()), minutes=4)), 60)

    assert (
        "Nog niet verteld\n"
        "  [ ] Geposeerde portretten · niet weg zonder dit\n"
        "      Vraag    Welke foto van jezelf vind je mooi, en wat is\n"
        "               er goed aan?\n"
        "      Zeg      Ik maak geposeerde portretten: ik zeg waar je\n"
        "               staat en waar je kijkt.\n"
        "      Noteer   Het antwoord ________________________________\n"
        "               _____________________________________________\n"
    ) in printed


def test_where_there_is_no_room_for_a_column_labels_stand_in_the_line() -> None:
    printed = text(said(["Wat mis je nog?"]), 24)

    assert "Vraag: Wat mis je nog?\n" in printed
    assert "[ ] Wat mis je nog?\n" in printed
    assert "    Noteer: Wat mis je\n      nog? _____________\n      __________________\n" in printed


def test_a_line_that_is_nearly_full_gets_its_room_below() -> None:
    assert "Noteer   " + "x" * 55 + "\n           " + "_" * 61 + "\n" in text(said(["x" * 55]))


def test_titles_alone_make_a_list_and_questions_get_air() -> None:
    printed = text(make(talk("check-in"), facts(minutes=3)))

    assert "\n\nFor another time\n  [ ] Revision rounds\n  [ ] Price\n  [ ] What may be done" in printed
    assert "\n\n  Ask     Who else is counting on the date?\n" in printed


def test_a_letter_is_prose_without_labels_and_boxes() -> None:
    printed = text(make(talk("recap"), facts()))

    assert printed.startswith("Our talk on Sunday 22 November 2026 · Fotografie Zuid\n\nDear Mia Brown,\n\n")
    assert "\n\nStill to discuss\n- Price\n- What may be done with the photos\n" in printed
    assert "[ ]" not in printed
    assert "Say " not in printed


def test_paragraphs_of_a_letter_stand_apart_and_a_list_together() -> None:
    printed = text(written(["One.", "Two.", "Three."]))

    assert printed == (
        "Check-in · One.\n\nOne.\n\nTwo.\n\nThree.\nOne. Two.\n\nTwo.\n- Three.\n- One.\n\nTwo.\n"
    )


def test_a_part_without_a_title_stands_apart_all_the_same() -> None:
    script = said(["x"])
    untitled = script._replace(parts=(ScriptPart("opening", "", script.parts[2].lines),))

    assert text(untitled) == "Check-in · x\n\n  [ ] x\n"


def test_a_line_break_in_a_text_stays_within_its_column() -> None:
    assert "  Zeg      one\n           [ ] two\n" in text(said(["one\n[ ] two"]))


@given(st.lists(nasty, min_size=1, max_size=3), st.integers(20, 200))
def test_no_text_makes_a_line_wider(texts: list[str], width: int) -> None:
    for script in (said(texts), written(texts)):
        printed = text(script, width)

        assert all(cells(line) <= width for line in printed.split("\n"))
        assert not FORBIDDEN.intersection(printed)


@given(st.lists(nasty, min_size=1, max_size=3), st.integers(40, 200))
def test_no_text_makes_a_box(texts: list[str], width: int) -> None:
    printed = text(said(texts), width)

    assert sum(line.startswith("  [ ]") for line in printed.split("\n")) == 1 + len(texts)


@given(nasty, st.sampled_from(KEYS))
def test_no_text_of_a_client_or_a_checklist_reaches_the_terminal_raw(word: str, key: str) -> None:
    assert not FORBIDDEN.intersection(text(with_text(word, key)))
