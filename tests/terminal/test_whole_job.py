"""The whole job once, by keyboard alone, in a real terminal of 80×24: from nothing to the recap.

The program is killed in the middle of the meeting, as by a power cut, and opened again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.terminal.conftest import Home
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.terminal

TOMORROW = f"{datetime.now().astimezone() + timedelta(days=1):%Y-%m-%d}"
TRADE = "Portrait and wedding photographer"
LEFT_OUT = ("start-and-duration", "extra-photos")
SHOWN = slice(1, 15)
"""The lines of a question: neither the clock above it, nor what is told below it."""


def test_the_whole_job_by_keyboard_alone(home: Home) -> None:
    first = home.terminal()
    the_first_steps(first, sorted(each["title"] for each in home.json("checklists")["checklists"]))
    the_letter(first)
    what_is_left(first)
    what_was_said(first)
    the_check_in(first)
    before = half_of_the_meeting(first)
    first.kill()

    again = home.terminal()
    the_meeting_goes_on(again, before)
    the_rest_of_the_meeting(again)
    the_recap(again)
    again.press("q")
    assert again.wait_for_exit() == 0
    assert again.is_sane()

    events = home.json("diary", "noor")["events"]
    the_diary_has_it_all(events)
    the_letter_is_what_was_told(home, events)
    the_check_in_is_on_paper(home)
    the_recap_is_in_a_file(home)


# -- the job ---------------------------------------------------------------------------------------


def the_first_steps(terminal: Terminal, trades: list[str]) -> None:
    """Language and trade, two values, the first client: then the first script stands there."""
    terminal.wait_for("Step 1 of 3")
    terminal.type("Studio Zuid")
    terminal.press("tab", "enter")
    terminal.wait_for("Hair and beauty salon")
    terminal.press(*["down"] * (trades.index(TRADE) - trades.index("General (any service)")), "enter")
    terminal.wait_for("Hair and beauty salon", gone=True)
    terminal.wait_for(TRADE)
    terminal.press("ctrl+s")
    terminal.wait_for("Step 2 of 3")
    filled_in(terminal, "75", "450")
    terminal.wait_for("Step 3 of 3")
    filled_in(terminal, "Noor Veldman", f"{TOMORROW} 10:00", "at her house", "a swallow, no posing")
    terminal.wait_for("Noor Veldman · Check-in")
    terminal.wait_for("Before we begin")


def the_letter(terminal: Terminal) -> None:
    """Saved, mailed, recorded; then the values that it lacked."""
    terminal.press("t")
    terminal.wait_for("Letter up front")
    terminal.press("down", "enter")
    terminal.wait_for("Dear Noor Veldman,")
    terminal.press("f")
    terminal.wait_for("Save to a file")
    filled_in(terminal, "~/letter.txt")
    terminal.wait_for("Was the letter sent?")
    terminal.press("down", "enter")
    terminal.wait_for("30 items recorded as told, by e-mail.")
    terminal.press("e")
    terminal.wait_for("Missing values")
    filled_in(terminal, TOMORROW, "at her house", "18")
    terminal.wait_for("Left out until a value is filled in", gone=True)
    terminal.press("esc")
    terminal.wait_for("enter open")


def what_is_left(terminal: Terminal) -> None:
    """Everything that the letter couldn't tell is told now, in one key and one answer."""
    terminal.press("enter")
    terminal.wait_for("c confirmed")
    terminal.wait_for("0 of 32 confirmed · 1 must open · 30 told · 2 open")
    terminal.press("T")
    terminal.wait_for("Yes, 2 items were told in person")
    terminal.press("down", "enter")
    terminal.wait_for("0 of 32 confirmed · 32 told")


def what_was_said(terminal: Terminal) -> None:
    """Two confirmations in the client's own words, one item that doesn't apply, one value that changed."""
    stand_on(terminal, "Number of photos")
    terminal.press("c")
    in_words(terminal, "thirty is plenty")
    stand_on(terminal, "Price of the shoot")
    terminal.press("c")
    in_words(terminal, "450, and the gallery is in it")
    stand_on(terminal, "Travel, parking and location")
    terminal.press("x")
    in_words(terminal, "she lives next door")
    terminal.wait_for("2 of 31 confirmed")
    stand_on(terminal, "Price of the shoot", by="up")
    terminal.press("e")
    terminal.wait_for("Values: Price of the shoot")
    filled_in(terminal, "475")
    terminal.wait_for("1 of 31 confirmed · 1 changed")


def the_check_in(terminal: Terminal) -> None:
    """On paper and in a file."""
    terminal.press("s")
    terminal.wait_for("Noor Veldman · Check-in")
    terminal.press("P")
    terminal.wait_for("The printer has it.")
    terminal.press("f")
    terminal.wait_for("Save to a file")
    filled_in(terminal, "~/check-in.md")
    terminal.wait_for("Saved in")
    terminal.press("esc")
    terminal.wait_for("c confirmed")


def half_of_the_meeting(terminal: Terminal) -> str:
    """Three questions; under the fourth the client's words are kept. Gives that page."""
    terminal.press("m")
    terminal.wait_for("Enter begins.")
    terminal.press("enter")
    terminal.wait_for("1 of ")
    terminal.press("w")
    in_words(terminal, "can my mother come too?")
    terminal.wait_for("“can my mother come too?”")
    for number in (2, 3, 4):
        terminal.press("enter")
        terminal.wait_for(f"{number} of ")
    terminal.press("w")
    in_words(terminal, "JPG is all I need")
    terminal.wait_for("“JPG is all I need”")
    terminal.press("home")
    terminal.wait_for("Not included: RAW files")
    return question(terminal)


