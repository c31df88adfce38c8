"""A price raised in the house rules: forty clients, from the command line, in one run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Runner
from tests.factories import NOW

OLD, NEW = "400", "440"
SAID = {
    ("en", OLD): "€400.00", ("en", NEW): "€440.00",
    ("nl", OLD): "€\u00a0400,00", ("nl", NEW): "€\u00a0440,00",
    ("nl_formal", OLD): "€\u00a0400,00", ("nl_formal", NEW): "€\u00a0440,00",
}  # fmt: skip
"""The price in each language, before and after."""

SALUTED = {"en": "Kind regards,", "nl": "Hartelijke groet,", "nl_formal": "Met vriendelijke groet,"}
WAYS = ("told", "confirmed", "own", "waived", "archived", "open", "own-later", "told")
"""What was done with the price of each client in turn: of forty, these five times."""

IN_RULES = '[owner]\nname = "Studio Zuid"\ntrade = "{trade}"\nlanguage = "nl"\n[value]\nprice = "{price}"\n'
NEW_YEAR = datetime(2027, 1, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))


class Someone:
    """One of the forty."""

    def __init__(self, number: int, way: str, language: str, short: str) -> None:
        self.name, self.way, self.language, self.short = f"Client {number:02}", way, language, short
        self.changed = way in ("told", "confirmed")
        """Whether they were told the old price, and nothing else explains the new one."""


@pytest.fixture
def forty(vooraf: Runner) -> list[Someone]:
    """Forty clients in three languages, with whom different things were done before the price went up."""
    return clients(vooraf, 5)


@pytest.fixture
def eight(vooraf: Runner) -> list[Someone]:
    """One of each way."""
    return clients(vooraf, 1)


def clients(vooraf: Runner, times: int) -> list[Someone]:
    """Clients with whom each of WAYS was done so many times, and then the price went up."""
    vooraf.rules(IN_RULES.format(trade="photographer", price=OLD))
    languages = cycle(("en", "nl", "nl_formal"))
    made = []
    for number, (way, language) in enumerate(zip(WAYS * times, languages, strict=False), 1):
        kind = ("consumer", "business")[number % 2]
        pace = ("", "kort en snel")[number % 4 == 0]
        short = vooraf.client(
            f"Client {number:02}", "--language", language, "--kind", kind, *(["--pace", pace] if pace else [])
        )
        someone = Someone(number, way, language, short)
        made.append(someone)
        _done(vooraf, someone)
    vooraf.rules(IN_RULES.format(trade="photographer", price=NEW))
    return made


def _done(vooraf: Runner, someone: Someone) -> None:
    """What was done with the price so far."""
    if someone.way == "own":
        vooraf("set", someone.short, "price=375")
    if someone.way == "waived":
        vooraf("waive", someone.short, "price")
    elif someone.way != "open":
        vooraf("tell", someone.short, "price", "--by", "email", "--on", "2026-11-12")
    if someone.way == "confirmed":
        vooraf("confirm", someone.short, "price", "--by", "phone", "--on", "2026-11-14", "--words", "Fine.")
    if someone.way == "own-later":
        vooraf("set", someone.short, "price=390")
    if someone.way == "archived":
        vooraf("edit", someone.short, "--archive")


def price_in_check_in(vooraf: Runner, someone: Someone) -> str:
    """Everything that the check-in says about the price, with an hour for it."""
    script = vooraf("script", someone.short, "--minutes", "60", "--format", "json").json
    lines = (line for part in script["parts"] for line in part["lines"] if line["item"] == "price")
    return "\n".join(line["text"] for line in lines)


def says(text: str, someone: Someone) -> tuple[bool, bool]:
    """Whether the old price stands in a text, and whether the new one does."""
    return SAID[someone.language, OLD] in text, SAID[someone.language, NEW] in text


def listed(vooraf: Runner) -> Iterator[dict[str, Any]]:
    for change in vooraf("changes", "--item", "price", "--json").json["changes"]:
        assert (change["checklist"], change["item"]) == ("photographer", "price")
        yield from change["clients"]


def test_a_price_that_is_raised_reaches_who_was_told_the_old_one(
    vooraf: Runner, forty: list[Someone], tmp_path: Path
) -> None:
    affected = [someone for someone in forty if someone.changed]
    others = [someone for someone in forty if not someone.changed]
    assert (len(affected), len(others)) == (15, 25)
    assert {someone.language for someone in affected} == {"en", "nl", "nl_formal"}

    # Listed: the right clients, with both texts, when and how they were told, and whether they said yes.
    found = {each["client"]: each for each in listed(vooraf)}
    assert found.keys() == {someone.short for someone in affected}
    for someone in affected:
        each = found[someone.short]
        assert (each["name"], each["language"]) == (someone.name, someone.language)
        assert (says(each["was"], someone), says(each["now"], someone)) == ((True, False), (False, True))
        assert (each["on"], each["by"]) == ("2026-11-12", "email")
        assert each["confirmed"] is (someone.way == "confirmed")

    # Announced: a message for each of them in their language, with both prices, the day and the reason.
    folder = tmp_path / "messages"
    said = ("--from", "2027-01-01", "--because", "De huur is gestegen.", "--because-en", "The rent went up.")
    done = vooraf("announce", "price", *said, "-o", str(folder))
    assert "15" in done.out
    assert done.err == ""
    files = {file.stem.rpartition("-")[2]: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert files.keys() == found.keys()
    for someone in affected:
        message = files[someone.short]
        english = someone.language == "en"
        assert says(message, someone) == (True, True)
        assert ("1 January 2027" if english else "1 januari 2027") in message
        assert ("The rent went up." if english else "De huur is gestegen.") in message
        assert SALUTED[someone.language] in message
    assert "[change.price]\nfrom = 2027-01-01" in (vooraf.data / "house-rules.toml").read_text(
        encoding="utf-8"
    )

    # Nothing is announced before it was sent.
    assert {each["client"] for each in listed(vooraf)} == found.keys()

    # Ticked: all of them, and nobody else; with both texts and the day in the diary.
    ticked = vooraf("announce", "price", "--sent", "--all", "--by", "email")
    assert all(someone.short in ticked.out for someone in affected)
    assert not any(someone.short in ticked.out for someone in others)
    assert list(listed(vooraf)) == []
    for someone in affected:
        event = vooraf("diary", someone.short, "--json").json["events"][-1]
        assert (event["kind"], event["from"], event["by"]) == ("announced", "2027-01-01", "email")
        assert (says(event["was"], someone), says(event["text"], someone)) == ((True, False), (False, True))
        assert vooraf.state(someone.short, "price")["standing"] == "told"
    again = vooraf("announce", "price", "--sent", "--all", ok=False)
    assert (again.code, again.out) == (1, "")

    # Until the day the check-in says both prices, and from that day the new one alone.
    for now, expected in (
        (NOW, (True, True)),
        (NEW_YEAR - timedelta(days=1), (True, True)),
        (NEW_YEAR, (False, True)),
        (NEW_YEAR + timedelta(days=60), (False, True)),
    ):
        vooraf.now = now
        for someone in affected:
            assert says(price_in_check_in(vooraf, someone), someone) == expected, (someone.name, now)


def test_who_confirms_before_the_day_still_hears_both_prices_until_then(
    vooraf: Runner, eight: list[Someone]
) -> None:
    someone = next(each for each in eight if each.way == "told")
    vooraf("announce", "price", "--from", "2027-01-01", "--because", "x", someone.short)
    vooraf("announce", "price", "--sent", someone.short)
    vooraf("confirm", someone.short, "price", "--by", "phone")

    assert vooraf.state(someone.short, "price")["standing"] == "confirmed"
    assert says(price_in_check_in(vooraf, someone), someone) == (True, True)
    vooraf.now = NEW_YEAR
    assert says(price_in_check_in(vooraf, someone), someone) == (False, True)


def test_named_clients_who_are_told_nothing_new_are_each_left_with_a_sentence(
    vooraf: Runner, eight: list[Someone]
) -> None:
    by_way = {someone.way: someone for someone in eight}
    named = [by_way[way].short for way in ("told", "waived", "archived", "open", "own")]
    vooraf("announce", "price", "--from", "2027-01-01", "--because", "x", by_way["told"].short)

    done = vooraf("announce", "price", "--sent", *named)

    assert by_way["told"].short in done.out
    left = [line.removeprefix("vooraf: ") for line in done.err.splitlines() if line.startswith("vooraf: ")]
    assert [line.partition(":")[0] for line in left] == [
        by_way[way].name for way in ("waived", "archived", "open", "own")
    ]
    assert [line.partition(": ")[2].partition("”")[2] or line.partition(": ")[2] for line in left] == [
        " doesn't apply to this client.",
        "This client is archived, so nothing is announced.",
        " was never told to this client, so nothing changes for them.",
        " was already told to this client in these words.",
    ]
    assert not any(short in done.out for short in named[1:])
