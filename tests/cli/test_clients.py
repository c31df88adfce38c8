"""``new``, ``edit``, ``note``: clients and what is known about them."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.factories import NASTY, NOW

FULL = (
    "--language", "nl_formal", "--meeting", "2026-11-24T10:00", "--place", "bij haar thuis", "--wish", "één",
    "--wish", "twee", "--kind", "consumer", "--email", "noor@example.org", "--phone", "06", "--salutation",
    "mevrouw Veldman", "--style", "kort", "--approach", "eerst luisteren", "--pace", "rustig",
)  # fmt: skip


# -- new -------------------------------------------------------------------------------------------


def test_new_says_the_id_the_file_and_the_next_command(small: Runner) -> None:
    out = small("new", "Noor Veldman").out

    short = small("list", "--json").json["clients"][0]["client"]
    assert out.splitlines() == [
        f"Noor Veldman is in, as {short}.",
        f"The diary is {small.data}/clients/noor-veldman-{short}.toml",
        f"Next: vooraf --data {small.data} show {short}",
    ]


def test_a_second_client_of_the_same_name_is_told_about(small: Runner) -> None:
    one = small.client("Noor Veldman")
    assert small("new", "Bas").err == ""
    result = small("new", "noor veldman")
    (other,) = {line.split()[0] for line in small("list").out.splitlines() if "noor" in line}
    assert other != one
    assert f"vooraf: There is another client called noor veldman: {one}.\nThis one is {other};" in result.err


def test_new_in_json(small: Runner) -> None:
    answer = small("new", "Noor Veldman", "--json").json

    assert list(answer) == ["schema", "client", "file"]
    assert answer["schema"] == 1
    assert Path(answer["file"]) == small.diary(answer["client"])


def test_a_new_diary_is_for_its_owner_alone(small: Runner) -> None:
    file = small.diary(small.client())

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_everything_that_was_given_is_shown(small: Runner) -> None:
    noor = small.client("Noor Veldman", *FULL)

    shown = small("show", noor, "--json").json

    assert {key: shown[key] for key in list(shown)[:8]} == {
        "schema": 1,
        "client": noor,
        "name": "Noor Veldman",
        "checklist": "small",
        "language": "nl_formal",
        "meeting": "2026-11-24T10:00",
        "archived": False,
        "standing": {"open": 3, "told": 0, "confirmed": 0, "changed": 0, "waived": 0},
    }
    assert {key: shown[key] for key in list(shown)[8:-1]} == {
        "must_open": 1,
        "place": "bij haar thuis",
        "wishes": ["één", "twee"],
        "kind": "consumer",
        "email": "noor@example.org",
        "phone": "06",
        "salutation": "mevrouw Veldman",
        "prefers": {"style": "kort", "approach": "eerst luisteren", "pace": "rustig"},
        "moment": "enquiry",
        "boundaries": [],
        "gone": [],
    }


def test_checklist_and_language_are_the_house_rules_when_left_out(small: Runner) -> None:
    row = small("show", small.client(), "--json").json

    assert (row["checklist"], row["language"]) == ("small", "en")


def test_no_two_clients_have_one_id(small: Runner) -> None:
    assert len({small.client("Noor") for _number in range(5)}) == 5


# -- edit ------------------------------------------------------------------------------------------


def test_edit_says_what_was_and_what_is(small: Runner) -> None:
    noor = small.client("Noor", "--meeting", "2026-11-24T10:00", "--wish", "one", "--wish", "two")

    out = small("edit", noor, "--meeting", "2026-11-25T11:30", "--wish", "three", "--name", "Noor V").out

    assert out.splitlines() == [
        "meeting: Tue 24 Nov 2026 10:00 → Wed 25 Nov 2026 11:30",
        "wishes: one · two → three",
        "name: Noor → Noor V",
    ]


def test_an_empty_text_takes_a_field_away(small: Runner) -> None:
    noor = small.client("Noor", *FULL)

    small(
        "edit", noor, "--meeting", "", "--place", "", "--wish", "", "--kind", "", "--email", "", "--style", ""
    )

    shown = small("show", noor, "--json").json
    emptied = [shown[key] for key in ("meeting", "place", "wishes", "kind", "email")]
    assert emptied == [None, "", [], "", ""]
    assert shown["prefers"]["style"] == ""
    assert shown["phone"] == "06"


def test_an_edit_that_changes_nothing_says_so_and_writes_nothing(small: Runner) -> None:
    noor = small.client("Noor", "--place", "here")
    before = small.diary(noor).read_bytes()

    assert small("edit", noor, "--place", "here").out == "Nothing changed: it was so already.\n"
    assert small.diary(noor).read_bytes() == before


def test_archiving_and_back(small: Runner) -> None:
    noor = small.client()

    assert small("edit", noor, "--archive").out == "archived: no → yes\n"
    assert small("edit", noor, "--unarchive").out == "archived: yes → no\n"


# -- note ------------------------------------------------------------------------------------------


def test_a_note_about_an_item(small: Runner) -> None:
    noor = small.client()

    assert small("note", noor, "Called.", "--item", "scope").out == "Noted with Noor Veldman.\n"
    event = small("diary", noor, "--json").json["events"][-1]
    assert (event["kind"], event["item"], event["text"]) == ("note", "scope", "Called.")


# -- names that have stopped a program before ------------------------------------------------------


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_a_nasty_name_is_kept_listed_shown_found_again_and_scripted(small: Runner, name: str) -> None:
    short = small.client(name, "--wish", name, "--place", name, "--salutation", name)
    small("confirm", short, "scope", "--words", name)

    shown = [small("list"), small("show", name), small("diary", short), small("list", "--json")]
    scripts = {form: small("script", short, "--format", form) for form in ("text", "md", "html", "json")}

    assert small("show", name, "--json").json["name"] == name
    assert small.diary(short).parent == small.data / "clients"
    assert_harmless("".join(result.out + result.err for result in (*shown, *scripts.values())))
    assert "<script>" not in scripts["html"].out


def assert_harmless(text: str) -> None:
    """Nothing in it that a terminal obeys or that an eye can't see."""
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not {char for char in text if ord(char) < 32} - {"\n"}


def test_the_clock_of_the_list_is_the_one_that_came_in(small: Runner) -> None:
    small.client("Noor", "--meeting", "2026-11-24T10:00")
    small.now = NOW + timedelta(days=2)

    assert "today 10:00" in small("list").out


def test_a_list_of_archived_clients_alone_says_where_they_are(vooraf: Runner) -> None:
    vooraf("new", "Noor")
    vooraf("edit", "noor", "--archive")

    assert "Every client is archived. See them with: vooraf" in vooraf("list").out