def the_meeting_goes_on(terminal: Terminal, before: str) -> None:
    """After the kill: the first screen says so, and it is the same question of as many questions."""
    terminal.wait_for("The meeting was begun and not ended.")
    terminal.press("m")
    terminal.wait_for("The meeting goes on where it was.")
    assert question(terminal) == before
    terminal.press("end")
    terminal.wait_for("“JPG is all I need”")


def the_rest_of_the_meeting(terminal: Terminal) -> None:
    """To the last question; on the way one is confirmed, with the words that were written down."""
    number, count = place(terminal)
    while number < count:
        terminal.press("enter")
        number += 1
        terminal.wait_for(f"{number} of {count}")
        if "Deposit: holding the date" in terminal.text():
            terminal.press("w")
            in_words(terminal, "paid means booked")
            terminal.wait_for("“paid means booked”")
            terminal.press("c")
            terminal.wait_for("paid means booked ")
            terminal.press("ctrl+s")
            terminal.wait_for("● confirmed · just now · in person")


def the_recap(terminal: Terminal) -> None:
    """Read back, ended, and the message about it saved."""
    terminal.press("enter")
    terminal.wait_for("Read back together what was said today.")
    terminal.press("enter")
    terminal.wait_for("Noor Veldman · Recap")
    terminal.press("f")
    terminal.wait_for("Save to a file")
    filled_in(terminal, "~/recap.md")
    terminal.wait_for("Saved in")


# -- what came of it -------------------------------------------------------------------------------


def the_diary_has_it_all(events: list[dict[str, Any]]) -> None:
    """Every step, in order, with the words and how it was told."""
    told = [event for event in events if event["kind"] == "told"]
    assert [event["by"] for event in told] == ["email"] * 30 + ["in-person"] * 2
    assert tuple(event["item"] for event in told[30:]) == LEFT_OUT
    assert len({event["batch"] for event in told}) == 2

    said = [(event["item"], event["words"]) for event in events if event["kind"] == "confirmed"]
    assert said == [
        ("scope", "thirty is plenty"),
        ("price", "450, and the gallery is in it"),
        ("deposit", "paid means booked"),
    ]
    waived = [(event["item"], event["why"]) for event in events if event["kind"] == "waived"]
    assert waived == [("extra-costs", "she lives next door")]
    values = {event["field"]: event["value"] for event in events if event["kind"] == "value"}
    assert values["price"] == "475"

    (started,) = [event for event in events if event["kind"] == "started"]
    passed = [event["step"] for event in events if event["kind"] == "answered" and event.get("passed")]
    assert passed == started["questions"]
    answers = {event["step"]: event["words"] for event in events if event.get("words") and "step" in event}
    assert list(answers.values()) == ["can my mother come too?", "JPG is all I need", "paid means booked"]
    assert [event["kind"] for event in events if event["kind"] in ("started", "ended")] == [
        "started",
        "ended",
    ]
    assert not [event for event in events if event.get("undone")]


def the_letter_is_what_was_told(home: Home, events: list[dict[str, Any]]) -> None:
    """Exactly the words of the letter stand in the diary, and nothing that it didn't hold."""
    letter = " ".join(home.read("letter.txt").split())
    told = {event["item"]: " ".join(event["text"].split()) for event in events if event["kind"] == "told"}
    assert [item for item, text in told.items() if text not in letter] == list(LEFT_OUT)
    assert "€450.00" in told["price"]


def the_check_in_is_on_paper(home: Home) -> None:
    """The sheet went to the printer as it was saved: what changed, and what it is now."""
    printed = " ".join(home.read("printed.txt").split())
    assert printed.startswith("Check-in · Noor Veldman · ")
    for part in ("a swallow, no posing", "€450.00", "€475.00", "“thirty is plenty”"):
        assert part in printed
        assert part in " ".join(home.read("check-in.md").split())


def the_recap_is_in_a_file(home: Home) -> None:
    """What was agreed today, in the client's own words."""
    recap = " ".join(home.read("recap.md").split())
    assert "Dear Noor Veldman," in recap
    assert "In your words: “thirty is plenty”" in recap
    assert "In your words: “paid means booked”" in recap
    assert "Price of the shoot" in recap


# -- by keyboard -----------------------------------------------------------------------------------


def filled_in(terminal: Terminal, *values: str) -> None:
    """Fill in the fields of a form, from the first on, and save it."""
    for number, value in enumerate(values):
        if number:
            terminal.press("tab")
        terminal.type(value)
    terminal.press("ctrl+s")
    terminal.wait_for("^s save", gone=True)


def in_words(terminal: Terminal, words: str) -> None:
    """Write words in the box that opens, and save them."""
    terminal.wait_for("^s save")
    terminal.type(words)
    terminal.press("ctrl+s")
    terminal.wait_for("^s save", gone=True)


def stand_on(terminal: Terminal, title: str, *, by: str = "down") -> None:
    """Go down the list to an item, or up."""
    while (here := row_here(terminal)) != title:
        terminal.press(by)
        terminal.wait_until(lambda here=here: row_here(terminal) != here, f"{by} leads nowhere")


def row_here(terminal: Terminal) -> str:
    """The title of the item under the cursor."""
    rows = [line for line in terminal.text().split("\n") if line.startswith("▸")]
    return rows[0][6:].split("  ")[0] if rows else ""


def question(terminal: Terminal) -> str:
    """The page of a question, with its place and without the clock."""
    number, count = place(terminal)
    return "\n".join((f"{number} of {count}", *terminal.text().split("\n")[SHOWN]))


def place(terminal: Terminal) -> tuple[int, int]:
    """The number of the question, and how many there are."""
    number, _, count = terminal.text().split("\n")[0].split("Check-in")[1].split()[:3]
    return int(number), int(count)
