"""``tell``, ``confirm``, ``waive``, ``reopen``, ``set``, ``undo``, ``redo``, ``diary``."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Runner


def standings(small: Runner, client: str) -> dict[str, str]:
    return {item["key"]: item["standing"] for item in small("show", client, "--json").json["items"]}


# -- tell ------------------------------------------------------------------------------------------


def test_tell_records_todays_words(small: Runner) -> None:
    noor = small.client()

    out = small("tell", noor, "scope", "payment-term", "--by", "email").out

    assert out.splitlines() == ["Told by e-mail, today:", "  ◐ Scope (told)", "  ◐ Payment term (told)"]
    told = small.state(noor, "payment-term")["told"]
    assert told == {"text": "You pay within 14 days.", "on": "2026-11-22", "by": "email"}


def test_how_is_in_person_when_left_out(small: Runner) -> None:
    noor = small.client()
    small("tell", noor, "scope")
    small("confirm", noor, "payment-term")

    assert small.state(noor, "scope")["told"]["by"] == "in-person"
    assert small.state(noor, "payment-term")["confirmed"]["by"] == "in-person"


def test_all_tells_what_is_ready_and_names_what_is_left_and_what_it_misses(small: Runner) -> None:
    noor = small.client()

    out = small("tell", noor, "--all", "--by", "website", "--on", "2026-11-21").out

    assert out.splitlines() == [
        "Told on the website, yesterday:",
        "  ◐ Payment term (told)",
        "  ◐ Scope (told)",
        "Left, because a value is missing:",
        f"  Price: no value for Total (vooraf --data {small.data} set {noor} price=…)",
    ]
    assert standings(small, noor) == {"price": "open", "payment-term": "told", "scope": "told"}


def test_the_command_that_is_suggested_works_with_a_value(small: Runner) -> None:
    noor = small.client()
    left = small("tell", noor, "--all").out.splitlines()[-1]
    command = left.partition("(vooraf ")[2].rstrip(")").replace("…", "450").split()

    assert small.bare(*command).code == 0
    assert small.state(noor, "price")["ready"] is True


def test_all_takes_only_what_is_open_or_changed(small: Runner) -> None:
    noor = small.client()
    small("set", noor, "price=450")
    small("tell", noor, "payment-term")
    small("confirm", noor, "scope")
    small("set", noor, "days=30")

    out = small("tell", noor, "--all").out

    assert out.splitlines()[1:] == ["  ◐ Price (told)", "  ◐ Payment term (told)"]
    assert small("tell", noor, "--all").out == "Nothing was open or changed.\n"


def test_a_section(small: Runner) -> None:
    noor = small.client()

    small("tell", noor, "--section", "work")

    assert standings(small, noor) == {"price": "open", "payment-term": "open", "scope": "told"}


def test_several_items_in_one_command_are_one_undo(small: Runner) -> None:
    noor = small.client()
    small("tell", noor, "scope", "payment-term", "--by", "email")

    assert small("undo", noor).out == "Undone: told: Scope; Payment term · by e-mail\n"
    assert set(standings(small, noor).values()) == {"open"}


# -- confirm, waive, reopen ------------------------------------------------------------------------


def test_confirm_keeps_the_clients_own_words(small: Runner) -> None:
    noor = small.client()

    out = small("confirm", noor, "scope", "--words", "as we said", "--by", "phone", "--on", "2026-11-20").out

    assert out.splitlines() == ["Confirmed by phone, Fri 20 Nov:", "  ● Scope (confirmed)"]
    assert small.state(noor, "scope")["confirmed"] == {
        "words": "as we said",
        "on": "2026-11-20",
        "by": "phone",
    }


def test_waive_and_reopen(small: Runner) -> None:
    noor = small.client()

    assert small("waive", noor, "scope").out.splitlines() == ["Doesn't apply:", "  – Scope (n/a)"]
    assert small("reopen", noor, "scope").out.splitlines() == ["Open again:", "  ○ Scope (open)"]
    assert small("reopen", noor, "scope").out == "That was open already.\n"


def test_reopen_all_is_the_next_job(small: Runner) -> None:
    noor = small.client()
    small("confirm", noor, "scope", "payment-term")

    small("reopen", noor, "--all")

    assert set(standings(small, noor).values()) == {"open"}
    assert small.state(noor, "scope")["confirmed"] is None


# -- set -------------------------------------------------------------------------------------------


def test_set_says_what_was_what_is_and_what_moves_by_it(small: Runner) -> None:
    noor = small.client()
    small("tell", noor, "payment-term")

    assert small("set", noor, "days=30", "price=1250,50").out.splitlines() == [
        "Days (days): 14 days (as the checklist has it) → 30 days",
        "Total (price): no value → €1,250.50",
        "By that:",
        "  ≠ Payment term (changed)",
    ]


def test_a_value_of_the_house_rules_is_named_as_such(small: Runner) -> None:
    rules = small.data / "house-rules.toml"
    rules.write_text(rules.read_text() + "[value]\ndays = 21\n")
    noor = small.client()

    assert small("set", noor, "days=30").out == "Days (days): 21 days (house rules) → 30 days\n"


def test_an_empty_value_takes_it_back(small: Runner) -> None:
    noor = small.client()
    small("set", noor, "days=30")

    assert small("set", noor, "days=").out == "Days (days): 30 days → 14 days (as the checklist has it)\n"


def test_a_value_that_stands_already_is_no_event(small: Runner) -> None:
    noor = small.client()
    small("set", noor, "days=30")
    before = small.diary(noor).read_bytes()

    assert small("set", noor, "days=30").out == "Days (days): 30 days, as it was\n"
    assert small.diary(noor).read_bytes() == before


def test_one_wrong_value_keeps_all_of_them_out(small: Runner) -> None:
    noor = small.client()

    assert small("set", noor, "days=30", "price=much", ok=False).code == 1
    assert small("diary", noor, "--json").json["events"][-1]["kind"] == "opened"


# -- undo, redo, diary -----------------------------------------------------------------------------


def test_undo_and_redo_say_in_words_what_they_do(small: Runner) -> None:
    noor = small.client()
    small("set", noor, "price=450")
    small("note", noor, "Called.")

    assert small("undo", noor).out == "Undone: note: Called.\n"
    assert small("undo", noor).out == "Undone: value: Total: €450.00\n"
    assert small("redo", noor).out == "Done again: value: Total: €450.00\n"


def test_the_opening_is_never_undone(small: Runner) -> None:
    noor = small.client("Noor", "--place", "here")

    assert small("undo", noor, ok=False) == (1, "", "vooraf: There is nothing to undo.\n")
    assert small("redo", noor, ok=False) == (1, "", "vooraf: There is nothing to redo.\n")


def test_the_diary_is_read_from_the_oldest_and_marks_what_is_undone(small: Runner) -> None:
    noor = small.client("Noor")
    small("tell", noor, "scope", "--by", "email", "--on", "2026-11-12")
    small("confirm", noor, "scope", "--words", "fine", "--by", "phone")
    small("undo", noor)

    assert small("diary", noor).out.splitlines() == [
        f"Noor · {noor}",
        " Sun 22 Nov 2026  new client  Noor · Small · English",
        " Thu 12 Nov 2026  told        Scope · by e-mail",
        " Sun 22 Nov 2026  confirmed   Scope · by phone · “fine” · undone",
        " Sun 22 Nov 2026  undone      confirmed: Scope · by phone · “fine”",
    ]


def test_the_diary_in_json_has_the_fields_of_the_file(small: Runner) -> None:
    noor = small.client("Noor", "--meeting", "2026-11-24T10:00", "--wish", "one")
    small("tell", noor, "scope", "--by", "email")
    small("undo", noor)

    answer = small("diary", noor, "--json").json

    assert list(answer) == ["schema", "client", "events", "problems"]
    assert [event["kind"] for event in answer["events"]] == ["opened", "profile", "told", "undone"]
    told = answer["events"][2]
    assert list(told) == [
        "seq", "id", "at", "kind", "item", "text", "language", "values", "edition", "on", "by", "batch",
        "sum", "undone",
    ]  # fmt: skip
    assert (told["at"], told["on"], told["undone"]) == ("2026-11-22T09:00:00+01:00", "2026-11-22", True)
    assert answer["events"][1]["meeting"] == "2026-11-24T10:00:00"
    assert answer["events"][1]["wishes"] == ["one"]
    assert "undone" not in answer["events"][3]


def test_an_event_of_a_newer_vooraf_is_kept_and_shown(small: Runner) -> None:
    noor = small.client()
    with small.diary(noor).open("a") as file:
        file.write('\n[[event]]\nseq = 9\nkind = "paid"\namount = "75"\nratio = inf\non = 2026-11-21\n')

    assert " Sat 21 Nov 2026  paid        amount: 75 · ratio: inf" in small("diary", noor).out
    event = small("diary", noor, "--json").json["events"][-1]
    assert (event["amount"], event["ratio"]) == ("75", "inf")


@pytest.mark.parametrize("command", ["undo", "redo", "diary", "show", "script"])
def test_a_command_that_needs_a_client_says_so(small: Runner, command: str) -> None:
    assert f"“vooraf {command}” needs CLIENT." in small(command, ok=False).err


def test_of_an_event_that_was_changed_by_hand_the_diary_says_what_was_recorded(vooraf: Runner) -> None:
    client = vooraf.client()
    vooraf("note", client, "the price is 450")
    path = vooraf.diary(client)
    path.write_text(path.read_text(encoding="utf-8").replace("450", "550"), encoding="utf-8")
    out = vooraf("diary", client).out
    assert "the price is 550" in out
    assert "Changed by hand; Vooraf recorded:\n  Sun 22 Nov 2026, note: the price is 450" in out
