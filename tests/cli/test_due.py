"""``vooraf due``, and the moment that a client is at."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Runner


def due(vooraf: Runner, *arguments: str) -> list[dict[str, Any]]:
    found = vooraf("due", "--json", *arguments).json
    assert found.keys() == {"schema", "due"}
    entries: list[dict[str, Any]] = found["due"]
    return entries


def test_each_has_its_kind_its_day_and_the_one_thing_to_do_next(small: Runner) -> None:
    noor = small.client("Noor", "--meeting", "2026-11-24T10:00", "--moment", "agreement")
    small("set", noor, "price=450")
    small("tell", noor, "price", "--by", "email", "--on", "2026-11-12")
    assert due(small) == [
        {
            "client": noor,
            "name": "Noor",
            "kind": "meeting",
            "item": None,
            "since": "2026-11-24T10:00",
            "next": f"Print the check-in: vooraf --data {small.data} script {noor}",
        },
        {
            "client": noor,
            "name": "Noor",
            "kind": "untold",
            "item": "payment-term",
            "since": "2026-11-22",
            "next": f"Tell it, and tick it: vooraf --data {small.data} tell {noor} payment-term",
        },
        {
            "client": noor,
            "name": "Noor",
            "kind": "silent",
            "item": "price",
            "since": "2026-11-12",
            "next": "Ask how it landed, and write down the answer: "
            f"vooraf --data {small.data} confirm {noor} price",
        },
    ]


def test_silence_is_due_after_the_days_that_are_given_and_is_never_a_yes(small: Runner) -> None:
    noor = small.client("Noor")
    small("tell", noor, "scope", "--on", "2026-11-12")

    assert [each["kind"] for each in due(small, "--days", "9")] == ["silent"]
    assert due(small, "--days", "10") == []
    assert small.state(noor, "scope")["standing"] == "told"
    small("confirm", noor, "scope", "--words", "fine")
    assert due(small, "--days", "0") == []


def test_moving_on_makes_due_what_should_have_been_told_by_then(small: Runner) -> None:
    noor = small.client("Noor")
    assert due(small) == []

    moved = small("edit", noor, "--moment", "start")

    assert moved.out == "moment: first contact → start\n"
    assert [(each["kind"], each["item"]) for each in due(small)] == [
        ("untold", "price"),
        ("untold", "payment-term"),
        ("untold", "scope"),
    ]
    assert "Fill in what is missing, then tell it" in due(small)[0]["next"]
    small("undo", noor)
    assert due(small) == []
    assert small("show", noor, "--json").json["moment"] == "enquiry"


def test_archived_clients_and_meetings_that_are_over_are_left_out(small: Runner) -> None:
    noor = small.client("Noor", "--moment", "start", "--meeting", "2026-11-24T10:00")
    small.client("Bas", "--meeting", "2026-11-21T10:00")
    small("edit", noor, "--archive")

    assert due(small) == []
    assert small("due").out == "Nothing is due.\n"


def test_an_announcement_without_an_answer_is_due_whatever_its_age(small: Runner) -> None:
    noor = small.client("Noor")
    small("tell", noor, "payment-term", "--by", "email")
    small.rules('[owner]\nname = "Studio"\ntrade = "small"\nlanguage = "en"\n[value]\ndays = 30\n')
    small("announce", "payment-term", "--from", "2026-12-01", "--because", "the bank asks it", noor)
    small("announce", "payment-term", "--sent", noor, "--by", "email")

    (entry,) = due(small)

    assert (entry["kind"], entry["item"], entry["since"]) == ("announced", "payment-term", "2026-11-22")
    assert entry["next"].startswith("Ask what the change means for them: vooraf ")


def test_in_words_it_stands_under_what_it_is(small: Runner) -> None:
    noor = small.client("Noor", "--moment", "start", "--meeting", "2026-11-22T14:00")

    assert small("due").out.splitlines() == [
        "Meetings to come",
        "  today 14:00  Noor",
        f"               Print the check-in: vooraf --data {small.data} script {noor}",
        "",
        "Time to tell",
        "  today  Noor: Price",
        f"         Fill in what is missing, then tell it: vooraf --data {small.data} show {noor}",
        "  today  Noor: Payment term · Scope",
        f"         Tell it, and tick it: vooraf --data {small.data} tell {noor} payment-term scope",
    ]


def test_it_speaks_dutch(demo: Runner) -> None:
    said = demo.bare("--lang", "nl", "--data", str(demo.data), "due").out

    assert said.startswith("Komende gesprekken\n")
    assert "Vraag hoe het is overgekomen en schrijf het antwoord op: vooraf" in said


@pytest.mark.parametrize("days", ["-1", "x", "1.5", "999999"])
def test_a_number_that_is_none_is_refused(small: Runner, days: str) -> None:
    result = small("due", "--days", days, ok=False)

    assert (result.code, result.out) == (2, "")
    assert f"“{days}” isn't a number of days." in result.err
