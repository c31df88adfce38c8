"""``vooraf list`` and ``vooraf show``."""

from __future__ import annotations

from tests.cli.conftest import Runner
from vooraf.render.wrap import cells

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
