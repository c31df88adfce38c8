"""Bad input: a clear sentence, nothing lost, never a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Runner

# -- clients and items -----------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["show", "diary", "script", "undo", "redo"])
def test_an_unknown_client(small: Runner, command: str) -> None:
    assert small(command, "nobody", ok=False) == (
        1, "", f"vooraf: No client fits “nobody”.\nSee all clients with: vooraf --data {small.data} list\n",
    )  # fmt: skip


def test_an_empty_name_fits_nobody(small: Runner) -> None:
    small.client()

    assert small("show", "", ok=False).code == 1


def test_an_ambiguous_client_is_listed_and_nothing_is_done(small: Runner) -> None:
    first, second = small.client("Noor Veldman"), small.client("Noor Smit")

    result = small("note", "noor", "x", ok=False)

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("vooraf: “noor” fits several clients:\n")
    assert f"  {first}  Noor Veldman\n" in result.err
    assert result.err.endswith("Name one by its id, the first word of its line.\n")
    assert len(small("diary", first, "--json").json["events"]) == 1
    assert len(small("diary", second, "--json").json["events"]) == 1


@pytest.mark.parametrize("command", ["tell", "confirm", "waive", "reopen"])
def test_an_unknown_item_names_the_nearest(small: Runner, command: str) -> None:
    noor = small.client()

    told = (
        "vooraf: The checklist “small” has no item “scoop”.\n"
        f"Did you mean “scope”? All items: vooraf --data {small.data} checklists show small\n"
    )
    assert small(command, noor, "scoop", ok=False) == (1, "", told)


def test_of_several_items_one_unknown_keeps_all_of_them_out(small: Runner) -> None:
    noor = small.client()

    assert small("tell", noor, "scope", "xyzzy", ok=False).err.startswith(
        "vooraf: The checklist “small” has no item “xyzzy”.\nSee its items with:"
    )
    assert small.state(noor, "scope")["standing"] == "open"


def test_an_unknown_section_names_those_that_there_are(small: Runner) -> None:
    result = small("tell", small.client(), "--section", "prices", ok=False)

    assert result.err == (
        "vooraf: The checklist “small” has no section “prices”.\nIts sections are: price, work\n"
    )


@pytest.mark.parametrize("command", ["tell", "confirm"])
def test_an_item_that_is_not_ready_says_what_it_misses(small: Runner, command: str) -> None:
    noor = small.client()

    result = small(command, noor, "price", ok=False)

    assert result.code == 1
    assert result.err == (
        "vooraf: “Price” can't be told yet: no value for Total.\n"
        f"Fill it in with: vooraf --data {small.data} set {noor} price=VALUE\n"
    )


def test_a_client_needs_a_name(small: Runner) -> None:
    assert small("new", "  ", ok=False).err.startswith("vooraf: A client needs a name.\n")
    assert small("edit", small.client(), "--name", "", ok=False).code == 1


def test_a_note_needs_words(small: Runner) -> None:
    said = small("note", small.client(), " ", ok=False).err
    assert said.startswith("vooraf: A note needs words.\nWrite what happened")


def test_an_unknown_checklist(small: Runner) -> None:
    result = small("new", "Noor", "--checklist", "dentist", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: There is no checklist “dentist”.\nThe checklists are: ")


# -- days and amounts ------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-02-30", "24-11-2026", "tomorrow", "2026-11-2", ""])
@pytest.mark.parametrize("command", ["tell", "confirm"])
def test_a_date_that_does_not_exist(small: Runner, command: str, day: str) -> None:
    result = small(command, small.client(), "scope", "--on", day, ok=False)

    assert result == (
        1,
        "",
        f"vooraf: “{day}” can't be read as a date.\nWrite a day that exists, the year first, then month and day: 2026-11-24.\n",
    )


@pytest.mark.parametrize("command", ["tell", "confirm"])
def test_a_date_in_the_future(small: Runner, command: str) -> None:
    noor = small.client()

    result = small(command, noor, "scope", "--on", "2026-11-23", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: 2026-11-23 lies in the future;")
    assert small.state(noor, "scope")["standing"] == "open"


@pytest.mark.parametrize("moment", ["2026-02-30T10:00", "2026-11-24T25:00", "2026-11-24", "soon"])
def test_a_meeting_at_no_moment(small: Runner, moment: str) -> None:
    result = small("new", "Noor", "--meeting", moment, ok=False)

    assert result.code == 1
    assert result.err.startswith(f"vooraf: “{moment}” can't be read as a day and time.\n")
    assert small("list", "--json").json["clients"] == []


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("price=much", "“much” isn't an amount."),
        ("price=1.250", "“1.250” can be read as 1250 and as 1.25."),
        ("price=1,250", "“1,250” can be read as 1250 and as 1.25."),
        ("price=-5", "“-5” isn't an amount."),
        ("days=1.5", "“1.5” isn't a whole number for “Days”."),
        ("colour=red", "The checklist “small” has no field “colour”."),
    ],
)
def test_a_value_that_is_none(small: Runner, value: str, sentence: str) -> None:
    noor = small.client()

    result = small("set", noor, value, ok=False)

    assert result.code == 1
    assert result.err.startswith(f"vooraf: {sentence}\n")
    assert len(result.err.splitlines()) == 2
    assert len(small("diary", noor, "--json").json["events"]) == 1


def test_a_text_that_is_too_long(small: Runner) -> None:
    result = small("note", small.client(), "x" * 32_001, ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: This text has 32001 characters; the most is 32000.\n")


def test_bytes_that_are_no_characters(small: Runner) -> None:
    result = small("note", small.client(), "caf\udce9", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: This text holds bytes that aren't characters")


# -- files that are broken -------------------------------------------------------------------------


def test_a_broken_checklist_hides_nothing_else(small: Runner) -> None:
    noor, anna = small.client("Noor"), small.client("Anna", "--checklist", "salon")
    small("tell", noor, "scope")
    small.checklist("small", SMALL.replace("must = true", 'must = "yes"'))

    listed = small("list", "--json").json
    salon = small("checklists", "show", "salon", "--json").json
    items = sum(len(section["items"]) for section in salon["sections"])
    assert [row["standing"]["open"] for row in listed["clients"]] == [items, 0]
    assert any("“small” can't be used" in problem["message"] for problem in listed["problems"])

    shown = small("show", noor)
    assert "told        scope · in person" in shown.out
    assert "vooraf: The checklist “small” can't be used: " in shown.err
    assert f"See every fault with: vooraf --data {small.data} checklists check small" in shown.err
    answer = small("show", noor, "--json")
    assert (answer.json["items"], answer.json["standing"]["open"]) == ([], 0)
    assert "can't be used" in answer.err

    assert small("script", noor, ok=False).err.startswith("vooraf: The checklist “small” can't be used: ")
    assert small("tell", noor, "scope", ok=False).code == 1
    assert small("note", noor, "It still takes notes.").code == 0
    assert small("tell", anna, "--all").code == 0
    assert "salon" in small("checklists").out


def test_a_checklist_that_is_gone_is_told_with_its_clients(small: Runner) -> None:
    noor = small.client()
    (small.data / "checklists" / "small.toml").unlink()

    problems = small("list", "--json").json["problems"]
    assert {"file": str(small.diary(noor)), "message": "There is no checklist “small”."} in problems
    assert "vooraf: There is no checklist “small”." in small("show", noor).err


def test_a_broken_diary_shows_its_good_events(
    small: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = small.client()
    small("note", noor, "One.")
    small("note", noor, "Two.")
    file = small.diary(noor)
    file.write_text(file.read_text().replace('text = "One."', 'text = "One.'))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "a device without a safety copy"))

    result = small("diary", noor)

    assert "Two." in result.out
    assert "One." not in result.out
    assert result.err.startswith(f"vooraf: {file}: Part of this diary can't be read (from line ")
    assert small("diary", noor, "--json").json["problems"][0]["file"] == str(file)
    assert small("list", "--json").json["problems"][0]["file"] == str(file)
    assert f"vooraf: {file}: " in small("script", noor).err


def test_a_diary_that_is_no_diary_at_all(small: Runner) -> None:
    small.client()
    (small.data / "clients" / "junk.toml").write_bytes(b"\xff\xfe not toml")
    (small.data / "clients" / "folder.toml").mkdir()

    result = small("list")

    assert "Noor Veldman" in result.out
    assert "folder.toml: This isn't an ordinary file" in result.err


def test_faults_in_the_house_rules_are_told_and_the_rest_holds(small: Runner) -> None:
    small.rules('[owner]\ntrade = "small"\nlanguage = "xx"\n[value]\ndays = 30\n')
    noor = small.client()

    assert small.state(noor, "payment-term")["wording"] == "You pay within 30 days."
    assert re.search(r"^vooraf: .*house-rules\.toml:4: ", small("show", noor).err, re.MULTILINE)
    assert any("house-rules" in problem["file"] for problem in small("list", "--json").json["problems"])


def test_broken_settings_are_told_and_the_usual_ones_hold(small: Runner, tmp_path: Path) -> None:
    (tmp_path / "config" / "vooraf").mkdir(parents=True)
    (tmp_path / "config" / "vooraf" / "settings.toml").write_text("language = 3")

    result = small("list")

    assert result.out.startswith("No clients yet.")
    assert "settings.toml: The setting “language” was left out" in result.err
