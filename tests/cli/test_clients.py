"""``new``, ``list``, ``show``, ``edit``, ``note``: clients and what is known about them."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.factories import NASTY, NOW
from vooraf.render.wrap import cells

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


# -- list ------------------------------------------------------------------------------------------


def test_meetings_to_come_stand_first_then_names(small: Runner) -> None:
    for name, day in (("zoë", ""), ("Ánna", ""), ("past", "20"), ("tomorrow", "23"), ("today", "22")):
        small.client(name, *(("--meeting", f"2026-11-{day}T14:00") if day else ()))

    names = [row["name"] for row in small("list", "--json").json["clients"]]

    assert names == ["today", "tomorrow", "Ánna", "past", "zoë"]


def test_list_in_json(small: Runner) -> None:
    noor = small.client("Noor", "--meeting", "2026-11-24T10:00")

    assert small("list", "--json").json == {
        "schema": 1,
        "clients": [
            {
                "client": noor,
                "name": "Noor",
                "checklist": "small",
                "language": "en",
                "meeting": "2026-11-24T10:00",
                "archived": False,
                "standing": {"open": 3, "told": 0, "confirmed": 0, "changed": 0, "waived": 0},
                "must_open": 1,
            }
        ],
        "problems": [],
    }


def test_a_client_without_a_meeting_has_null(small: Runner) -> None:
    small.client()

    assert small("list", "--json").json["clients"][0]["meeting"] is None


def test_the_lines_are_aligned_by_what_a_terminal_shows(small: Runner) -> None:
    short = small.client("山田", "--meeting", "2026-11-22T14:00")
    other = small.client("Noor")
    small("tell", other, "scope")

    assert small("list").out.splitlines() == [
        f"{short}  山田  today 14:00                 ○  3       ! 1 must open",
        f"{other}  Noor  no date           ◐  1      ○  2       ! 1 must open",
        "",
        "● confirmed  ◐ told  ≠ changed  ○ open  – n/a",
    ]


def test_plain_signs_when_they_are_asked_for(small: Runner) -> None:
    small.environ["VOORAF_ASCII"] = "1"
    short = small.client("Noor", "--meeting", "2026-11-23T14:00")

    out = small("list").out

    assert out.isascii()
    assert f"{short}  Noor  tomorrow" in out
    assert "[x] confirmed  [~] told  [#] changed  [ ] open  [-] n/a" in out


def test_a_long_name_is_cut_on_a_terminal_alone(small: Runner) -> None:
    small.client("long " * 20)
    small.client("山田" * 14)
    small.environ["COLUMNS"] = "80"
    assert "long " * 19 + "long" in small("list").out

    small.terminal = True
    lines = small("list").out.splitlines()

    assert "…" in lines[0]
    assert "…" in lines[1]
    assert max(map(cells, lines)) <= 80


def test_archived_clients_are_left_out_until_asked_for(small: Runner) -> None:
    noor = small.client()
    small("edit", noor, "--archive")

    assert small("list", "--json").json["clients"] == []
    assert "archived" in small("list", "--archived").out
    assert small("list", "--archived", "--json").json["clients"][0]["archived"] is True


def test_the_filter_looks_at_names_wishes_and_notes(small: Runner) -> None:
    noor, anna = small.client("Noor", "--wish", "Een zwáluw"), small.client("Anna")
    small("note", anna, "Called about the swallow.")

    found = {
        word: [row["client"] for row in small("list", "--filter", word, "--json").json["clients"]]
        for word in ("ZWALUW", "swallow", "noor", "nobody")
    }

    assert found == {"ZWALUW": [noor], "swallow": [anna], "noor": [noor], "nobody": []}
    assert small("list", "--filter", "nobody").out == "No client fits “nobody”.\n"


def test_an_empty_list_says_how_to_begin(vooraf: Runner) -> None:
    assert vooraf("list").out == f'No clients yet. Open the first with: vooraf --data {vooraf.data} new "…"\n'


# -- show ------------------------------------------------------------------------------------------


def test_show_in_words(small: Runner) -> None:
    noor = small.client(
        "Noor", "--meeting", "2026-11-24T10:00", "--place", "her house", "--wish", "no posing"
    )
    small("tell", noor, "payment-term", "--by", "email", "--on", "2026-11-12")
    small("set", noor, "days=30")
    small("confirm", noor, "scope", "--words", "as agreed", "--by", "phone")

    assert small("show", noor).out.splitlines() == [
        f"Noor · {noor} · small · English",
        "meeting  Tue 24 Nov 10:00",
        "place    her house",
        "wishes   no posing",
        "moment   first contact",
        "",
        "Price and payment",
        "! ○ price         open       Price",
        f"      Price: no value for Total (vooraf --data {small.data} set {noor} price=…)",
        "  ≠ payment-term  changed    Payment term · by e-mail, Thu 12 Nov",
        "      Now: You pay within 30 days.",
        "      Was: You pay within 14 days.",
        "",
        "The work",
        "  ● scope         confirmed  Scope · by phone, today · “as agreed”",
        "",
        "1 of 3 confirmed · 1 must open · 1 changed",
    ]


def test_show_says_why_an_item_does_not_apply(small: Runner) -> None:
    noor = small.client()
    small("waive", noor, "scope", "--why", "a fixed package")

    assert "  – scope         n/a        Scope · a fixed package" in small("show", noor).out


def test_an_item_in_json_has_what_was_told_and_what_was_confirmed(small: Runner) -> None:
    noor = small.client("Noor", "--language", "nl")
    small("tell", noor, "payment-term", "--by", "email", "--on", "2026-11-12")
    small("confirm", noor, "payment-term", "--words", "veertien", "--by", "chat")

    assert small.state(noor, "payment-term") == {
        "key": "payment-term",
        "section": "price",
        "title": "Betaaltermijn",
        "must": False,
        "moment": "agreement",
        "standing": "confirmed",
        "ready": True,
        "wording": "Je betaalt binnen 14 dagen.",
        "told": {"text": "Je betaalt binnen 14 dagen.", "on": "2026-11-12", "by": "email"},
        "confirmed": {"words": "veertien", "on": "2026-11-22", "by": "chat"},
    }
    price = small.state(noor, "price")
    assert (price["ready"], price["told"], price["confirmed"]) == (False, None, None)


def test_an_item_that_the_checklist_no_longer_has_is_listed_as_gone(small: Runner) -> None:
    noor = small.client()
    small("tell", noor, "scope")
    file = small.data / "checklists" / "small.toml"
    file.write_text(file.read_text().replace('"scope"', '"extent"'))

    assert small("show", noor, "--json").json["gone"] == ["scope"]
    assert "No longer in the checklist: scope" in small("show", noor).out


def test_a_client_is_found_by_id_by_slug_and_by_part_of_the_name(small: Runner) -> None:
    noor, other = small.client("Zoë Veldman"), small.client("Zoë Veldman-Smit")

    assert small("show", noor, "--json").json["client"] == noor
    assert small("show", "zoe-veldman", "--json").json["client"] == noor
    assert small("show", "SMIT", "--json").json["client"] == other


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
